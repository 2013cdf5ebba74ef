"""Bytes of a web page to text: the charset it really has, whatever it claims."""

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Browsers look for a declaration in the first 1,024 bytes; pages with long heads put it later.
_HEAD = 8_192
_DECLARED = re.compile(rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}encoding\s*=\s*)["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# What browsers read under these names (the WHATWG's Encoding Standard): supersets, which pages mean and use.
_MEANT = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "windows-1252": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "x-euc-jp": "euc_jp", "big5": "cp950",
    "tis-620": "cp874", "windows-874": "cp874", "unicode": "utf-16", "iso-8859-8-i": "iso-8859-8",
}  # fmt: skip
# A declared charset is believed with this share of bytes that it does not have; pages are put together of many parts.
_WRONG_SHARE = 0.002
_FALLBACK = "cp1252"
# Guessing takes some milliseconds for so many bytes, and more bytes tell no more.
_GUESSED = 32_768
_MARKUP = re.compile(rb"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)


def decode_page(page: bytes) -> str:
    """The text of a page: by its byte order mark, as UTF-8 if it is that, as it declares, or as its bytes look.

    Bytes that the charset does not have become U+FFFD.
    """
    for mark, name in _BOMS:
        if page.startswith(mark):
            return page[len(mark) :].decode(name, "replace")
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(page)
    if declared is not None:
        text = page.decode(declared, "replace")
        if text.count("\ufffd") <= _WRONG_SHARE * len(text):
            return text
    return page.decode(_guessed(page), "replace")


def _declared(page: bytes) -> str | None:
    match = _DECLARED.search(page[:_HEAD])
    return _known(match[1].decode("ascii", "replace").lower()) if match else None


def _known(name: str) -> str | None:
    """Python's name of a text encoding; None for none, and for those that no page is in when its tags can be read."""
    name = _MEANT.get(name, name)
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return (
        None
        if found.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw"))
        else found.name
    )


def _guessed(page: bytes) -> str:
    text = _MARKUP.sub(b" ", page[: 4 * _GUESSED])[:_GUESSED]
    best = from_bytes(text).best()
    found = _known(best.encoding.replace("_", "-")) or _known(best.encoding) if best is not None else None
    return found or _FALLBACK
