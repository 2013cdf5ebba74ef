"""What this worker knows of every source's lines: its view of the topic of learned lines."""

from collections.abc import Callable, Sequence

from aiokafka import ConsumerRecord

from pipeline.core.flow import Channel
from pipeline.core.learn.known import KnownLines, NotALearnedLineError, decode
from pipeline.core.learn.sources import candidates
from pipeline.core.outcome import Known, Message
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.view import TopicView
from pipeline.runtime.lanes.messages import Incoming
from pipeline.runtime.system.logs import get_logger

Forget = Callable[[str, str], None]


class LearnedLines:
    """Follows the topic of learned lines, and gives each article what its source needs."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is known before `view.read`."""
        self.known = KnownLines()
        self.view = TopicView(settings, settings.topics[Channel.RECURRING], self.take)
        self._forgetting: list[Forget] = []
        self._log = get_logger("dateline.learned")

    def on_forgotten(self, forget: Forget) -> Callable[[], None]:
        """Have `forget` called with source and line when a line is no longer to be known; what is given ends that."""
        self._forgetting.append(forget)
        return lambda: self._forgetting.remove(forget)

    def take(self, record: ConsumerRecord) -> None:
        """Know what a record says. One that cannot be read is said in the log and passed over: it removes nothing."""
        try:
            of, line = decode(record.key, record.value)
            if line is not None:
                self.known.take(line)
            else:
                self.known.forget(*of)
                for forget in self._forgetting:
                    forget(of.source, of.line)
        except NotALearnedLineError as wrong:
            self._log.warning(
                "a record is no learned line and is passed over",
                topic=record.topic,
                partition=record.partition,
                offset=record.offset,
                why=str(wrong),
            )

    def messages(self, batch: Sequence[Incoming]) -> list[Message]:
        """A batch of raw articles, each with what is known of the sources it may be of."""
        return [Message(one.key, one.value, self._needed(one.value)) for one in batch]

    def _needed(self, value: bytes | None) -> tuple[Known, ...]:
        if not value or not len(self.known):
            return ()
        found = (self.known.of(source) for source in candidates(value))
        return tuple(known for known in found if known is not None)
