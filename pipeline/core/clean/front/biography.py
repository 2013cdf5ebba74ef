"""Lines about the author, as they stand below an article: "Ada Byron writes about the sea. She is …"."""

import re
from collections.abc import Collection

from pipeline.core.clean.front.words import BIOGRAPHY_WORDS, alternatives

_BEHIND_NAME = re.compile(
    rf"(?:\s*\([^()]{{1,40}}\)|,[^,.]{{1,60}},)?\s+(?:{alternatives(BIOGRAPHY_WORDS)})\b", re.IGNORECASE
)
_SHORTEST_NAME = 6


def is_biography(line: str, authors: Collection[str]) -> bool:
    """Whether a line tells about one of the article's authors: it begins with the name, and says what they do."""
    text = line.lstrip(" \t*•-–—|").casefold()
    return any(
        len(author) >= _SHORTEST_NAME
        and text.startswith(author.casefold())
        and _BEHIND_NAME.match(text, len(author.casefold())) is not None
        for author in authors
    )
