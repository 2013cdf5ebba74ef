"""German."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

LANGUAGE = Language(
    code="de",
    name="German",
    furniture_words=words(
        """
        newsletter abonn* anmeld* folgen teilen kommentar* anzeige werbung lesen mehr jetzt hier klick* bestell* rechte
        vorbehalten nachrichten aktuell* live app registrier* unterstütz* spende* foto* video* bild*
        """
    ),
    stop_words=words(
        """
        der die das den dem des ein eine einen einem einer und oder aber nicht mit von zu zum zur im ist sind
        war waren wird werden wurde wurden hat haben hatte auf für als auch sich er sie es wir ihr bei nach aus
        um dass noch
        """
    ),
    page_words=words(
        """
        mehr thema lesen teilen folgen abonnieren kommentar kommentare vorbehalten datenschutz impressum suche
        startseite anzeige schlagwörter themen anmelden
        """
    ),
    months=words(
        """
        januar jänner jan februar feb märz mär mrz april apr mai juni jun juli jul august aug september sept sep
        oktober okt november nov dezember dez
        """
    ),
    weekdays=words("montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so"),
    abbreviations=words(
        """
        dr prof hr fr hrn dipl ing bzw ca usw etc z.b u.a d.h o.ä s.o vgl nr str st mio mrd tel geb gest evtl ggf
        inkl max min sog abs art bd jh jhd v.chr n.chr jan feb mrz apr jun jul aug sept okt nov dez mo di mi do sa
        so e.v u.s i.d.r z.t
        """
    ),
    byline_openings=phrases(
        """
        von, text von, text, autor, autorin, ein beitrag von, ein kommentar von, ein gastbeitrag von, eine analyse
        von, eine reportage von, ein interview von, aufgezeichnet von, interview
        """
    ),
    name_joins=phrases("und, mit"),
    roles=phrases(
        """
        redakteur, redakteurin, korrespondent, korrespondentin, reporter, reporterin, journalist, journalistin,
        autor, autorin, chefredakteur, chefredakteurin, volontär, volontärin, redaktion
        """
    ),
    place_leads=phrases("für, in, aus"),
    date_leads=phrases("am, den"),
    credit_openings=phrases("quelle, quellen"),
    biography_words=phrases(
        """
        schreibt, berichtet, ist redakteur, ist redakteurin, ist autor, ist autorin, ist korrespondent, ist
        korrespondentin, ist reporter, ist reporterin, ist journalist, ist journalistin, ist freier, ist freie,
        arbeitet, leitet, lebt in, wurde
        """
    ),
    date_openings=phrases(
        """
        veröffentlicht, aktualisiert, stand, erschienen, veröffentlicht am, aktualisiert am, zuletzt aktualisiert,
        datum, erstellt
        """
    ),
    sections=phrases(
        """
        nachrichten, politik, wirtschaft, sport, fußball, kultur, wissen, wissenschaft, panorama, meinung,
        kommentar, lokales, regional, ausland, inland, gesellschaft, digital, gesundheit, reise, feuilleton,
        finanzen, technik, netzwelt, leben, startseite, bundesliga, unterhaltung, welt, stadt, region, medien, auto,
        karriere, gastbeitrag, leitartikel
        """
    ),
    labels=phrases(
        """
        archiv, archivbild, foto, bild, video, eilmeldung, exklusiv, analyse, kommentar, meinung, interview,
        korrektur, hinweis, anzeige, symbolbild, quelle, update, liveblog
        """
    ),
    furniture_lines=phrases(
        """
        anzeige, anzeigen, werbung, foto, fotos, bild, bilder, bildergalerie, video, videos, faq, häufige fragen,
        menü, suche, teilen, artikel teilen, drucken, merken, kommentare, kommentieren, abonnieren, anmelden,
        registrieren, einloggen, weiterlesen, mehr zum thema, das könnte sie auch interessieren, newsletter,
        inhaltsverzeichnis, inhalt, impressum, datenschutz, kontakt, zum inhalt springen, alle rechte vorbehalten,
        artikel anhören, vorlesen, folgen, zur startseite, zurück
        """
    ),
    furniture_openings=phrases(
        """
        jetzt abonnieren, newsletter, abonnieren sie, lesen sie auch, lesen sie hier, mehr zum thema, foto:, bild:,
        quelle:, melden sie sich, jetzt kostenlos, alle rechte, teilen sie, folgen sie
        """
    ),
    agencies=phrases(
        """
        dpa, dpa-AFX, Deutsche Presse-Agentur, epd, KNA, SID, APA, Austria Presse Agentur, sda, Keystone-SDA, ATS,
        AWP, Reuters, AFP, dts, dts Nachrichtenagentur, ots, tmn, ddp, dapd
        """
    ),
    speech=Speech(
        verbs=words(
            """
            sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint antwortete
            antwortet entgegnete entgegnet erwiderte erwidert fragte fragt ergänzte ergänzt fügte fügt
            berichtete berichtet schrieb schreibt schreiben warnte warnt gewarnt forderte fordert kritisierte
            kritisiert nannte nennt lobte lobt sprach spricht erzählt erzählte teilte teilt rief ruft kündigte
            kündigt versicherte versichert beteuerte beteuert versprach verspricht räumte räumt gab gibt hielt
            hält mahnte mahnt widersprach widerspricht beschwichtigte schimpfte schimpft klagte klagt findet
            fand glaubt glaubte bekräftigte bekräftigt unterstrich behauptete behauptet bestätigte bestätigt
            zitierte zitiert heißt hieß äußerte äußert verteidigte grinste lachte scherzte resümierte
            bilanzierte konstatierte urteilte hob stellte wies zeigte twitterte dankte bat bittet lautete lautet
            """
        ),
        according=(
            "laut",
            "so",
            "nach angaben von",
            "nach aussage von",
            "nach worten von",
            "den worten von",
        ),
        pronouns={"er": "m", "sie": "f", "wir": "", "ich": "", "man": ""},
        determiners=words(
            """
            der die das den dem des ein eine einen einem einer dieser diese dieses sein seine ihr ihre dessen
            deren
            """
        ),
        roles=words(
            """
            pilot besitzer besitzerin wirt wirtin händler händlerin bauer bäuerin kunde kundin zuschauer
            sportlerin sportler autor autorin regisseur regisseurin schauspieler schauspielerin ingenieur
            ingenieurin ökonom ökonomin analyst analystin minister ministerin kanzler kanzlerin präsident
            präsidentin sprecher sprecherin bürgermeister bürgermeisterin vorsitzende vorsitzender trainer
            trainerin kapitän torschütze verteidiger stürmer torwart richter richterin anwalt anwältin chef
            chefin direktor direktorin kurator kuratorin betriebsrätin betriebsrat landrat landrätin polizei
            unternehmen frau mann nachbarin nachbar zeugin zeuge biologin biologe politologin politologe
            forscher forscherin professor professorin experte expertin pfarrer pfarrerin heimatpfleger
            stadtbaurätin stadtbaurat abgeordnete abgeordneter politiker politikerin mutter vater sohn tochter
            bruder schwester gewerkschaft partei regierung verband behörde firma konzern schüler lehrer lehrerin
            arzt ärztin lady senator senatorin general papst bischof könig königin prinz herr passantin passant
            """
        ),
        prepositions=words(
            """
            im am zum zur beim vom ins ans von für mit gegen bei nach aus über an auf zu unter neben hinter vor
            um durch ohne wegen seit und
            """
        ),
        passive=words(
            """
            wurde wurden worden wird
            """
        ),
        by="von",
        relative=words(
            """
            der die das welcher welche
            """
        ),
        works=words(
            """
            film buch roman stück lied album ausstellung gemälde serie oper zeitschrift magazin titel artikel
            sendung
            """
        ),
        female=words(
            """
            frau ministerin kanzlerin präsidentin sprecherin bürgermeisterin mutter tochter schwester königin
            anna petra sabine clara judith monika nora erna yvonne anke helga meike maria angela ursula andrea
            claudia susanne julia katharina christine
            """
        ),
        male=words(
            """
            herr minister kanzler präsident sprecher bürgermeister vater sohn bruder könig peter jürgen henrik
            udo ralf emre lars bernd klaus georg tobias franz friedrich anton hans michael thomas andreas
            wolfgang martin olaf markus stefan christian
            """
        ),
        bodies=words(
            """
            polizei unternehmen gewerkschaft partei regierung verband behörde firma konzern
            """
        ),
    ),
)
