"""Romanian."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="ro",
    name="Romanian",
    months=words(
        """
        ianuarie ian februarie feb martie mar aprilie apr mai iunie iun iulie iul august aug septembrie sept
        octombrie oct noiembrie noi decembrie dec
        """
    ),
    weekdays=words("luni marți miercuri joi vineri sâmbătă duminică"),
    abbreviations=words("dr prof dl dna nr str bd etc art alin ș.a"),
    byline_openings=phrases("de, autor, scris de, publicat de"),
    name_joins=phrases("și"),
    roles=phrases("jurnalist, reporter, corespondent, redactor, editor"),
    place_leads=phrases("pentru, din"),
    date_leads=phrases("pe"),
    credit_openings=phrases("sursa"),
    date_openings=phrases("publicat, actualizat, data publicării"),
    sections=phrases(
        """
        știri, politică, economie, sport, fotbal, cultură, externe, social, opinii, sănătate, actualitate,
        internațional
        """
    ),
    labels=phrases("arhivă, foto, video, exclusiv, analiză, interviu, sursa"),
    furniture_lines=phrases(
        """
        publicitate, reclamă, foto, video, meniu, caută, distribuie, comentarii, abonează-te, autentificare, citește
        și, citește mai mult, știri similare, newsletter, contact, toate drepturile rezervate, cele mai citite
        """
    ),
    furniture_openings=phrases("citește și, citește mai mult, abonează-te, urmărește-ne, foto:, toate drepturile"),
    agencies=phrases("Agerpres, AGERPRES, Mediafax, News.ro, Reuters, AFP"),
)
