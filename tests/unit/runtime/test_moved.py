"""What a lane that stands idle takes for a person's word, of the offsets that a broker tells."""

import pytest
from aiokafka.structs import OffsetAndMetadata

from pipeline.runtime.kafka import epochs
from pipeline.runtime.lanes.halt import Halt, behind, beyond_end, unreadable
from pipeline.runtime.lanes.moved import _is_moved

OWN, PERSONS = epochs.note(7), ""
AT = 40
BEHIND = behind(AT, 90)


@pytest.mark.parametrize(
    ("told", "note", "halt", "moved"),
    [
        (AT, OWN, None, False),
        (AT, PERSONS, None, False),
        (12, PERSONS, None, True),
        (70, PERSONS, None, True),
        (12, OWN, None, False),  # a broker that has forgotten commits
        (70, OWN, None, False),
        (-1, PERSONS, None, False),
        (12, PERSONS, beyond_end(AT, 30), True),
        (12, PERSONS, unreadable(AT, "a checksum"), True),
        (AT, PERSONS, beyond_end(AT, 30), False),
        (AT, PERSONS, BEHIND, True),  # a person means just that one
        (AT, OWN, BEHIND, False),
        (91, OWN, BEHIND, True),  # the broker remembers again
        (12, OWN, BEHIND, False),
        (91, PERSONS, BEHIND, True),
        (-1, PERSONS, BEHIND, False),
    ],
)
def test_what_makes_a_lane_begin_anew(told: int, note: str, halt: Halt | None, moved: bool) -> None:
    assert _is_moved(OffsetAndMetadata(told, note), AT, halt) is moved
