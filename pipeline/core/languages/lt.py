"""Lithuanian."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="lt",
    name="Lithuanian",
    stop_words=words(
        """
        ir į kad su iš yra tai bet kaip ar už po apie jis ji buvo nuo dar jau tik kurie kuris savo jo jų labai dėl
        per prie iki metų sakė pasak taip pat
        """
    ),
    page_words=words(
        """
        skaitykite taip pat daugiau naujienos naujausios skaitomiausios prenumerata prisijungti registruotis
        slaptažodis naujienlaiškis komentarai komentaras dalintis dalinkis spausdinti kopijuoti sekite reklama
        slapukai privatumo taisyklės kontaktai
        """
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            reklama, užsakomasis straipsnis, rėmėjo turinys, straipsnio tęsinys po reklamos *
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            skaitykite taip pat, skaitykite taip pat:*, taip pat skaitykite, taip pat skaitykite:*,
            skaityti daugiau, skaityti toliau, skaitykite daugiau *, skaitykite:*, daugiau, daugiau naujienų,
            susiję straipsniai, susijusios naujienos, taip pat žiūrėkite:*, rekomenduojame, rekomenduojami,
            naujausi, naujausios naujienos, naujausi straipsniai, skaitomiausi, skaitomiausios naujienos,
            populiariausi, kitas straipsnis, ankstesnis straipsnis
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            naujienlaiškis, prenumeruoti, prenumeruokite *, užsiprenumeruokite *, jūsų el paštas
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            dalintis, dalinkis, dalinkitės, pasidalinti, pasidalinkite *, spausdinti, kopijuoti nuorodą,
            nukopijuoti nuorodą, išsaugoti, sekite mus, sekite mus *, klausytis
            """
        ),
        Reason.COMMENTS: phrases(
            """
            komentaras, komentarai, komentarai 0, 0 komentarai, rašyti komentarą, palikti komentarą, komentuoti,
            atsakyti
            """
        ),
        Reason.PAYWALL: phrases(
            """
            prisijungti, registruotis, slaptažodis, pamiršote slaptažodį *, tik prenumeratoriams, prenumerata
            """
        ),
        Reason.CONSENT: phrases(
            """
            sutinku, atmesti, nustatymai, slapukai, slapukų nustatymai, privatumo politika, naudojame slapukus *,
            uždaryti, kraunama
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            nuotrauka, nuotraukos, galerija, video, vaizdo įrašas
            """
        ),
        Reason.CAPTION: phrases(
            """
            nuotr, nuotrauka:*, asociatyvi nuotr *, asociatyvi nuotrauka
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            pradžia, pradžios puslapis, atgal, į viršų, meniu, paieška, ieškoti, kategorijos, temos, kontaktai,
            apie mus, naudojimo taisyklės, pagalba, archyvas, autorius, redakcija, orai
            """
        ),
        Reason.TAGS: phrases(
            """
            žymos, žymos:*, temos:*, raktiniai žodžiai:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            visos teisės saugomos *, visos teisės saugomos, * visos teisės saugomos
            """
        ),
    },
)
