"""A worker's live page without a broker: the real steps, the real web server, batches handed over by hand."""

import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from aiokafka import TopicPartition
from prometheus_client import CollectorRegistry

from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Message, Outcome
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.health.health import Health
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.lanes.messages import Committed, Incoming
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.pool.process import Plan
from pipeline.runtime.telemetry.metrics import Metrics
from pipeline.runtime.web.live import Live
from pipeline.runtime.web.server import WebServer


@cache
def steps() -> Steps:
    """Both steps with the small model, loaded once."""
    return Steps(StepSettings(model="sm"))


class Server:
    """The web server, and what it is fed."""

    def __init__(self, settings: Settings) -> None:
        pool = Pool(Plan(StepSettings(), (), 0), processes=1, article_timeout=1, batches_per_process=0)
        lanes = Lanes(settings, pool, worker="test", on_commit=lambda _: None, on_failure=lambda _: None)
        self.health = Health(pool, lanes, settings.worker.stall_timeout)
        self.live = Live(self.health)
        self.web = WebServer(settings.web, Metrics(CollectorRegistry()), self.health, self.live)
        self.address = ""

    def process(self, *articles: dict[str, Any] | bytes) -> None:
        """Take articles through both steps, as two lanes would, and hand the committed batches over."""
        raw = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in articles]
        clean = self._commit(Stage.CLEAN, raw)
        if done := [outcome.outputs[0].value for outcome in clean if isinstance(outcome, Done)]:
            self._commit(Stage.EXTRACT, done)

    def _commit(self, stage: Stage, values: Sequence[bytes]) -> list[Outcome]:
        outcomes = steps().run(stage, [Message(None, value) for value in values])
        self.hand_over(stage, values, outcomes)
        return outcomes

    def hand_over(self, stage: Stage, values: Sequence[bytes], outcomes: Sequence[Outcome]) -> None:
        """A committed batch."""
        batch = [Incoming(n, n, None, value, time.time() - 0.25, ()) for n, value in enumerate(values)]
        source = TopicPartition("articles.raw", 0)
        self.live.committed(Committed(stage, source, batch, outcomes, waited=0.0, worked=0.1, committing=0.01))

    def dead(self, article: bytes) -> Dead:
        """The dead letter of an article, which is not handed over."""
        (outcome,) = steps().run(Stage.CLEAN, [Message(None, article)])
        assert isinstance(outcome, Dead)
        return outcome


@asynccontextmanager
async def live_server(**web: Any) -> AsyncIterator[Server]:
    """A server on a free loopback port."""
    settings = Settings.model_validate({"web": {"port": 0, **web}})
    server = Server(settings)
    server.address = await server.web.start()
    try:
        yield server
    finally:
        await server.web.stop()
