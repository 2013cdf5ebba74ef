"""Turkish."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    page_words=words(
        """
        haberler haberi son dakika oku okuyun devamı tıklayın abone üye giriş şifre bülten yorum yorumlar paylaş
        yazdır kopyala kaydet dinle takip reklam çerez gizlilik iletişim künye video galeri foto ilgili popüler
        """
    ),
    stop_words=words(
        """
        ve bir bu da de için ile olarak çok daha en gibi kadar sonra ne var olan ancak ise dedi olduğunu ya hem her
        o şu ki mi biz ben sen onun göre oldu olduğu etti eden etmek yer aldı tarafından
        """
    ),
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
    questions=phrases("s, soru"),
    answers=phrases("c, cevap"),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            reklam, reklamlar, ilan, ilanlar, sponsorlu, sponsorlu içerik, reklamdan sonra devam ediyor,
            haberin devamı, haberin devamı *, haberin devamı reklamdan sonra *, resmi ilanlar, yazının devamı *
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            ilgili haberler, ilgili haber, ilgili haber:*, ilgili haberler:*, ilgili konular, ilgili içerikler,
            benzer haberler, benzer içerikler, diğer haberler, daha fazla haber, daha fazla *, daha fazla oku,
            daha fazla göster, daha fazlası, devamını oku, devamını oku *, devamı, devamı için *, okumaya devam et,
            haberin tamamı *, haberin detayları *, detaylar için *, detaylı bilgi *, tıklayın, tıklayınız,
            * tıklayın, * tıklayınız, ayrıca bakınız:*, ayrıca okuyun:*, ayrıca oku:*, şunu da okuyun:*,
            bunu da okuyun:*, bunlar da ilginizi çekebilir, ilginizi çekebilir, ilginizi çekebilir:*,
            bunlar da ilgini çekebilir, ilgini çekebilir, sizin için seçtiklerimiz, sizin için, önerilen,
            önerilen haberler, önerilenler, editörün seçtikleri, en çok okunanlar, en çok okunan, çok okunanlar,
            çok okunan haberler, en çok izlenenler, en çok okunan haberler, popüler, popüler haberler, trend,
            gündem, son dakika, son haberler, son dakika haberleri, güncel haberler, öne çıkanlar,
            öne çıkan haberler, manşetler, sıradaki haber, sonraki haber, önceki haber, sonraki, önceki, video:*,
            foto:*, galeri:*, izle:*, izleyin:*, tümünü gör, tümü, hepsini gör, kaçırmayın, haberler, canlı izle,
            canlı yayın, canlı izle son dakika, videolar, videoyu izle
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            bülten, e bülten, haber bülteni, bültenimize *, abone ol, abone olun, abone ol *, abone olun *, kaydol,
            e posta, e posta adresiniz, e posta adresinizi *, bildirimleri aç *, haberdar ol *,
            gelişmelerden haberdar *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            paylaş, paylaşın, paylaş:*, facebook ta paylaş, twitter da paylaş, whatsapp ta paylaş,
            bu haberi paylaş, haberi paylaş, paylaşım, tweetle, gönder, e posta ile gönder, arkadaşına gönder,
            yazdır, çıktı al, kopyala, linki kopyala, bağlantıyı kopyala, link kopyalandı, kaydet, haberi kaydet,
            favorilere ekle, beğen, dinle, haberi dinle, sesli dinle, takip et, takip edin, bizi takip edin,
            bizi takip edin *, bizi takip et, google news *, google news te *, google da *, abone ol google news,
            sosyal medya, yazı boyutu, a a
            """
        ),
        Reason.COMMENTS: phrases(
            """
            yorum, yorumlar, 0 yorum, yorumlar 0, yorum yaz, yorum yap, yorum yapın, yorum ekle, yorum gönder,
            yorumunuz, ilk yorumu sen yap *, ilk yorumu siz yapın *, henüz yorum *, tüm yorumlar, yorumları gör,
            yorumları göster, yanıtla, cevapla, yanıtı iptal et, e posta adresiniz yayınlanmayacak *,
            gerekli alanlar *, yorum yapmak için *, yorum yapabilmek için *, yorum yazabilmek için *, hata bildir,
            bu habere tepkiniz *, haber ihbar *, ihbar hattı
            """
        ),
        Reason.PAYWALL: phrases(
            """
            giriş yap, giriş, üye ol, üye girişi, üyelik, üye olun, kayıt ol, çıkış yap, şifre, şifremi unuttum,
            şifreni mi unuttun *, şifrenizi mi unuttunuz *, hesabım, hesap oluştur, aboneler için, abonelere özel,
            zaten üye misiniz *, zaten abone misiniz *, beni hatırla, şifre yenileme *, şifreniz *, kullanıcı adı,
            lütfen gelen kutunuzu *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            uygulamayı indir, uygulamayı indirin *, uygulamamızı indirin *, uygulamasını indirin *, mobil uygulama,
            mobil uygulamamızı *, * uygulamasını indirin, app store, google play, app gallery, uygulamalar,
            whatsapp kanalımıza *, * uygulamasını indirin gelişmelerden haberdar olun
            """
        ),
        Reason.CONSENT: phrases(
            """
            kabul et, kabul ediyorum, tümünü kabul et, reddet, ayarlar, çerez ayarları, çerezler, çerez politikası,
            çerez politikamız *, gizlilik, gizlilik politikası, gizlilik sözleşmesi, kvkk, kvkk *,
            aydınlatma metni, kişisel verileriniz *, kişisel verilerin korunması *, sitemizde çerezler *,
            bu site çerez *, yükleniyor, kapat, iptal, içeriğe geç, ana içeriğe geç, hata oluştu *,
            bir hata oluştu *, lütfen tekrar deneyin *
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, fotoğraf, fotoğraflar, foto galeri, fotogaleri, galeri, video, video galeri, resim, 0 fotoğraf,
            büyüt, tam ekran, oynat, okuma süresi *, okuma süresi 0 *, 0 dk okuma, 0 dakika okuma, infografik
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, fotoğraf:*, arşiv fotoğrafı, temsili fotoğraf, temsili görsel, görsel:*, kaynak foto *
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            ana sayfa, anasayfa, ana sayfaya dön, geri, geri dön, yukarı, yukarı çık, başa dön, menü, ara, arama,
            kategoriler, konular, bölümler, iletişim, bize ulaşın, hakkımızda, künye, kariyer, reklam ver,
            kullanım koşulları, kullanım şartları, yardım, sıkça sorulan sorular, arşiv, haber arşivi,
            sonraki sayfa, önceki sayfa, sayfa 0, yazar, yazarlar, yazarın diğer yazıları, yazarın tüm yazıları,
            tüm yazıları, editör, hava durumu, burçlar, namaz vakitleri, e gazete, rss, site haritası, web tv,
            türkiye haberleri, dünya haberleri
            """
        ),
        Reason.TAGS: phrases(
            """
            etiketler, etiketler:*, etiket:*, anahtar kelimeler, anahtar kelimeler:*, konular:*, kategori:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            tüm hakları saklıdır *, tüm hakları saklıdır, * tüm hakları saklıdır, her hakkı saklıdır *,
            her hakkı saklıdır, izinsiz kullanılamaz *, izin alınmadan *, kaynak gösterilmeden *, telif hakkı *,
            bu site *
            """
        ),
    },
)
