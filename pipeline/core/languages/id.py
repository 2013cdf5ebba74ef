"""Indonesian."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="id",
    name="Indonesian",
    furniture_words=words(
        """
        langganan bagikan ikuti komentar iklan baca juga klik foto* video* artikel terkait
        """
    ),
    months=words(
        """
        januari jan februari feb maret mar april apr mei juni jun juli jul agustus agu september sep oktober okt
        november nov desember des
        """
    ),
    weekdays=words("senin selasa rabu kamis jumat sabtu minggu"),
    abbreviations=words("dr prof ir drs h hj jl no tn ny sdr dll dsb yg kpd s.h m.h"),
    byline_openings=phrases("oleh, ditulis oleh, penulis, reporter, pewarta"),
    name_joins=phrases("dan"),
    roles=phrases("reporter, wartawan, jurnalis, editor, koresponden, penulis"),
    credit_openings=phrases("sumber"),
    date_openings=phrases("diterbitkan, diperbarui, dipublikasikan, terbit"),
    sections=phrases(
        """
        berita, nasional, internasional, ekonomi, bisnis, olahraga, sepak bola, bola, politik, hukum, hiburan,
        opini, teknologi, kesehatan, daerah, metro, dunia, gaya hidup
        """
    ),
    labels=phrases("arsip, foto, video, breaking news, analisis, sumber, ilustrasi"),
    furniture_lines=phrases(
        """
        iklan, foto, video, menu, cari, bagikan, cetak, komentar, langganan, masuk, daftar, baca juga, baca
        selengkapnya, selengkapnya, berita terkait, terpopuler, advertisement, scroll to continue with content,
        hubungi kami, tentang kami, kebijakan privasi
        """
    ),
    furniture_openings=phrases("baca juga, simak juga, ikuti kami, foto:, scroll to, dapatkan berita"),
    agencies=phrases("Antara, ANTARA, Reuters, AFP, AP, Bernama"),
)
