"""When two lines are one: numbers, dates, spaces and case do not count."""

import re
from hashlib import blake2b

from pipeline.core.languages import LANGUAGES

_DIGITS = re.compile(r"\d+")
_ZEROS, _SPACES = re.compile(rb"0{2,}"), re.compile(rb" {2,}")
# What ASCII becomes: small letters, 0 for every digit, a space for every blank. Most lines need no closer look.
_PLAIN = bytes(
    ord("0") if chr(byte).isdigit() else ord(" ") if chr(byte).isspace() else ord(chr(byte).lower())
    for byte in range(128)
) + bytes(range(128, 256))
_MONTHS = "|".join(
    sorted({re.escape(m) for language in LANGUAGES.values() for m in language.months}, key=lambda m: (-len(m), m))
)
# A month counts as one only beside a number; "May" is a name, too, and "March" a verb.
_DATE = re.compile(rf"\b(?:{_MONTHS})\b\.?,? 0|0\.? (?:de )?(?:{_MONTHS})\b\.?")
_WORTH_A_LOOK = 60  # characters of lines that a date makes different: stamps, not paragraphs
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
KEY_BYTES = 8  # a source has some thousand lines; two with the same 64 bits are not to be feared


def normal(line: str) -> bytes:
    """The form in which near-equal lines are equal."""
    if line.isascii():
        plain = line.encode().translate(_PLAIN).strip()
        if b"  " in plain:
            plain = _SPACES.sub(b" ", plain)
        if b"00" in plain:
            plain = _ZEROS.sub(b"0", plain)
    else:
        plain = _DIGITS.sub("0", " ".join(line.split()).casefold()).encode("utf-8", "surrogatepass")
    if len(plain) <= _WORTH_A_LOOK and b"0" in plain:
        plain = _DATE.sub("0", plain.decode("utf-8", "surrogatepass")).encode("utf-8", "surrogatepass")
    return plain


def key_of(line: str) -> str:
    """What a line is counted under: 16 hexadecimal digits, the same for near-equal lines."""
    return blake2b(normal(line), digest_size=KEY_BYTES).hexdigest()


def letters(line: str) -> int:
    """A line's length as it reads: an ideograph or a syllable says as much as three letters."""
    if line.isascii():
        return len(line)
    return len(line) + 2 * len(_WIDE.findall(line))
