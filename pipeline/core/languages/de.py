"""German."""

from pipeline.core.languages.language import Language, words

LANGUAGE = Language(
    code="de",
    name="German",
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
)
