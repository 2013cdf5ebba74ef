"""Which language a text is in."""

import py3langid

_READ = 2000  # characters: enough to be sure of a news text, and the cost does not grow with it


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the likeliest language; None for a text without letters."""
    sample = text[:_READ]
    if not any(character.isalpha() for character in sample):
        return None
    code: str = py3langid.classify(sample)[0]
    return code


def normalise(code: str) -> str:
    """A language tag such as en-GB as its ISO 639-1 code."""
    return code.replace("_", "-").split("-")[0].strip().lower()
