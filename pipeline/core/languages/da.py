"""Danish."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="da",
    name="Danish",
    page_words=words(
        """
        læs mere også nyheder seneste mest læste abonner abonnent abonnement nyhedsbrev log konto adgangskode
        kommentarer kommenter del gem lyt følg annonce reklame cookies privatliv kontakt tip vilkår video foto
        relaterede
        """
    ),
    stop_words=words(
        """
        og i at det er en til på som den de af for ikke med der var han har et om men jeg sig så vi fra kan du hun
        havde ud skal vil efter over ved også bare eller siger nu blev når alle blive op ind sin være hvor man mere
        """
    ),
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
    questions=phrases("sp, spørgsmål"),
    answers=phrases("sv, svar"),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            annonce, annoncer, reklame, sponsoreret, sponsoreret indhold, annoncørbetalt indhold,
            artiklen fortsætter efter annoncen, artiklen fortsætter under annoncen, artiklen fortsætter under *,
            annonce:*
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            læs også, læs også:*, læs også *, læs mere, læs mere:*, læs mere *, læs:*, læs hele *, se også,
            se også:*, se:*, hør:*, video:*, mere om *, mere fra *, flere nyheder, flere artikler, relateret,
            relaterede artikler, relateret indhold, anbefalet, anbefalede artikler, måske vil du *, mest læst,
            mest læste, mest læste lige nu, populært, populære artikler, seneste nyt, seneste nyheder, seneste,
            lige nu, næste artikel, forrige artikel, næste, forrige, gå ikke glip af *, vis mere, vis flere,
            vis alle, klik her *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            nyhedsbrev, nyhedsbreve, tilmeld dig *, tilmeld, tilmeld nyhedsbrev, abonner, abonner på *,
            få nyhedsbrevet *, din e mail, e mailadresse, din e mailadresse, tak for din tilmelding *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            del på *, del via *, del artiklen, del artikel, e mail, print, udskriv, kopier link, kopiér link,
            link kopieret, gem, gem artikel, lyt, lyt til artiklen, lyt til artiklen *, følg os, følg os *,
            giv artiklen *, synes godt om, gem på læseliste, del artiklen del, gem artiklen
            """
        ),
        Reason.COMMENTS: phrases(
            """
            kommentar, kommentarer, 0 kommentarer, 0 kommentar, ingen kommentarer, kommentér, kommenter,
            skriv en kommentar, efterlad en kommentar, tilføj kommentar, vis kommentarer, alle kommentarer, svar,
            annuller svar, din e mailadresse vil ikke *, krævede felter *, log ind for at *,
            har du fundet en fejl *, fejl i artiklen *, tip os, tip os *, har du et tip *, debat
            """
        ),
        Reason.PAYWALL: phrases(
            """
            log ind, login, log ud, opret konto, opret dig *, min konto, adgangskode, glemt adgangskode *,
            bliv abonnent *, allerede abonnent *, er du abonnent *, har du allerede *, kun for abonnenter,
            for abonnenter, abonnement, køb abonnement *, prøv gratis *, for at læse *, støt os *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            download appen *, hent appen *, hent vores app *, åbn i appen
            """
        ),
        Reason.CONSENT: phrases(
            """
            accepter, accepter alle, acceptér, afvis, indstillinger, cookies, cookiepolitik, cookieindstillinger,
            privatlivspolitik, persondatapolitik, vi bruger cookies *, dette indhold *, for at se indholdet *,
            vis indhold, indlæser, luk, annuller, gå til indhold, spring til indhold
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            billede, billeder, galleri, billedserie, video, foto, billede 0 af 0, forstør, fuld skærm, afspil,
            læsetid 0 *, læsetid *, 0 min, 0 min læsetid, grafik
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, billede:*, arkivfoto, arkivfoto:*, illustration:*, fotograf:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            hjem, forside, forsiden, til forsiden, tilbage, til toppen, menu, søg, kategorier, emner, kontakt,
            kontakt os, om os, annoncer, annoncering, job, vilkår, brugsvilkår, hjælp, kundeservice, arkiv,
            næste side, forrige side, side 0, om forfatteren, redaktionen, ansvarshavende chefredaktør *, e avis,
            vejret, horoskop, krydsord
            """
        ),
        Reason.TAGS: phrases(
            """
            emner:*, tags:*, nøgleord, nøgleord:*, kategori:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            alle rettigheder *, alle rettigheder forbeholdes *, alt materiale på *, ophavsret *
            """
        ),
    },
)
