"""Polish."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="pl",
    name="Polish",
    furniture_words=words(
        """
        subskryb* zapisz udostępnij komentarz* reklama czytaj także zobacz kliknij newsletter*
        zdjęci*
        """
    ),
    months=words(
        """
        stycznia stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
        styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
        """
    ),
    weekdays=words("poniedziałek wtorek środa czwartek piątek sobota niedziela"),
    abbreviations=words(
        """
        dr prof mgr inż np m.in tzn tzw itd itp ul al pl nr str r godz tys mln mld św płk gen kpt por im ok ww wg p
        """
    ),
    byline_openings=phrases(
        """
        autor, autorka, oprac, opracowanie, opracował, opracowała, tekst, napisał, napisała, przez
        """
    ),
    name_joins=phrases("i, oraz"),
    roles=phrases("dziennikarz, dziennikarka, korespondent, korespondentka, redaktor, redakcja, reporter"),
    place_leads=phrases("dla"),
    credit_openings=phrases("źródło"),
    biography_words=phrases(
        """
        pisze, jest dziennikarzem, jest dziennikarką, jest redaktorem, jest redaktorką, jest korespondentem
        """
    ),
    date_openings=phrases("opublikowano, aktualizacja, data publikacji, dodano, zaktualizowano"),
    sections=phrases(
        """
        wiadomości, sport, polityka, gospodarka, kultura, świat, kraj, polska, opinie, nauka, zdrowie, piłka nożna,
        biznes, lokalne, felieton
        """
    ),
    labels=phrases("archiwum, foto, fot, zdjęcie, wideo, pilne, analiza, wywiad, sprostowanie, źródło, aktualizacja"),
    furniture_lines=phrases(
        """
        reklama, foto, zdjęcie, zdjęcia, wideo, menu, szukaj, udostępnij, drukuj, komentarze, subskrybuj, zaloguj
        się, zarejestruj się, czytaj więcej, czytaj też, czytaj także, zobacz też, zobacz także, newsletter,
        kontakt, najczęściej czytane, polecane, wszelkie prawa zastrzeżone, posłuchaj artykułu
        """
    ),
    furniture_openings=phrases(
        """
        czytaj też, czytaj także, czytaj więcej, zobacz też, zobacz także, zapisz się, udostępnij na, fot., foto:,
        wszelkie prawa, reklama
        """
    ),
    agencies=phrases("PAP, Polska Agencja Prasowa, IAR, KAI, ISBnews, Reuters, AFP, AP"),
)
