"""Croatian."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="hr",
    name="Croatian",
    stop_words=words(
        """
        i u na je se da za su od s ne to koji koja koje o kao bio bila bilo ali iz do po što biti nakon kako te ili
        već još samo više među prema kada on ona oni rekao rekla
        """
    ),
    page_words=words(
        """
        pročitajte također više vijesti najnovije najčitanije pretplata pretplati prijava lozinka newsletter
        komentari komentar podijeli ispis kopiraj spremi pratite oglas oglasi kolačići privatnosti uvjeti kontakt
        video foto galerija
        """
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            oglas, oglasi, reklama, sponzorirani članak, sponzorirano, sponzorirani sadržaj,
            tekst se nastavlja ispod oglasa, članak se nastavlja ispod oglasa, promo
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            pročitajte i, pročitajte i:*, pročitajte i *, pročitajte više, pročitajte više *, pročitajte još,
            pročitajte još:*, pročitajte također, pročitaj više, pročitajte:*, čitajte više, čitaj dalje,
            opširnije, opširnije:*, više o *, više:*, pogledajte i:*, pogledajte još, pogledajte:*,
            pogledajte video *, povezani članci, povezane vijesti, povezano, slične vijesti, preporučeno,
            preporučujemo, možda će vas zanimati, moglo bi vas zanimati, najčitanije, najčitanije vijesti,
            najnovije, najnovije vijesti, posljednje vijesti, ostale vijesti, sljedeći članak, prethodni članak,
            sljedeće, prethodno, video:*, foto:*, prikaži više, učitaj još
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, prijavite se na *, prijavi se na *, pretplatite se *, pretplati se *, vaš e mail,
            e mail adresa
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            podijeli, podijeli na *, podijeli članak, podijelite *, ispis, ispiši, kopiraj link, kopiraj poveznicu,
            spremi, spremi članak, pratite nas, pratite nas *, sviđa mi se, pošalji
            """
        ),
        Reason.COMMENTS: phrases(
            """
            komentar, komentari, 0 komentara, komentari 0, komentiraj, ostavite komentar, napiši komentar,
            dodaj komentar, prikaži komentare, odgovori, vaša adresa e pošte neće *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            prijava, prijavi se, odjava, registracija, registriraj se, lozinka, zaboravljena lozinka,
            samo za pretplatnike, pretplata, podržite nas *
            """
        ),
        Reason.CONSENT: phrases(
            """
            prihvaćam, prihvati, odbij, postavke, kolačići, postavke kolačića, pravila privatnosti,
            politika privatnosti, koristimo kolačiće *, učitavanje, zatvori, odustani
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, fotografije, galerija, video, slika, 0 fotografija
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, fotografija:*, izvor fotografije *, ilustracija, ilustracija:*, arhivska fotografija
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            naslovnica, početna, natrag, na vrh, povratak na vrh, izbornik, traži, pretraži, pretraga, kategorije,
            teme, kontakt, o nama, impressum, uvjeti korištenja, pomoć, arhiva, sljedeća stranica,
            prethodna stranica, o autoru, autor, redakcija, vrijeme, horoskop
            """
        ),
        Reason.TAGS: phrases(
            """
            tagovi, tagovi:*, oznake, oznake:*, ključne riječi:*, teme:*, kategorija:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            sva prava pridržana *, sva prava pridržana, * sva prava pridržana, sva prava zadržana *
            """
        ),
    },
)
