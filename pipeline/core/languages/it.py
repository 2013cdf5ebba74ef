"""Italian."""

from pipeline.core.languages.language import Language, words

LANGUAGE = Language(
    code="it",
    name="Italian",
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
)
