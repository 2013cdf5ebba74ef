"""Poison: texts, pages and messages made to hurt whoever reads them, each in any size.

Every entry is a function of a size (in characters or bytes, about), so that the same poison serves for outcomes, for
limits and for measuring how time grows with size (`fuzz/growth.py`).
"""

import json
from collections.abc import Callable, Iterator

Grow = Callable[[int], str]
GrowBytes = Callable[[int], bytes]


def fill(piece: str) -> Grow:
    """A text of `piece` over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def around(head: str, piece: str, tail: str) -> Grow:
    """The same with a beginning and an end, which make an expression try and fail."""
    return lambda size: head + fill(piece)(size) + tail


#: Texts. Names say what they aim at.
TEXTS: dict[str, Grow] = {
    "one line": fill("word "),
    "one word": fill("a"),
    "one capital word": fill("A"),
    "one sentence": fill("Maria Keller of the United Nations met Iran's foreign minister in Geneva on Monday. "),
    "lines of one letter": fill("a\n"),
    "blank lines": fill("\n"),
    "carriage returns": fill("\r"),
    "mixed line ends": fill("a\r\nb\rc\n"),
    "lines of spaces": fill("   \n"),
    "spaces": lambda size: "a" + " " * size + "b",
    "spaces in every line": fill("word" + " " * 200 + "\n"),
    "tabs": lambda size: "a" + "\t" * size,
    "no-break spaces": lambda size: "a" + "\u00a0" * size + "b",
    "NUL": fill("\0"),
    "NUL between words": fill("London\0Paris "),
    "control characters": fill("".join(map(chr, range(1, 32)))),
    "separators that are no line ends": fill("one\u2028two\u2029three\x85four\x0bfive\x0csix "),
    "bidirectional overrides": fill("\u202eabc\u202d\u2066def\u2069 "),
    "zero width": fill("a\u200b\u200c\u200d\u2060\ufeff"),
    "combining marks": lambda size: "a" + "\u0301" * size,
    "marks on every letter": fill("Z" + "\u0300\u0316\u0334" * 8),
    "private use and unassigned": fill("\ue000\uffff\U000e0001\U0010ffff "),
    "emoji joined": fill("👩‍👩‍👧‍👦"),
    "flags": fill("🇨🇭"),
    "one emoji line after another": fill("🙂\n"),
    "Chinese without spaces": fill("外交部长在日内瓦会见了联合国秘书长"),
    "right to left": fill("وزیر خارجه ایران در ژنو "),
    "case that grows": fill("İßﬃŉǰΐ "),
    "digits": fill("1"),
    "digits and dots": fill("1."),
    "digits and dashes": fill("1-"),
    "a score after another": fill("3-2 "),
    "overs": fill("12.3-1-45-2 "),
    "capitals": fill("Aa "),
    "capitals in one line each": fill("Aa Bb\n"),
    "initials": fill("A. "),
    "initials without spaces": fill("A."),
    "apostrophes": fill("'"),
    "possessives": fill("Keller's "),
    "hyphens": fill("a-"),
    "capital hyphens": fill("A-"),
    "capital apostrophes": fill("A'"),
    "dashes": fill("-"),
    "long dashes": fill("— "),
    "dots": fill("."),
    "commas": fill(","),
    "commas and spaces": fill(", "),
    "colons": fill("a: "),
    "opening brackets": fill("("),
    "closing brackets": fill(")"),
    "brackets": fill("(A) "),
    "square brackets": fill("[a_b] "),
    "quotes": fill('"'),
    "slashes": fill("a/"),
    "titles": fill("President "),
    "titles and particles": fill("President de la von "),
    "particles": fill("de la "),
    "a name of particles": around("Maria ", "de ", "!"),
    "a person of many names": fill("Maria "),
    "of the of the": fill("of the "),
    "and and": fill("Ministry of "),
    "the the": fill("the "),
    "acronyms": fill("(UN) United Nations "),
    "acronym of one long word": around("(", "A", ")"),
    "acronym with hyphens": around("(", "A-", ")"),
    "datelines": fill("LONDON, 16 Feb - "),
    "datelines in lines": fill("LONDON, 16 Feb (AFP) - Text\n"),
    "dateline never ending": around("LONDON ", "A.", ", 16"),
    "dateline of spaces": around("LONDON", " ", "16 Feb -"),
    "bylines": fill("By Maria Keller\n"),
    "byline of spaces": around("By", " ", ""),
    "related headlines": fill("Related: Something Happened Again\n"),
    "related without end": around("Related", " ", "x"),
    "notices": fill("Advertisement\n"),
    "notice of marks": around("", "*", "a"),
    "sign up": around("sign up for the ", "a ", "!"),
    "versus": fill("Arsenal v "),
    "tables of results": fill("Arsenal 3 Chelsea 2\n"),
    "standings": fill("1. Arsenal 10 7 2 1 20 9\n"),
    "standings in one line": around("1. Arsenal ", "1 ", "x"),
    "batsmen": fill("Smith c Jones b Brown 12\n"),
    "players": fill("Maria Keller (Chile) "),
    "addresses": fill("http://example.com/a?b=c&d "),
    "one address": around("http://example.com/", "a", ""),
    "mail addresses": fill("a@b.c "),
    "one long mail address": around("", "a@", ""),
    "addresses that nearly are": around("", "a.b", "@"),
    "entities of HTML": fill("&amp;&#0;&nbsp;"),
    "markup": fill("<b>bold</b>"),
    "backslashes": fill("\\"),
    "underscores": fill("_"),
    "same headline": fill("Chile: Copper Mines Close for the Winter\n"),
    "many different words": lambda size: " ".join(f"w{n}x" for n in range(size // 7)),
    "many different names": lambda size: " ".join(f"Maria K{'abcdefghij'[n % 10]}ller{n}" for n in range(size // 15)),
    "many different names, said of": lambda size: " ".join(
        f"President Ann{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} Bell{chr(97 + n // 676 % 26)} said."
        for n in range(size // 26)
    ),
    "many places": fill("Geneva, Paris, London, Tehran, Tokyo, Lima and Rome. "),
    "every line different": lambda size: "".join(f"Line number {n} says something\n" for n in range(size // 30)),
}


def _nested(opening: str, closing: str) -> Grow:
    def page(size: int) -> str:
        depth = size // (len(opening) + len(closing))
        return opening * depth + "The text inside." + closing * depth

    return page


_PARAGRAPH = "<p>The minister of Chile said on Monday that the port would open again, and ships would be unloaded.</p>"

#: Pages.
PAGES: dict[str, Grow] = {
    "nested div": _nested("<div>", "</div>"),
    "nested div never closed": fill("<div>"),
    "nested span": _nested("<span>", "</span>"),
    "nested b": _nested("<b>", "</b>"),
    "nested lists": _nested("<ul><li>", "</li></ul>"),
    "nested tables": _nested("<table><tr><td>", "</td></tr></table>"),
    "nested quotes": _nested("<blockquote>", "</blockquote>"),
    "nested links": _nested("<a href=x>", "</a>"),
    "nested headings": _nested("<h1>", "</h1>"),
    "nested forms of every kind": fill("<div><p><table><a><b><i><svg><math><select>"),
    "formatting adopted over and over": fill("<b><i><a><p></b>"),
    "closing tags only": fill("</div></p>"),
    "entities": around("<p>", "&lt;&amp;&eacute;&#x1F600;", "</p>"),
    "entities without end": around("<p>", "&amp", ""),
    "numbers as entities": around("<p>", "&#9999999999;&#0;&#xD800;", "</p>"),
    "entity bomb": lambda size: (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(12))
        + "]><html><body>"
        + fill("<p>&a11; said &a11;</p>")(size)
    ),
    "many attributes": lambda size: "<p " + " ".join(f"a{n}=b" for n in range(size // 8)) + ">text</p>",
    "one attribute over and over": around("<p ", "a=b ", ">text</p>"),
    "long attribute": around('<p class="', "a ", '">text</p>'),
    "attribute never closed": around('<p class="', "a", ""),
    "long tag name": around("<", "a", ">text"),
    "comments": fill("<!-- comment -->"),
    "comment never closed": around("<!--", "-", ""),
    "conditional comments": fill("<!--[if IE]>"),
    "scripts": fill("<script>var a = '</p>';</script>"),
    "script never closed": around("<script>", "a ", ""),
    "JSON-LD deep": lambda size: (
        '<html><head><script type="application/ld+json">'
        + '{"@graph":[' * (size // 24)
        + "]}" * (size // 24)
        + f"</script></head><body>{_PARAGRAPH * 5}</body></html>"
    ),
    "JSON-LD wrong": around('<script type="application/ld+json">{"author": "', "a\\", f"</script>{_PARAGRAPH * 5}"),
    "JSON-LD of authors": around(
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[',
        '{"@type":"Person","name":"Ann Bell"},',
        f"{{}}]}}</script>{_PARAGRAPH * 5}",
    ),
    "meta authors": around("<html><head>", '<meta name="author" content="Ann Bell">', f"</head>{_PARAGRAPH * 5}"),
    "author of spaces": around('<html><head><meta name="author" content="a', " ", f'b"></head>{_PARAGRAPH * 5}'),
    "title of spaces": around("<html><head><title>a", " ", f"b</title></head>{_PARAGRAPH * 5}"),
    "title with bars": around("<html><head><title>", "a | ", f"b</title></head>{_PARAGRAPH * 5}"),
    "long address": around('<link rel="canonical" href="http://', "a.", f'">{_PARAGRAPH * 5}'),
    "date of digits": around('<html><body><time datetime="', "20", f'">x</time>{_PARAGRAPH * 5}'),
    "dates in the text": around("<html><body>", "<p>16 February 2020, 2020-02-16, 16/02/20</p>", "</body></html>"),
    "images from data": around('<img src="data:image/png;base64,', "A", f'">{_PARAGRAPH * 5}'),
    "links": fill('<p><a href="/x">A headline of some other article</a></p>'),
    "paragraphs": fill(_PARAGRAPH),
    "empty paragraphs": fill("<p></p>"),
    "line breaks": around("<p>", "a<br>", "</p>"),
    "list items": around("<ul>", "<li>a</li>", "</ul>"),
    "table cells": around("<table><tr>", "<td>a</td>", "</tr></table>"),
    "table rows": around("<table>", "<tr><td>a</td></tr>", "</table>"),
    "layout table": around("<table><tr><td>", "<p>Some text in a cell of a page.</p>", "</td></tr></table>"),
    "layout tables, nested": _nested("<table><tr><td><p>a</p><p>b</p><p>c and more</p>", "</td></tr></table>"),
    "headings": fill("<h1>The headline of a page</h1>"),
    "headings within headings": fill("<h1>The headline <b>of a page "),
    "frames": fill("<frameset><frame src=x><noframes>"),
    "templates": fill("<template><slot>"),
    "processing instructions": fill("<?xml version='1.0'?>"),
    "CDATA": fill("<![CDATA[x]]>"),
    "no markup at all": fill("Only text stands here. "),
    "less-than signs": fill("<"),
    "NUL in a page": around("<p>", "text\0text ", "</p>"),
    "bare surrogates as numbers": around("<p>", "&#xD83D;&#xDE00;", "</p>"),
    "declared as another encoding": around(
        "<html><head><meta charset=utf-16></head><body>", _PARAGRAPH, "</body></html>"
    ),
    "declared as XML": around(
        '<?xml version="1.0" encoding="utf-7"?><html xmlns="http://www.w3.org/1999/xhtml"><body>', _PARAGRAPH, ""
    ),
    "hidden": around('<div style="display:none">', _PARAGRAPH, "</div>"),
}


def _json(**fields: object) -> bytes:
    return json.dumps(fields).encode()


#: Messages that are wrong as bytes or as JSON, or only just right.
MESSAGES: dict[str, GrowBytes] = {
    "empty": lambda size: b"",
    "bytes that are not UTF-8": lambda size: b"\xff" * size,
    "cut in the middle of a character": lambda size: '{"text": "é'.encode()[:-1],
    "overlong UTF-8": lambda size: b'{"text": "\xc0\xaf\xe0\x80\xaf"}',
    "surrogates as UTF-8": lambda size: b'{"text": "\xed\xa0\x80"}',
    "beyond Unicode": lambda size: b'{"text": "\xf5\x80\x80\x80"}',
    "lone surrogates escaped": lambda size: b'{"text": "' + b"\\ud83d" * (size // 6) + b'"}',
    "pairs of surrogates escaped": lambda size: b'{"text": "' + b"\\ud83d\\ude00" * (size // 12) + b'"}',
    "NUL bytes": lambda size: b"\0" * size,
    "NUL escaped": lambda size: b'{"text": "' + b"\\u0000" * (size // 6) + b'"}',
    "UTF-16": lambda size: '{"text": "a"}'.encode("utf-16"),
    "byte order marks": lambda size: b"\xef\xbb\xbf" * 3 + b'{"text": "a"}',
    "arrays in arrays": lambda size: b"[" * size,
    "objects in objects": lambda size: b'{"a":' * (size // 5),
    "closed arrays in metadata": lambda size: (
        b'{"text": "a", "metadata": {"x": ' + b"[" * (size // 2) + b"]" * (size // 2) + b"}}"
    ),
    "just as deep as the parser goes": lambda size: b'{"text": "a", "m": ' + b"[" * 1020 + b"]" * 1020 + b"}",
    "wide": lambda size: b'{"text": "a", "m": [' + b",".join([b"[]"] * (size // 3)) + b"]}",
    "many fields": lambda size: (
        b'{"text": "a", ' + b", ".join(b'"f%d": 1' % n for n in range(size // 11)) + b', "id": "x"}'
    ),
    "many metadata of the same name": lambda size: (
        b'{"text": "a", "metadata": {' + b", ".join([b'"m": 1'] * (size // 8)) + b"}}"
    ),
    "duplicate keys": lambda size: b'{"text": "first", "text": "second", "id": "a", "id": "b"}',
    "NaN": lambda size: b'{"text": "a", "m": NaN}',
    "Infinity": lambda size: b'{"text": "a", "m": [Infinity, -Infinity]}',
    "a number of many digits": lambda size: b'{"text": "a", "m": ' + b"9" * size + b"}",
    "a number of many decimals": lambda size: b'{"text": "a", "m": 0.' + b"1" * size + b"}",
    "an exponent too far": lambda size: b'{"text": "a", "m": 1e999999}',
    "an exponent too far down": lambda size: b'{"text": "a", "m": 1e-999999}',
    "integers past 64 bits": lambda size: b'{"text": "a", "m": [18446744073709551615, 18446744073709551616, -1e19]}',
    "a version past 64 bits": lambda size: b'{"text": "a", "schema_version": 99999999999999999999999999}',
    "a version that is infinite": lambda size: b'{"text": "a", "schema_version": 1e400}',
    "a version that is a float": lambda size: b'{"text": "a", "schema_version": 1.5}',
    "a negative version": lambda size: b'{"text": "a", "schema_version": -1}',
    "a version that is true": lambda size: b'{"text": "a", "schema_version": true}',
    "an id too long": lambda size: b'{"text": "a", "id": "' + b"i" * size + b'"}',
    "an id of spaces": lambda size: b'{"text": "a", "id": " "}',
    "an id with NUL and bidi": lambda size: '{"text": "a", "id": "\\u0000\u202e"}'.encode(),
    "a key like a reserved one": lambda size: b'{"text": "a", "__proto__": {"x": 1}, "constructor": 1, "": 2}',
    "metadata of itself": lambda size: b'{"text": "a", "metadata": {"metadata": {"metadata": {}}}}',
    "every field of the wrong type": lambda size: _json(
        text=[], html={}, id=[], url=1, source=False, title={}, published_at=0.5, language=[], metadata=3
    ),
    "language of nonsense": lambda size: _json(text="The minister said so.", language="\0\u202e-_-_-"),
    "long language": lambda size: _json(text="The minister said so.", language="en-" * (size // 3)),
    "long title": lambda size: _json(text="A line\n\nThe minister said.", title="Word " * (size // 5)),
    "long address": lambda size: _json(html=_PARAGRAPH * 5, url="http://" + "a." * (size // 2)),
    "address of nonsense": lambda size: _json(html=_PARAGRAPH * 5, url="http://[::1"),
    "address with a port of nonsense": lambda size: _json(html=_PARAGRAPH * 5, url="http://a:b:c/%00"),
    "blank": lambda size: _json(text=" \t\n\u3000\u2028" * (size // 8)),
    "only zero width": lambda size: _json(text="\u200b" * (size // 6)),
}


GrowHeaders = Callable[[int], list[tuple[str, bytes | None]]]


def _header(name: str, value: GrowBytes) -> GrowHeaders:
    return lambda size: [(name, value(size))]


#: Headers: names and values that our own would never have.
HEADERS: dict[str, GrowHeaders] = {
    "published in many digits": _header("dateline-published", lambda size: b"9" * size),
    "published at 0": _header("dateline-published", lambda size: b"0"),
    "published past 64 bits": _header("dateline-published", lambda size: b"9223372036854775808"),
    "published before 1970": _header("dateline-published", lambda size: b"-1"),
    "published in another script's digits": _header("dateline-published", lambda size: "١٢٣".encode()),
    "published in zeros": _header("dateline-published", lambda size: b"0" * size + b"1"),
    "published empty": _header("dateline-published", lambda size: b""),
    "replayed in many digits": _header("dateline-replays", lambda size: b"9" * size),
    "replayed a fraction": _header("dateline-replays", lambda size: b"1.5"),
    "a trace parent of nothing": _header("traceparent", lambda size: b""),
    "a long trace parent": _header("traceparent", lambda size: b"00-" + b"a" * size),
    "a trace parent with line breaks": _header(
        "traceparent", lambda size: b"00-" + b"a" * 32 + b"-" + b"b" * 16 + b"-01\n"
    ),
    "a trace parent that is not ASCII": _header("traceparent", lambda size: b"\xff" * 55),
    "a long trace state": _header("tracestate", lambda size: b"a=b," * (size // 4)),
    "a trace state with NUL": _header("tracestate", lambda size: b"a=\0"),
    "null values": lambda size: [
        (name, None) for name in ("traceparent", "tracestate", "dateline-published", "dateline-replays", "", "other")
    ],
    "the same name over and over": lambda size: [("traceparent", b"%d" % number) for number in range(size // 10)],
    "many names": lambda size: [(f"h{number}", b"") for number in range(size // 10)],
    "a long name": lambda size: [("n" * size, b"")],
    "a name of control characters": lambda size: [("\0\n\u202e\\xff", b"\0")],
    "ours forged": lambda size: [
        (f"dateline-{name}", b"\xff" * size) for name in ("source-topic", "source-offset", "worker", "reason", "stage")
    ],
}

#: Keys; any bytes can be one.
KEYS: dict[str, Callable[[int], bytes | None]] = {
    "none": lambda size: None,
    "empty": lambda size: b"",
    "not UTF-8": lambda size: b"\xff\xfe",
    "NUL": lambda size: b"\0",
    "long": lambda size: b"k" * size,
}

#: Timestamps in milliseconds; on the wire they are any 64-bit number, and -1 stands for none.
TIMESTAMPS = (-(2**63), -1, 0, 1, 2**63 - 1)


def articles(size: int) -> Iterator[tuple[str, bytes]]:
    """Every poison as a message for the raw topic, with its name."""
    for name, text in TEXTS.items():
        yield f"text: {name}", _utf8(text=text(size))
    for name, page in PAGES.items():
        yield f"page: {name}", _utf8(html=page(size))
    for name, message in MESSAGES.items():
        yield f"message: {name}", message(size)


def clean_articles(size: int) -> Iterator[tuple[str, bytes]]:
    """Every text as a message for the clean topic: what somebody else's program may write there."""
    for name, text in TEXTS.items():
        yield f"text: {name}", _utf8(id="poison", text=text(size), language="en")
    for name, message in MESSAGES.items():
        yield f"message: {name}", message(size)


def _utf8(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")
