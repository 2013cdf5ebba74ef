"""Both steps: outcomes for anything that comes in, and the same ones however they are batched."""

import errno
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.codec import Limits, record_id
from pipeline.core.flow import Channel, Stage, stateless
from pipeline.core.outcome import Dead, Done, Dropped, Message, Outcome
from pipeline.core.reasons import DeadReason
from pipeline.core.steps import deadletters
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from tests.support.articles import article_bytes

LIMITS = Limits(article_bytes=20_000, depth=8, output_bytes=60_000)


@pytest.fixture(scope="module")
def steps() -> Steps:
    return Steps(StepSettings(limits=LIMITS, model="sm"))


def one(steps: Steps, stage: Stage, value: bytes | None) -> Outcome:
    return steps.run(stage, [Message(b"key", value)])[0]


def through(steps: Steps, value: bytes) -> dict[str, object]:
    cleaned = one(steps, Stage.CLEAN, value)
    assert isinstance(cleaned, Done)
    enriched = one(steps, Stage.EXTRACT, cleaned.outputs[0].value)
    assert isinstance(enriched, Done)
    record: dict[str, object] = json.loads(enriched.outputs[0].value)
    return record


def test_an_article_goes_through_both_steps(steps: Steps) -> None:
    record = through(steps, article_bytes(id="a", title="Given", language="en", metadata={"m": [1, None]}, desk="x"))
    assert (record["id"], record["title"], record["language"]) == ("a", "Given", "en")
    assert record["metadata"] == {"desk": "x", "m": [1, None]}
    assert record["byline"] == "Coastal Courier"
    assert record["dateline"] == {"place": "Valparaiso", "date": "3 March"}
    assert "Chile: Copper Mines Close for the Winter" not in str(record["text"])
    assert "whether the promises were kept" in str(record["text"])
    assert record["removed"]
    assert record["model"]
    assert record["cleaner"]


def test_a_page_in_any_charset_goes_through_with_what_it_says_of_itself(steps: Steps) -> None:
    story = "".join(
        f"<p>Die Fähre über die Förde fährt künftig nachts, sagte Bürgermeisterin Ute Böge am {n}. März in Kiel.</p>"
        for n in range(1, 7)
    )
    page = (
        "<html lang='de'><head><meta charset='iso-8859-1'><title>Fähre fährt nachts | Förde-Bote</title>"
        "<meta property='og:site_name' content='Förde-Bote'><meta name='author' content='Jörg Kühn'>"
        "<meta property='article:published_time' content='2026-03-07T08:00:00Z'>"
        "<link rel='canonical' href='https://bote.example/faehre'></head>"
        f"<body><article><h1>Fähre fährt nachts</h1><p>Von Jörg Kühn</p>{story}</article></body></html>"
    ).encode("cp1252")
    record = through(steps, orjson.dumps({"id": "p", "html_base64": b64encode(page).decode()}))
    assert str(record["text"]).count("Fähre über die Förde") == 6
    assert (record["source"], record["byline"], record["language"]) == ("Förde-Bote", "Jörg Kühn", "de")
    assert (record["published_at"], record["url"]) == ("2026-03-07T08:00:00Z", "https://bote.example/faehre")
    given = through(steps, orjson.dumps({"id": "p", "html_base64": b64encode(page).decode(), "source": "Given"}))
    assert given["source"] == "Given"


def test_a_page_may_be_larger_than_a_text_and_not_larger_than_a_page() -> None:
    limits = Limits(article_bytes=20_000, page_bytes=40_000, depth=8, output_bytes=60_000)
    cleaning = Steps(StepSettings(limits=limits, model="sm"), [Stage.CLEAN])
    story = "<p>The port was closed on Monday after a crane fell into the basin, the harbour master said.</p>"
    for field, value in (("html", story * 300), ("html_base64", b64encode((story * 300).encode()).decode())):
        assert isinstance(one(cleaning, Stage.CLEAN, orjson.dumps({field: value})), Done)
    for field, value in (("html", story * 500), ("html_base64", b64encode((story * 500).encode()).decode())):
        outcome = one(cleaning, Stage.CLEAN, orjson.dumps({"id": "a", field: value}))
        assert isinstance(outcome, Dead)
        assert outcome.reason is DeadReason.TOO_LARGE
        assert "limits.page_bytes" in outcome.message


def test_a_page_without_an_article_says_what_it_is(steps: Steps) -> None:
    links = "".join(f"<li><a href='/{n}'>Other news {n}</a></li>" for n in range(60))
    outcome = one(steps, Stage.CLEAN, orjson.dumps({"html": f"<html><body><ul>{links}</ul></body></html>"}))
    assert isinstance(outcome, Dead)
    assert outcome.reason is DeadReason.NO_ARTICLE_IN_HTML
    assert "list of links" in outcome.message


def test_mentions_are_keyed_by_name_and_articles_by_id(steps: Steps) -> None:
    cleaned = one(steps, Stage.CLEAN, article_bytes(id="a"))
    assert isinstance(cleaned, Done)
    outcome = one(steps, Stage.EXTRACT, cleaned.outputs[0].value)
    assert isinstance(outcome, Done)
    enriched, *mentions = outcome.outputs
    assert (enriched.channel, enriched.key) == (Channel.ENRICHED, b"a")
    assert mentions
    for mention in mentions:
        fields = json.loads(mention.value)
        assert mention.channel is Channel.MENTIONS
        assert (mention.key.decode(), fields["article_id"]) == (fields["name"], "a")


def test_a_text_without_headline_or_tail_is_left_as_it_is(steps: Steps) -> None:
    value = orjson.dumps({"id": "t", "text": "Anything {id, text} goes,\nwith its lines\n\n\n as they are. "})
    outcome = one(steps, Stage.EXTRACT, value)
    assert isinstance(outcome, Done)
    assert (
        json.loads(outcome.outputs[0].value)["text"] == "Anything {id, text} goes,\nwith its lines\n\n\n as they are. "
    )


@pytest.mark.parametrize("stage", stateless())
def test_a_tombstone_is_dropped(steps: Steps, stage: Stage) -> None:
    assert isinstance(one(steps, stage, None), Dropped)


@pytest.mark.parametrize("stage", stateless())
def test_a_dead_letter_holds_the_bytes_as_they_came(steps: Steps, stage: Stage) -> None:
    outcome = one(steps, stage, b"\xff\x00 not json")
    assert isinstance(outcome, Dead)
    letter = json.loads(outcome.outputs[0].value)
    assert b64decode(letter["original"]) == b"\xff\x00 not json"
    assert b64decode(letter["key"]) == b"key"
    assert (letter["id"], letter["stage"]) == (record_id(b"\xff\x00 not json"), stage.value)


def test_what_cannot_be_sent_becomes_a_small_dead_letter(steps: Steps) -> None:
    value = orjson.dumps({"id": "big", "text": "Rome said. " * 9_000})
    outcome = one(steps, Stage.EXTRACT, value)
    assert isinstance(outcome, Dead)
    assert outcome.reason is DeadReason.OUTPUT_TOO_LARGE
    letter = json.loads(outcome.outputs[0].value)
    assert letter["original"] is None
    assert letter["original_size"] == len(value)
    assert len(outcome.outputs[0].value) <= LIMITS.output_bytes


def test_an_error_of_our_own_takes_one_article_and_not_its_batch(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    real = steps.of[Stage.CLEAN].cleaner.clean_many

    def faulty(articles: list[tuple[str, str | None]]) -> object:
        if any("trip" in text for text, _ in articles):
            raise ZeroDivisionError("by zero")
        return real(articles)

    monkeypatch.setattr(steps.of[Stage.CLEAN].cleaner, "clean_many", faulty)
    batch = [Message(None, orjson.dumps({"text": text})) for text in ("fine", "trip", "fine too")]
    outcomes = steps.run(Stage.CLEAN, batch)
    assert [type(outcome) for outcome in outcomes] == [Done, Dead, Done]
    assert isinstance(outcomes[1], Dead)
    assert outcomes[1].reason is DeadReason.INTERNAL_ERROR
    assert "ZeroDivisionError: by zero" in outcomes[1].message


@pytest.mark.parametrize(("number", "dead"), [(errno.ENOSPC, False), (errno.EMFILE, False), (None, True)])
def test_no_article_pays_for_a_full_disk(
    steps: Steps, monkeypatch: pytest.MonkeyPatch, number: int | None, dead: bool
) -> None:
    def faulty(_articles: object) -> object:
        raise OSError(number, "no more") if number else OSError("of the article's own making")

    monkeypatch.setattr(steps.of[Stage.CLEAN].cleaner, "clean_many", faulty)
    message = Message(None, b'{"id": "a", "text": "Talks resume"}')
    if dead:
        assert isinstance(steps.run(Stage.CLEAN, [message])[0], Dead)
    else:
        with pytest.raises(OSError, match="no more"):
            steps.run(Stage.CLEAN, [message])


@pytest.mark.parametrize(
    ("raw", "id"),
    [
        (b'{"id": "mine", "text": "a"}', "mine"),
        (b'{"id": 5, "text": "a"}', None),
        (b'{"text": "a"}', None),
        (b"{not json", None),
        (b"[1]", None),
    ],
)
def test_a_dead_letter_keeps_the_id_that_the_article_brought(raw: bytes, id: str | None) -> None:
    outcome = deadletters.dead(Stage.EXTRACT, Message(b"k", raw), DeadReason.TIMEOUT, "too long", Limits())
    assert outcome.outputs[0].key.decode() == (id or record_id(raw))


def test_an_article_that_needs_more_memory_than_there_is_takes_no_other_with_it(
    steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = steps.of[Stage.CLEAN].cleaner.clean_many

    def greedy(articles: list[tuple[str, str | None]]) -> object:
        if any("much" in text for text, _ in articles):
            raise MemoryError
        return real(articles)

    monkeypatch.setattr(steps.of[Stage.CLEAN].cleaner, "clean_many", greedy)
    batch = [Message(None, orjson.dumps({"text": text})) for text in ("fine", "too much")]
    outcomes = steps.run(Stage.CLEAN, batch)
    assert isinstance(outcomes[0], Done)
    assert isinstance(outcomes[1], Dead)
    assert outcomes[1].reason is DeadReason.OUT_OF_MEMORY


WORDS = st.sampled_from(
    [
        *"Geneva Maria Keller said the United Nations in London on Monday that Iran and Japan would not".split(),
        *[".", ",", "\n", "\n\n", "By", "-", "Photo:", "16 Feb", "Élysée", "مرحبا", "🙂"],
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)
VALUES = (
    TEXTS.map(lambda text: json.dumps({"text": text}).encode())
    | TEXTS.map(lambda text: json.dumps({"id": "x", "html": f"<p>{text}</p>"}).encode())
    | st.binary(max_size=50)
    | st.none()
)


@settings(max_examples=60)
@given(st.lists(VALUES, max_size=6), st.sampled_from(stateless()))
def test_the_same_bytes_give_the_same_outcome_however_they_are_batched(
    steps: Steps, values: Sequence[bytes | None], stage: Stage
) -> None:
    messages = [Message(None, value) for value in values]
    together = steps.run(stage, messages)
    assert together == [steps.run(stage, [message])[0] for message in messages]
    assert steps.run(stage, messages[::-1]) == together[::-1]
    assert not any(isinstance(outcome, Dead) and outcome.reason is DeadReason.INTERNAL_ERROR for outcome in together)
