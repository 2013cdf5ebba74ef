"""What flows, in order: the channels, each a topic with its records, and the stages between them.

Whatever needs to know of a stage or a channel reads it here: lanes, topics, settings, provenance, metrics, the live
page, the AsyncAPI document, `tail`, `process`, `doctor`. To add one, add its row, and its step or its record.
"""

from enum import StrEnum
from functools import cache

from pipeline.core.records import (
    CleanArticle,
    DeadLetter,
    EnrichedArticle,
    EntityMentions,
    LearnedLine,
    RawArticle,
    Record,
    Sighting,
)


class Channel(StrEnum):
    """The channels, as rows: name, topic, record, key, and what it holds, as the settings and as the schemas say it.

    The name is the key under `topics` in the settings, where the topic can be called otherwise, and the metrics' label.
    `compacted`: only the latest record of each key counts, and workers read the topic whole; it has one partition.
    """

    topic: str
    record: type[Record]
    key: str
    holds: str
    summary: str
    compacted: bool

    def __new__(  # noqa: PLR0917 - a row is read in its order
        cls, name: str, topic: str, record: type[Record], key: str, holds: str, summary: str, compacted: bool = False
    ) -> "Channel":
        """Make a row's member."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.topic, member.record, member.key, member.holds, member.summary = topic, record, key, holds, summary
        member.compacted = compacted
        return member

    # fmt: off
    RAW = ("raw", "articles.raw", RawArticle, "The article's id; without one it may be anything, or nothing.",
           "publishers write here",
           "An article as a publisher sends it: `text` or `html`, and whatever is known about it.")
    CLEAN = ("clean", "articles.clean", CleanArticle, "The article's id.",
             "articles without their boilerplate",
             "An article without its boilerplate, and every line that was cut.")
    ENRICHED = ("enriched", "articles.enriched", EnrichedArticle, "The article's id.",
                "clean articles with entities",
                "A clean article with the people, organisations and places it names.")
    MENTIONS = ("mentions", "entities.mentions", EntityMentions, "The entity's name.",
                "one record an entity and article",
                "One entity of one article.")
    SIGHTINGS = ("sightings", "lines.seen", Sighting, "The source.",
                 "what each article tells of its source's lines",
                 "The lines of one article by their keys, for counting what recurs in a source.")
    RECURRING = ("recurring", "lines.recurring", LearnedLine, "Source, line and kind, as a JSON array.",
                 "lines that recur in a source; compacted",
                 "A line that was learned to recur in its source, or a person's ruling on one.", True)
    DEAD = ("dead", "articles.dead", DeadLetter, "The article's id, or a hash of its bytes.",
            "what could not be processed, and why",
            "A message that could not be processed, with the reason and the bytes as they came.")
    # fmt: on

    @property
    def read(self) -> bool:
        """Whether a stage reads it."""
        return any(stage.reads is self for stage in Stage)

    @property
    def written(self) -> bool:
        """Whether a stage writes it. Any may write a dead letter."""
        return self is Channel.DEAD or any(self in stage.writes for stage in Stage)


class Stage(StrEnum):
    """The stages, as rows: name, channel read, channels written, step ("module:class"), and what it does.

    What an article becomes goes to the first channel written; the stage that reads that one is the next on its way.
    The step is named, not imported: whoever only asks what flows loads no model. A stage that is `stateful` keeps in
    its lane what it has counted; the others work in the pool's processes.
    """

    reads: Channel
    writes: tuple[Channel, ...]
    step: str
    does: str
    stateful: bool

    def __new__(  # noqa: PLR0917 - a row is read in its order
        cls, name: str, reads: Channel, writes: tuple[Channel, ...], step: str, does: str, stateful: bool = False
    ) -> "Stage":
        """Make a row's member."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.reads, member.writes, member.step, member.does = reads, writes, step, does
        member.stateful = stateful
        return member

    # fmt: off
    CLEAN = ("clean", Channel.RAW, (Channel.CLEAN, Channel.SIGHTINGS), "pipeline.core.steps.clean:CleanStep",
             "Cuts what is not the article.")
    EXTRACT = ("extract", Channel.CLEAN, (Channel.ENRICHED, Channel.MENTIONS),
               "pipeline.core.steps.extract:ExtractStep",
               "Finds entities.")
    LEARN = ("learn", Channel.SIGHTINGS, (Channel.RECURRING,), "pipeline.core.steps.learn:LearnStep",
             "Learns what recurs in a source.", True)
    # fmt: on


@cache
def way() -> tuple[Stage, ...]:
    """The stages an article goes through, from the raw channel on; a stage beside its way is not among them."""
    stages: list[Stage] = []
    channel = Channel.RAW
    while found := [stage for stage in Stage if stage.reads is channel]:
        stages.append(found[0])
        channel = found[0].writes[0]
    return tuple(stages)


def stateless() -> tuple[Stage, ...]:
    """The stages that work in the pool's processes."""
    return tuple(stage for stage in Stage if not stage.stateful)


def inputs() -> tuple[Channel, ...]:
    """The channels that stages read, in the order of the flow."""
    return tuple(channel for channel in Channel if channel.read)
