"""Italian."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

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
        leggi anche correlati condividi seguici iscriviti commenti riservati pubblicità
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
)
