"""`dateline`: the command line. Each command lives in a module of its own that is imported when it is called."""

import importlib
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NamedTuple, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from pipeline.tools import interrupts, output
from pipeline.tools.context import GlobalOptions
from pipeline.tools.errors import CommandError, ExitCode

START, FLOW, LOOK = "Start here", "Move articles", "Look inside"


# Python's types as a command line calls them; a flag takes no value.
_VALUES = {
    "bool": None,
    "str": "TEXT",
    "path": "PATH",
    **dict.fromkeys(("int", "int range", "float", "float range"), "N"),
}


class Entry(NamedTuple):
    """Where a command is found, and what the overview says of it."""

    target: str
    summary: str
    panel: str


# In the order a newcomer needs them.
COMMANDS = {
    "demo": Entry("pipeline.tools.demo.command:demo", "See it work: sample articles, before and after.", START),
    "broker": Entry(
        "pipeline.tools.broker.commands:app", "Run a real Kafka on this machine: start, stop, status.", START
    ),
    "topics": Entry(
        "pipeline.tools.topics:app", "Create the topics and say where reading begins, or list them.", START
    ),
    "worker": Entry("pipeline.tools.worker:worker", "Clean and enrich what is published, until stopped.", FLOW),
    "publish": Entry(
        "pipeline.tools.publish.command:publish", "Publish articles from files, folders or standard input.", FLOW
    ),
    "feed": Entry("pipeline.tools.feed.command:app", "Publish what is new in RSS and Atom feeds.", FLOW),
    "tail": Entry(
        "pipeline.tools.tail.command:tail", "Show enriched articles, mentions or dead letters as they come.", FLOW
    ),
    "sink": Entry("pipeline.tools.sink.command:app", "Write results to Parquet files or PostgreSQL.", FLOW),
    "connect": Entry("pipeline.tools.connect.command:app", "Fill PostgreSQL through Kafka Connect.", FLOW),
    "show": Entry("pipeline.tools.show.command:show", "What became of one article, from raw to its end.", FLOW),
    "dead": Entry("pipeline.tools.dead.commands:app", "List, look at and replay what could not be processed.", FLOW),
    "process": Entry("pipeline.tools.process.command:process", "The same steps on files, without a broker.", FLOW),
    "top": Entry("pipeline.tools.top.command:top", "Watch workers and sinks: throughput, latency, what waits.", LOOK),
    "doctor": Entry("pipeline.tools.doctor.command:doctor", "Check machine and broker, and say how to mend.", LOOK),
    "lag": Entry("pipeline.tools.lag:lag", "Show how much waits to be processed, and until when.", LOOK),
    "offsets": Entry("pipeline.tools.offsets:app", "Show where the group stands, or move it.", LOOK),
    "explain": Entry("pipeline.tools.explain:explain", "Show an article line by line: what goes, and why.", LOOK),
    "lines": Entry(
        "pipeline.tools.lines.commands:app", "Show what was learned to recur in a source, and overrule it.", LOOK
    ),
    "config": Entry("pipeline.tools.config:config", "Show the settings in effect and where they come from.", LOOK),
    "metrics": Entry("pipeline.tools.metrics:metrics", "Describe every metric of a worker.", LOOK),
    "rules": Entry("pipeline.tools.monitoring:rules", "Print the alert and recording rules for Prometheus.", LOOK),
    "dashboards": Entry("pipeline.tools.monitoring:dashboards", "Write the dashboards for Grafana.", LOOK),
    "schemas": Entry("pipeline.tools.schemas:schemas", "Write the JSON Schemas of all records.", LOOK),
}

HELP = (
    "Raw news articles in, clean and enriched records out, exactly once, on Kafka.\n\n"
    "Publishers write articles to one topic. `dateline worker` cuts what is not the article (related headlines, "
    "newsletter and share lines), finds the people, organisations and places it names, and writes the result to "
    "another. What cannot be processed goes to a third, with the reason."
)

EPILOG = """[bold]A first run[/bold]

[cyan]dateline demo[/cyan] shows everything in a minute. Step by step:

[cyan]dateline broker start[/cyan]  (a real Kafka; 44 MB the first time)

[cyan]dateline topics create[/cyan]

[cyan]dateline worker[/cyan]  (leave it running; go on in another terminal)

[cyan]dateline publish articles/[/cyan]

[cyan]dateline tail enriched --from-beginning[/cyan]

Exit codes: 0 done, 1 failed, 2 wrong usage or settings, 3 broker unreachable, 4 topic missing, 5 timed out.
"""


class LazyGroup(TyperGroup):
    """Knows every command's summary, imports a command's module when it is called, and explains its errors."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for name, entry in COMMANDS.items():
            self.add_command(TyperCommand(name, help=entry.summary, rich_help_panel=entry.panel))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Put the real command in the place of its summary."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name) if name in COMMANDS else command, rest

    def get_params(self, ctx: Any) -> list[Any]:
        """The options of `dateline` itself, their types as those of all commands."""
        return _plainly_typed(super().get_params, ctx)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what a person can mend ends in one message and a documented exit code."""
        try:
            with interrupts.heard():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            _end("Interrupted.", ExitCode.INTERRUPTED)
        except BrokenPipeError:
            # Whoever read our output has had enough, as in `dateline tail … | head`.
            output.give_up()
            raise typer.Exit(ExitCode.OK) from None
        except Exception as error:
            code = exit_code(error)
            if code is None:
                raise
            _end(_message(error), code)


def load(name: str) -> Any:
    """The command itself, its module imported."""
    module, attribute = COMMANDS[name].target.split(":")
    found = getattr(importlib.import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        single = typer.Typer(add_completion=False)
        single.command(name)(found)
        found = single
    command = typer.main.get_command(found)
    command.name = name
    _reflow(command)
    return command


def _reflow(command: Any) -> None:
    """Let help be as wide as the terminal: a line break in a docstring is none of the paragraph."""
    paragraphs = (command.help or "").split("\n\n")
    command.help = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    command.get_params = partial(_plainly_typed, command.get_params)
    for inner in getattr(command, "commands", {}).values():
        _reflow(inner)


def _plainly_typed(get_params: Callable[[Any], list[Any]], ctx: Any) -> list[Any]:
    """A command's parameters, their types in a command line's words: typer's are Python's, as `<list[str]>`."""
    parameters = get_params(ctx)
    for parameter in parameters:
        parameter.display_type_rich = partial(_type_shown, parameter)
    return parameters


def _type_shown(parameter: Any, ctx: Any) -> str | None:
    """What stands for the value: a flag has none, an argument's name says it unless there is a choice."""
    shown: str = parameter.display_type(ctx).strip("<>").removeprefix("list[").removesuffix("]")
    if parameter.param_type_name == "argument":
        return shown if "|" in shown else None
    return parameter.metavar or _VALUES.get(shown, shown)


def exit_code(error: Exception) -> ExitCode | None:
    """What a command that fails with this error ends with; None for a defect, which keeps its traceback."""
    if isinstance(error, CommandError):
        return error.exit_code
    if isinstance(error, OSError) and error.strerror is not None:
        return ExitCode.FAILED
    # Imported here: reading the help needs neither.
    from aiokafka.errors import (  # noqa: PLC0415
        KafkaConnectionError,
        KafkaError,
        KafkaTimeoutError,
        NodeNotReadyError,
        RequestTimedOutError,
    )

    from pipeline.runtime.config.sources import SettingsError  # noqa: PLC0415
    from pipeline.runtime.kafka.connection import BrokerUnreachableError  # noqa: PLC0415
    from pipeline.runtime.kafka.offsets import OffsetsError  # noqa: PLC0415
    from pipeline.runtime.kafka.topics import MissingTopicError, TopicError  # noqa: PLC0415
    from pipeline.runtime.pool.pool import PoolError  # noqa: PLC0415
    from pipeline.runtime.telemetry.tracing import TracingError  # noqa: PLC0415

    codes: dict[type[Exception], ExitCode] = {
        SettingsError: ExitCode.USAGE,
        TracingError: ExitCode.USAGE,
        PoolError: ExitCode.USAGE,
        BrokerUnreachableError: ExitCode.BROKER_UNREACHABLE,
        KafkaConnectionError: ExitCode.BROKER_UNREACHABLE,
        KafkaTimeoutError: ExitCode.BROKER_UNREACHABLE,
        RequestTimedOutError: ExitCode.BROKER_UNREACHABLE,
        NodeNotReadyError: ExitCode.BROKER_UNREACHABLE,
        MissingTopicError: ExitCode.MISSING_TOPIC,
        TopicError: ExitCode.FAILED,
        OffsetsError: ExitCode.FAILED,
        KafkaError: ExitCode.FAILED,
    }
    return next((code for kind, code in codes.items() if isinstance(error, kind)), None)


def _message(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror is not None:
        # A full disk is told of without the file's name.
        return f"{error.filename or 'cannot read or write'}: {error.strerror}."
    from pipeline.runtime.kafka.connection import not_allowed  # noqa: PLC0415

    return not_allowed(error) or str(error)


def _end(message: str, code: ExitCode) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code) from None


app = typer.Typer(
    cls=LazyGroup,
    help=HELP,
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def _global_options(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="A settings file (YAML); else the one DATELINE_CONFIG names."),
    ] = None,
    broker: Annotated[
        str | None,
        typer.Option(
            metavar="HOST:PORT",
            help="The Kafka to talk to; else DATELINE_BROKER, the settings file, or the local broker.",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    context.obj = GlobalOptions(config, broker)


def main() -> None:
    """The entry point."""
    import logging  # noqa: PLC0415

    # Kafka's client tells of every try; commands say themselves what went wrong. A worker sets up logs of its own.
    logging.getLogger("aiokafka").addHandler(logging.NullHandler())
    output.install()
    code: str | int | None = ExitCode.OK
    try:
        app(prog_name="dateline")
    except SystemExit as ended:
        code = ended.code
    except OSError as error:  # of the help, which is printed before there is a command
        code = exit_code(error)
        if code is None:
            raise
        typer.echo(_message(error), err=True)
    sys.exit(output.flushed(code))
