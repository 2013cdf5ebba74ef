"""Lanes are spread evenly over workers, whatever topics they are of."""

from collections import Counter
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.runtime.reading.assignor import LaneAssignor

TOPICS = ("articles.raw", "articles.clean")


def lanes(workers: int, partitions: dict[str, int]) -> dict[str, list[tuple[str, int]]]:
    cluster: Any = SimpleNamespace(partitions_for_topic=lambda topic: set(range(partitions[topic])))
    members = {f"worker-{number}": LaneAssignor.metadata(list(partitions)) for number in range(workers)}
    found = LaneAssignor.assign(cluster, members)
    return {
        member: [(topic, one) for topic, those in given.assignment for one in those] for member, given in found.items()
    }


def test_three_workers_share_two_topics_of_four_partitions() -> None:
    """It was 4, 4 and 0."""
    assert sorted(len(those) for those in lanes(3, dict.fromkeys(TOPICS, 4)).values()) == [2, 3, 3]


@given(st.integers(1, 12), st.integers(1, 20), st.integers(1, 20))
def test_no_worker_has_two_lanes_more_than_another(workers: int, raw: int, clean: int) -> None:
    found = lanes(workers, {TOPICS[0]: raw, TOPICS[1]: clean})
    assert set(Counter(one for those in found.values() for one in those).values()) == {1}, "each lane once"
    counts = [len(those) for those in found.values()]
    assert (sum(counts), max(counts) - min(counts) <= 1) == (raw + clean, True)
    for topic in TOPICS:
        of_topic = [sum(one[0] == topic for one in those) for those in found.values()]
        assert max(of_topic) - min(of_topic) <= 1
