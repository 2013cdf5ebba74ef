"""Portuguese."""

from pipeline.core.languages.language import Language, words

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    stop_words=words(
        """
        os as um uma dos das em no na nos nas não foi ao à pelo pela mais
        """
    ),
)
