"""The learn step: what articles tell of their sources' lines in, what is known of a line from then on out.

It counts, so it has a state, and a lane of its own; the other steps have none and work in the pool.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.core.codec import decode_sighting
from pipeline.core.flow import Channel, Stage
from pipeline.core.learn.known import KnownLines, encoded, key_bytes
from pipeline.core.learn.learner import Bounds, Change, Forgotten, Learner
from pipeline.core.outcome import Message, Outcome, Output
from pipeline.core.records import Sighting
from pipeline.core.steps.settings import StepSettings
from pipeline.core.steps.step import Step


class LearnStep(Step):
    """Counts what recurs in its sources. What it says depends on all it was told before, in its order.

    A sighting that it cannot count, whyever, becomes a dead letter, as in the steps of the pool.
    """

    stage = Stage.LEARN

    def __init__(
        self,
        settings: StepSettings,
        known: KnownLines | None = None,
        bounds: Bounds | None = None,
        *,
        sources: Iterable[str] = (),
    ) -> None:
        """`known` is what everybody knows by now, and `sources` those of them that are this step's own."""
        super().__init__(settings)
        self.learner = Learner(known if known is not None else KnownLines(), bounds, sources=sources)

    def run(self, messages: Sequence[Message]) -> list[Outcome]:
        """Count a batch of sightings."""
        outcomes, sightings = self.decode(messages, lambda value: decode_sighting(value, self.limits))
        for number, told in sightings.items():
            outcomes[number] = self._learned(messages[number], told)
        return [outcomes[number] for number in range(len(messages))]

    def recall(self, value: bytes) -> bool:
        """Count what was told to a former owner of the partition; whether it could be. What cannot is a dead letter."""
        try:
            self.learner.recall(decode_sighting(value, self.limits))
        except Exception:  # noqa: BLE001 - it was told then, whatever it is, and must not stop whoever counts now
            return False
        return True

    def _learned(self, message: Message, told: Sighting) -> Outcome:
        changes = self.learner.take(told)
        counts = {"lines": Counter(_kind(change) for change in changes)}
        return self.done(message, told.article_id, tuple(map(output, changes)), counts)


def output(change: Change) -> Output:
    """What a change is on the topic: a record, or its end."""
    if isinstance(change, Forgotten):
        return Output(Channel.RECURRING, key_bytes(change.source, change.line, change.kind), None)
    return Output(Channel.RECURRING, *encoded(change))


def _kind(change: Change) -> str:
    return "forgotten" if isinstance(change, Forgotten) else "learned"
