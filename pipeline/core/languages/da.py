"""Danish."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="da",
    name="Danish",
    months=words(
        """
        januar jan februar feb marts mar april apr maj juni jun juli jul august aug september sept sep oktober okt
        november nov december dec
        """
    ),
    weekdays=words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    abbreviations=words("dr prof bl.a f.eks dvs d.v.s m.m osv kl nr ca s.k fx jan feb mar apr aug sept okt nov dec"),
    byline_openings=phrases("af, skrevet af, tekst, tekst af"),
    name_joins=phrases("og, med"),
    roles=phrases("journalist, reporter, korrespondent, redaktør, kommentator, redaktion"),
    place_leads=phrases("for, fra"),
    date_leads=phrases("den"),
    credit_openings=phrases("kilde"),
    biography_words=phrases("skriver, er journalist, er reporter, er korrespondent, er redaktør, er en"),
    date_openings=phrases("publiceret, opdateret, senest opdateret, offentliggjort"),
    sections=phrases(
        """
        nyheder, sport, fodbold, politik, økonomi, kultur, udland, indland, debat, leder, lokalt, sundhed, erhverv
        """
    ),
    labels=phrases("arkiv, arkivfoto, foto, billede, video, analyse, interview, rettelse, kilde"),
    furniture_lines=phrases(
        """
        annonce, annoncer, foto, billede, billeder, video, menu, søg, del, del artiklen, print, kommentarer,
        abonner, bliv abonnent, log ind, læs mere, læs også, nyhedsbrev, kontakt, mest læste, gem artikel, lyt til
        artiklen
        """
    ),
    furniture_openings=phrases(
        """
        læs mere, læs også, abonner på, del på, foto:, følg os, bliv abonnent, annonce, gem på
        """
    ),
    agencies=phrases("Ritzau, Reuters, AFP, AP, Newspaq"),
)
