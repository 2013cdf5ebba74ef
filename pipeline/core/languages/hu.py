"""Hungarian."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="hu",
    name="Hungarian",
    months=words(
        """
        január jan február febr március márc április ápr május máj június jún július júl augusztus aug szeptember
        szept október okt november nov december dec
        """
    ),
    weekdays=words("hétfő kedd szerda csütörtök péntek szombat vasárnap"),
    abbreviations=words("dr prof ifj id stb pl ún kb ill u ti vö sz ker"),
    byline_openings=phrases("szerző, írta, szöveg"),
    name_joins=phrases("és"),
    roles=phrases("újságíró, tudósító, szerkesztő"),
    credit_openings=phrases("forrás"),
    date_openings=phrases("megjelent, frissítve, közzétéve"),
    sections=phrases("hírek, belföld, külföld, sport, foci, gazdaság, kultúra, vélemény, tudomány, politika, világ"),
    labels=phrases("archív, fotó, kép, videó, elemzés, interjú, forrás"),
    furniture_lines=phrases(
        """
        hirdetés, reklám, fotó, kép, videó, menü, keresés, megosztás, nyomtatás, hozzászólások, feliratkozás,
        bejelentkezés, olvass tovább, kapcsolódó cikkek, hírlevél, kapcsolat, legolvasottabb, minden jog fenntartva
        """
    ),
    furniture_openings=phrases("olvasta már, kapcsolódó, fotó:, iratkozz fel, kövess minket"),
    agencies=phrases("MTI, Reuters, AFP, AP"),
)
