"""Polish."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="pl",
    name="Polish",
    page_words=words(
        """
        czytaj także więcej również najczęściej czytane najnowsze wiadomości polecane prenumerata subskrybuj
        subskrypcja zaloguj konto hasło newsletter komentarze komentarz skomentuj udostępnij drukuj kopiuj zapisz
        obserwuj reklama cookies prywatności regulamin kontakt wideo zdjęcia galeria
        """
    ),
    stop_words=words(
        """
        i w z na do się nie to że jest o jak za od po ale co przez dla są był była było oraz tym ma przed tego
        który która które tylko już czy może jego jej ich być także również gdy pod jako by ze go mu tak ten ta te
        powiedział
        """
    ),
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
    questions=phrases("p, pytanie"),
    answers=phrases("o, odpowiedź"),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            reklama, reklamy, materiał sponsorowany, materiał partnera, artykuł sponsorowany, materiał reklamowy,
            treść sponsorowana, dalsza część artykułu pod materiałem *, dalsza część tekstu pod *,
            dalszy ciąg materiału pod *, dalszy ciąg artykułu pod *, ciąg dalszy artykułu pod *,
            reszta artykułu pod *, ogłoszenie, promocja
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            czytaj także, czytaj także:*, czytaj także *, czytaj też, czytaj też:*, czytaj też *, czytaj również,
            czytaj również:*, czytaj również *, czytaj więcej, czytaj więcej:*, czytaj więcej *, czytaj dalej,
            czytaj dalej *, czytaj:*, przeczytaj także, przeczytaj także:*, przeczytaj też, przeczytaj też:*,
            przeczytaj również, przeczytaj:*, przeczytaj więcej *, zobacz także, zobacz także:*, zobacz też,
            zobacz też:*, zobacz również, zobacz również:*, zobacz więcej, zobacz:*, zobacz wideo, zobacz wideo *,
            zobacz film *, oglądaj:*, posłuchaj:*, wideo:*, zdjęcia:*, galeria:*, więcej, więcej na ten temat,
            więcej o *, więcej:*, więcej informacji *, więcej wiadomości, powiązane, powiązane artykuły,
            podobne artykuły, podobne tematy, polecamy, polecane, polecane artykuły, polecamy:*, redakcja poleca,
            może cię zainteresować, może cię zainteresować:*, może zainteresuje cię *, sprawdź również *,
            najczęściej czytane, najpopularniejsze, popularne, najnowsze, najnowsze wiadomości,
            ostatnie wiadomości, najważniejsze informacje, inne artykuły, następny artykuł, poprzedni artykuł,
            następny, poprzedni, nie przegap, pokaż więcej, zobacz wszystkie, kliknij tutaj *, na ten temat
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, zapisz się, zapisz się na *, zapisz się do *, subskrybuj, subskrybuj *, prenumeruj,
            prenumeruj *, zapisz mnie, twój e mail, adres e mail, podaj adres e mail *, wpisz swój *,
            dziękujemy za zapisanie *, bądź na bieżąco *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            udostępnij, udostępnij na *, udostępnij artykuł, podziel się, podziel się *, podziel się artykułem,
            wyślij, wyślij e mailem, drukuj, wydrukuj, kopiuj link, skopiuj link, link skopiowany, zapisz,
            zapisz artykuł, zapisz na później, posłuchaj, posłuchaj artykułu, odsłuchaj *, obserwuj,
            obserwuj nas *, obserwuj nas, śledź nas *, lubię to, polub nas *, dołącz do nas *, dodaj do ulubionych
            """
        ),
        Reason.COMMENTS: phrases(
            """
            komentarz, komentarze, 0 komentarzy, 0 komentarze, 0 komentarz, komentarze 0, brak komentarzy,
            skomentuj, dodaj komentarz, napisz komentarz, zostaw komentarz, zostaw odpowiedź, pokaż komentarze,
            zobacz komentarze, wszystkie komentarze, odpowiedz, anuluj pisanie odpowiedzi, twój adres e mail nie *,
            twój adres email nie *, wymagane pola *, zaloguj się aby *, co sądzisz *, zgłoś błąd,
            zauważyłeś błąd *, widzisz błąd *, masz ciekawy temat *, chcesz być na bieżąco *, napisz do nas *,
            dyskusja, forum
            """
        ),
        Reason.PAYWALL: phrases(
            """
            zaloguj się, zaloguj, wyloguj, logowanie, rejestracja, zarejestruj się, załóż konto, moje konto, hasło,
            nie pamiętasz hasła *, masz już konto *, masz już prenumeratę *, tylko dla prenumeratorów,
            dla subskrybentów, dla prenumeratorów, kup dostęp *, kup prenumeratę *, aby czytać dalej *,
            prenumerata, premium, wspieraj nas *, wesprzyj nas *, wesprzyj *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            pobierz aplikację, pobierz aplikację *, pobierz naszą aplikację *, otwórz w aplikacji
            """
        ),
        Reason.CONSENT: phrases(
            """
            akceptuję, akceptuj, zgadzam się, odrzuć, ustawienia, ustawienia prywatności, ustawienia cookies,
            polityka prywatności, polityka cookies, prywatność, cookies, używamy plików cookie *,
            ta strona używa *, treść niedostępna *, wczytywanie, ładowanie, zamknij, anuluj, przejdź do treści,
            przejdź do głównej treści
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            zdjęcie, zdjęcia, galeria, galeria zdjęć, wideo, zdjęcie 0 z 0, 0 z 0, powiększ, pełny ekran, odtwórz,
            czas czytania *, 0 min czytania, ten tekst przeczytasz w *, infografika
            """
        ),
        Reason.CAPTION: phrases(
            """
            fot, fot:*, zdjęcie:*, foto:*, zdjęcie ilustracyjne, zdjęcie poglądowe, źródło zdjęcia *,
            autor zdjęcia *
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            strona główna, wróć, powrót, do góry, na górę, wróć na górę, menu, szukaj, wyszukaj, kategorie, tematy,
            działy, kontakt, o nas, reklama w *, praca, kariera, regulamin, regulamin serwisu, pomoc, archiwum,
            następna strona, poprzednia strona, strona 0, o autorze, autor, autorzy, wszystkie artykuły autora,
            redakcja, e wydanie, pogoda, horoskop, krzyżówki
            """
        ),
        Reason.TAGS: phrases(
            """
            tagi, tagi:*, słowa kluczowe, słowa kluczowe:*, tematy:*, kategoria:*, kategorie:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            wszelkie prawa zastrzeżone *, wszelkie prawa zastrzeżone, * wszelkie prawa zastrzeżone,
            prawa autorskie *, przedruk *, materiał chroniony prawem autorskim *
            """
        ),
    },
)
