"""`dateline broker`: start, stop and look at the local Kafka."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from pipeline.tools.broker import LocalBroker
from pipeline.tools.broker.jars import KAFKA_VERSION, Downloaded
from pipeline.tools.errors import ExitCode

app = typer.Typer(
    add_completion=False,
    help="Run a real Apache Kafka on this machine: no Docker, no installed Java.\n\n"
    "Every command finds it by itself while it runs, unless you name another broker.",
    no_args_is_help=True,
)

Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="Keep a broker of its own here; without it, the one in your data folder."
    ),
]


@app.command()
def start(
    data: Data = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Its port; else the one it had, or a free one.")
    ] = None,
    foreground: Annotated[
        bool, typer.Option("--foreground", help="Stay, and stop the broker on Ctrl-C or SIGTERM.")
    ] = False,
) -> None:
    """Start the broker and leave it running; does nothing when it runs already.

    The first start downloads Kafka (44 MB) and checks every file.
    """
    broker = LocalBroker(data, port=port)
    console = Console(stderr=True)
    with downloading(console) as report:
        started = broker.start(progress=report)
    typer.echo(f"Kafka {KAFKA_VERSION} {'runs' if started else 'was already running'} at {broker.bootstrap}.")
    if port and not started and not str(broker.bootstrap).endswith(f":{port}"):
        typer.echo(f"To move it to port {port}, run `dateline broker stop` first.", err=True)
    if foreground:
        _stay(broker)
    elif data is None:
        typer.echo("Next: `dateline topics create`. Stop it with `dateline broker stop`; its data stays.")
    else:
        typer.echo(f"Next: `dateline --broker {broker.bootstrap} topics create`.")


@app.command()
def stop(data: Data = None) -> None:
    """Stop the broker and wait until it is gone; its data stays. Done already when it does not run."""
    stopped = LocalBroker(data).stop()
    typer.echo("The broker has stopped." if stopped else "The broker was not running.")


@app.command()
def status(
    data: Data = None, as_json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False
) -> None:
    """Say whether the broker runs and where. Ends with 0 when it answers, 3 when it does not."""
    found = LocalBroker(data).status()
    if as_json:
        typer.echo(json.dumps(asdict(found)))
    elif found.running:
        word = "runs" if found.answers else "runs but does not answer"
        typer.echo(f"Kafka {found.version} {word} at {found.bootstrap} (pid {found.pid}).")
        typer.echo(f"Data {found.data}\nLog  {found.log}")
    else:
        typer.echo("The broker is not running. Start it with `dateline broker start`.")
    raise typer.Exit(ExitCode.OK if found.answers else ExitCode.BROKER_UNREACHABLE)


@contextmanager
def downloading(console: Console) -> Iterator[Downloaded]:
    """Show that Kafka starts, and a progress bar while it is downloaded."""
    if not console.is_terminal:
        console.print("Starting Kafka; the first time it is downloaded (44 MB).")
        yield lambda _done, _total: None
        return
    starting = f"Starting Kafka {KAFKA_VERSION} …"
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    bar = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(starting, total=None)

        def report(done: int, total: int) -> None:
            # The bar is there only as long as something comes.
            if done < total:
                progress.columns = (*columns, *bar)
                progress.update(task, description=f"Downloading Kafka {KAFKA_VERSION}", completed=done, total=total)
            else:
                progress.columns = columns
                progress.update(task, description=starting, completed=0)

        yield report


def _stay(broker: LocalBroker) -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        broker.await_end()
    except KeyboardInterrupt:
        broker.stop()
        typer.echo("The broker has stopped.")
    else:
        typer.echo(f"The broker ended by itself; its log is {broker.log}", err=True)
        raise typer.Exit(ExitCode.FAILED)
