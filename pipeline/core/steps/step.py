"""What all steps have in common: bad input becomes a dead letter, a record that is too large as well."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, TypeVar

from pipeline.core.codec import BadInputError
from pipeline.core.flow import Stage
from pipeline.core.outcome import Done, Dropped, Message, Outcome, Output
from pipeline.core.reasons import DeadReason, DropReason
from pipeline.core.steps.deadletters import dead
from pipeline.core.steps.settings import Loaded, StepSettings

Article = TypeVar("Article")


class Step(ABC):
    """A stage's work on a batch of messages. It does not raise for bad input."""

    stage: ClassVar[Stage]

    def __init__(self, settings: StepSettings) -> None:
        """Load what the step needs; raises what a model that is missing raises."""
        self.limits = settings.limits

    @abstractmethod
    def run(self, messages: Sequence[Message]) -> list[Outcome]:
        """Outcomes of `messages`, in their order; each is the same whatever stands beside it."""

    def loaded(self) -> Loaded:
        """What this step works with, where there is something to say of it."""
        return Loaded()

    def decode(
        self, messages: Sequence[Message], read: Callable[[bytes], Article]
    ) -> tuple[dict[int, Outcome], dict[int, Article]]:
        """By number, outcomes of the messages that `read` refuses (BadInputError), and what it made of the others."""
        outcomes: dict[int, Outcome] = {}
        articles: dict[int, Article] = {}
        for number, message in enumerate(messages):
            if message.value is None:
                outcomes[number] = Dropped(DropReason.TOMBSTONE)
                continue
            try:
                articles[number] = read(message.value)
            except BadInputError as wrong:
                outcomes[number] = dead(self.stage, message, wrong.reason, str(wrong), self.limits, id=wrong.id)
        return outcomes, articles

    def done(
        self, message: Message, id: str, outputs: tuple[Output, ...], counts: Mapping[str, Mapping[str, int]]
    ) -> Outcome:
        """Done, unless an output is too large to be sent: one such record must not stop its partition."""
        largest = max((output.size for output in outputs), default=0)
        if largest <= self.limits.output_bytes:
            return Done(outputs, counts)
        why = f"the record made of it has {largest:,} bytes, more than topics.max_message_bytes allows."
        return dead(self.stage, message, DeadReason.OUTPUT_TOO_LARGE, why, self.limits, id=id)
