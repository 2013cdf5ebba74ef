from pipeline.core.clean import Cleaner
from pipeline.core.clean.html import extract

CLEANER = Cleaner()
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
    assert found.text.split("\n") == PARAGRAPHS


def test_a_page_laid_out_in_a_table_is_read_as_text() -> None:
    cell = "".join(f"{text}<br><br>" for text in PARAGRAPHS * 2)
    found = extract(f"<html><body><table><tr><td>{cell}</td></tr></table></body></html>")
    assert found is not None
    assert "|" not in found.text
    assert [line for line in found.text.split("\n") if line] == PARAGRAPHS * 2


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
