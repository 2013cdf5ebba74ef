"""Dutch."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    page_words=words(
        """
        lees meer ook verder gelezen nieuws nieuwsbrief abonneer abonnee abonnement inloggen account wachtwoord
        reacties reageer delen deel bewaren volg cookies privacy accepteren voorwaarden contact video foto
        gerelateerd aanbevolen advertentie
        """
    ),
    furniture_words=words(
        """
        abonn* nieuwsbrief volg* delen deel reacties advertentie lees meer klik hier foto* video* rechten voorbehouden
        inschrijven
        """
    ),
    stop_words=words(
        """
        het een van op te dat niet zijn voor met aan door ook naar ik je hij ze we in is was er maar om bij dan of
        nog wel meer heeft worden werd kan zou wordt over uit tot geen hebben deze dit zei
        """
    ),
    months=words(
        """
        januari jan februari feb maart mrt april apr mei juni jun juli jul augustus aug september sept sep oktober
        okt november nov december dec
        """
    ),
    weekdays=words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    abbreviations=words(
        """
        dhr mevr mr drs ir dr prof ing bijv bv enz etc o.a d.w.z m.b.t ca nr blz jl st jan feb mrt apr aug sept okt
        nov dec v.s
        """
    ),
    byline_openings=phrases(
        """
        door, geschreven door, tekst, tekst door, auteur, van onze redactie, van onze verslaggever, van onze
        correspondent
        """
    ),
    name_joins=phrases("en, met"),
    roles=phrases("redacteur, verslaggever, correspondent, journalist, columnist, hoofdredacteur, redactie, auteur"),
    place_leads=phrases("voor, in, uit"),
    date_leads=phrases("op"),
    credit_openings=phrases("bron"),
    biography_words=phrases(
        """
        schrijft, is verslaggever, is redacteur, is correspondent, is journalist, is een, werkt
        """
    ),
    date_openings=phrases("gepubliceerd, gepubliceerd op, bijgewerkt, laatst bijgewerkt, geplaatst, aangepast, datum"),
    sections=phrases(
        """
        nieuws, politiek, economie, sport, voetbal, cultuur, buitenland, binnenland, opinie, wetenschap, gezondheid,
        tech, regio, columns, cultuur & media, koningshuis, show
        """
    ),
    questions=phrases("v, vraag"),
    answers=phrases("a, antwoord"),
    labels=phrases("archief, foto, beeld, video, exclusief, analyse, opinie, interview, correctie, bron, live"),
    furniture_lines=phrases(
        """
        advertentie, advertenties, foto, foto's, beeld, video, faq, veelgestelde vragen, menu, zoeken, delen, deel
        dit artikel, printen, reacties, reageer, abonneer, abonneren, inloggen, registreren, lees meer, lees ook,
        lees verder, nieuwsbrief, inhoudsopgave, contact, alle rechten voorbehouden, meest gelezen, gerelateerd,
        beluister dit artikel
        """
    ),
    furniture_openings=phrases(
        """
        abonneer je, abonneer u, lees ook, lees meer, lees verder, deel dit, foto:, beeld:, volg ons, schrijf je in,
        meld je aan, alle rechten
        """
    ),
    agencies=phrases("ANP, Belga, Novum, Reuters, AFP, AP, BNR, NOS"),
    speech=Speech(
        verbs=words(
            """
            zei zegt zeggen zeiden gezegd verklaarde verklaart vertelt vertelde antwoordde antwoordt vroeg
            vraagt schreef schrijft waarschuwde waarschuwt noemde noemt meldt meldde benadrukt benadrukte vindt
            vond reageert reageerde stelt stelde voegt voegde aldus legt legde erkent erkende belooft beloofde
            riep roept klaagt meent denkt
            """
        ),
        according=(
            "volgens",
            "aldus",
        ),
        pronouns={"hij": "m", "zij": "f", "ze": "f", "we": "", "ik": ""},
        determiners=words(
            """
            de het een deze dit die dat zijn haar hun
            """
        ),
        roles=words(
            """
            minister president premier woordvoerder woordvoerster burgemeester voorzitter trainer coach
            aanvoerder rechter advocaat directeur vrouw man bedrijf bond partij regering politie onderzoeker
            hoogleraar moeder vader getuige bewoner wethouder kamerlid leider
            """
        ),
        prepositions=words(
            """
            van voor met tegen bij naar uit over aan op onder door zonder en in
            """
        ),
        passive=words(
            """
            werd wordt is
            """
        ),
        by="door",
        relative=words(
            """
            die dat wie
            """
        ),
        works=words(
            """
            film boek roman stuk lied album tentoonstelling schilderij serie tijdschrift titel artikel
            """
        ),
        female=words(
            """
            mevrouw vrouw moeder dochter zus koningin woordvoerster
            """
        ),
        male=words(
            """
            meneer de heer man vader zoon broer koning
            """
        ),
        bodies=words(
            """
            bedrijf bond partij regering politie
            """
        ),
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            advertentie, advertenties, reclame, gesponsord, gesponsorde inhoud, betaalde inhoud,
            in samenwerking met *, tekst gaat verder onder de advertentie,
            artikel gaat verder onder de advertentie, lees verder onder de advertentie, tekst loopt door onder *,
            tekst gaat door onder *, tekst gaat verder onder *, lees verder onder *
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            lees ook, lees ook:*, lees ook *, lees verder, lees verder *, lees meer, lees meer *, lees meer:*,
            lees alles *, lees hier *, bekijk ook, bekijk ook:*, bekijk:*, bekijk hier *, luister ook:*,
            meer over *, meer over dit onderwerp, meer nieuws, meer nieuws *, meer lezen, meer in *, meer van *,
            meer:*, gerelateerd, gerelateerde artikelen, gerelateerde berichten, gerelateerd nieuws,
            verwante artikelen, aanbevolen, aanbevolen artikelen, aanbevolen voor jou, misschien ook interessant,
            ook interessant, ook interessant voor jou, dit vind je misschien ook *, meest gelezen, meest bekeken,
            best gelezen, populair, populaire artikelen, laatste nieuws, het laatste nieuws, net binnen,
            nieuwste artikelen, recente artikelen, recente berichten, vorige, volgende, vorig artikel,
            volgend artikel, vorig bericht, volgend bericht, zie ook, zie ook:*, video:*, klik hier, klik hier *,
            in het nieuws, mis het niet, toon meer, meer weergeven, bekijk alles, bekijk meer
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            nieuwsbrief, nieuwsbrieven, onze nieuwsbrief, schrijf je in, schrijf je in *, schrijf u in *,
            meld je aan *, meld u aan *, aanmelden, inschrijven, abonneer, abonneer je *, abonneren,
            ontvang dagelijks *, e mailadres, je e mailadres, uw e mailadres, vul je e mailadres *,
            bedankt voor je aanmelding *, blijf op de hoogte *, mis niets *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            delen, deel, deel dit *, deel dit artikel *, deel op *, deel via *, delen op *, delen via *,
            artikel delen, mail, e mailen, printen, print, afdrukken, kopieer link, kopieer de link,
            link gekopieerd, link kopiëren, bewaar, bewaren, opslaan, bewaar artikel, lees later, luister,
            luister naar dit artikel, beluister dit artikel *, volg ons, volg ons *, volgen, geef cadeau,
            cadeau geven, artikel cadeau doen
            """
        ),
        Reason.COMMENTS: phrases(
            """
            reactie, reacties, 0 reacties, 0 reactie, geen reacties, reageer, reageren, plaats een reactie,
            plaats reactie, geef een reactie, laat een reactie achter, schrijf een reactie, bekijk reacties,
            toon reacties, alle reacties, lees reacties, beantwoorden, reactie annuleren, je reactie,
            het e mailadres wordt niet *, je e mailadres wordt niet *, verplichte velden *,
            log in om te reageren *, je moet ingelogd zijn *, reageren is niet *, fout gezien *, fout gevonden *,
            foutje gezien *, meld fout, tip de redactie *, tip ons *, heb je een tip *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            alleen voor abonnees, voor abonnees, exclusief voor abonnees, al abonnee *, ben je al abonnee *,
            nog geen abonnee *, word abonnee *, neem een abonnement *, abonnement, abonnementen, inloggen, log in,
            uitloggen, registreren, maak een account *, account aanmaken, wachtwoord, wachtwoord vergeten *,
            mijn account, premium, probeer gratis *, lees onbeperkt *, om verder te lezen *, steun ons *, doneer,
            doneer nu
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            download de app *, download onze app *, download nu *, open in de app, beschikbaar in *,
            volg ons whatsapp kanaal *
            """
        ),
        Reason.CONSENT: phrases(
            """
            accepteren, alles accepteren, akkoord, weigeren, cookie instellingen, cookie instellingen *, cookies,
            cookiebeleid, privacy, privacybeleid, privacy instellingen, privacyverklaring, deze inhoud *,
            om deze inhoud te *, deze content *, wij gebruiken cookies *, deze website gebruikt *,
            schakel javascript in *, laden, sluiten, annuleren, er is iets misgegaan *, probeer het opnieuw *,
            ga naar de inhoud, ga naar inhoud, naar de inhoud, direct naar *
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, foto s, fotogalerij, afbeelding, video, video s, foto 0 van 0, afbeelding 0 van 0, 0 van 0,
            0 foto s, vergroot, vergroot afbeelding, vergroten, volledig scherm, afspelen, leestijd 0 *,
            leestijd *, 0 min leestijd
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, beeld:*, foto s:*, archieffoto, archiefbeeld, fotograaf:*, ter illustratie, illustratie:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            home, homepage, terug, terug naar boven, naar boven, terug naar *, menu, zoeken, zoek, secties,
            categorieën, rubrieken, onderwerpen, contact, over ons, adverteren, vacatures, werken bij *,
            algemene voorwaarden, gebruiksvoorwaarden, colofon, klantenservice, veelgestelde vragen,
            help, archief, volgende pagina, vorige pagina, pagina 0, over de auteur, auteur, auteurs,
            meer artikelen van *, alle artikelen van *, redactie, weer, puzzels, digitale krant
            """
        ),
        Reason.TAGS: phrases(
            """
            tags:*, trefwoorden, trefwoorden:*, onderwerpen:*, categorie:*, categorieën:*, lees meer over:*,
            meer over:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            alle rechten voorbehouden, alle rechten voorbehouden *, * alle rechten voorbehouden, auteursrecht *,
            niets uit deze *
            """
        ),
    },
)
