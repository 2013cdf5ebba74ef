"""Finnish."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="fi",
    name="Finnish",
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
)
