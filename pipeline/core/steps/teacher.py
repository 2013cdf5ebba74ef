"""Learning without a log: articles in their order, each cleaned by what those before it taught."""

from pipeline.core.codec import decode_clean, decode_sighting, encode
from pipeline.core.flow import Channel
from pipeline.core.learn.decide import THRESHOLD
from pipeline.core.learn.known import KnownLines, unpack
from pipeline.core.learn.learner import Forgotten, Learner
from pipeline.core.learn.removing import without_recurring
from pipeline.core.outcome import Done, Outcome, Output
from pipeline.core.records import Sighting
from pipeline.core.steps.settings import StepSettings


class Teacher:
    """Takes outcomes of the clean step one after the other; the same articles in the same order, the same records."""

    def __init__(self, settings: StepSettings, threshold: float = THRESHOLD) -> None:
        """Nothing is known at first; `threshold` is how sure learning must be, for whoever measures it."""
        self._limits = settings.limits
        self._max_cut_share = settings.max_cut_share
        self.known = KnownLines()
        self._learner = Learner(self.known, threshold=threshold)

    def count(self, outcome: Outcome) -> None:
        """Learn from an article, once it has been cleaned by what was known before."""
        told = self._told(outcome)
        for change in self._learner.take(told) if told is not None else ():
            if isinstance(change, Forgotten):
                self.known.forget(change.source, change.line, change.kind)
            else:
                self.known.take(change)

    def clean(self, outcome: Outcome) -> Outcome:
        """The outcome without the lines that are known to recur in the article's source."""
        told = self._told(outcome)
        known = self.known.of(told.source) if told is not None else None
        if told is None or known is None or not isinstance(outcome, Done):
            return outcome
        first, *rest = outcome.outputs
        record = without_recurring(
            decode_clean(first.value or b"", self._limits), told, known.version, unpack(known), self._max_cut_share
        )
        return Done((Output(first.channel, first.key, encode(record)), *rest), outcome.counts)

    def _told(self, outcome: Outcome) -> Sighting | None:
        outputs = outcome.outputs if isinstance(outcome, Done) else ()
        for output in outputs:
            if output.channel is Channel.SIGHTINGS:
                return decode_sighting(output.value or b"", self._limits)
        return None
