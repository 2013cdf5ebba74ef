"""When what waits will be done."""

import math

import pytest

from pipeline.runtime.kafka.offsets import PartitionState
from pipeline.tools.lag import catch_up, pace


def _state(committed: int | None, end: int) -> PartitionState:
    return PartitionState("articles.raw", 0, 0, end, committed, None if committed is None else end - committed)


@pytest.mark.parametrize(
    ("before", "now", "per_second", "done_in"),
    [
        (_state(0, 100), _state(20, 100), 10, 8),
        (_state(0, 100), _state(20, 110), 10, 18),  # 10 came meanwhile: it falls by 5 a second
        (_state(0, 100), _state(20, 120), 10, math.inf),
        (_state(0, 100), _state(0, 100), 0, math.inf),
        (_state(90, 100), _state(100, 100), 5, 0),
        (_state(None, 100), _state(None, 100), 0, math.inf),
    ],
)
def test_the_pace_of_two_seconds_goes_on(
    before: PartitionState, now: PartitionState, per_second: float, done_in: float
) -> None:
    found = pace(before, now, 2.0)
    assert (found.per_second, found.catch_up) == (per_second, done_in)


def test_nothing_waits_is_done_now() -> None:
    assert catch_up(0, -5) == 0
