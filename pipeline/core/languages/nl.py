"""Dutch."""

from pipeline.core.languages.language import Language, words

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    stop_words=words(
        """
        het een van op te dat niet zijn voor met aan door ook naar
        """
    ),
)
