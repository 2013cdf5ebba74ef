"""Russian."""

from pipeline.core.languages.language import Language, words

LANGUAGE = Language(
    code="ru",
    name="Russian",
    stop_words=words(
        """
        и в на не что с по из за от как это для он она они но был была
        """
    ),
)
