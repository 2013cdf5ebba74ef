"""Czech."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="cs",
    name="Czech",
    months=words(
        """
        ledna února března dubna května června července srpna září října listopadu prosince leden únor březen duben
        květen červen červenec srpen říjen listopad prosinec
        """
    ),
    weekdays=words("pondělí úterý středa čtvrtek pátek sobota neděle"),
    abbreviations=words("dr prof mgr ing např tzv tj atd apod ul č str r tis mil mld sv gen kpt tzn mj hod"),
    byline_openings=phrases("autor, autorka, napsal, napsala, text, připravil, připravila"),
    name_joins=phrases("a"),
    roles=phrases("redaktor, redaktorka, novinář, novinářka, zpravodaj, redakce"),
    place_leads=phrases("pro"),
    date_leads=phrases("dne"),
    credit_openings=phrases("zdroj"),
    date_openings=phrases("publikováno, aktualizováno, zveřejněno, vydáno"),
    sections=phrases(
        """
        zprávy, domácí, zahraničí, sport, fotbal, politika, ekonomika, kultura, názory, věda, zdraví, byznys,
        regiony, komentáře
        """
    ),
    labels=phrases("archiv, foto, video, exkluzivně, analýza, rozhovor, oprava, zdroj"),
    furniture_lines=phrases(
        """
        reklama, inzerce, foto, video, fotogalerie, menu, hledat, sdílet, tisk, komentáře, diskuse, přihlásit se,
        registrace, číst více, čtěte také, newsletter, kontakt, nejčtenější, související články, všechna práva
        vyhrazena
        """
    ),
    furniture_openings=phrases("čtěte také, čtěte více, sdílet na, foto:, sledujte nás, všechna práva, reklama"),
    agencies=phrases("ČTK, CTK, TASR, SITA, Reuters, AFP, AP"),
)
