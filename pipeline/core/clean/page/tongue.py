"""Whether an article is in the language that its page claims: a template's claim is often another site's."""

import re
from collections.abc import Sequence

from pipeline.core.languages import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4_000
_FEWEST_WORDS = 30
# Neighbours (Danish and Norwegian, Czech and Slovak) share many words; another language has far more of its own.
_CLEARLY = 1.25


def spoken(claimed: str | None, lines: Sequence[str]) -> str | None:
    """The language that a page claims, unless the text's small words are clearly another's; None then."""
    if claimed is None or claimed not in LANGUAGES or not LANGUAGES[claimed].stop_words:
        return claimed
    words = _WORD.findall(" ".join(lines)[:_LOOKED_AT].lower())
    if len(words) < _FEWEST_WORDS:
        return claimed
    counts = {code: sum(word in one.stop_words for word in words) for code, one in LANGUAGES.items()}
    return claimed if counts[claimed] * _CLEARLY >= max(counts.values()) and counts[claimed] else None
