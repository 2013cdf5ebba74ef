"""Hungarian."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="hu",
    name="Hungarian",
    page_words=words(
        """
        olvasd tovább olvasson további hírek legfrissebb legolvasottabb előfizetés előfizető bejelentkezés fiók
        jelszó hírlevél hozzászólás hozzászólások megosztás nyomtatás mentés kövessen reklám hirdetés sütik
        adatvédelem feltételek kapcsolat videó fotó galéria kapcsolódó ajánlott
        """
    ),
    stop_words=words(
        """
        a az és hogy nem is egy ez azt de volt meg már csak mint el van ha még vagy ki be szerint után során pedig
        lehet majd amely aki ezt azonban között mert sem olyan így most fel több nagy mondta közölte
        """
    ),
    months=words(
        """
        január jan február febr március márc április ápr május máj június jún július júl augusztus aug szeptember
        szept október okt november nov december dec
        """
    ),
    weekdays=words("hétfő kedd szerda csütörtök péntek szombat vasárnap"),
    abbreviations=words("dr prof ifj id stb pl ún kb ill u ti vö sz ker"),
    byline_openings=phrases("szerző, írta, szöveg"),
    name_joins=phrases("és"),
    roles=phrases("újságíró, tudósító, szerkesztő"),
    credit_openings=phrases("forrás"),
    date_openings=phrases("megjelent, frissítve, közzétéve"),
    sections=phrases("hírek, belföld, külföld, sport, foci, gazdaság, kultúra, vélemény, tudomány, politika, világ"),
    labels=phrases("archív, fotó, kép, videó, elemzés, interjú, forrás"),
    furniture_lines=phrases(
        """
        hirdetés, reklám, fotó, kép, videó, menü, keresés, megosztás, nyomtatás, hozzászólások, feliratkozás,
        bejelentkezés, olvass tovább, kapcsolódó cikkek, hírlevél, kapcsolat, legolvasottabb, minden jog fenntartva
        """
    ),
    furniture_openings=phrases("olvasta már, kapcsolódó, fotó:, iratkozz fel, kövess minket"),
    agencies=phrases("MTI, Reuters, AFP, AP"),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            hirdetés, reklám, szponzorált tartalom, támogatott tartalom, a cikk a hirdetés után folytatódik,
            x hirdetés
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            olvasd el ezt is, olvasd el ezt is:*, olvassa el ezt is *, olvasson tovább, olvass tovább,
            olvasd tovább, tovább olvasom, tovább, bővebben, bővebben:*, részletek, lásd még, lásd még:*,
            nézd meg:*, kapcsolódó, kapcsolódó cikkek, kapcsolódó cikk, kapcsolódó:*, kapcsolódó tartalom,
            ajánlott, ajánlott cikkek, ajánljuk, ajánló, önnek ajánljuk, ez is érdekelhet, ez is érdekelheti,
            ez is érdekelheti:*, legolvasottabb, legolvasottabbak, legnépszerűbb, népszerű, legfrissebb,
            legfrissebb hírek, friss hírek, további hírek, további cikkek, további cikkeink, következő cikk,
            előző cikk, következő, előző, videó:*, fotó:*, mutass többet, összes, kattintson ide *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            hírlevél, iratkozz fel *, iratkozzon fel *, feliratkozás, feliratkozom, feliratkozás a *, e mail cím,
            e mail címed, add meg *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            megosztás, megosztom, oszd meg *, ossza meg *, megosztás facebookon, küldés, küldés e mailben,
            nyomtatás, link másolása, másolás, mentés, mentés későbbre, hallgasd meg, kövess minket *,
            kövessen minket *, követés, tetszik
            """
        ),
        Reason.COMMENTS: phrases(
            """
            hozzászólás, hozzászólások, 0 hozzászólás, szólj hozzá, szóljon hozzá, hozzászólok,
            vélemény hozzászólás, vélemények, kommentek, kommentelek, válasz, válasz megszakítása,
            az e mail címet nem *, a kötelező mezőket *, hibát talált *, hibát találtál *, írja meg *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            bejelentkezés, belépés, kijelentkezés, regisztráció, regisztrálok, fiókom, jelszó, elfelejtett jelszó,
            előfizetek, előfizetés, előfizetőknek, csak előfizetőknek, már előfizető *, prémium, támogatom,
            támogass minket *, támogatás
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            töltse le *, töltsd le *, alkalmazás letöltése
            """
        ),
        Reason.CONSENT: phrases(
            """
            elfogadom, elfogad, elutasítom, beállítások, süti beállítások, sütik, adatvédelem,
            adatvédelmi nyilatkozat, adatvédelmi tájékoztató, süti tájékoztató, sütiket használunk *,
            ez a weboldal *, betöltés, bezár, bezárás, mégse, ugrás a tartalomra, tovább a tartalomra
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            fotó, fotók, képek, galéria, képgaléria, videó, 0 kép, nagyítás, teljes képernyő, olvasási idő *,
            infografika
            """
        ),
        Reason.CAPTION: phrases(
            """
            fotó:*, kép:*, képek:*, illusztráció, illusztráció:*, archív fotó, nyitókép:*, borítókép:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            főoldal, kezdőlap, vissza, vissza a tetejére, menü, keresés, rovatok, kategóriák, kapcsolat, rólunk,
            impresszum, médiaajánlat, karrier, felhasználási feltételek, ászf, segítség, archívum, következő oldal,
            előző oldal, oldal 0, a szerzőről, szerző, szerkesztőség, időjárás, horoszkóp
            """
        ),
        Reason.TAGS: phrases(
            """
            címkék, címkék:*, címke:*, kulcsszavak:*, témák:*, rovat:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            minden jog fenntartva *, minden jog fenntartva, * minden jog fenntartva
            """
        ),
    },
)
