"""Persian."""

from pipeline.core.languages.language import Language, words

LANGUAGE = Language(
    code="fa",
    name="Persian",
    stop_words=words(
        """
        و در به از که این آن را با برای است بود شد شده می های بر تا هم نیز یا اما کرد کرده خود
        """
    ),
    page_words=words(
        """
        مرتبط بیشتر خبرنامه دیدگاه نظر برچسب اشتراک
        """
    ),
)
