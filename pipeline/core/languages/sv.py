"""Swedish."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    furniture_words=words(
        """
        prenumerera följ dela kommentar* annons läs mer klicka nyhetsbrev* foto* bild*
        """
    ),
    months=words(
        """
        januari jan februari feb mars mar april apr maj juni jun juli jul augusti aug september sept sep oktober okt
        november nov december dec
        """
    ),
    weekdays=words("måndag tisdag onsdag torsdag fredag lördag söndag"),
    abbreviations=words(
        """
        dr prof bl.a t.ex dvs d.v.s m.m o.s.v osv kl nr st ca s.k f.d jan feb mar apr aug sept okt nov dec
        """
    ),
    byline_openings=phrases("av, text av, text, skriven av, publicerad av"),
    name_joins=phrases("och, med"),
    roles=phrases("reporter, journalist, korrespondent, redaktör, krönikör, skribent, chefredaktör"),
    place_leads=phrases("för, från"),
    date_leads=phrases("den"),
    credit_openings=phrases("källa"),
    biography_words=phrases("skriver, är reporter, är journalist, är korrespondent, är redaktör, är en"),
    date_openings=phrases("publicerad, publicerat, uppdaterad, uppdaterat, senast uppdaterad"),
    sections=phrases(
        """
        nyheter, sport, fotboll, politik, ekonomi, kultur, världen, inrikes, utrikes, debatt, ledare, nöje, opinion,
        lokalt, hälsa, vetenskap
        """
    ),
    labels=phrases("arkiv, arkivbild, foto, bild, video, exklusivt, analys, intervju, rättelse, källa, uppdatering"),
    furniture_lines=phrases(
        """
        annons, annonser, foto, bild, bilder, video, meny, sök, dela, dela artikeln, skriv ut, kommentarer,
        prenumerera, logga in, registrera, läs mer, läs också, läs även, nyhetsbrev, kontakt, vanliga frågor, mest
        läst, relaterat, lyssna på artikeln, alla rättigheter förbehållna
        """
    ),
    furniture_openings=phrases(
        """
        läs mer, läs också, läs även, prenumerera på, dela på, foto:, följ oss, bli prenumerant, annons
        """
    ),
    agencies=phrases("TT, Tidningarnas Telegrambyrå, Siren, Reuters, AFP, AP"),
)
