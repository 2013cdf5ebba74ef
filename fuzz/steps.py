"""Coverage-guided fuzzing of a step with atheris (libFuzzer); see README.md here for how to run it."""

import sys

import atheris

with atheris.instrument_imports(include=["pipeline.core"]):
    from pipeline.core.flow import Stage
    from pipeline.core.outcome import Dead, Message
    from pipeline.core.reasons import DeadReason
    from pipeline.core.steps.run import Steps
    from pipeline.core.steps.settings import StepSettings

_OURS = {DeadReason.INTERNAL_ERROR, DeadReason.OUT_OF_MEMORY}


def main(stage: Stage, arguments: list[str]) -> None:
    """Fuzz one step until it breaks or libFuzzer's own options say enough."""
    steps = Steps(StepSettings(model="sm"), [stage])

    def try_one(data: bytes) -> None:
        outcome = steps.run(stage, [Message(None, data)])[0]
        if isinstance(outcome, Dead) and outcome.reason in _OURS:
            raise AssertionError(outcome.message)

    atheris.Setup([sys.argv[0], *arguments], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Stage[sys.argv[1].upper()], sys.argv[2:])
