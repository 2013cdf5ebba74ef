"""Norwegian."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="no",
    name="Norwegian",
    page_words=words(
        """
        les mer også saker nyheter siste mest lest abonner abonnent abonnement nyhetsbrev logg konto passord
        kommentarer kommenter del lagre lytt følg annonse reklame informasjonskapsler personvern kontakt tips
        vilkår video foto relaterte
        """
    ),
    stop_words=words(
        """
        og i det på som er en til å han av for med at var de ikke den har jeg om et men så seg hun hadde fra vi du
        kan da ble ut skal vil ham etter over ved også bare eller sa nå dette noe være opp der når andre blir alle
        inn sin
        """
    ),
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
    questions=phrases("sp, spørsmål"),
    answers=phrases("sv, svar"),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            annonse, annonser, annonsørinnhold, reklame, sponset innhold, saken fortsetter under annonsen,
            artikkelen fortsetter under annonsen, saken fortsetter etter annonsen,
            artikkelen fortsetter etter annonsen, annonse:*, betalt innhold
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            les også, les også:*, les også *, les mer, les mer:*, les mer *, les:*, les hele *, se også, se også:*,
            se video:*, se:*, hør:*, video:*, mer om *, mer fra *, mer om saken, flere saker, flere nyheter,
            relatert, relaterte saker, relaterte artikler, relatert innhold, anbefalt, anbefalte saker, anbefales,
            anbefalt for deg, du vil kanskje også like, mest lest, mest leste, mest lest nå, mest sett, populært,
            siste nytt, siste nyheter, siste saker, siste, akkurat nå, neste artikkel, forrige artikkel, neste,
            forrige, neste sak, ikke gå glipp av *, vis mer, vis flere, vis alle, last flere *, klikk her *,
            saken oppdateres, saken fortsetter under *, artikkelen fortsetter under *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            nyhetsbrev, vårt nyhetsbrev, meld deg på *, meld deg på, abonner, abonner på *, få nyhetsbrev *,
            få vårt *, din e post, e postadresse, din e postadresse, takk for at du *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            del på *, del via *, del artikkelen, del saken, del denne *, e post, send på e post, skriv ut,
            kopier lenke, kopier lenken, lenke kopiert, lenken er kopiert, lagre, lagre artikkel, lagre saken,
            lytt, lytt til saken, lytt til artikkelen, lytt til saken *, følg oss, følg oss *, gi bort saken, lik
            """
        ),
        Reason.COMMENTS: phrases(
            """
            kommentar, kommentarer, 0 kommentarer, 0 kommentar, ingen kommentarer, kommenter,
            kommenter denne saken, legg igjen en kommentar, skriv en kommentar, legg til kommentar,
            legg inn en kommentar, vis kommentarer, alle kommentarer, svar, avbryt svar,
            din e postadresse vil ikke *, obligatoriske felt *, logg inn for å *, har du funnet en feil *,
            funnet feil *, feil i artikkelen *, tips oss, tips oss *, har du tips *, har du et tips *, diskuter,
            hva mener du *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            logg inn, logg ut, opprett konto, min konto, min side, passord, glemt passord *, bli abonnent *,
            allerede abonnent *, er du abonnent *, har du allerede *, kun for abonnenter, for abonnenter,
            abonnement, kjøp abonnement *, prøv gratis *, for å lese *, premium, pluss, støtt oss *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            last ned appen *, last ned vår app *, åpne i appen, få appen *
            """
        ),
        Reason.CONSENT: phrases(
            """
            godta, godta alle, aksepter, avvis, innstillinger, informasjonskapsler, om informasjonskapsler,
            cookies, personvern, personvernerklæring, personverninnstillinger, vi bruker informasjonskapsler *,
            dette innholdet *, for å se innholdet *, vis innhold, laster, laster inn, lukk, avbryt,
            hopp til innhold, gå til innhold, hopp til hovedinnhold
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            bilde, bilder, bildeserie, bildegalleri, video, foto, bilde 0 av 0, vis større, forstørr, fullskjerm,
            spill av, lesetid 0 *, lesetid *, 0 min, 0 min lesetid, grafikk, vis bilde
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, bilde:*, arkivfoto, arkivfoto:*, illustrasjonsfoto, illustrasjonsfoto:*, illustrasjon:*,
            skjermdump, fotograf:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            hjem, forside, forsiden, til forsiden, gå til forsiden, tilbake, til toppen, opp, meny, søk,
            kategorier, emner, kontakt, kontakt oss, om oss, annonsere, annonser hos oss, jobb hos oss,
            ledige stillinger, vilkår, brukervilkår, hjelp, kundeservice, arkiv, neste side, forrige side, side 0,
            om forfatteren, redaksjonen, ansvarlig redaktør *, ansvarlig redaktør, sjefredaktør *, e avis, vær,
            horoskop, kryssord, spill, rettelser
            """
        ),
        Reason.TAGS: phrases(
            """
            emner:*, emneord, emneord:*, stikkord, stikkord:*, kategori:*, tags:*, emner i saken
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            alle rettigheter *, alt innhold er opphavsrettslig *, opphavsrett *, redaktøransvar *,
            arbeider etter vær varsom *, den som mener seg rammet *, den som mener seg utsatt for *
            """
        ),
    },
)
