"""Czech."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="cs",
    name="Czech",
    page_words=words(
        """
        čtěte také více přečtěte nejčtenější nejnovější zprávy předplatné odebírat přihlásit účet heslo newsletter
        komentáře diskuse sdílet tisk kopírovat uložit sledujte reklama cookies soukromí podmínky kontakt video
        foto galerie
        """
    ),
    stop_words=words(
        """
        a v na se že je to s z do o i k pro za by ale jsou byl byla bylo od po jak podle který která které jako
        jeho jen už také při však tak nebo má ve ze si aby až před mezi než co tím řekl uvedl není
        """
    ),
    months=words(
        """
        ledna února března dubna května června července srpna září října listopadu prosince leden únor březen duben
        květen červen červenec srpen říjen listopad prosinec
        """
    ),
    weekdays=words("pondělí úterý středa čtvrtek pátek sobota neděle"),
    abbreviations=words("dr prof mgr ing např tzv tj atd apod ul č str r tis mil mld sv gen kpt tzn mj hod"),
    byline_openings=phrases("autor, autorka, napsal, napsala, text, připravil, připravila"),
    name_joins=phrases("a"),
    roles=phrases("redaktor, redaktorka, novinář, novinářka, zpravodaj, redakce"),
    place_leads=phrases("pro"),
    date_leads=phrases("dne"),
    credit_openings=phrases("zdroj"),
    date_openings=phrases("publikováno, aktualizováno, zveřejněno, vydáno"),
    sections=phrases(
        """
        zprávy, domácí, zahraničí, sport, fotbal, politika, ekonomika, kultura, názory, věda, zdraví, byznys,
        regiony, komentáře
        """
    ),
    labels=phrases("archiv, foto, video, exkluzivně, analýza, rozhovor, oprava, zdroj"),
    furniture_lines=phrases(
        """
        reklama, inzerce, foto, video, fotogalerie, menu, hledat, sdílet, tisk, komentáře, diskuse, přihlásit se,
        registrace, číst více, čtěte také, newsletter, kontakt, nejčtenější, související články, všechna práva
        vyhrazena
        """
    ),
    furniture_openings=phrases("čtěte také, čtěte více, sdílet na, foto:, sledujte nás, všechna práva, reklama"),
    agencies=phrases("ČTK, CTK, TASR, SITA, Reuters, AFP, AP"),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            reklama, inzerce, komerční sdělení, sponzorovaný obsah, článek pokračuje pod reklamou,
            článek pokračuje po reklamě, text pokračuje pod *, reklama:*
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            čtěte také, čtěte také:*, čtěte také *, čtěte více, čtěte více:*, čtěte i:*, číst dál, číst dále,
            číst více, číst více *, přečtěte si také, přečtěte si také:*, přečtěte si:*, přečtěte si více *,
            přečtěte si i *, více:*, více o tématu, více k tématu, více informací *, související články,
            související, související:*, podobné články, doporučujeme, doporučené, doporučené články,
            mohlo by vás zajímat, mohlo by vás zajímat:*, mohlo by se vám líbit, nejčtenější, nejčtenější články,
            nejnovější, nejnovější zprávy, nejnovější články, poslední zprávy, aktuální zprávy, další články,
            další zprávy, další článek, předchozí článek, další, předchozí, video:*, foto:*, podívejte se:*,
            sledujte:*, poslechněte si:*, zobrazit více, zobrazit vše, načíst další, nepřehlédněte, klikněte zde *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, odebírat, odebírat newsletter, odebírejte *, přihlaste se k odběru *, přihlásit k odběru,
            přihlásit se k odběru *, váš e mail, e mailová adresa, zadejte svůj *, děkujeme za přihlášení *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            sdílet, sdílet na *, sdílejte, sdílejte *, sdílet článek, tisk, vytisknout, poslat e mailem,
            kopírovat odkaz, zkopírovat odkaz, odkaz zkopírován, uložit, uložit článek, uložit na později,
            poslechnout, poslechnout článek, sledujte nás, sledujte nás *, sledovat, líbí se mi
            """
        ),
        Reason.COMMENTS: phrases(
            """
            komentář, komentáře, 0 komentářů, 0 komentáře, diskuse, diskuze, diskuse 0, vstoupit do diskuse,
            přidat komentář, napsat komentář, zanechat komentář, zobrazit komentáře, zobrazit diskusi, odpovědět,
            zrušit odpověď, vaše e mailová adresa nebude *, vyžadované informace *, přihlaste se *, nahlásit chybu,
            našli jste chybu *, máte tip *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            přihlásit, přihlásit se, přihlášení, odhlásit, registrovat, registrace, vytvořit účet, můj účet, heslo,
            zapomenuté heslo, zapomněli jste heslo *, předplatit, předplatné, předplaťte si *,
            pouze pro předplatitele, pro předplatitele, máte předplatné *, již máte *, premium, podpořte nás *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            stáhněte si aplikaci *, stáhnout aplikaci, otevřít v aplikaci
            """
        ),
        Reason.CONSENT: phrases(
            """
            přijmout, přijmout vše, souhlasím, odmítnout, nastavení, nastavení cookies, cookies,
            ochrana osobních údajů, zásady ochrany osobních údajů, soukromí, používáme cookies *,
            tento web používá *, tento obsah *, načítání, zavřít, zrušit, přejít k obsahu, přeskočit na obsah
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, fotografie, fotogalerie, galerie, video, videa, foto 0 z 0, 0 z 0, zvětšit, celá obrazovka,
            přehrát, doba čtení *, 0 min čtení, infografika
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, fotografie:*, ilustrační foto, ilustrační foto *, ilustrační snímek, autor:*, zdroj foto *
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            domů, úvod, hlavní stránka, zpět, nahoru, zpět nahoru, menu, hledat, vyhledávání, kategorie, rubriky,
            témata, kontakt, kontakty, o nás, kariéra, podmínky užití, obchodní podmínky, nápověda, archiv,
            další stránka, předchozí stránka, strana 0, o autorovi, autor, autoři, redakce, počasí, horoskop
            """
        ),
        Reason.TAGS: phrases(
            """
            štítky, štítky:*, klíčová slova, klíčová slova:*, témata:*, rubrika:*, kategorie:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            všechna práva vyhrazena *, všechna práva vyhrazena, * všechna práva vyhrazena, publikování nebo *,
            bez souhlasu *
            """
        ),
    },
)
