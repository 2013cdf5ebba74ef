"""What a language brings along: the words that cleaning and extraction know in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words, in small letters. A field that is empty says nothing is known, not that there is nothing.

    `code` is the ISO 639-1 code. `stop_words` are what prose is full of and headlines and menus lack; `page_words` what
    menus, forms, footers and lists of other articles are full of. Common words only: no names, no sites.
    """

    code: str
    name: str
    stop_words: frozenset[str] = frozenset()
    page_words: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces, as a set."""
    return frozenset(text.split())
