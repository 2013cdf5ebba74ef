"""`dateline connect postgres ADDRESS`: what a person types."""

import json
import os
import signal
from typing import Annotated, Any

import typer

from pipeline.core.flow import Channel
from pipeline.tools.connect import configuration
from pipeline.tools.connect.process import running
from pipeline.tools.context import settings_of
from pipeline.tools.home import home

app = typer.Typer(help="Run Kafka Connect with a tested configuration: `connect postgres` fills a table.")


@app.callback()
def _connect() -> None:
    """Run Kafka Connect with a tested configuration: `connect postgres` fills a table."""


@app.command()
def postgres(
    context: typer.Context,
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", help="postgresql://USER@HOST/DATABASE; the password from PGPASSWORD.")
    ],
    *,
    channel: Annotated[Channel, typer.Option(help="What to write.")] = Channel.ENRICHED,
    show: Annotated[
        bool, typer.Option("--print", help="Only print the connector's configuration, for a Connect of yours.")
    ] = False,
) -> None:
    """Fill a table in PostgreSQL through Kafka Connect and Debezium's JDBC sink connector.

    Each record becomes a row: the article's id (of mentions and dead letters, where it was on the topic) and the record
    as text. A record that is written again takes its own place. Runs until Ctrl-C or SIGTERM, and ends with 1 when the
    connector fails. The first start downloads 40 MB; it needs the extra `broker`.
    """
    settings, name = settings_of(context), configuration.name_of(channel)
    connector = configuration.connector(settings, channel, address, password=configuration.PASSWORD in os.environ)
    if show:
        typer.echo(json.dumps(connector, indent=2))
        return
    signal.signal(signal.SIGTERM, _interrupt)
    folder = home() / "connect" / name
    typer.echo(f"Starting Connect; its log is {folder / 'connect.log'}.", err=True)
    with running(name, folder, connector, lambda *where: configuration.worker(settings, *where)) as connect:
        table = configuration.table_of(channel)
        connect.wait(lambda: typer.echo(f"{name} writes to {table}; {connect.rest}/connectors/{name}/status", err=True))


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt
