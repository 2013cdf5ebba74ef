"""What the pool makes of batches that fail with their process; the dispatcher stands in for the processes."""

from collections.abc import Callable, Sequence

import pytest
from pebble import ProcessExpired

from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Message
from pipeline.core.reasons import DeadReason
from pipeline.core.steps.settings import StepSettings
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.pool.process import BatchResult, Plan

BAD = Message(b"bad", b'{"id": "bad"}')
GOOD = Message(b"good", b'{"id": "good"}')


class Failing:
    """Fails with `error` whenever the bad message is in the batch."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def run(
        self, _work: Callable[..., object], _stage: Stage, messages: Sequence[Message], timeout: float
    ) -> BatchResult:
        if BAD in messages:
            raise self._error
        return BatchResult([Done(()) for _ in messages], 0.1, 1, 1)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), DeadReason.OUT_OF_MEMORY),
        (TimeoutError(), DeadReason.TIMEOUT),
        (ProcessExpired("gone", code=-9), DeadReason.CRASHED),
    ],
)
async def test_an_article_that_fails_with_its_process_takes_no_other_with_it(
    error: Exception, reason: DeadReason, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[DeadReason] = []
    pool = Pool(
        Plan(StepSettings(), (Stage.CLEAN,), 300),
        processes=1,
        article_timeout=1.0,
        batches_per_process=1,
        on_failure=lambda why, _: told.append(why),
    )
    monkeypatch.setattr(pool, "_dispatcher", Failing(error))
    first, bad, last = (await pool.run(Stage.CLEAN, [GOOD, BAD, GOOD])).outcomes
    assert (first, last) == (Done(()), Done(()))
    assert isinstance(bad, Dead)
    assert bad.reason is reason
    assert set(told) == {reason}
