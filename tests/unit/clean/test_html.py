import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.clean import Cleaner
from pipeline.core.clean.page.crowds import without_crowded_tags
from pipeline.core.clean.page.html import PageReader

CLEANER = Cleaner()
extract = PageReader().read
PARAGRAPHS = [
    "The crew of a night ferry pulled seven people from a drifting raft early on Tuesday, the harbour master said.",
    "The raft, lashed together from barrels and fence posts, had been at sea for two days when someone saw a light.",
    "“I thought it was a star that had fallen in,” said Tomas Brandl, who raised the alarm before the captain turned.",
    "They were given blankets and soup, and in the afternoon a fishing boat took all seven of them to the church.",
]
HEADLINE = "Ferry crew pulls seven from drifting raft"


def page(body: str) -> str:
    title = f"<title>{HEADLINE} - Coast Ledger</title>"
    return f"<html><head>{title}</head><body><article><h1>{HEADLINE}</h1>{body}</article></body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_headline_goes_to_the_title() -> None:
    cleaned = CLEANER.clean_html(page(paragraphs(*PARAGRAPHS)))
    assert cleaned is not None
    assert cleaned.title == HEADLINE
    assert cleaned.text.split("\n\n") == PARAGRAPHS


def test_a_paragraph_that_is_only_a_link_is_not_the_article() -> None:
    link = '<p><a href="/x"><b>Harbour wall to be raised by two metres</b></a></p>'
    found = extract(page(paragraphs(*PARAGRAPHS[:2]) + link + paragraphs(*PARAGRAPHS[2:])))
    assert found is not None
    assert found.body.split("\n") == PARAGRAPHS


def test_a_page_laid_out_in_a_table_is_read_as_text() -> None:
    told = [*PARAGRAPHS, *(f"Later on {text}" for text in PARAGRAPHS)]
    cell = "".join(f"{text}<br><br>" for text in told)
    found = extract(f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>")
    assert found is not None
    assert "|" not in found.body
    assert [line for line in found.body.split("\n") if line] == told


def test_offsets_lead_back_to_the_extracted_text() -> None:
    html = page(paragraphs(*PARAGRAPHS))
    found, cleaned = extract(html), CLEANER.clean_html(html)
    assert found is not None
    assert cleaned is not None
    for paragraph, text in zip(cleaned.paragraphs, PARAGRAPHS, strict=True):
        assert found.text.startswith(text, paragraph.offset)


def test_a_known_title_wins() -> None:
    cleaned = CLEANER.clean_html(page(paragraphs(*PARAGRAPHS)), title="Another")
    assert cleaned is not None
    assert cleaned.title == "Another"


def test_no_article_no_record() -> None:
    for html in ("", "<", "<html><body></body></html>", "\x00", "\ud800"):
        assert CLEANER.clean_html(html) is None


def in_head(inside: str) -> str:
    return page(paragraphs(*PARAGRAPHS)).replace("</head>", inside + "</head>")


def data(author: object) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, "author": author}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def names(number: int) -> list[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [f"A{letters[n % 26]}{letters[n // 26 % 26]}{letters[n // 676 % 26]} Bee" for n in range(number)]


def persons(number: int) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names(number)]


CROWDS = {
    "attributes": page(paragraphs(*PARAGRAPHS)).replace("<body", "<body" + "".join(f" a{n}" for n in range(60_000))),
    "attributes that hold signs": page(paragraphs(*PARAGRAPHS)).replace(
        "<body", "<body" + "".join(f" a{n}='<>\"'" for n in range(60_000))
    ),
    "authors": in_head(data(persons(10_000))),
    "author names": in_head(data(names(10_000))),
    "authors in one string": in_head(data(", ".join(names(10_000)))),
    "authors in data apart": in_head("".join(data(name) for name in names(3_000))),
    "authors in broken data": in_head(data(persons(10_000)).replace("]}", ",,")),
    "persons": in_head(data(None).replace('"author": null', f'"@graph": {json.dumps(persons(10_000))}')),
    "authors in the head": in_head("".join(f'<meta name="author" content="{name}">' for name in names(10_000))),
    "an author of many names": in_head(f'<meta property="article:author" content="{" and ".join(names(15_000))}">'),
    "data without end": in_head(f'<script type="application/ld+json">{"[" * 100_000}</script>'),
}  # fmt: skip


@pytest.mark.timeout(60)  # each would take many minutes
@pytest.mark.parametrize("html", CROWDS.values(), ids=CROWDS.keys())
def test_crowds_that_would_take_minutes_are_left_out(html: str) -> None:
    cleaned = CLEANER.clean_html(html)
    assert cleaned is not None
    assert cleaned.text.split("\n\n") == PARAGRAPHS
    assert cleaned.title == HEADLINE


def test_an_ordinary_number_of_authors_is_read() -> None:
    found = extract(in_head(data([{"@type": "Person", "name": "Ada Byron"}, {"@type": "Person", "name": "Mary King"}])))
    assert found is not None
    assert found.authors == ("Ada Byron", "Mary King")


@given(st.text(alphabet="<>a =/\"'\n", max_size=200))
def test_a_tag_with_few_attributes_stays_as_it_is(html: str) -> None:
    assert without_crowded_tags(html + " " * 10_000) == html + " " * 10_000


def test_a_tag_is_left_bare_only_where_it_ends() -> None:
    crowd = "".join(f' a{n}="x>"' for n in range(5_000))
    assert without_crowded_tags(f'<p id="a"><div{crowd} /><b c="d">') == '<p id="a"><div /><b c="d">'
