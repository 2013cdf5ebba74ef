"""Words by which furniture speaks to its reader ("subscribe", "photo"), and shapes that an article's own lines have."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pipeline.core.languages import LANGUAGES

MOST_TELLING = 3
_LOOKED_AT = 120  # characters; what a line is shows at its start
_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[@©|»›•→]|www\.|https?:")
_ALONE = frozenset({*"@©|»›•→", "www.", "https:", "http:"})
_INSIDE = re.compile(r"[\u0900-\u097f\u3040-\u30ff\u3400-\u9fff]")  # scripts whose words are looked for inside a line
_STEM = 3  # letters by which stems are found
_SPARSE = 25  # words; in more of them a telling word says less
_NAME_WORDS = range(2, 6)


@cache
def _vocabulary() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    """Whole words, beginnings of words (written with a "*") by their first letters, and words to look for inside."""
    every = frozenset[str]().union(*(language.furniture_words for language in LANGUAGES.values()))
    stems = defaultdict(set)
    for word in every:
        if word.endswith("*"):
            stems[word[:_STEM]].add(word[:-1])
    inside = tuple(sorted(word for word in every if _INSIDE.match(word)))
    return every | _ALONE, {start: tuple(sorted(words)) for start, words in stems.items()}, inside


def telling(line: str) -> float:
    """How much a line speaks like furniture: telling words and signs up to 3, less where they are few among many."""
    whole, stems, inside = _vocabulary()
    tokens = _TOKEN.findall(line[:_LOOKED_AT].casefold())
    count = 0
    for token in tokens:
        if token in whole or (token[:_STEM] in stems and token.startswith(stems[token[:_STEM]])):
            count += 1
    if not line.isascii():
        count += sum(word in line for word in inside)
    return min(count, MOST_TELLING) * min(1.0, _SPARSE / max(1, len(tokens)))


def is_name(line: str) -> bool:
    """Two to five words, each with a capital: a person, an outlet, a label."""
    words = line.split()
    return len(words) in _NAME_WORDS and all(word[0].isupper() for word in words)


def introduces(line: str) -> bool:
    """Ends on a colon or a question mark: something follows, and it is often the article's own."""
    return line.rstrip()[-1:] in {":", "：", "?", "？", "؟"}
