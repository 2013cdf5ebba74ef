"""Turkish."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    furniture_words=words(
        """
        abone paylaş* takip yorum* reklam* tıkla* ilgili haberler fotoğraf* video* bülten*
        """
    ),
    months=words(
        """
        ocak oca şubat şub mart mar nisan nis mayıs may haziran haz temmuz tem ağustos ağu eylül eyl ekim eki kasım
        kas aralık ara
        """
    ),
    weekdays=words("pazartesi salı çarşamba perşembe cuma cumartesi pazar"),
    abbreviations=words("dr prof doç av müh sn hz vb vs vd bkz no cad sok mah alb gen yrd örn t.c a.ş ltd şti"),
    byline_openings=phrases("yazan, yazar, haber, hazırlayan, kaleme alan"),
    name_joins=phrases("ve, ile"),
    roles=phrases("muhabir, gazeteci, editör, yazar, köşe yazarı, temsilci"),
    credit_openings=phrases("kaynak"),
    biography_words=phrases("yazar, gazeteci, muhabir"),
    date_openings=phrases("yayınlanma, yayınlanma tarihi, güncelleme, son güncelleme, güncellendi, giriş"),
    sections=phrases(
        """
        gündem, haberler, haber, spor, futbol, siyaset, politika, ekonomi, kültür, dünya, yaşam, sağlık, bilim,
        teknoloji, eğitim, son dakika, yazarlar, magazin, türkiye
        """
    ),
    labels=phrases("arşiv, foto, fotoğraf, video, son dakika, özel, analiz, röportaj, düzeltme, kaynak, güncelleme"),
    furniture_lines=phrases(
        """
        reklam, foto, fotoğraf, fotoğraflar, video, menü, ara, paylaş, yazdır, yorumlar, yorum yap, abone ol, giriş
        yap, kayıt ol, devamını oku, ilgili haberler, bülten, iletişim, en çok okunanlar, sıkça sorulan sorular, tüm
        hakları saklıdır, haberin devamı
        """
    ),
    furniture_openings=phrases(
        """
        abone ol, bizi takip edin, paylaş, foto:, fotoğraf:, tüm hakları, reklam, ilgili haber, haberin devamı
        """
    ),
    agencies=phrases("AA, Anadolu Ajansı, DHA, İHA, ANKA, Reuters, AFP, AP, UAV"),
)
