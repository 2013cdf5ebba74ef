"""Bytes to records: what is accepted, what is refused and with which words."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.codec import BadInputError, Limits, decode_clean, decode_raw, encode, record_id
from pipeline.core.reasons import DeadReason
from pipeline.core.records import EnrichedArticle, Entity, EntityMentions, Quotation, Span, Speaker
from pipeline.core.steps.records import encoded_mentions

LIMITS = Limits(article_bytes=10_000, depth=8)


def refuse(raw: bytes) -> BadInputError:
    with pytest.raises(BadInputError) as caught:
        decode_raw(raw, LIMITS)
    return caught.value


@pytest.mark.parametrize(
    ("raw", "reason", "words"),
    [
        (b"\xff\xfe{}", DeadReason.INVALID_ENCODING, "byte 0xff at position 0"),
        (b"", DeadReason.INVALID_JSON, "not JSON"),
        (b"{'text': 1}", DeadReason.INVALID_JSON, "line 1 column 2"),
        (b'{"text": NaN}', DeadReason.INVALID_JSON, "not JSON"),
        (b'{"text": "\\ud800"}', DeadReason.INVALID_JSON, "surrogate"),
        (b"[1, 2]", DeadReason.INVALID_RECORD, "an array"),
        (b"null", DeadReason.INVALID_RECORD, "null"),
        (b'{"text": 5}', DeadReason.INVALID_RECORD, "text: "),
        (b'{"text": "a", "id": 7}', DeadReason.INVALID_RECORD, "id: "),
        (b'{"text": "a", "id": ""}', DeadReason.INVALID_RECORD, "id: "),
        (b'{"text": "a", "metadata": []}', DeadReason.INVALID_RECORD, "metadata: "),
        (b"{}", DeadReason.MISSING_CONTENT, "none of"),
        (b'{"text": null, "html": null}', DeadReason.MISSING_CONTENT, "none of"),
        (b'{"text": "a", "html": "<p>a"}', DeadReason.AMBIGUOUS_CONTENT, "more than one"),
        (b'{"schema": {"type": "struct"}, "payload": {"text": "a"}}', DeadReason.MISSING_CONTENT, "schemas.enable"),
        (b'{"text": " \\n\\t "}', DeadReason.EMPTY_CONTENT, "empty"),
        (b'{"text": "a", "schema_version": 3}', DeadReason.UNSUPPORTED_SCHEMA_VERSION, "update Dateline"),
        (b'{"text": "a", "schema_version": "x"}', DeadReason.INVALID_RECORD, "schema_version"),
        (b'{"text": "a", "m": ' + b"[" * 9 + b"]" * 9 + b"}", DeadReason.TOO_DEEP, "limits.depth (8)"),
        (b"[" * 5000, DeadReason.TOO_DEEP, "nested"),
        (b'{"text": "' + b"a" * 10_000 + b'"}', DeadReason.TOO_LARGE, "limits.article_bytes (10,000)"),
    ],
)
def test_bad_input_is_refused_with_a_reason_and_a_sentence(raw: bytes, reason: DeadReason, words: str) -> None:
    error = refuse(raw)
    assert error.reason is reason
    assert words in str(error)


def test_a_missing_id_is_the_hash_of_the_bytes() -> None:
    raw = b'{"text": "a"}'
    assert decode_raw(raw, LIMITS).id == record_id(raw)
    assert len(record_id(raw)) == 32
    assert decode_raw(b'{"text": "a", "id": null}', LIMITS).id == record_id(b'{"text": "a", "id": null}')


def test_a_readable_id_survives_into_the_refusal() -> None:
    assert refuse(b'{"id": "x1"}').id == "x1"
    assert refuse(b'{"id": 5, "text": "a"}').id is None


def test_a_byte_order_mark_is_no_error() -> None:
    assert decode_raw(b'\xef\xbb\xbf{"text": "a"}', LIMITS).text == "a"


def test_fields_that_are_not_known_are_kept_in_metadata() -> None:
    article = decode_raw(b'{"text": "a", "desk": "world", "rank": 3, "metadata": {"rank": 1}}', LIMITS)
    assert article.metadata == {"desk": "world", "rank": 1}
    assert decode_clean(b'{"id": "a", "text": "a", "tier": 2}', LIMITS).metadata == {"tier": 2}


def test_the_outermost_object_counts_as_one_level() -> None:
    deepest = b'{"text": "a", "m": ' + b"[" * 6 + b"]" * 6 + b"}"  # object, metadata, six arrays
    assert decode_raw(deepest, LIMITS).metadata["m"] == [[[[[[]]]]]]


def test_a_problem_report_stays_short() -> None:
    fields = dict.fromkeys(("text", "html", "url", "source", "title", "language", "published_at"), 1)
    assert "and 2 more" in str(refuse(orjson.dumps(fields)))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        decode_raw(raw, LIMITS)
    except BadInputError as error:
        assert str(error)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["id", "text", "html", "url", "metadata", "schema_version", "x"]), JSON, max_size=5)
)
def test_any_object_is_read_or_refused_and_encoding_is_stable(fields: dict[str, object]) -> None:
    try:
        raw = orjson.dumps(fields)
    except orjson.JSONEncodeError:
        return
    try:
        article = decode_raw(raw, LIMITS)
    except BadInputError as error:
        assert str(error)
        return
    assert encode(article) == encode(decode_raw(raw, LIMITS))


def test_mentions_are_written_as_records_are() -> None:
    span, speaker = Span(0, 9, "Anna Lind"), Speaker("Anna Lind", 0, 9, 1)
    entities = (
        Entity("Oslo", "GPE", 1, (Span(20, 24, "Oslo"),), country="NO"),
        Entity("Anna Lind", "PERSON", 2, (span, span), 0.5, ("Lind",)),
    )
    record = EnrichedArticle(
        id="one",
        text="…",
        url="u",
        source="s",
        published_at="p",
        language="en",
        entities=entities,
        quotations=(Quotation("It rains", 30, 38, speaker, "said"), Quotation("Yes", 40, 43)),
    )
    shared = {"article_id": "one", "url": "u", "source": "s", "published_at": "p", "language": "en"}
    assert encoded_mentions(record) == [
        ("Oslo", encode(EntityMentions(**shared, name="Oslo", type="GPE", count=1, country="NO"))),
        (
            "Anna Lind",
            encode(
                EntityMentions(
                    **shared,
                    name="Anna Lind",
                    type="PERSON",
                    count=2,
                    salience=0.5,
                    aliases=("Lind",),
                    quotations=1,
                )
            ),
        ),
    ]
