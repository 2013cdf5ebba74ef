"""The clean step tells and removes, the learn step counts, the teacher does both for files."""

import json

import orjson
import pytest

from pipeline.core.codec import encode
from pipeline.core.flow import Channel, Stage, stateless
from pipeline.core.learn.known import Evidence, KnownLines, pack
from pipeline.core.learn.learner import Bounds
from pipeline.core.learn.lines import key_of
from pipeline.core.outcome import Dead, Done, Dropped, Known, Message
from pipeline.core.records import LearnedLine, Sighting
from pipeline.core.steps.learn import LearnStep
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from pipeline.core.steps.teacher import Teacher
from tests.unit.learn.told import BANNER, UNKNOWN, article, seen, sentences

SETTINGS = StepSettings()


@pytest.fixture(scope="module")
def steps() -> Steps:
    return Steps(SETTINGS, [Stage.CLEAN])


def raw(number: int, source: str | None = "Courier", **fields: object) -> bytes:
    own = sentences(number)
    text = "\n\n".join([*own[:3], UNKNOWN, *own[3:]])
    return orjson.dumps({"id": f"a{number}", "source": source, "text": text, **fields})


def cleaned(steps: Steps, value: bytes, *known: Known) -> Done:
    outcome = steps.run(Stage.CLEAN, [Message(None, value, known)])[0]
    assert isinstance(outcome, Done)
    return outcome


def banner_of(source: str) -> Known:
    return pack(source, {key_of(UNKNOWN): Evidence(4, 5)})


def test_an_article_tells_its_lines_beside_its_record(steps: Steps) -> None:
    record, told = cleaned(steps, raw(1)).outputs
    assert (record.channel, told.channel, told.key) == (Channel.CLEAN, Channel.SIGHTINGS, b"Courier")
    sighting = Sighting.model_validate_json(told.value or b"")
    assert (sighting.source, sighting.article_id, len(sighting.lines)) == ("Courier", "a1", 7)
    assert key_of(UNKNOWN) in {line.key for line in sighting.lines}


def test_the_urls_domain_stands_in_for_the_source_and_without_either_nothing_is_told(steps: Steps) -> None:
    told = cleaned(steps, raw(1, None, url="https://www.courier.co.uk/a/1")).outputs[1]
    assert told.key == b"courier.co.uk"
    assert len(cleaned(steps, raw(1, None)).outputs) == 1


def test_switched_off_nothing_is_told_and_nothing_goes() -> None:
    steps = Steps(StepSettings(learn=False), [Stage.CLEAN])
    outcome = cleaned(steps, raw(1), banner_of("Courier"))
    assert len(outcome.outputs) == 1
    assert UNKNOWN in json.loads(outcome.outputs[0].value or b"")["text"]


def test_what_is_known_of_the_articles_own_source_goes_and_no_other(steps: Steps) -> None:
    outcome = cleaned(steps, raw(1), banner_of("Gazette"), banner_of("Courier"))
    record = json.loads(outcome.outputs[0].value or b"")
    (removed,) = record["removed"]
    assert (removed["text"], removed["reason"], removed["line"]) == (UNKNOWN, "recurring", 6)
    assert (removed["seen"], removed["of"]) == (4, 5)
    assert removed["offset"] == json.loads(raw(1))["text"].index(UNKNOWN)
    assert record["learned"] == banner_of("Courier").version
    assert outcome.counts["removed_lines"] == {"recurring": 1}
    assert UNKNOWN in json.loads(cleaned(steps, raw(1), banner_of("Gazette")).outputs[0].value or b"")["text"]


def test_what_it_tells_does_not_depend_on_what_is_known(steps: Steps) -> None:
    assert cleaned(steps, raw(1), banner_of("Courier")).outputs[1] == cleaned(steps, raw(1)).outputs[1]


def told(number: int) -> Message:
    return Message(b"Courier", encode(article(number, seen(BANNER))))


def test_the_learn_step_says_what_was_learned_under_a_key_of_its_own() -> None:
    outcomes = LearnStep(SETTINGS).run([told(number) for number in range(4)])
    outputs = [output for outcome in outcomes if isinstance(outcome, Done) for output in outcome.outputs]
    assert {output.channel for output in outputs} == {Channel.RECURRING}
    assert {output.key for output in outputs} == {orjson.dumps(["Courier", key_of(BANNER), "recurring"])}
    assert LearnedLine.model_validate_json(outputs[0].value or b"").text == BANNER


def test_how_sightings_are_batched_makes_no_difference() -> None:
    messages = [told(number) for number in range(12)]
    one, other = LearnStep(SETTINGS), LearnStep(SETTINGS)
    assert one.run(messages) == [outcome for message in messages for outcome in other.run([message])]


@pytest.mark.parametrize("value", [b"", b"[]", b'{"source": "x"}', b"\xff", b'{"source":"x","lines":5}'])
def test_what_is_no_sighting_becomes_a_dead_letter(value: bytes) -> None:
    (outcome,) = LearnStep(SETTINGS).run([Message(b"x", value)])
    assert isinstance(outcome, Dead)
    assert json.loads(outcome.outputs[0].value or b"")["stage"] == "learn"


LINE = {"key": "00ff00ff00ff00ff", "size": 9, "score": 0.5, "place": "top", "sentence": True, "cut": False, "text": "x"}


@pytest.mark.parametrize(
    "wrong",
    [{"key": "zz"}, {"key": "-1"}, {"key": "0" * 17}, {"size": -1}, {"size": 2**31}, {"score": -1}, {"score": 2}],
)
def test_so_does_a_line_that_cannot_be_counted(wrong: dict[str, object]) -> None:
    def told(line: dict[str, object]) -> bytes:
        return orjson.dumps({"source": "x", "article_id": "a", "lines": [line]})

    fine, refused = LearnStep(SETTINGS).run([Message(b"x", told(LINE)), Message(b"x", told(LINE | wrong))])
    assert isinstance(fine, Done)
    assert isinstance(refused, Dead)
    assert json.loads(refused.outputs[0].value or b"")["reason"] == "invalid_record"
    assert (LearnStep(SETTINGS).recall(told(LINE)), LearnStep(SETTINGS).recall(told(LINE | wrong))) == (True, False)


def test_an_article_of_no_lines_tells_nothing() -> None:
    (outcome,) = LearnStep(SETTINGS).run([Message(b"x", b'{"source": "x", "article_id": "a", "lines": []}')])
    assert outcome == Done((), {"lines": {}})


def test_an_article_of_more_lines_than_are_remembered_is_counted() -> None:
    lines = [seen(f"{BANNER} {number}") for number in range(40)]
    step = LearnStep(SETTINGS, bounds=Bounds(once=8))
    outcomes = step.run([Message(b"x", encode(article(number, *lines))) for number in range(6)])
    assert all(isinstance(outcome, Done) for outcome in outcomes)


def test_a_tombstone_is_dropped() -> None:
    (outcome,) = LearnStep(SETTINGS).run([Message(b"x", None)])
    assert isinstance(outcome, Dropped)


def test_a_file_is_cleaned_by_what_its_earlier_articles_taught_as_the_stream_would(steps: Steps) -> None:
    teacher, known = Teacher(SETTINGS), KnownLines()
    step = LearnStep(SETTINGS, known)
    for number in range(8):
        plain = cleaned(steps, raw(number))
        of_source = known.of("Courier")
        streamed = cleaned(steps, raw(number), *([of_source] if of_source else []))
        assert teacher.clean(plain) == Done(streamed.outputs, plain.counts)
        teacher.count(plain)
        for outcome in step.run([Message(b"Courier", plain.outputs[1].value)]):
            for output in outcome.outputs if isinstance(outcome, Done) else ():
                known.take(LearnedLine.model_validate_json(output.value or b""))
    assert len(teacher.known) == 1


def test_only_the_learn_step_has_a_state() -> None:
    assert stateless() == (Stage.CLEAN, Stage.EXTRACT)
