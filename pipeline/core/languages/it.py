"""Italian."""

from pipeline.core.languages.language import Closing, Language, phrases, words
from pipeline.core.languages.speech import Speech
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="it",
    name="Italian",
    furniture_words=words(
        """
        iscriviti segui condividi leggi anche pubblicità diritti riservati clicca scarica commenti foto* video*
        newsletter
        """
    ),
    stop_words=words(
        """
        lo gli uno e ma di da con per tra che non si è sono era ha hanno della dei delle nel nella
        """
    ),
    page_words=words(
        """
        leggi anche correlati condividi seguici iscriviti commenti riservati pubblicità abbonati abbonato
        abbonamento abbonamenti registrati accedi account password newsletter stampa copia link salva ascolta segui
        cookie privacy accetta rifiuta impostazioni browser javascript scarica app video foto gallery letti lette
        ultime notizie correlate interessarti precedente successivo articoli articolo argomenti contatti chi siamo
        note legali termini condizioni riproduzione riservata commento rispondi
        """
    ),
    months=words(
        """
        gennaio gen febbraio feb marzo mar aprile apr maggio mag giugno giu luglio lug agosto ago settembre set sett
        ottobre ott novembre nov dicembre dic
        """
    ),
    weekdays=words("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    abbreviations=words(
        """
        sig sigg sig.ra dott dott.ssa prof prof.ssa avv ing on sen gen col cap ten st s ss p.zza v n nn pag pagg vol
        ecc ca es p.es s.p.a s.r.l d.c a.c gen feb mar apr mag giu lug ago set sett ott nov dic
        """
    ),
    byline_openings=phrases(
        """
        di, a cura di, scritto da, pubblicato da, testo di, autore, autrice, dal nostro inviato, dalla nostra
        inviata, dal nostro corrispondente
        """
    ),
    name_joins=phrases("e, con"),
    roles=phrases(
        """
        giornalista, corrispondente, inviato, inviata, redattore, redattrice, direttore, editorialista, redazione,
        collaboratore
        """
    ),
    place_leads=phrases("per"),
    date_leads=phrases("il"),
    credit_openings=phrases("fonte, fonti"),
    biography_words=phrases(
        """
        scrive, si occupa, è giornalista, è autore, è autrice, è corrispondente, è redattore, è redattrice, è un,
        è una, collabora
        """
    ),
    date_openings=phrases(
        """
        pubblicato, pubblicato il, aggiornato, aggiornato il, ultimo aggiornamento, data, modificato il
        """
    ),
    sections=phrases(
        """
        notizie, politica, economia, sport, calcio, cultura, mondo, esteri, cronaca, società, opinioni, scienza,
        salute, tecnologia, spettacoli, home, italia, editoriale, commenti, interni, finanza, ambiente, scuola,
        motori, viaggi, ultime notizie
        """
    ),
    questions=phrases("d, domanda"),
    answers=phrases("r, risposta"),
    labels=phrases(
        """
        archivio, foto, immagine, video, ultim'ora, esclusiva, analisi, opinione, intervista, correzione, nota,
        fonte, pubblicità, diretta
        """
    ),
    furniture_lines=phrases(
        """
        pubblicità, annuncio, foto, immagine, immagini, video, galleria, faq, domande frequenti, menu, cerca,
        condividi, condividi l'articolo, stampa, commenti, commenta, abbonati, iscriviti, accedi, registrati, leggi
        tutto, leggi anche, leggi di più, newsletter, sommario, indice, note legali, tutti i diritti riservati,
        contatti, vai al contenuto, riproduzione riservata, ascolta l'articolo, ascolta, salva, più letti, i più
        letti
        """
    ),
    furniture_openings=phrases(
        """
        abbonati a, iscriviti a, iscriviti alla, leggi anche, condividi su, foto:, tutti i diritti, seguici, ricevi,
        clicca qui, riproduzione, contenuto riservato, salva questo, approfondisci
        """
    ),
    agencies=phrases(
        """
        ANSA, Ansa, Adnkronos, AGI, LaPresse, Askanews, Italpress, Radiocor, Il Sole 24 Ore Radiocor, Dire, Agenzia
        DIRE, Nova, Reuters, AFP, AP, Aska
        """
    ),
    speech=Speech(
        verbs=words(
            """
            ha detto dice dicono spiega spiegato aggiunge aggiunto afferma affermato dichiara dichiarato
            racconta raccontato risponde risposto replica replicato sottolinea sottolineato assicura assicurato
            avverte avvertito denuncia denunciato commenta commentato conclude concluso scrive scritto ricorda
            ricordato ammette ammesso promette promesso annuncia annunciato osserva osservato precisa precisato
            ribadisce ribadito sostiene sostenuto chiede chiesto attacca insiste prosegue disse rispose aggiunse
            spiegò affermò dichiarò scrisse lamenta scherza definisce definito chiama parla
            """
        ),
        according=(
            "secondo",
            "a detta di",
            "nelle parole di",
        ),
        drops=True,
        pronouns={"lui": "m", "lei": "f", "egli": "m", "ella": "f", "loro": ""},
        determiners=words(
            """
            il lo la i gli le l' l’ un uno una questo questa suo sua
            """
        ),
        roles=words(
            """
            ministro ministra presidente premier sindaco sindaca portavoce deputato deputata senatore senatrice
            direttore direttrice allenatore giocatore capitano avvocato giudice procuratore donna uomo azienda
            gruppo sindacato governo partito polizia associazione segretario segretaria capo madre padre figlio
            figlia professore professoressa testimone vescovo papa generale assessore leader
            """
        ),
        prepositions=words(
            """
            di del della dello dei degli delle a al alla con per da dal dalla contro su tra fra e in
            """
        ),
        passive=words(
            """
            stato stata è
            """
        ),
        by="da",
        relative=words(
            """
            che cui
            """
        ),
        works=words(
            """
            film libro romanzo opera canzone album mostra quadro serie rivista titolo articolo programma
            """
        ),
        female=words(
            """
            signora ministra sindaca deputata senatrice direttrice donna madre figlia maria anna giulia
            francesca
            """
        ),
        male=words(
            """
            signor ministro sindaco deputato senatore direttore uomo padre figlio marco giovanni francesco mario
            luca
            """
        ),
        bodies=words(
            """
            azienda gruppo sindacato governo partito polizia associazione
            """
        ),
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            pubblicità, annuncio, annunci, annuncio pubblicitario, contenuto sponsorizzato, sponsorizzato,
            sponsorizzato da *, contenuto promozionale, in collaborazione con *, continua dopo la pubblicità,
            l articolo continua dopo la pubblicità, continua a leggere dopo la pubblicità, messaggio promozionale,
            offerte, codici sconto
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            leggi anche, leggi anche:*, leggi anche *, leggi tutto, leggi tutto *, leggi di più, leggi di più *,
            leggi l articolo *, leggi:*, leggi qui *, leggi ancora, leggi pure:*, continua a leggere,
            continua a leggere *, continua la lettura *, vedi anche, vedi anche:*, guarda anche, guarda anche:*,
            guarda:*, guarda il video *, guarda le foto, guarda la gallery, ascolta:*, per approfondire,
            per approfondire:*, approfondisci, approfondimenti, approfondimento, approfondimento:*,
            articoli correlati, articolo correlato, correlati, notizie correlate, contenuti correlati,
            post correlati, potrebbe interessarti, potrebbe interessarti anche, potrebbe interessarti:*,
            potrebbero interessarti, potrebbero interessarti anche, ti potrebbe interessare,
            ti potrebbe interessare:*, ti potrebbero interessare, ti può interessare, forse ti interessa,
            ti consigliamo, consigliati, consigliati per te, consigliato, raccomandati, raccomandato per te,
            scelti per te, da non perdere, i più letti, più letti, le più lette, più lette, gli articoli più letti,
            i più visti, più visti, più popolari, più commentati, ultime notizie, ultime news, ultim ora,
            ultima ora, ultimi articoli, le ultime notizie, ultimi aggiornamenti, notizie recenti,
            articoli recenti, altre notizie, altre news, altri articoli, altre notizie da *, altro in *,
            tutte le notizie *, tutte le news *, tutti gli articoli *, in evidenza, primo piano, in primo piano,
            articolo precedente, articolo successivo, prossimo articolo, successivo, precedente, scopri di più,
            scopri di più *, maggiori informazioni *, per saperne di più *, mostra altro, mostra tutto, vedi tutti,
            vedi tutto, carica altri, video:*, foto:*, gallery:*, fotogallery:*, sondaggio:*, clicca qui,
            clicca qui *, di tendenza, tendenze, sullo stesso argomento, dello stesso argomento, ti è piaciuto *,
            * leggi tutto
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, le newsletter, le nostre newsletter, iscriviti, iscriviti alla *, iscriviti a *,
            iscriviti *, iscriviti alla newsletter *, iscriversi, iscrizione, abbonati, abbonati a *, abbonamenti,
            abbonamento, registrati, ricevi le notizie *, ricevi gli aggiornamenti *, la tua email,
            il tuo indirizzo email, indirizzo email, inserisci la tua *, inserisci il tuo *,
            grazie per esserti iscritto *, grazie per la tua iscrizione *, resta aggiornato *, rimani aggiornato *,
            resta sempre aggiornato *, non perdere *, non perderti *, attiva le notifiche *, entra nel canale *,
            entra nel nostro canale *, unisciti al *, * nella tua casella di posta
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            condividi, condividi su *, condividi su facebook, condividi questo *, condividi l articolo,
            condividi articolo, condividi via *, condividi con *, condivisioni, invia, invia per email,
            invia via email, inviare via email, manda via email, stampa, stampa articolo, stampa questo articolo,
            copia, copia link, copia il link, copia url, link copiato, tweet, twitta, salva, salva articolo,
            salva questo articolo, salva questo articolo *, salvato, preferiti, leggi dopo,
            regala questo articolo *, regala articolo, ascolta, ascolta l articolo, ascolta questo articolo,
            ascolta articolo *, seguici, seguici su *, seguici *, segui, segui su *, dimensione testo,
            ingrandisci testo, aggiungi ai preferiti, aggiungici *, seguici su google *,
            trovi tutti gli articoli salvati *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            commento, commenti, 0 commenti, 0 commento, nessun commento, lascia un commento, lascia un commento *,
            lascia una risposta, scrivi un commento, scrivi il tuo commento, aggiungi un commento,
            aggiungi commento, invia commento, pubblica commento, commenta, commenta l articolo,
            commenta la notizia, vedi i commenti, leggi i commenti, mostra i commenti, mostra commenti,
            tutti i commenti, vai ai commenti, rispondi, annulla risposta, il tuo commento, cosa ne pensi *,
            di la tua *, il tuo indirizzo email non sarà *, i campi obbligatori *, salva il mio nome *,
            accedi per commentare *, per commentare *, devi essere registrato *, i commenti sono *, segnala errore,
            segnala un errore *, segnala abuso, hai trovato un errore *, scrivi alla redazione *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            riservato agli abbonati, contenuto riservato *, articolo riservato *, contenuto per abbonati,
            solo per abbonati, per abbonati, sei già abbonato *, sei già registrato *, già abbonato *,
            se sei abbonato *, se sei già abbonato *, hai già un account *, per continuare a leggere *,
            per continuare la lettura *, prosegui la lettura *, accedi, login, entra, esci, registrati ora,
            crea account, crea un account *, password, password dimenticata *, hai dimenticato la password *,
            non ricordi le credenziali *, recupera la password, recupera il tuo account *, il mio account,
            area personale, premium, prova gratis *, provalo gratis *, attiva ora *, attiva l offerta *,
            scopri le offerte *, scopri l offerta *, offerta speciale *, questo messaggio verrà visualizzato *,
            perché tu o qualcun altro *, ti informiamo che *, ti consigliamo di cambiare *,
            per usufruire del servizio *, sostienici *, dona, dona ora, fai una donazione *,
            questa funzionalità è riservata *, contenuto riservato agli abbonati *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            scarica l app *, scarica la nostra app *, scarica gratis *, scarica ora *, disponibile su *,
            apri nell app
            """
        ),
        Reason.CONSENT: phrases(
            """
            accetta, accetto, accetta tutti, accetta tutto, accetta i cookie, rifiuta, rifiuta tutto,
            gestisci cookie, gestisci preferenze, preferenze, preferenze cookie, impostazioni, impostazioni cookie,
            impostazioni privacy, cookie, cookie policy, privacy, privacy policy, informativa privacy,
            informativa sulla privacy, utilizziamo i cookie *, questo sito utilizza *, questo sito usa *,
            questo contenuto non è disponibile *, questo contenuto è ospitato *,
            per visualizzare questo contenuto *, per favore utilizza un browser *, stai utilizzando *,
            il tuo browser *, attiva javascript *, caricamento, caricamento in corso, si è verificato un errore *,
            chiudi, annulla, vai al contenuto, vai al contenuto principal, vai al contenuto principale,
            salta al contenuto, passa al contenuto
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, gallery, galleria, galleria fotografica, fotogallery, immagine, immagini, video, foto 0 di 0,
            immagine 0 di 0, 0 di 0, 0 foto, ingrandisci, ingrandisci immagine, schermo intero, riproduci,
            tempo di lettura *, tempo di lettura 0 *, 0 min di lettura, lettura 0 *, infografica, audio
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, credit:*, crediti:*, foto di *, immagine:*, foto d archivio, foto di archivio,
            foto di repertorio, immagine di repertorio, immagine d archivio, fotogramma, foto ansa, ansa
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            home, home page, homepage, torna alla home, torna su, torna all inizio, torna indietro, indietro,
            avanti, menu, menù, cerca, ricerca, cerca nel sito, sezioni, sezione, categorie, categoria, argomenti,
            mappa del sito, contatti, contattaci, chi siamo, note legali, termini e condizioni, condizioni d uso,
            condizioni generali, termini di utilizzo, aiuto, assistenza, archivio, lavora con noi,
            pagina successiva, pagina precedente, pagina 0, sull autore, informazioni sull autore, autore, autori,
            altri articoli di *, tutti gli articoli di *, redazione, la redazione, servizi, meteo, oroscopo,
            giochi, necrologie, edizioni locali, edicola, il quotidiano, digital edition
            """
        ),
        Reason.TAGS: phrases(
            """
            tag, tag:*, tags:*, argomenti, argomenti:*, etichette, etichette:*, temi:*, categorie:*, categoria:*,
            parole chiave, parole chiave:*, altro su:*, pubblicato in *
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            riproduzione riservata, riproduzione riservata *, * riproduzione riservata, tutti i diritti riservati,
            tutti i diritti riservati *, * tutti i diritti riservati, diritti riservati *, copyright *,
            è vietata la riproduzione *, riproduzione vietata *, p iva *, partita iva *, registrazione tribunale *,
            direttore responsabile *
            """
        ),
    },
    cues={
        Reason.COPYRIGHT: phrases(
            """
            diritti riservati
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            seguici su
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            leggi anche
            """
        ),
        Reason.CONSENT: phrases(
            """
            dati personali
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            nostra app
            """
        ),
        Reason.PAYWALL: phrases(
            """
            abbonati
            """
        ),
    },
    short_cues={
        Reason.ADVERTISEMENT: phrases(
            """
            pubblicità
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto
            """
        ),
    },
    closings={
        "comments": Closing(
            whole=phrases(
                """
                commenti, 0 commenti
                """
            ),
        ),
        "form": Closing(
            whole=phrases(
                """
                lascia un commento
                """
            ),
        ),
        "onward": Closing(
            begin=phrases(
                """
                articolo precedente, articolo successivo
                """
            ),
        ),
        "foot": Closing(
            hold=phrases(
                """
                tutti i diritti riservati
                """
            ),
        ),
    },
)
