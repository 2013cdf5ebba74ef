"""Indonesian."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="id",
    name="Indonesian",
    page_words=words(
        """
        baca juga selengkapnya berita terkait terbaru terpopuler populer langganan berlangganan masuk daftar akun
        sandi komentar bagikan cetak salin simpan ikuti iklan privasi ketentuan kontak redaksi video foto tag unduh
        aplikasi
        """
    ),
    stop_words=words(
        """
        yang dan di ke dari ini itu untuk dengan pada adalah tidak dalam akan juga oleh sebagai karena telah
        saat bisa para atau sudah kata mereka ia dia kami tersebut setelah lebih menjadi namun hingga kepada saya
        bahwa seperti
        """
    ),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            iklan, advertorial, konten bersponsor, gulir untuk melanjutkan *, scroll untuk melanjutkan *,
            lanjutkan membaca di bawah *, baca berita dengan sedikit iklan *
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            baca juga, baca juga:*, baca juga *, baca:*, baca selengkapnya, baca selengkapnya *, baca selanjutnya,
            selengkapnya, selengkapnya:*, lihat juga, lihat juga:*, lihat:*, simak juga, simak juga:*, simak:*,
            simak video *, tonton juga, tonton juga *, tonton:*, saksikan video *, berita terkait, artikel terkait,
            terkait, terkait:*, berita lainnya, berita lain, artikel lainnya, berita terbaru, terbaru,
            berita terkini, terkini, terpopuler, berita terpopuler, populer, trending, rekomendasi,
            rekomendasi untuk anda, direkomendasikan, pilihan editor, pilihan untukmu, jangan lewatkan,
            jangan lewatkan *, artikel selanjutnya, artikel sebelumnya, selanjutnya, sebelumnya, video:*, foto:*,
            klik di sini *, lihat semua, lihat selengkapnya, muat lainnya, halaman selanjutnya *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            langganan, berlangganan, berlangganan *, langganan newsletter *, daftar sekarang, alamat email,
            masukkan email *, dapatkan update *, dapatkan berita *, dapatkan informasi *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            bagikan, bagikan artikel ini, bagikan ke *, kirim, cetak, salin, salin tautan, salin link,
            tautan disalin, simpan, ikuti, ikuti kami *, ikuti kami, ikuti berita *, dengarkan, dengarkan artikel,
            dengarkan berita, cek berita *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            komentar, 0 komentar, tulis komentar, tulis komentar anda *, beri komentar, kirim komentar,
            lihat komentar, lihat semua komentar, tinggalkan komentar, tinggalkan balasan, balas, batalkan balasan,
            alamat email anda tidak *, belum ada komentar, berikan komentar *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            masuk, keluar, daftar, buat akun, akun saya, kata sandi, lupa kata sandi *, lupa password,
            khusus pelanggan
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            unduh aplikasi, unduh aplikasi *, download aplikasi *, gabung di channel *
            """
        ),
        Reason.CONSENT: phrases(
            """
            setuju, terima, tolak, pengaturan, kebijakan privasi, kebijakan cookie, kami menggunakan cookie *,
            memuat, tutup, batal, langsung ke konten, lewati ke konten
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, galeri, galeri foto, video, gambar, perbesar, waktu baca *, 0 menit baca, infografis
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, foto ilustrasi, ilustrasi, ilustrasi:*, foto dok *, sumber foto *
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            beranda, kembali, kembali ke atas, ke atas, menu, cari, pencarian, kategori, kontak, hubungi kami,
            tentang kami, redaksi, karir, pedoman media siber, syarat dan ketentuan, ketentuan layanan,
            bantuan, arsip, indeks, indeks berita, halaman berikutnya, halaman sebelumnya, halaman 0,
            tentang penulis, penulis, editor, cuaca
            """
        ),
        Reason.TAGS: phrases(
            """
            tag, tag:*, tags, tags:*, tag terkait, topik terkait, topik:*, kata kunci:*, kategori:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            hak cipta *, hak cipta dilindungi *, dilarang mengutip *, dilarang keras *, seluruh hak cipta *
            """
        ),
    },
)
