"""Furniture that is told by its signs, in any language: credits of pictures, signs of rights, hashtags, addresses."""

import re

from pipeline.core.reasons import RemovedReason

# A longer line is no sign of rights, and none that is nothing but an address.
_LONGEST_SIGN, _LONGEST = 200, 160
# Who pictures are credited to, at the end of a line after a sign or a "via".
_AGENCIES = (
    "adobe stock", "afp", "alamy", "alliance", "anp", "ansa", "ap", "ap photo", "ap photos", "apa", "belga",
    "bloomberg", "commons", "corbis", "ctk", "dpa", "efe", "epa", "europa press", "facebook", "filmmagic", "flickr",
    "getty", "getty images", "gettyimages", "images", "imago", "imagn", "instagram", "istock", "istockphoto",
    "keystone", "kyodo", "lapresse", "lehtikuva", "mti", "newscom", "ntb", "pa", "pap", "pexels", "photo", "photos",
    "picture alliance", "pixabay", "pool", "reuters", "rex", "ritzau", "scanpix", "shutterstock", "sipa", "stock",
    "tass", "tt", "twitter", "unsplash", "upi", "wikimedia commons", "wireimage", "xinhua", "youtube", "zuma",
)  # fmt: skip
_AGENCY = "|".join(sorted(_AGENCIES, key=lambda name: (-len(name), name)))
_CREDIT = re.compile(
    rf"\W*(?:[^.!?]|\b\w\.){{0,90}}(?:/|©|\(c\)|\bvia\s|\bby\s|\|)\s*(?:{_AGENCY})(?:[\s/]+(?:{_AGENCY}))*\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"©\s*(?:19|20)\d\d|(?:19|20)\d\d\s*©|(?:19|20)\d\d.{0,40}©")
_SLOT = re.compile(r"\W*\[\w*_\w*\]\W*")
# What shows by its signs alone: "#harbour #mole", "desk@harbour.example", ">> Mayor resigns".
_HASHTAGS = re.compile(r"\s*(?:(?:#\s?(?=\w*[^\W\d])\w+[\s,]*)+|(?:#\s?\w[^#.!?]{0,40}){2,})")
_ADDRESS = re.compile(r"\W*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*")
_ONWARD = re.compile(r"\s*>{2,}.*\w.*", re.DOTALL)
# The last words, in small letters, of lines that `is_credit` is worth asking about.
CREDITED = frozenset(name.rsplit(" ", 1)[-1] for name in _AGENCIES)


def is_credit(text: str) -> bool:
    """Whether a line says whose a picture is ("Ada Byron/Getty Images")."""
    return _CREDIT.fullmatch(text) is not None


def by_signs(text: str) -> RemovedReason | None:
    """Furniture in any language, told by its signs."""
    if "©" in text and _is_sign(text):
        return RemovedReason.COPYRIGHT if _YEAR.search(text) else RemovedReason.CAPTION
    begin = text.lstrip()[:2]
    if "[" in begin:
        return RemovedReason.ADVERTISEMENT if _SLOT.fullmatch(text) else None
    if begin == ">>":
        return RemovedReason.RELATED_HEADLINE if _ONWARD.fullmatch(text) else None
    if begin[0] == "#" and _HASHTAGS.fullmatch(text):
        return RemovedReason.TAGS
    alone = "@" in text and len(text) <= _LONGEST
    return RemovedReason.AUTHOR_BIO if alone and _ADDRESS.fullmatch(text) else None


def _is_sign(text: str) -> bool:
    """Whether a line tells whose rights something is under: "© Somebody", "Somebody © 2026"."""
    if len(text) > _LONGEST_SIGN:
        return False
    return "©" in text[:4] or _YEAR.search(text) is not None
