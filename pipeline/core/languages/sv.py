"""Swedish."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    page_words=words(
        """
        läs mer också nyheter senaste mest lästa prenumerera prenumerant prenumeration nyhetsbrev logga konto
        lösenord kommentera kommentarer dela skriv spara lyssna följ annons reklam cookies integritet kontakt tipsa
        villkor video foto bild relaterat
        """
    ),
    stop_words=words(
        """
        och i att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan när
        hon ska eller under också efter vid sin där mot nu sedan skulle ut blir bara hade än man in år säger dem
        mycket över alla detta mer
        """
    ),
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
    questions=phrases("f, fråga"),
    answers=phrases("s, svar"),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            annons, annonser, reklam, sponsrat, sponsrat innehåll, annonssamarbete, betald annons,
            artikeln fortsätter under annonsen, artikeln fortsätter efter annonsen, annons:*
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            läs också, läs också:*, läs också *, läs även, läs även:*, läs även *, läs mer, läs mer:*, läs mer *,
            läs vidare, läs:*, läs hela *, se också, se också:*, se även, se även:*, se mer, video:*, lyssna:*,
            mer om *, mer om ämnet, mer från *, mer nyheter, mer i *, fler nyheter, fler artiklar, relaterat,
            relaterat:*, relaterade artiklar, relaterade nyheter, relaterat innehåll, rekommenderat, rekommenderas,
            rekommenderade artiklar, du kanske också *, du kanske gillar *, mest läst, mest lästa,
            mest läst just nu, mest lästa just nu, populärt, populärast, populäraste, senaste nytt,
            senaste nyheterna, senaste nyheter, senaste, just nu, toppnyheter, nästa artikel, föregående artikel,
            nästa, föregående, missa inte, missa inte *, visa mer, visa fler, visa alla, klicka här *,
            detta är en nyhetsartikel *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            nyhetsbrev, nyhetsbrevet, vårt nyhetsbrev, prenumerera, prenumerera på *, anmäl dig *,
            få vårt nyhetsbrev *, få nyhetsbrevet *, skriv upp dig *, din e post, e postadress, din e postadress,
            tack för din anmälan *, genom att *, följ nyheterna *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            dela, dela på *, dela via *, dela artikeln, dela artikel, dela med *, e post, mejla, skriv ut,
            skriv ut artikeln, kopiera länk, kopiera länken, länk kopierad, spara, spara artikel, spara artikeln,
            lyssna, lyssna på artikeln, lyssna på artikeln *, ljuduppspelningen är *, uppläst *, följ oss,
            följ oss *, ge bort artikeln *, ge bort, gilla
            """
        ),
        Reason.COMMENTS: phrases(
            """
            kommentar, kommentarer, 0 kommentarer, 0 kommentar, inga kommentarer, kommentera, kommentera artikeln,
            lämna en kommentar, skriv en kommentar, lämna ett svar, visa kommentarer, alla kommentarer, svara,
            avbryt svar, din e postadress kommer inte *, obligatoriska fält *, logga in för att *,
            fel i artikeln *, rätta texten *, har du hittat ett fel *, tipsa oss, tipsa oss *, har du tips *,
            diskutera, rapportera fel
            """
        ),
        Reason.PAYWALL: phrases(
            """
            logga in, logga ut, skapa konto, mitt konto, lösenord, glömt lösenord *, bli prenumerant *,
            redan prenumerant *, är du prenumerant *, har du redan *, endast för prenumeranter, för prenumeranter,
            premium, prova gratis *, köp prenumeration *, för att läsa *, läs utan kostnad *, lås upp *, stöd oss *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            ladda ner appen *, ladda ner vår app *, ladda ned appen *, öppna i appen, hämta appen *
            """
        ),
        Reason.CONSENT: phrases(
            """
            acceptera, acceptera alla, godkänn, godkänn alla, avvisa, neka, inställningar, cookies,
            cookieinställningar, om cookies, cookiepolicy, integritetspolicy, personuppgifter,
            personuppgiftspolicy, vi använder cookies *, det här innehållet *, för att se innehållet *,
            visa innehåll, laddar, stäng, avbryt, hoppa till innehåll, hoppa till huvudinnehåll, till innehållet,
            till innehåll på sidan
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            bild, bilder, bildspel, bildgalleri, video, videor, bild 0 av 0, foto, förstora, förstora bilden,
            helskärm, spela upp, lästid 0 *, lästid *, 0 min, 0 min läsning, grafik, karta
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, bild:*, arkivbild, arkivbild:*, genrebild, montage:*, grafik:*, bildkälla:*, fotograf:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            hem, startsida, till startsidan, tillbaka, till toppen, upp, meny, sök, kategorier, ämnen, kontakt,
            kontakta oss, om oss, annonsera, jobba hos oss, villkor, användarvillkor, hjälp, kundservice,
            vanliga frågor, arkiv, nästa sida, föregående sida, sida 0, om skribenten, skribent, mer av skribenten,
            redaktion, redaktionen, ansvarig utgivare *, ansvarig utgivare, chefredaktör *, e tidning, e tidningen,
            väder, horoskop, korsord, spel
            """
        ),
        Reason.TAGS: phrases(
            """
            ämnen:*, taggar, taggar:*, etiketter, kategori:*, nyckelord:*, ämnen i artikeln
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            alla rättigheter förbehållna *, alla rättigheter reserverade *, * alla rättigheter förbehållna,
            detta material är skyddat *, citera oss gärna *
            """
        ),
    },
    cues={
        Reason.PAYWALL: phrases(
            """
            prenumeranter
            """
        ),
    },
)
