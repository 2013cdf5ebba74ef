"""All steps of a process: bytes of one topic in, outcomes with bytes for the next ones out.

A step does not raise for bad input, and an article's outcome does not depend on the batch it came in.
"""

import errno
from collections.abc import Sequence
from functools import reduce
from importlib import import_module
from operator import or_

from pipeline.core.flow import Stage, stateless
from pipeline.core.outcome import Message, Outcome
from pipeline.core.reasons import DeadReason
from pipeline.core.steps.deadletters import dead
from pipeline.core.steps.settings import Loaded, StepSettings
from pipeline.core.steps.step import Step

_MACHINE_TROUBLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE})


class Steps:
    """The steps of some stages with their models loaded; made once in a process and used for every batch."""

    def __init__(self, settings: StepSettings, stages: Sequence[Stage] = stateless()) -> None:
        """Load what `stages` need. Raises what the extractor raises when a model is missing."""
        self.of: dict[Stage, Step] = {stage: _step(stage)(settings) for stage in stages}

    def loaded(self) -> Loaded:
        """What these steps work with."""
        return reduce(or_, (step.loaded() for step in self.of.values()), Loaded())

    def run(self, stage: Stage, messages: Sequence[Message]) -> list[Outcome]:
        """Outcomes of `messages`, in their order, as `outcomes` gives them."""
        return outcomes(self.of[stage], messages)


def outcomes(step: Step, messages: Sequence[Message]) -> list[Outcome]:
    """What a step makes of `messages`, in their order. An error of our own takes one article with it, not the batch.

    Raises:
        OSError: the machine is at its end (a full disk, no descriptors); no article is to pay for that.
    """
    try:
        return step.run(messages)
    except Exception:  # noqa: BLE001 - whose fault it is shows when each is tried alone
        return [_outcome(step, message) for message in messages]


def _outcome(step: Step, message: Message) -> Outcome:
    try:
        return step.run([message])[0]
    except MemoryError:
        why = "the article needs more memory than pool.memory_mib"
        return dead(step.stage, message, DeadReason.OUT_OF_MEMORY, why, step.limits)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _MACHINE_TROUBLE:
            raise
        why = f"an error in Dateline itself: {type(error).__name__}: {error}. Please report it with the original."
        return dead(step.stage, message, DeadReason.INTERNAL_ERROR, why, step.limits)


def _step(stage: Stage) -> type[Step]:
    module, _, name = stage.step.partition(":")
    step: type[Step] = getattr(import_module(module), name)
    return step
