"""Spreads lanes over workers, whatever topics they are of.

Faust's own assignor looks at each topic alone: of three workers and four partitions a topic it gave four lanes to two
and none to the third. aiokafka's round robin goes over the partitions of all topics, so that no worker has two lanes
more than another. It does not try to leave partitions where they were; a rebalance closes every lane anyway.
"""

from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor


class LaneAssignor(RoundRobinPartitionAssignor):  # type: ignore[misc]
    """Round robin under a name of its own, so that no foreign consumer shares the group's partitions by mistake."""

    name = "dateline"
