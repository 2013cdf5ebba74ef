import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from pipeline.core.flow import Channel
from pipeline.tools import render

ARTICLE = {
    "id": "a1",
    "title": "Ferry burns",
    "byline": "Marta Lindqvist",
    "dateline": {"place": "Piraeus", "date": None},
    "text": "Ferry burns\n\nA fire in Athens.",
    "paragraphs": [{"start": 0, "offset": 0, "line": 0}, {"start": 13, "offset": 12, "line": 2}],
    "removed": [{"text": "Share this", "reason": "share_or_follow", "line": 1, "score": 0.9}],
    "marks": ["large_cut"],
    "entities": [
        {"name": "Athens", "type": "GPE", "count": 1, "mentions": [{"start": 23, "end": 29, "surface": "Athens"}]}
    ],
}


def _shown(channel: Channel, record: render.Record) -> str:
    console = Console(file=io.StringIO(), width=120)
    console.print(render.record(channel, record))
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_lines_stand_in_the_originals_order_with_reasons_for_what_went() -> None:
    assert [line.plain for line in render.lines(ARTICLE)] == [
        "Ferry burns",
        "Share this  ← share_or_follow",
        "A fire in Athens.",
    ]


def test_entities_are_coloured_where_they_stand_and_removed_lines_struck_through() -> None:
    _, removed, kept = render.lines(ARTICLE)
    spans = [(kept.plain[span.start : span.end], str(span.style)) for span in kept.spans]
    assert spans == [("Athens", "bold green")]
    assert ("Share this", "strike red") in [
        (removed.plain[span.start : span.end], str(span.style)) for span in removed.spans
    ]


def test_an_article_shows_what_is_known_of_it() -> None:
    shown = _shown(Channel.ENRICHED, ARTICLE)
    for part in ("Marta Lindqvist", "from Piraeus", "marks large_cut", "Athens GPE ×1"):
        assert part in shown


def test_a_clean_article_needs_no_entities() -> None:
    assert "Ferry burns" in _shown(
        Channel.CLEAN, {name: value for name, value in ARTICLE.items() if name != "entities"}
    )


def test_a_dead_letter_shows_why_and_how_it_began() -> None:
    letter = {"id": "d", "stage": "clean", "reason": "invalid_json", "message": "not JSON", "original_size": 4}
    assert "{bad" in _shown(Channel.DEAD, letter | {"original": base64.b64encode(b"{bad").decode()})
    assert "invalid_json in clean: not JSON" in _shown(Channel.DEAD, letter | {"original": None})


def test_a_mention_is_one_line() -> None:
    record = {"name": "Athens", "type": "GPE", "count": 2, "article_id": "a1"}
    assert _shown(Channel.MENTIONS, record) == "Athens  GPE × 2  in a1\n"


@pytest.mark.parametrize("control", ["\x1b", "\x07", "\r", "\x9b"])
def test_an_article_cannot_command_the_terminal(control: str) -> None:
    text = f"A{control}[2J in Athens"
    record = ARTICLE | {
        "title": text,
        "text": text,
        "paragraphs": [{"start": 0, "offset": 0, "line": 0}],
        "entities": [],
    }
    assert control not in _shown(Channel.ENRICHED, record | {"removed": []})


@given(st.text(min_size=1, max_size=40))
def test_colours_stand_at_code_points_whatever_the_text(name: str) -> None:
    text = f"x {name}y Athens"
    start = len(text) - 6
    record = ARTICLE | {
        "text": text,
        "paragraphs": [{"start": 0, "offset": 0, "line": 0}],
        "removed": [],
        "entities": [{"name": "Athens", "type": "GPE", "count": 1, "mentions": [{"start": start, "end": start + 6}]}],
    }
    (line,) = render.lines(record)
    assert [line.plain[span.start : span.end] for span in line.spans] == ["Athens"]


def test_quotations_stand_below_with_who_speaks() -> None:
    speaker = {"name": "Anna\x1b Lind", "start": 0, "end": 9, "entity": 0}
    said = {"text": "It\nrains", "start": 11, "end": 19, "speaker": speaker, "cue": "said"}
    shown = _shown(Channel.ENRICHED, {**ARTICLE, "quotations": [said, {**said, "speaker": None}]})
    assert shown.rstrip().endswith("Anna� Lind: “It rains”\nnobody named: “It rains”")


def test_a_mention_says_how_often_it_is_quoted() -> None:
    record = {"name": "Anna Lind", "type": "PERSON", "count": 3, "article_id": "one", "quotations": 2}
    assert _shown(Channel.MENTIONS, record).rstrip().endswith("in one, quoted 2×")
