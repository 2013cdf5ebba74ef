"""Romanian."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="ro",
    name="Romanian",
    page_words=words(
        """
        citește citiți mai mult știri ultimele citite abonează abonament autentificare cont parolă newsletter
        comentarii comentariu distribuie printează copiază salvează urmărește publicitate cookie confidențialitate
        termeni contact video foto galerie
        """
    ),
    stop_words=words(
        """
        și în a de la cu pe din că nu este un o să pentru mai care au fost sunt se ce prin dar după când lui ei sau
        al ai ale fi era fiind între către până foarte despre spus această acest
        """
    ),
    months=words(
        """
        ianuarie ian februarie feb martie mar aprilie apr mai iunie iun iulie iul august aug septembrie sept
        octombrie oct noiembrie noi decembrie dec
        """
    ),
    weekdays=words("luni marți miercuri joi vineri sâmbătă duminică"),
    abbreviations=words("dr prof dl dna nr str bd etc art alin ș.a"),
    byline_openings=phrases("de, autor, scris de, publicat de"),
    name_joins=phrases("și"),
    roles=phrases("jurnalist, reporter, corespondent, redactor, editor"),
    place_leads=phrases("pentru, din"),
    date_leads=phrases("pe"),
    credit_openings=phrases("sursa"),
    date_openings=phrases("publicat, actualizat, data publicării"),
    sections=phrases(
        """
        știri, politică, economie, sport, fotbal, cultură, externe, social, opinii, sănătate, actualitate,
        internațional
        """
    ),
    labels=phrases("arhivă, foto, video, exclusiv, analiză, interviu, sursa"),
    furniture_lines=phrases(
        """
        publicitate, reclamă, foto, video, meniu, caută, distribuie, comentarii, abonează-te, autentificare, citește
        și, citește mai mult, știri similare, newsletter, contact, toate drepturile rezervate, cele mai citite
        """
    ),
    furniture_openings=phrases("citește și, citește mai mult, abonează-te, urmărește-ne, foto:, toate drepturile"),
    agencies=phrases("Agerpres, AGERPRES, Mediafax, News.ro, Reuters, AFP"),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            publicitate, reclamă, conținut sponsorizat, advertorial, articolul continuă după *,
            articolul continua dupa *
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            citește și, citește și:*, citește și *, citeşte şi, citeşte şi:*, citeşte şi *, citiți și, citiți și:*,
            citește mai departe, citește mai mult, citește mai mult *, citește mai multe *, citeşte mai mult *,
            citește:*, vezi și, vezi și:*, vezi și *, vezi mai mult *, vezi:*, urmărește:*, mai multe,
            mai multe despre *, mai multe știri, mai multe articole, articole similare, articole asemănătoare,
            știri similare, știri asemănătoare, articole recomandate, recomandate, recomandări, îți recomandăm,
            vă recomandăm, te poate interesa, te-ar putea interesa, cele mai citite, cele mai citite știri,
            cele mai noi, cele mai recente, ultimele știri, ultima oră, ultimele articole, alte știri,
            alte articole, articolul următor, articolul anterior, următorul, anteriorul, video:*, foto:*
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, abonează te, abonează te la *, abonați vă *, abonare, înscrie te *, adresa de email,
            adresa ta de email *, fii la curent *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            distribuie, distribuie pe *, distribuie articolul, trimite, trimite pe *, printează, tipărește,
            copiază link, copiază linkul, salvează, ascultă, ascultă articolul, urmărește ne, urmărește ne pe *,
            îmi place
            """
        ),
        Reason.COMMENTS: phrases(
            """
            comentariu, comentarii, 0 comentarii, niciun comentariu, lasă un comentariu, adaugă un comentariu,
            scrie un comentariu, lasă un răspuns, comentează, vezi comentariile, răspunde, anulează răspunsul,
            adresa ta de email nu *, câmpurile obligatorii *, autentifică te *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            autentificare, intră în cont, conectare, înregistrare, creează cont, contul meu, parolă,
            ai uitat parola *, abonament, abonamente, premium, doar pentru abonați, susține ne *, donează
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            descarcă aplicația, descarcă aplicația *, disponibil pe *
            """
        ),
        Reason.CONSENT: phrases(
            """
            accept, accept toate, acceptă, sunt de acord, respinge, setări, setări cookie,
            politica de confidențialitate, politica de cookies, politica cookies, confidențialitate,
            folosim cookies *, acest site folosește *, se încarcă, închide, anulează, sari la conținut
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, fotografii, galerie foto, galerie, video, imagine, 0 din 0, mărește, ecran complet,
            timp de citire *, infografic
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, sursa foto *, sursa foto:*, foto ilustrativ, imagine cu caracter ilustrativ,
            imagine ilustrativă
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            acasă, prima pagină, înapoi, înapoi sus, meniu, caută, căutare, categorii, secțiuni, contact,
            despre noi, redacția, cariere, termeni și condiții, termeni de utilizare, ajutor, arhivă,
            pagina următoare, pagina anterioară, pagina 0, despre autor, autor, vremea, horoscop
            """
        ),
        Reason.TAGS: phrases(
            """
            etichete, etichete:*, tag uri, taguri, taguri:*, cuvinte cheie, cuvinte cheie:*, categorie:*,
            categorii:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            toate drepturile rezervate *, toate drepturile rezervate, * toate drepturile rezervate
            """
        ),
    },
)
