import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.learn.known import (
    Evidence,
    KnownLines,
    NotALearnedLineError,
    decode,
    encoded,
    key_bytes,
    unpack,
)
from pipeline.core.records import LearnedLine


def learned(line: str, seen: int = 3, of: int = 4, source: str = "Courier") -> LearnedLine:
    return LearnedLine(
        source=source, line=line, kind="recurring", verdict="recurring", seen=seen, of=of, text="Sign up"
    )


def ruling(line: str, verdict: str) -> LearnedLine:
    return LearnedLine(source="Courier", line=line, kind="ruling", verdict=verdict)  # type: ignore[arg-type]


def lines(known: KnownLines) -> dict[str, Evidence]:
    found = known.of("Courier")
    return unpack(found) if found is not None else {}


def test_what_was_learned_goes_and_a_persons_word_goes_first() -> None:
    known = KnownLines()
    for line in (
        learned("aaaaaaaaaaaaaaaa"),
        learned("bbbbbbbbbbbbbbbb"),
        ruling("bbbbbbbbbbbbbbbb", "keep"),
        ruling("cccccccccccccccc", "drop"),
    ):
        known.take(line)
    assert lines(known) == {"aaaaaaaaaaaaaaaa": Evidence(3, 4), "cccccccccccccccc": Evidence(0, 0)}
    known.take(learned("bbbbbbbbbbbbbbbb", 9, 9))  # whatever is learned later
    assert "bbbbbbbbbbbbbbbb" not in lines(known)
    known.forget("Courier", "bbbbbbbbbbbbbbbb", "ruling")
    assert lines(known)["bbbbbbbbbbbbbbbb"] == Evidence(9, 9)


def test_of_a_source_of_which_nothing_is_known_nothing_goes() -> None:
    known = KnownLines()
    assert known.of("Courier") is None
    known.take(learned("aaaaaaaaaaaaaaaa"))
    known.forget("Courier", "aaaaaaaaaaaaaaaa", "recurring")
    known.forget("Gazette", "aaaaaaaaaaaaaaaa", "recurring")
    assert (known.of("Courier"), known.sources, len(known)) == (None, 0, 0)


@given(
    st.permutations(
        [
            learned("aaaaaaaaaaaaaaaa"),
            learned("bbbbbbbbbbbbbbbb", 5, 9),
            ruling("cccccccccccccccc", "drop"),
            ruling("dddddddddddddddd", "keep"),
        ]
    )
)
def test_the_version_says_what_is_known_and_not_how_it_came(order: list[LearnedLine]) -> None:
    known, other = KnownLines(), KnownLines()
    for line in order:
        known.take(line)
    for line in sorted(order, key=lambda one: one.line):
        other.take(line)
    one, two = known.of("Courier"), other.of("Courier")
    assert one is not None
    assert two is not None
    assert one.version == two.version
    known.take(learned("bbbbbbbbbbbbbbbb", 6, 9))
    changed = known.of("Courier")
    assert changed is not None
    assert changed.version != one.version


@given(st.text(min_size=1, max_size=30).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_records_come_back_as_they_were(source: str) -> None:
    line = learned("00ff00ff00ff00ff", source=source)
    key, value = encoded(line)
    assert decode(key, value) == ((source, line.line, "recurring"), line)
    assert decode(key, None) == ((source, line.line, "recurring"), None)


def test_what_was_learned_and_what_was_ruled_have_keys_of_their_own() -> None:
    assert key_bytes("Courier", "a", "recurring") != key_bytes("Courier", "a", "ruling")


@pytest.mark.parametrize(
    "key",
    [
        *(None, b"", b"Courier", b'["Courier"]', b'["Courier",1,"ruling"]', b"\xff"),
        *(b'["Courier","zz","ruling"]', b'["Courier","00FF00FF00FF00FF","ruling"]'),
        b'["Courier","00ff00ff00ff00ff","guess"]',
    ],
)
def test_a_key_that_is_none_is_refused_with_a_reason(key: bytes | None) -> None:
    with pytest.raises(NotALearnedLineError, match="the key is not"):
        decode(key, None)


FIELDS = {"source": "Courier", "line": "00ff00ff00ff00ff", "kind": "recurring", "verdict": "recurring"}


@pytest.mark.parametrize(
    "wrong", [{"kind": "guess"}, {"line": "a"}, {"seen": -1}, {"of": 2**32}, {"source": "Gazette"}, {"line": "0" * 16}]
)
def test_so_is_a_value(wrong: dict[str, object]) -> None:
    key = key_bytes("Courier", "00ff00ff00ff00ff", "recurring")
    assert decode(key, orjson.dumps(FIELDS))[1] is not None
    with pytest.raises(NotALearnedLineError):
        decode(key, orjson.dumps(FIELDS | wrong))


@pytest.mark.parametrize("value", [b"", b"{}", b"[]", b"\xff"])
def test_and_what_is_no_record(value: bytes) -> None:
    with pytest.raises(NotALearnedLineError):
        decode(key_bytes("Courier", "00ff00ff00ff00ff", "recurring"), value)
