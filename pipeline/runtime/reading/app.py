"""The Faust app: it reads, assigns partitions and runs the agents. It never commits; offsets belong to the lanes."""

from pathlib import Path
from typing import Any

import faust
from faust.types import TP

from pipeline.runtime.config.settings import Security, Settings
from pipeline.runtime.kafka.connection import password, ssl_context
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.reading.agents import add_agents
from pipeline.runtime.reading.positions import Positions
from pipeline.runtime.reading.transport import PatientTableManager, ReportFatal, install
from pipeline.runtime.system.logs import get_logger
from pipeline.runtime.telemetry.metrics import Metrics

# A leader that subscribed during an outage knows no partitions and assigns none until its metadata is refreshed.
_METADATA_MAX_AGE_MS = 5000


def build_app(
    settings: Settings, lanes: Lanes, metrics: Metrics, *, state: Path, report_fatal: ReportFatal
) -> faust.App:
    """Make the app; nothing is connected before it is started.

    `state` is a folder for Faust's own files; `report_fatal` is called, from any thread, when the worker must end.
    """
    worker = settings.worker
    app = faust.App(
        settings.group,
        broker=[f"kafka://{address.strip()}" for address in settings.broker.split(",")],
        broker_client_id=settings.client_id,
        broker_credentials=_credentials(settings.security),
        broker_session_timeout=worker.session_timeout,
        broker_heartbeat_interval=worker.heartbeat_interval,
        broker_request_timeout=max(worker.request_timeout, worker.session_timeout),
        consumer_metadata_max_age_ms=_METADATA_MAX_AGE_MS,
        # A reader that has nowhere to read asks (`Positions`), and never moves by itself.
        consumer_auto_offset_reset="none",
        stream_buffer_maxsize=worker.prefetch,
        broker_max_poll_records=worker.prefetch,
        stream_wait_empty=False,
        store="memory://",
        datadir=str(state),
        topic_disable_leader=True,
        topic_allow_declare=False,
        web_enabled=False,
        TableManager=PatientTableManager,
    )
    positions = Positions(app, lanes, metrics)
    install(app, report_fatal, lambda tp: lanes.full(tp.topic, tp.partition), positions.trouble)
    _connect(app, lanes, positions, metrics, revoke_grace=worker.session_timeout / 2)
    add_agents(app, lanes)
    return app


def _connect(app: faust.App, lanes: Lanes, positions: Positions, metrics: Metrics, *, revoke_grace: float) -> None:
    """Open lanes on assignment, close them on revocation, and let a lane move its reader back."""
    log = get_logger("dateline.app")

    async def on_assigned(_app: Any, assigned: set[TP], **_kwargs: Any) -> None:
        metrics.rebalances.inc()
        log.info("partitions assigned", partitions=_names(assigned))
        lanes.open(((tp.topic, tp.partition) for tp in assigned), positions.seek)
        metrics.lanes.set(len(lanes))

    async def on_revoked(_app: Any, revoked: set[TP], **_kwargs: Any) -> None:
        log.info("partitions revoked", partitions=_names(revoked))
        await lanes.close(revoke_grace)
        metrics.lanes.set(0)

    # Faust keeps only weak references to the receivers of its signals.
    app.on_partitions_assigned.connect(on_assigned, weak=False)
    app.on_partitions_revoked.connect(on_revoked, weak=False)


def _credentials(security: Security) -> Any:
    context = ssl_context(security) if security.protocol.endswith("SSL") else None
    if security.protocol.startswith("SASL"):
        return faust.SASLCredentials(
            username=security.username,
            password=password(security),
            mechanism=security.sasl_mechanism,
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context is not None else None


def _names(partitions: set[TP]) -> list[str]:
    return [f"{tp.topic}[{tp.partition}]" for tp in sorted(partitions)]
