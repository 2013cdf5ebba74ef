"""Norwegian."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="no",
    name="Norwegian",
    months=words(
        """
        januar jan februar feb mars mar april apr mai juni jun juli jul august aug september sept sep oktober okt
        november nov desember des
        """
    ),
    weekdays=words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    abbreviations=words(
        """
        dr prof bl.a f.eks dvs d.v.s m.m osv kl nr st ca s.k f.eks jan feb mar apr aug sept okt nov des
        """
    ),
    byline_openings=phrases("av, skrevet av, tekst, tekst av, publisert av"),
    name_joins=phrases("og, med"),
    roles=phrases("journalist, reporter, korrespondent, redaktør, kommentator, redaksjon"),
    place_leads=phrases("for, fra"),
    date_leads=phrases("den"),
    credit_openings=phrases("kilde"),
    biography_words=phrases("skriver, er journalist, er reporter, er korrespondent, er redaktør, er en"),
    date_openings=phrases("publisert, oppdatert, sist oppdatert, sist endret"),
    sections=phrases(
        """
        nyheter, sport, fotball, politikk, økonomi, kultur, utenriks, innenriks, debatt, leder, kjendis, meninger,
        lokalt, helse
        """
    ),
    labels=phrases("arkiv, arkivfoto, foto, bilde, video, eksklusivt, analyse, intervju, rettelse, kilde"),
    furniture_lines=phrases(
        """
        annonse, annonser, annonsørinnhold, foto, bilde, bilder, video, meny, søk, del, del artikkelen, skriv ut,
        kommentarer, abonner, bli abonnent, logg inn, les mer, les også, nyhetsbrev, kontakt, ofte stilte spørsmål,
        mest lest, tips oss, lytt til saken, vis mer
        """
    ),
    furniture_openings=phrases(
        """
        les mer, les også, abonner på, del på, foto:, følg oss, bli abonnent, annonse, tips oss
        """
    ),
    agencies=phrases("NTB, ANB, NPK, Reuters, AFP, AP"),
)
