"""Finnish."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="fi",
    name="Finnish",
    page_words=words(
        """
        lue myös lisää uutiset uusimmat luetuimmat tilaa tilaaja tilaajat tilaus uutiskirje kirjaudu tili salasana
        kommentit kommentoi jaa tallenna kuuntele seuraa mainos evästeet tietosuoja yhteystiedot ehdot video kuva
        kuvat
        """
    ),
    stop_words=words(
        """
        ja on ei se että oli hän mutta myös kun joka jos niin kuin tai ovat mukaan sekä sen hänen olla tämä ole
        vain mitä ne jo nyt vielä kanssa sitä jotka voi ollut olisi sanoo kertoo
        """
    ),
    months=words(
        """
        tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
        marraskuuta joulukuuta
        """
    ),
    weekdays=words("maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"),
    abbreviations=words("tri prof esim ym yms jne klo nro n ns mm ks vrt"),
    byline_openings=phrases("kirjoittanut, teksti, toimittaja"),
    name_joins=phrases("ja"),
    roles=phrases("toimittaja, kirjeenvaihtaja, päätoimittaja"),
    credit_openings=phrases("lähde"),
    date_openings=phrases("julkaistu, päivitetty"),
    sections=phrases(
        """
        uutiset, kotimaa, ulkomaat, urheilu, talous, politiikka, kulttuuri, mielipide, tiede, viihde, jalkapallo
        """
    ),
    labels=phrases("arkisto, arkistokuva, kuva, video, analyysi, haastattelu, lähde"),
    furniture_lines=phrases(
        """
        mainos, kuva, kuvat, video, valikko, haku, jaa, jaa artikkeli, kommentit, tilaa, kirjaudu, kirjaudu sisään,
        lue lisää, lue myös, uutiskirje, luetuimmat, yhteystiedot
        """
    ),
    furniture_openings=phrases("lue lisää, lue myös, tilaa uutiskirje, kuva:, seuraa meitä, mainos"),
    agencies=phrases("STT, Reuters, AFP, AP, BNS"),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            mainos, mainokset, kaupallinen yhteistyö, sisältö jatkuu mainoksen alla,
            juttu jatkuu mainoksen jälkeen, artikkeli jatkuu mainoksen jälkeen, mainos päättyy, mainos alkaa,
            ilmoitus, juttu jatkuu kuvan alla, juttu jatkuu videon alla
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            lue myös, lue myös:*, lue myös *, lue lisää, lue lisää:*, lue lisää *, lue:*, katso myös, katso myös:*,
            katso:*, katso video:*, kuuntele:*, video:*, lisää aiheesta, lisää aiheesta:*, aiheeseen liittyvää,
            aiheeseen liittyvät artikkelit, suosittelemme, suositellut, suositeltu, saattaisit pitää *, luetuimmat,
            luetuimmat uutiset, katsotuimmat, suosituimmat, uusimmat, uusimmat uutiset, tuoreimmat,
            tuoreimmat uutiset, viimeisimmät, muut uutiset, lisää uutisia, seuraava artikkeli, edellinen artikkeli,
            seuraava, edellinen, näytä lisää, näytä kaikki, lataa lisää
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            uutiskirje, uutiskirjeet, tilaa uutiskirje, tilaa uutiskirje *, tilaa uutiskirjeemme *, tilaa,
            sähköposti, sähköpostiosoite, kiitos tilauksesta *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            jaa, jaa artikkeli, jaa juttu, jaa facebookissa, jaa twitterissä, tulosta, kopioi linkki,
            linkki kopioitu, tallenna, tallenna artikkeli, kuuntele, kuuntele artikkeli, kuuntele juttu,
            seuraa meitä, seuraa meitä *, seuraa, tykkää, lahjoita artikkeli
            """
        ),
        Reason.COMMENTS: phrases(
            """
            kommentti, kommentit, 0 kommenttia, 0 kommentti, kommentoi, ei kommentteja, jätä kommentti,
            kirjoita kommentti, lisää kommentti, näytä kommentit, kaikki kommentit, vastaa, peruuta vastaus,
            sähköpostiosoitettasi ei *, pakolliset kentät *, kirjaudu kommentoidaksesi *, löysitkö virheen *,
            ilmoita virheestä, lähetä juttuvinkki *, juttuvinkki, keskustele
            """
        ),
        Reason.PAYWALL: phrases(
            """
            kirjaudu, kirjaudu sisään, kirjaudu ulos, rekisteröidy, luo tunnus, oma tili, salasana,
            unohditko salasanan *, vain tilaajille, tilaajille, oletko jo tilaaja *, jo tilaaja *,
            kokeile ilmaiseksi *, jatka lukemista *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            lataa sovellus, lataa sovellus *, lataa appi *, avaa sovelluksessa
            """
        ),
        Reason.CONSENT: phrases(
            """
            hyväksy, hyväksy kaikki, hylkää, asetukset, evästeet, evästeasetukset, tietosuoja, tietosuojaseloste,
            tietosuojakäytäntö, käytämme evästeitä *, tämä sisältö *, ladataan, sulje, peruuta, siirry sisältöön,
            hyppää sisältöön
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            kuva, kuvat, kuvagalleria, video, videot, kuva 0 0, suurenna, koko näyttö, toista, lukuaika 0 *,
            lukuaika *, 0 min, grafiikka, avaa kuva
            """
        ),
        Reason.CAPTION: phrases(
            """
            kuva:*, kuvat:*, arkistokuva, kuvituskuva, kuvituskuva:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            etusivu, etusivulle, takaisin, ylös, takaisin ylös, valikko, haku, hae, aiheet, kategoriat,
            yhteystiedot, ota yhteyttä, tietoa meistä, mainosta, käyttöehdot, ehdot, asiakaspalvelu, ohjeet,
            arkisto, seuraava sivu, edellinen sivu, sivu 0, kirjoittaja, toimitus, päätoimittaja *, näköislehti,
            sää, horoskooppi
            """
        ),
        Reason.TAGS: phrases(
            """
            aiheet:*, avainsanat, avainsanat:*, asiasanat, asiasanat:*, kategoria:*, tunnisteet
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            kaikki oikeudet pidätetään *, * kaikki oikeudet pidätetään
            """
        ),
    },
)
