import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.charset import decode_page

GERMAN = "<p>Die Fähre über den Fluß fährt künftig öfter, sagte die Bürgermeisterin am Dienstag.</p>" * 4
RUSSIAN = "<p>Паром через реку будет ходить чаще, сообщила во вторник глава города на встрече с жителями.</p>" * 4
JAPANESE = "<p>市は十日、KeePassを使う職員の数を公表した。来年度から増える見込みだという。</p>" * 4


def head(declared: str) -> str:
    return f'<html><head><meta charset="{declared}"></head><body>'


@pytest.mark.parametrize(
    ("text", "charset", "declared"),
    [
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-8", "iso-8859-1"),  # the declaration is of another time
        (GERMAN + "<p>“Gut”, sagte sie – 5 €</p>", "cp1252", "iso-8859-1"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (JAPANESE, "utf-8", "utf-8"),
        (JAPANESE, "utf-16-le", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_charset_it_has(text: str, charset: str, declared: str) -> None:
    mark = codecs.BOM_UTF16_LE if charset == "utf-16-le" else b""
    page = mark + (head(declared) + text).encode(charset)
    assert decode_page(page) == head(declared) + text


def test_without_a_declaration_the_charset_is_guessed() -> None:
    assert decode_page(RUSSIAN.encode("cp1251")) == RUSSIAN
    assert decode_page(JAPANESE.encode("cp932")) == JAPANESE


def test_a_false_declaration_is_seen_through() -> None:
    page = (head("utf-8") + RUSSIAN).encode("cp1251")
    assert decode_page(page) == head("utf-8") + RUSSIAN


def test_a_stray_byte_does_not_change_the_charset() -> None:
    page = (head("utf-8") + RUSSIAN * 4).encode() + b"\xff"
    assert decode_page(page) == head("utf-8") + RUSSIAN * 4 + "\ufffd"


@pytest.mark.parametrize("declared", ["nonsense", "utf-7", "idna", "base64", "utf-32", "rot13", "\x00"])
def test_a_charset_that_no_page_is_in_is_not_used(declared: str) -> None:
    page = (head(declared) + GERMAN).encode("cp1252")
    assert decode_page(page) == head(declared) + GERMAN


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text(page: bytes) -> None:
    decode_page(page).encode("utf-8", "strict")


@given(st.text(max_size=300))
def test_utf_8_is_never_changed(text: str) -> None:
    page = text.encode("utf-8", "replace")
    assert decode_page(b"x" + page) == "x" + page.decode()
