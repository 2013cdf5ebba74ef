"""Whatever comes in, an outcome comes out: a record or a dead letter with a reason, and never an error of our own.

Every poison that once broke something stays in `corpus`; what it broke is in the git history.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.codec import Limits
from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Message, Outcome
from pipeline.core.reasons import DeadReason, Mark
from pipeline.core.steps.learn import LearnStep
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from tests.poison import corpus

# Large enough for what was quadratic to take minutes, small enough for all of it to take seconds.
CLEAN_SIZE, EXTRACT_SIZE = 20_000, 4_000
OURS = {DeadReason.INTERNAL_ERROR, DeadReason.OUT_OF_MEMORY, DeadReason.CRASHED, DeadReason.TIMEOUT}


LIMITS = Limits(article_bytes=16 * 2**20)


@pytest.fixture(scope="module")
def steps() -> Steps:
    return Steps(StepSettings(limits=LIMITS, model="sm"))


def outcome_of(steps: Steps, stage: Stage, value: bytes) -> Outcome:
    step = LearnStep(StepSettings(limits=LIMITS)) if stage.stateful else None
    outcome = (step.run if step else partial(steps.run, stage))([Message(b"key", value)])[0]
    if isinstance(outcome, Dead):
        assert outcome.reason not in OURS, outcome.message
        assert outcome.message
        letter = json.loads(outcome.outputs[0].value)
        assert letter["original_size"] == len(value)
    else:
        assert isinstance(outcome, Done)
        for output in outcome.outputs:
            json.loads((output.value or b"null").decode("utf-8"))  # strictly UTF-8, strictly JSON
    return outcome


def _named(poisons: Iterator[tuple[str, bytes]]) -> list[Any]:
    return [pytest.param(value, id=name) for name, value in poisons]


@pytest.mark.parametrize("value", _named(corpus.articles(CLEAN_SIZE)))
def test_cleaning(steps: Steps, value: bytes) -> None:
    outcome = outcome_of(steps, Stage.CLEAN, value)
    if isinstance(outcome, Done):
        assert_lines_are_the_articles_own(value, json.loads(outcome.outputs[0].value))


@pytest.mark.parametrize("value", _named(corpus.clean_articles(EXTRACT_SIZE)))
def test_extraction(steps: Steps, value: bytes) -> None:
    outcome = outcome_of(steps, Stage.EXTRACT, value)
    if isinstance(outcome, Done):
        assert_entities_stand_where_they_are_said_to(json.loads(outcome.outputs[0].value))


def assert_lines_are_the_articles_own(value: bytes, record: dict[str, Any]) -> None:
    original = json.loads(value.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogatepass")).get("text")
    if original is None:
        return  # offsets count in the text that was found in the page
    ends = [paragraph["start"] - 2 for paragraph in record["paragraphs"][1:]] + [len(record["text"])]
    for paragraph, end in zip(record["paragraphs"], ends, strict=True):
        line = record["text"][paragraph["start"] : end]
        assert original[paragraph["offset"] : paragraph["offset"] + len(line)] == line
    for removed in record["removed"]:
        assert original.startswith(removed["text"], removed["offset"])


def assert_entities_stand_where_they_are_said_to(record: dict[str, Any]) -> None:
    for entity in record["entities"]:
        assert entity["count"] == len(entity["mentions"]) > 0
        for mention in entity["mentions"]:
            assert record["text"][mention["start"] : mention["end"]] == mention["surface"]


@pytest.mark.parametrize("name", ["apostrophes", "flags", "marks on every letter", "opening brackets"])
def test_a_word_of_signs_takes_no_more_than_its_length(steps: Steps, name: str) -> None:
    """The tokenizer took a sign off at a time and searched all the rest: minutes for 20,000 of them."""
    outcome_of(steps, Stage.EXTRACT, json.dumps({"text": corpus.TEXTS[name](60_000), "language": "en"}).encode())


@pytest.mark.parametrize("name", ["nested links", "links", "JSON-LD of authors"])
def test_a_large_page_takes_no_more_than_its_size(steps: Steps, name: str) -> None:
    """trafilatura takes minutes for 100,000 tags; what is left to it is bounded."""
    outcome_of(steps, Stage.CLEAN, json.dumps({"html": corpus.PAGES[name](2 * 2**20)}).encode())


def test_an_article_in_a_page_of_eight_megabytes_is_found(steps: Steps) -> None:
    paragraph = "The minister said at {} that the port would open again, and that ships would be unloaded by Friday."
    story = [paragraph.format(f"{hour} o'clock") for hour in range(1, 9)]
    scripts = f"<script>var state = {json.dumps('x' * 7_900_000)}</script>"
    page = f"<html><body>{scripts}<article><p>{'</p><p>'.join(story)}</p></article></body></html>"
    outcome = outcome_of(steps, Stage.CLEAN, json.dumps({"html": page}).encode())
    assert isinstance(outcome, Done)
    assert json.loads(outcome.outputs[0].value)["text"].split("\n\n") == story


def test_ten_megabytes_in_one_line(steps: Steps) -> None:
    outcome = outcome_of(steps, Stage.CLEAN, json.dumps({"text": corpus.TEXTS["one line"](10 * 2**20)}).encode())
    assert isinstance(outcome, Done)
    assert Mark.SINGLE_LINE.value in json.loads(outcome.outputs[0].value)["marks"]


def test_a_million_lines_are_kept_as_they_are(steps: Steps) -> None:
    """Every line cost 6 kB while it was judged, more than a process may take."""
    outcome = outcome_of(steps, Stage.CLEAN, json.dumps({"text": "a\n" * 1_000_000}).encode())
    assert isinstance(outcome, Dead)  # only too large to be sent on, with a place for each line
    assert outcome.reason is DeadReason.OUTPUT_TOO_LARGE


def test_more_lines_than_an_article_has_are_kept(steps: Steps) -> None:
    outcome = outcome_of(steps, Stage.CLEAN, json.dumps({"text": "Share this\n" * 30_000}).encode())
    assert isinstance(outcome, Done)
    record = json.loads(outcome.outputs[0].value)
    assert (record["removed"], record["marks"]) == ([], [Mark.NOT_AN_ARTICLE.value])


def test_an_id_that_is_too_long_is_the_publishers_mistake(steps: Steps) -> None:
    """It went into the dead letter, which refused it: an error of our own."""
    outcome = outcome_of(steps, Stage.CLEAN, json.dumps({"id": "i" * 1025, "text": "a"}).encode())
    assert isinstance(outcome, Dead)
    assert outcome.reason is DeadReason.INVALID_RECORD
    assert "id: " in outcome.message


PIECES = st.sampled_from(
    [poison(40) for poison in corpus.TEXTS.values()] + ["\ud800", "\udfff", "\0", "\u202e", "\u200b", "\r", "\n", " - "]
)
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=12).map("".join)
PAGES = st.lists(st.sampled_from([poison(60) for poison in corpus.PAGES.values()]) | TEXTS, max_size=8).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "id": TEXTS | JSON,
        "text": TEXTS | JSON,
        "html": PAGES,
        "title": TEXTS | JSON,
        "url": TEXTS | JSON,
        "language": st.sampled_from(["en", "fr", "EN-gb", "", "\ud800", "x" * 99]) | JSON,
        "metadata": JSON,
        "schema_version": st.integers() | JSON,
        "paragraphs": JSON,
        "removed": JSON,
        "marks": JSON,
        "cleaner": JSON,
        "dateline": JSON,
    },
)


@settings(max_examples=60, deadline=None)
@given(FIELDS, st.sampled_from(list(Stage)), st.booleans())
def test_any_fields(steps: Steps, fields: dict[str, Any], stage: Stage, escaped: bool) -> None:
    value = json.dumps(fields, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    outcome_of(steps, stage, value)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_offsets_of_any_text(steps: Steps, text: str) -> None:
    value = json.dumps({"text": text, "language": "en"}, ensure_ascii=False).encode("utf-8", "surrogatepass")
    cleaned = outcome_of(steps, Stage.CLEAN, value)
    if not isinstance(cleaned, Done):
        return
    assert_lines_are_the_articles_own(value, json.loads(cleaned.outputs[0].value))
    enriched = outcome_of(steps, Stage.EXTRACT, cleaned.outputs[0].value)
    assert isinstance(enriched, Done)
    assert_entities_stand_where_they_are_said_to(json.loads(enriched.outputs[0].value))
