"""One spelling for all ways to write a place's name."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans("łŁøØđĐıßæÆœŒ’‘`ʻ", "lLoOdDisaAoO''''")
_GAP = re.compile(r"[\s\-‐‑–]+")
_IN_FULL = (("st ", "saint "), ("ste ", "sainte "), ("mt ", "mount "), ("ft ", "fort "))
KEPT = 8192  # names whose look-ups are remembered: news names the same places and people day by day
KEY_BYTES = 6  # 48 bits: of a hundred million unknown names one would be taken for a known one


@lru_cache(maxsize=KEPT)
def fold(name: str) -> str:
    """Lower case, without accents, full stops, hyphens and a possessive; "Saint", "Mount" and "Fort" in full."""
    if not name.isascii():
        # In small letters and taken apart first: "ẞ" and "Ǿ" become letters of the table only then.
        apart = unicodedata.normalize("NFKD", name).lower().translate(_LETTERS)
        name = "".join(letter for letter in apart if not unicodedata.combining(letter))
    plain = _GAP.sub(" ", name.lower().replace(".", "")).strip().removesuffix("'s")
    for short, full in _IN_FULL:
        if plain.startswith(short):
            return full + plain[len(short) :]
    return plain


def key(folded: str) -> int:
    """The number under which a folded name stands in the atlas."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=KEY_BYTES).digest(), "big")


def short_form(name: str) -> str:
    """How a shortened name ("Fla.", "N.Y.", "NSW") is looked up; no folded name begins like it."""
    return "=" + name.replace(".", "").replace(" ", "")


def people(word: str) -> str:
    """How the people of a part of the world ("European") are looked up."""
    return "~" + fold(word)
