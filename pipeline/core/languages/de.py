"""German."""

from pipeline.core.languages.language import Closing, Language, phrases, words
from pipeline.core.languages.speech import Speech
from pipeline.core.reasons import RemovedReason as Reason

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
        der die das den dem des ein eine einen einem einer und oder aber nicht mit von zu zum zur im ist sind war
        waren wird werden wurde wurden hat haben hatte auf für als auch sich er sie es wir ihr bei nach aus um dass
        noch
        """
    ),
    page_words=words(
        """
        mehr thema lesen teilen folgen abonnieren kommentar kommentare vorbehalten datenschutz impressum suche
        startseite anzeige schlagwörter themen anmelden abo abonnement abonnements abonnent abonnenten registrieren
        einloggen login passwort newsletter cookies cookie zustimmung einstellungen datenschutzerklärung
        nutzungsbedingungen agb kontakt karriere weiterlesen artikel beitrag beiträge meistgelesen empfehlungen
        empfohlen bestellen testen kündbar drucken merken versenden verschicken kopieren link bild foto video
        podcast fotostrecke bildergalerie vergrößern stellenmarkt gutscheine werbung externer inhalt inhalte
        anzeigen browser javascript
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
    questions=phrases("f, frage"),
    answers=phrases("a, antwort"),
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
        terms=words(
            """
            wort worte begriff ausdruck namen name titel motto spitznamen beinamen slogan
            """
        ),
        reported=words(
            """
            sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme bleibe lasse brauche wisse mache
            stehe sehe liege heiße tue nehme halte führe fehle gelte
            """
        ),
        definite={"der": "m", "die": "f"},
        persons=tuple("er ist ant ent or wirt oge ate ige in".split()),
        bodies=words(
            """
            polizei unternehmen gewerkschaft partei regierung verband behörde firma konzern
            """
        ),
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            anzeige, anzeigen, werbung, advertorial, sponsored post, gesponsert, gesponserter inhalt,
            gesponserte inhalte, anzeige werbung, weiter nach der anzeige, weiterlesen nach der anzeige,
            artikel wird nach der anzeige fortgesetzt, dieser artikel wird nach der anzeige fortgesetzt,
            nach der anzeige weiterlesen, bezahlter inhalt, bezahlte partnerschaft, in kooperation mit *,
            werbung deaktivieren, werbung ausblenden, stellenmarkt, gutscheine, rabattcodes,
            angebote unserer partner, partnerangebote, affiliate link, affiliate links
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            lesen sie auch, lesen sie auch:*, lesen sie auch *, lesen sie hier:*, lesen sie hier *,
            lesen sie dazu *, lesen sie mehr, lesen sie mehr *, lesen sie weiter, lesen sie jetzt:*,
            lesen sie jetzt, lies auch, lies auch:*, lies auch *, lies mehr *, lies hier *, auch lesen:*,
            auch interessant, das könnte sie auch interessieren, das könnte sie auch interessieren:*,
            das könnte sie interessieren, das könnte dich auch interessieren, das könnte dich interessieren,
            das könnte ihnen auch gefallen, könnte sie auch interessieren, mehr zum thema, mehr zum thema:*,
            mehr dazu, mehr dazu:*, mehr dazu *, mehr zu *, mehr lesen, mehr lesen *, mehr aus *, mehr von *,
            mehr anzeigen, mehr laden, mehr erfahren, mehr infos, mehr informationen, mehr news, mehr nachrichten,
            mehr:*, weitere artikel, weitere artikel *, weitere themen, weitere nachrichten, weitere meldungen,
            weitere news, weitere beiträge, weitere videos, weitere informationen, weiterlesen, weiterlesen *,
            weiterlesen:*, hier weiterlesen, weiter lesen, weiter zu *, zum thema, zum thema:*, zum artikel,
            zum video, zum beitrag, zum weiterlesen, zum weiterlesen:*, passend dazu:*, siehe auch, siehe auch:*,
            siehe auch *, lesetipp, lesetipp:*, lesetipps, lese tipp:*, buchtipp:*, linktipp:*, empfehlungen,
            empfehlungen der redaktion, empfohlen, empfohlene artikel, unsere empfehlungen, unsere empfehlung,
            redaktionsempfehlung, ähnliche artikel, ähnliche themen, ähnliche beiträge, verwandte themen,
            verwandte artikel, verwandte beiträge, meistgelesen, meist gelesen, meistgelesene artikel,
            am meisten gelesen, meistkommentiert, meistgesehen, beliebt, beliebte artikel, beliebteste artikel,
            neueste artikel, neueste beiträge, neueste nachrichten, aktuelle artikel, aktuelle beiträge,
            aktuelle nachrichten, aktuelle meldungen, aktuelle videos, aktuelles, top themen, topthemen, top news,
            schlagzeilen, nächster artikel, vorheriger artikel, nächster beitrag, vorheriger beitrag,
            alle anzeigen, alle artikel, alle artikel *, video:*, videos:*, bilder:*, fotos:*, podcast:*,
            fotostrecke:*, bilderstrecke:*, galerie:*, quiz:*, umfrage:*, newsblog:*, liveticker:*, live ticker:*,
            im video:*, sehen sie hier *, sehen sie auch:*, sehen sie im video:*, hören sie hier *, hier klicken,
            hier klicken *, klicken sie hier *, klicken sie auf *, hier geht es zu *, hier geht s zu *,
            hier lesen sie *, hier finden sie *, zurück zu *, aus dem archiv, aus dem ressort
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, newsletter abonnieren, newsletter bestellen, newsletter anmeldung, zum newsletter,
            jetzt newsletter *, unser newsletter, unsere newsletter, kostenloser newsletter, abonnieren,
            jetzt abonnieren, jetzt anmelden, kostenlos anmelden, jetzt kostenlos *, jetzt registrieren,
            abonnieren sie *, abonnieren sie unseren newsletter *, melden sie sich *, melde dich *, e mail adresse,
            ihre e mail adresse, ihre e mail adresse *, deine e mail adresse,
            bitte geben sie eine gültige e mail *, bitte geben sie ihre e mail *, anmeldebestätigung verschickt,
            vielen dank für ihre anmeldung *, vielen dank für deine anmeldung *, täglich das wichtigste *,
            das wichtigste des tages *, * in ihr postfach, * per e mail erhalten, verpassen sie *,
            nichts mehr verpassen *, immer informiert *, bleiben sie informiert *, push nachrichten *,
            push mitteilungen *, eilmeldungen *, mit unserem newsletter *, mit der bestellung *,
            mit der anmeldung *, mit ihrer anmeldung *, ich bin damit einverstanden *, ich möchte den newsletter *,
            abmelden
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            teilen, artikel teilen, beitrag teilen, seite teilen, auf facebook teilen, auf twitter teilen, auf x teilen,
            bei facebook teilen, bei twitter teilen, per e mail teilen, per mail teilen, per whatsapp teilen,
            via whatsapp teilen, teilen auf *, teilen per *, teilen via *, teilen mit *, weiterempfehlen, empfehlen,
            per e mail versenden, per mail versenden, per e mail verschicken, per e mail, per mail, versenden,
            verschicken, als e mail versenden, artikel verschicken, artikel versenden, twittern, drucken,
            artikel drucken, seite drucken, druckversion, druckansicht, drucken teilen, merken, artikel merken,
            auf die merkliste, merkliste, zur merkliste hinzufügen, speichern, artikel speichern, in pocket speichern,
            gemerkt, vorlesen, artikel vorlesen, artikel anhören, anhören, jetzt anhören, beitrag hören, text anhören,
            link kopieren, link kopiert, link in zwischenablage kopieren, kopieren, url kopieren, kurzlink, folgen,
            folgen sie uns, folgen sie uns *, folgen sie *, folge uns *, folgt uns *, uns folgen, schriftgröße,
            schrift vergrößern, schrift verkleinern, verschenken, artikel verschenken, diesen artikel teilen,
            diesen artikel verschenken, als favorit hinzufügen, bei google als *, als bevorzugte quelle *, als pdf,
            pdf version, feedback, feedback geben, hat ihnen dieser artikel gefallen *,
            hat ihnen der artikel gefallen *, hat dir der artikel gefallen *, gefällt ihnen dieser artikel *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            kommentar, kommentare, 0 kommentare, 0 kommentar, keine kommentare, kommentar schreiben,
            kommentar verfassen, kommentar abgeben, kommentar abschicken, kommentar hinterlassen, kommentare lesen,
            kommentare anzeigen, kommentare ansehen, kommentare laden, alle kommentare, alle kommentare anzeigen,
            kommentieren, jetzt kommentieren, artikel kommentieren, schreibe einen kommentar,
            schreiben sie einen kommentar, schreiben sie den ersten kommentar, hinterlasse einen kommentar,
            leserkommentare, leserbrief, leserbrief schreiben, leserbriefe, diskutieren sie mit *, diskutieren sie *,
            diskutiere mit *, diskussion, zur diskussion, mitdiskutieren, zum forum, forum, antworten,
            antwort abbrechen, geben sie ihren kommentar *, ihr kommentar, ihre meinung, ihre meinung ist gefragt *,
            deine meinung, deine meinung zählt *, was denken sie *, was meinen sie *, was meinst du *, was hältst du *,
            melden sie sich an um *, bitte melden sie sich an *, bitte loggen sie sich ein *,
            bitte registrieren sie sich *, um zu kommentieren *, die kommentarfunktion *, kommentarfunktion *,
            die kommentare sind *, ihre e mail adresse wird nicht *, deine e mail adresse wird nicht *,
            erforderliche felder sind *, netiquette, beitrag melden, kommentar melden, fehler gefunden,
            fehler gefunden *, fehler melden, fehler im artikel *, fehler auf *, fehler entdeckt *,
            haben sie einen fehler *, hast du einen fehler *, war dieser artikel *, ist dieser artikel *,
            wie fanden sie *, inhaltliches feedback *, wir freuen uns über eine mail *, haben sie probleme *,
            um einen kommentar schreiben *, um kommentare schreiben *, um kommentieren zu können *,
            um mitdiskutieren zu können *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            jetzt weiterlesen *, jetzt lesen, weiterlesen mit *, bereits abonnent, bereits abonnent *,
            sie sind bereits abonnent *, sie haben bereits *, schon abonnent *, haben sie bereits *,
            noch kein abo *, noch kein *, nur für abonnenten, exklusiv für abonnenten, für abonnenten, abo testen,
            jetzt testen, gratis testen, kostenlos testen, jetzt kostenlos testen, abo, abonnement, abonnements,
            abo shop, abo service, zum abo, zu den angeboten, zum angebot, angebote, jetzt abo *, digital abo,
            probeabo *, probemonat *, premium, anmelden, einloggen, login, logout, ausloggen, registrieren,
            konto erstellen, konto anlegen, mein konto, passwort, passwort vergessen, passwort vergessen *,
            benutzername, angemeldet bleiben, jetzt freischalten *, diesen artikel freischalten *,
            artikel freischalten *, der artikel ist *, dieser artikel ist *, dieser artikel gehört *,
            dieser inhalt ist *, mit einem abo *, monatlich kündbar *, jederzeit kündbar *, unterstützen sie *,
            unterstütze uns *, unterstützen sie uns *, jetzt unterstützen, spenden, jetzt spenden, einmalig,
            hier bestellen, jetzt bestellen, sie möchten *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            app herunterladen, jetzt app *, jetzt die app *, laden sie die app *, laden sie unsere app *,
            laden sie sich *, lade dir *, holen sie sich die *, hol dir die *, unsere app *, zur app, apps,
            in der app öffnen, app öffnen, die * app, abonniere den whatsapp kanal *, whatsapp kanal *,
            folgen sie unserem whatsapp kanal *
            """
        ),
        Reason.CONSENT: phrases(
            """
            akzeptieren, alle akzeptieren, cookies akzeptieren, einverstanden, ablehnen, alle ablehnen,
            cookie einstellungen, cookies, datenschutz, datenschutzerklärung, datenschutzeinstellungen,
            datenschutzeinstellungen anpassen, datenschutzhinweise, datenschutzhinweis, datenschutz einstellungen,
            privatsphäre, privatsphäre einstellungen, ein klick für den datenschutz, empfohlener externer inhalt,
            empfohlener redaktioneller inhalt, empfohlener inhalt, externer inhalt, externe inhalte,
            externe inhalte anzeigen, externen inhalt anzeigen, inhalt anzeigen, inhalte anzeigen,
            inhalte aktivieren, inhalt laden, karte anzeigen, infografiken anzeigen, video laden, tweet anzeigen,
            an dieser stelle finden sie *, an dieser stelle befindet sich *, an dieser stelle ist ein *,
            hier finden sie externe inhalte *, dieser inhalt stammt von *, dieser inhalt kann nicht *,
            dieses element stammt von *, dieses element enthält daten von *, dieser inhalt wird bereitgestellt *,
            für die darstellung von *, zur darstellung *, zum anzeigen dieses *, um diesen inhalt *,
            wir benötigen ihre zustimmung *, wir brauchen ihre zustimmung *, ich bin damit einverstanden dass *,
            mit klick auf *, mit dem klick auf *, mit einem klick *, damit können personenbezogene daten *,
            es gelten unsere *, es gelten die *, mehr dazu in unserer *, mehr informationen in unserer *,
            bitte aktivieren sie javascript *, javascript ist deaktiviert *, ihr browser *, einstellungen,
            widerruf, sofort lesen mit werbung, zustimmen, zustimmen und weiter, einwilligung *,
            dieses video kann nicht *, laden, wird geladen, es ist ein fehler aufgetreten *,
            bitte versuchen sie es *, schließen, abbrechen
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            fotostrecke, bilderstrecke, bildergalerie, galerie, bilder, fotos, fotogalerie, zur bildergalerie,
            zur fotostrecke, bild vergrößern, bild vergrössern, vergrößern, vollbild, bild 0 von 0, 0 von 0,
            foto 0 von 0, 0 bilder, 0 fotos, nächstes bild, vorheriges bild, weiter, zurück, video, videos,
            video abspielen, video ansehen, video starten, abspielen, ton an, ton aus, untertitel, grafik,
            infografik, lesezeit 0 *, lesedauer 0 *, 0 min, 0 min lesezeit, 0 minuten lesezeit, audio, audioplayer,
            bild in lightbox öffnen *
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto, foto:*, fotos:*, bild, bild:*, bilder:*, symbolbild, symbolfoto, symbolbild:*, archivbild,
            archivfoto, archivfoto:*, archivbild:*, bildquelle:*, bildquelle *, bildnachweis *, bildnachweis:*,
            bildrechte:*, bildrechte *, fotocredit *, fotocredits *, grafik:*, titelbild:*, titelfoto:*,
            aufmacherbild:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            startseite, zur startseite, zurück zur startseite, home, menü, menü öffnen, suche, suchen, suchbegriff,
            detailsuche, inhalt, zum inhalt, zum inhalt springen, zum hauptinhalt springen, springe zum inhalt,
            direkt zum inhalt, zur navigation springen, nach oben, zum seitenanfang, seitenanfang,
            zurück nach oben, zurück, weiter, nächste seite, vorherige seite, seite 0, seite 0 von 0,
            auf einer seite lesen, inhaltsverzeichnis, kontakt, kontaktformular, impressum, agb,
            nutzungsbedingungen, mediadaten, werben, über uns, karriere, jobs, hilfe, häufige fragen,
            barrierefreiheit, leichte sprache, archiv, themen, themen a z, ressorts, rubriken, kategorien, e paper,
            epaper, zeitung, wetter, horoskop, rätsel, spiele, sudoku, immobilien, stellenmarkt, trauer,
            traueranzeigen, shop, veranstaltungen, über den autor, über die autorin, zum autor, zur autorin,
            zur person, alle artikel von *, mehr artikel von *, mehr von diesem autor, autor, autorin, autoren,
            beitragsnavigation, redaktion, services, service, schlagwörter, sitemap, folgen sie diesem thema *
            """
        ),
        Reason.TAGS: phrases(
            """
            schlagwörter, schlagwörter:*, schlagworte, schlagworte:*, stichwörter, stichworte:*, themen:*, tags:*,
            kategorien:*, kategorie:*, ressort:*, rubrik:*, veröffentlicht unter *, mehr zu:*, mehr zu den themen,
            mehr zu diesem thema
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            alle rechte vorbehalten, alle rechte vorbehalten *, * alle rechte vorbehalten, copyright:*,
            alle inhalte *, alle texte und bilder *, haftungsausschluss, haftungsausschluss:*,
            dieser text erschien zuerst *, dieser artikel erschien zuerst *, dieser artikel ist zuerst *,
            dieser beitrag erschien zuerst *, dieser beitrag wurde *, redaktioneller hinweis:*,
            hinweis der redaktion:*, transparenzhinweis *
            """
        ),
    },
    cues={
        Reason.COPYRIGHT: phrases(
            """
            rechte vorbehalten
            """
        ),
        Reason.COMMENTS: phrases(
            """
            kommentar schreiben
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            abonnieren
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            folgen sie
            """
        ),
        Reason.AUTHOR_BIO: phrases(
            """
            über den
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            mehr zum, lesen sie
            """
        ),
        Reason.CONSENT: phrases(
            """
            einwilligung, einverstanden, personenbezogene daten
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            unsere app
            """
        ),
        Reason.PAYWALL: phrases(
            """
            passwort, abonnenten
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            impressum, datenschutz
            """
        ),
    },
    short_cues={
        Reason.COMMENTS: phrases(
            """
            kommentare
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            teilen
            """
        ),
        Reason.ADVERTISEMENT: phrases(
            """
            anzeige
            """
        ),
        Reason.TAGS: phrases(
            """
            schlagwörter
            """
        ),
        Reason.CAPTION: phrases(
            """
            bild
            """
        ),
    },
    closings={
        "comments": Closing(
            whole=phrases(
                """
                kommentare, kommentar, 0 kommentare
                """
            ),
        ),
        "form": Closing(
            whole=phrases(
                """
                kommentar schreiben, schreibe einen kommentar, schreiben sie einen kommentar
                """
            ),
            begin=phrases(
                """
                ihre e mail adresse wird, deine e mail adresse wird
                """
            ),
        ),
        "onward": Closing(
            whole=phrases(
                """
                beitragsnavigation
                """
            ),
        ),
        "author": Closing(
            whole=phrases(
                """
                über den autor, über die autorin, zum autor
                """
            ),
        ),
        "foot": Closing(
            whole=phrases(
                """
                impressum, datenschutz, datenschutzerklärung
                """
            ),
            hold=phrases(
                """
                alle rechte vorbehalten
                """
            ),
        ),
        "menu": Closing(
            whole=phrases(
                """
                startseite, suche
                """
            ),
        ),
    },
)
