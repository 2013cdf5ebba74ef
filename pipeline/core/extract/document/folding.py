"""Names as they are compared: without what different papers write differently."""

import re
import unicodedata

from pipeline.core.extract.resolve.patterns import APOSTROPHE

_APOSTROPHE = re.compile(APOSTROPHE)
_HYPHEN = re.compile("[\u2010-\u2015\u2212]")
# "U.S.", "J. P. Lind": the full stops of initials; that of "St." is left, so that no two names become one.
_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=\s|$|-|[^\W\d_]\.|[^\W\d_]$)")
_THE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
# Letters that Unicode does not take apart.
_PLAIN_LETTERS = str.maketrans("łŁøØđĐı", "lLoOdDi")


def folded(name: str) -> str:
    """One spelling of apostrophes, hyphens, initials and accents; letter case stays."""
    if name.isascii() and "." not in name and "`" not in name:
        return name
    name = _HYPHEN.sub("-", _APOSTROPHE.sub("'", name))
    apart = unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _INITIAL.sub(r"\1", plain)


def without_article(name: str) -> str:
    """The name without a leading "the"."""
    return _THE.sub("", name, count=1) if name[:1] in "tT" else name
