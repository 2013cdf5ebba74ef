"""Dutch."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    furniture_words=words(
        """
        abonn* nieuwsbrief volg* delen deel reacties advertentie lees meer klik hier foto* video* rechten voorbehouden
        inschrijven
        """
    ),
    stop_words=words(
        """
        het een van op te dat niet zijn voor met aan door ook naar
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
)
