"""What a cluster tells of topics that have just been made or have just grown."""

from typing import Any

import pytest

from pipeline.runtime.kafka import topics


class LateToLearn:
    """Answers as brokers do one after the other: each hears of a change a moment after the one that made it."""

    def __init__(self, *answers: dict[str, list[int]]) -> None:
        self.answers = list(answers)

    async def describe_topics(self) -> list[dict[str, Any]]:
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            {"topic": name, "partitions": [{"leader": leader} for leader in leaders]}
            for name, leaders in answer.items()
        ]


async def test_partitions_that_were_added_are_waited_for_and_so_are_their_leaders() -> None:
    admin = LateToLearn({"raw": [0, 0]}, {"raw": [0, 0, -1]}, {"raw": [0, 0, 0], "other": []})
    assert await topics.await_leaders(admin, {"raw": 3}) == {"raw": 3}  # type: ignore[arg-type]


async def test_what_never_comes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics, "_LEADER_WAIT", 0.1)
    with pytest.raises(topics.TopicError, match="for raw, sightings"):
        await topics.await_leaders(LateToLearn({"raw": [0, 0]}), {"raw": 3, "sightings": 1})  # type: ignore[arg-type]
