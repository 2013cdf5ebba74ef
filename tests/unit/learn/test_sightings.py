from pipeline.core.clean import Cleaner
from pipeline.core.learn.sightings import sighting

ARTICLE = (
    "The council met on Tuesday and decided, after three hours, that the bridge would be repaired before winter. "
    "“We had no choice,” said the mayor, who voted against it. Traders on the quay said they had waited long enough. "
    "The old ferry will run until June, and its crew of nine will keep their jobs, the harbour office said."
)
TAIL = "Latest News Ferry Strike Ends After Talks Minister Opens Longest Tunnel Share on Facebook"


def test_of_a_text_in_one_line_only_what_went_is_told_as_cut() -> None:
    cleaned = Cleaner().clean(f"{ARTICLE} {TAIL}")
    gone = {removed.text for removed in cleaned.removed}
    assert gone
    assert all(text in TAIL for text in gone)
    told = sighting("ledger", "a", cleaned)
    assert told is not None
    assert {(any(line.text in text for text in gone), line.cut) for line in told.lines} == {
        (True, True),
        (False, False),
    }
