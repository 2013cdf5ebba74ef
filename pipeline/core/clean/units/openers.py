"""The commonest words of the language that a text is in: with a capital they tell where a sentence begins."""

from pipeline.core.languages import LANGUAGES

_READ = 2_000  # characters
# Written with a capital wherever they stand, or parts of names ("No. 1").
_ALWAYS_CAPITAL = frozenset("i no sie ihr ihre ihren ihnen ihrer la le los las el".split())
_FEWEST = 3
_KNOWN = {code: language.stop_words for code, language in LANGUAGES.items() if language.stop_words}


def openers(text: str) -> frozenset[str]:
    """The words, in small letters, of the language that most of the text's are from; none where nothing is known.

    Of one language only: "War" begins a sentence in German, and ends none in English.
    """
    words = [word for word in text[:_READ].split() if word[0].islower()]
    counted = {code: sum(map(known.__contains__, words)) for code, known in _KNOWN.items()}
    code = max(counted, key=lambda code: (counted[code], code))
    return _KNOWN[code] if counted[code] >= _FEWEST else frozenset()


def opens(word: str, known: frozenset[str]) -> bool:
    """Whether a word, as it is written, begins a sentence, given the language's words."""
    return word[:1].isupper() and word.lower() in known and word.lower() not in _ALWAYS_CAPITAL
