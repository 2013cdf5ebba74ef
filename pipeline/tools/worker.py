"""`dateline worker`: cleans and enriches articles until it is told to stop."""

from typing import Annotated

import typer

from pipeline.runtime.supervisor import Supervisor, worker_command
from pipeline.runtime.system import logs
from pipeline.runtime.worker import run_worker
from pipeline.tools.context import global_options, settings_of


def worker(
    context: typer.Context,
    supervise: Annotated[
        bool,
        typer.Option(
            "--supervise/--no-supervise",
            help="Start the worker again when it had to end. Leave that to Kubernetes or compose with --no-supervise.",
        ),
    ] = True,
) -> None:
    """Clean and enrich what is published, exactly once, until SIGTERM or Ctrl-C.

    Run as many workers as you like, on one machine or several: they share the partitions. Each has its metrics,
    liveness and readiness on its web port (6066, or the next free one; the log says which).
    """
    settings = settings_of(context)
    logs.configure(settings.logs)
    if not supervise:
        raise typer.Exit(run_worker(settings))
    arguments = global_options(context).arguments()
    # What was found out here stays: the child must not look for a broker of its own.
    command = worker_command(["--broker", settings.broker, *arguments])
    raise typer.Exit(Supervisor(command, longest_pause=settings.worker.restart_backoff_max).run())
