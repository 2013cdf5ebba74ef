"""How the time of a step grows with the size of each poison: twice the size should take about twice the time.

    python -m fuzz.growth clean 20000
    python -m fuzz.growth extract 5000 apostrophes flags

Prints CPU seconds at the size, twice and four times it, and the exponent between the last two (1: linear, 2: square),
the steepest last. Nothing is asserted: a busy machine makes small times meaningless.
"""

import math
import sys
import time
from collections.abc import Callable, Iterable

from pipeline.core.flow import Stage
from pipeline.core.outcome import Message
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from tests.poison import corpus


def main(stage: Stage, size: int, only: Iterable[str]) -> None:
    """Measure every poison of a stage, or those whose name holds one of the words in `only`."""
    steps = Steps(StepSettings(model="sm"), [stage])
    poisons: Callable[[int], Iterable[tuple[str, bytes]]] = (
        corpus.articles if stage is Stage.CLEAN else corpus.clean_articles
    )
    wanted = tuple(only)
    names = [name for name, _ in poisons(10) if not wanted or any(word in name for word in wanted)]
    times: dict[str, list[float]] = {name: [] for name in names}
    for factor in (1, 2, 4):
        for name, value in poisons(size * factor):
            if name in times:
                times[name].append(min(_seconds(steps, stage, value) for _ in range(2)))
                print(f"\r{factor} x {name:60}", end="", file=sys.stderr)
    print(file=sys.stderr)
    for name, (first, second, third) in sorted(times.items(), key=lambda item: _exponent(item[1])):
        print(f"{_exponent([first, second, third]):5.2f} {first:8.3f} {second:8.3f} {third:8.3f}  {name}")


def _seconds(steps: Steps, stage: Stage, value: bytes) -> float:
    began = time.process_time()
    steps.run(stage, [Message(None, value)])
    return time.process_time() - began


def _exponent(times: list[float]) -> float:
    return math.log2(max(times[2], 1e-4) / max(times[1], 1e-4))


if __name__ == "__main__":
    main(Stage[sys.argv[1].upper()], int(sys.argv[2]), sys.argv[3:])
