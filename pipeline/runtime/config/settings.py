"""Every setting, once: name, default, unit and meaning.

Later sources win: the defaults here, then a YAML file, then environment variables. A setting's variable is its
path in capitals with `DATELINE_` before it: `pool.processes` is `DATELINE_POOL_PROCESSES`. An unknown key in
either is an error that names it. `configs/dateline.yaml` is generated from this module (`dateline config --default`).
"""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, create_model, field_validator, model_validator

from pipeline.core.codec import Limits as CoreLimits
from pipeline.core.flow import Channel, Stage
from pipeline.core.steps.settings import StepSettings

MIB = 1024 * 1024
# What Kafka adds to a record that is sent alone: batch and record headers, our own headers, with room to spare.
_RECORD_OVERHEAD = 16 * 1024

Seconds = Annotated[float, Field(gt=0)]
Count = Annotated[int, Field(ge=1)]
TopicName = Annotated[str, Field(pattern=r"^[a-zA-Z0-9._-]{1,249}$")]


_ADDRESS = re.compile(r"(?:\[[0-9a-fA-F:.%]+\]|[^\s:/\[\]]+)(?::(?P<port>[0-9]{1,5}))?")


class Section(BaseModel):
    """A group of settings; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


if TYPE_CHECKING:
    _Names = Section
else:
    _Names = create_model(
        "_Names",
        __base__=Section,
        **{channel.value: (TopicName, Field(channel.topic, description=channel.holds)) for channel in Channel},
    )


class Topics(_Names):
    """What the topics are called and how `dateline topics create` makes them."""

    partitions: Count = Field(4, description="partitions of each topic; the bound on parallel lanes")
    replication_factor: Annotated[int, Field(ge=-1)] = Field(
        -1, description="-1: the broker's default; 3 in production"
    )
    min_insync_replicas: Count | None = Field(
        None, description="replicas that must have a record before it counts; null: the broker's default"
    )
    retention_hours: Count | None = Field(
        None, description="how long records are kept, read or not; null: the broker's default"
    )
    compression_type: Literal["producer", "uncompressed", "gzip", "snappy", "lz4", "zstd"] = Field(
        "producer", description="how the broker keeps them; producer: as they were sent"
    )
    record_timestamp: Literal["processed", "published"] = Field(
        "processed",
        description="of articles and mentions; published: that of the raw record, by which retention counts then",
    )
    max_message_bytes: Count = Field(
        16 * MIB, description="of each topic; twice limits.page_bytes, several times limits.article_bytes"
    )

    @model_validator(mode="after")
    def _distinct(self) -> "Topics":
        names = list(self.names.values())
        if len(set(names)) != len(names):
            raise ValueError(f"two topics have the same name: {', '.join(names)}")
        return self

    def __getitem__(self, channel: Channel) -> str:
        """What a channel's topic is called."""
        name: str = getattr(self, channel.value)
        return name

    @property
    def names(self) -> dict[Channel, str]:
        """What each channel's topic is called, in the order of the flow."""
        return {channel: self[channel] for channel in Channel}


class Limits(Section):
    """What an article may be before it becomes a dead letter."""

    article_bytes: Count = Field(2 * MIB, description="largest message on the raw topic that holds plain text")
    page_bytes: Count = Field(8 * MIB, description="largest page; a message may hold it in base64, a third larger")
    depth: Annotated[int, Field(ge=2, le=200)] = Field(32, description="nesting of the JSON, metadata included")


class Security(Section):
    """How to reach the broker. Secrets come from the environment or from files and are never printed."""

    protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        "PLAINTEXT", description="PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL"
    )
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field(
        "PLAIN", description="PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512"
    )
    username: str | None = Field(None, description="for SASL")
    password: SecretStr | None = Field(None, description="set it by DATELINE_SECURITY_PASSWORD, not in a file")
    password_file: Path | None = Field(None, description="a file that holds the password")
    ca_file: Path | None = Field(None, description="PEM; without one the system's authorities are trusted")
    certificate_file: Path | None = Field(None, description="PEM, for mutual TLS")
    key_file: Path | None = Field(None, description="PEM, for mutual TLS")
    key_password_file: Path | None = Field(None, description="a file that holds the key's password")

    @model_validator(mode="after")
    def _complete(self) -> "Security":
        if self.protocol.startswith("SASL") and (
            self.username is None or (self.password is None and self.password_file is None)
        ):
            raise ValueError(f"{self.protocol} needs username, and password or password_file")
        if (self.certificate_file is None) != (self.key_file is None):
            raise ValueError("certificate_file and key_file go together")
        return self


class Worker(Section):
    """How a worker moves batches. Times in seconds."""

    batch_size: Count = Field(32, description="most articles that go to the pool together")
    batch_wait: Seconds = Field(0.02, description="how long a lane waits for a batch to fill")
    batches_in_flight: Count = Field(
        3, description="batches a lane keeps in the pool at a time, and most in one transaction"
    )
    prefetch: Count = Field(256, description="articles read ahead for each topic, and read at a time")
    transaction_timeout: Seconds = Field(60.0, description="an outage longer than this ends the worker, cleanly")
    session_timeout: Seconds = Field(10.0, description="a worker unheard of for so long loses its partitions")
    heartbeat_interval: Seconds = Field(3.0, description="a third of session_timeout")
    request_timeout: Seconds = Field(30.0, description="for one request to the broker")
    retry_backoff: Seconds = Field(
        0.01, description="between tries of a request; short, since commits answer 'not yet' at first"
    )
    broker_wait: Seconds = Field(60.0, description="how long to wait for a broker or a first offset at start")
    drain_timeout: Seconds = Field(30.0, description="after SIGTERM, time to finish what was begun")
    stall_timeout: Seconds = Field(60.0, description="with work waiting and no progress for so long, the worker exits")
    restart_backoff_max: Seconds = Field(30.0, description="longest pause before the supervisor starts a worker again")

    @model_validator(mode="after")
    def _heard_in_time(self) -> "Worker":
        if self.heartbeat_interval >= self.session_timeout:
            raise ValueError("heartbeat_interval must be below session_timeout, best a third of it")
        return self


class Pool(Section):
    """The processes that clean and extract."""

    processes: Annotated[int, Field(ge=0)] = Field(0, description="0: one for each core")
    article_timeout: Seconds = Field(
        20.0, description="seconds for one article; a batch gets as much for each of its own"
    )
    tasks_per_process: Annotated[int, Field(ge=0)] = Field(
        10_000, description="batches before a process is renewed; 0: never"
    )
    memory_mib: Annotated[int, Field(ge=0)] = Field(3072, description="most memory of one process; 0: no limit")


class Clean(Section):
    """How boilerplate is cut."""

    caution: Literal["cautious", "balanced", "thorough"] = Field(
        "balanced", description="cautious (cut less), balanced or thorough (cut more)"
    )
    max_cut_share: Annotated[float, Field(gt=0, le=1)] = Field(
        0.8, description="a larger cut of an article's words is marked large_cut"
    )


class Learn(Section):
    """What recurs in a source: learned while articles flow, and removed."""

    enabled: bool = Field(True, description="false: nothing is counted, and nothing learned is used")
    sources: Count = Field(10_000, description="most sources that a lane counts; the least recently seen give way")
    lines: Count = Field(2048, description="most lines of a source that were seen once; the oldest give way")
    recount: Annotated[int, Field(ge=0)] = Field(
        20_000, description="articles a lane counts again when it opens, since what it had counted is not kept"
    )


class Extract(Section):
    """How entities are found."""

    model: str = Field("auto", description="md, sm, a package's name; auto: the best one installed")
    models: dict[str, str] = Field(
        default_factory=dict, description="models for other languages, such as {fr: fr_core_news_sm}"
    )
    engine: Literal["auto", "fast", "spacy"] = Field("auto", description="fast: same entities, several times the speed")
    tuned: bool = Field(True, description="add the weights trained on news that Dateline brings for md 3.7.1")
    include_numbers: bool = Field(False, description="keep dates, money, quantities and other numbers as entities")
    place_certainty: float = Field(
        0.3,
        ge=0,
        le=1,
        description="a place less certain than this keeps its country and gets no coordinates (0: all get them)",
    )


class Web(Section):
    """The web port of a worker or a sink: metrics, health and the worker's live page."""

    enabled: bool = Field(True, description="false: no web port at all")
    host: str = Field("127.0.0.1", description="0.0.0.0 to be reached from outside")
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        6066, description="the next free port is taken when it is in use"
    )
    sink_port: Annotated[int, Field(ge=0, le=65535)] = Field(
        6096, description="the same of `dateline sink`, which has metrics and health there"
    )
    live: bool = Field(True, description="the live page, which shows the articles as they are processed")


class MetricLabels(Section):
    """What the metrics tell apart."""

    sources: tuple[str, ...] = Field(
        (), max_length=200, description="sources counted by name, such as [Reuters, AFP]; the rest are counted as other"
    )


class Logs(Section):
    """What is logged and how."""

    level: Literal["debug", "info", "warning", "error"] = Field("info", description="debug, info, warning or error")
    format: Literal["auto", "console", "json"] = Field("auto", description="auto: console on a terminal, else json")


class Tracing(Section):
    """OpenTelemetry spans; needs the extra `tracing`."""

    enabled: bool = Field(False, description="one span a stage and batch, and one for each published article")
    endpoint: str = Field("http://localhost:4318/v1/traces", description="where a collector takes OTLP over HTTP")


class Settings(Section):
    """All settings."""

    broker: str = Field("localhost:9092", min_length=1, description="bootstrap servers, comma separated")
    group: TopicName = Field("dateline", description="consumer group, and the prefix of transactional ids")
    client_id: Annotated[str, Field(pattern=r"^[a-zA-Z0-9._-]{1,249}$")] = Field(
        "dateline", description="the name the broker knows every client by, in its quotas and logs"
    )
    compression: Literal["none", "gzip", "snappy", "lz4", "zstd"] = Field(
        "none", description="of what `dateline publish` and workers send: none, gzip, snappy, lz4 or zstd"
    )
    topics: Topics = Topics()
    limits: Limits = Limits()
    security: Security = Security()
    worker: Worker = Worker()
    pool: Pool = Pool()
    clean: Clean = Clean()
    learn: Learn = Learn()
    extract: Extract = Extract()
    web: Web = Web()
    metrics: MetricLabels = MetricLabels()
    logs: Logs = Logs()
    tracing: Tracing = Tracing()

    @field_validator("broker")
    @classmethod
    def _addresses(cls, broker: str) -> str:
        for address in broker.split(","):
            found = _ADDRESS.fullmatch(address.strip())
            if found is None or not 0 < int(found["port"] or 9092) < 65536:
                raise ValueError("write addresses as host:port, several with commas between, without kafka://")
        return broker

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that a worker runs."""
        return tuple(stage for stage in Stage if stage is not Stage.LEARN or self.learn.enabled)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels that a worker reads or writes."""
        off = () if self.learn.enabled else (Channel.SIGHTINGS, Channel.RECURRING)
        return tuple(channel for channel in Channel if channel not in off)

    @property
    def processes(self) -> int:
        """Pool processes, with 0 resolved to the cores this process may use."""
        return self.pool.processes or _cores()


def _cores() -> int:
    """Cores this process may use; not every system can tell, then all of them."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def step_settings(settings: Settings) -> StepSettings:
    """What of the settings the core's steps want to know."""
    return StepSettings(
        limits=CoreLimits(
            article_bytes=settings.limits.article_bytes,
            page_bytes=settings.limits.page_bytes,
            depth=settings.limits.depth,
            output_bytes=max(1, settings.topics.max_message_bytes - _RECORD_OVERHEAD),
        ),
        caution=settings.clean.caution,
        max_cut_share=settings.clean.max_cut_share,
        model=settings.extract.model,
        models=settings.extract.models,
        engine=settings.extract.engine,
        tuned=settings.extract.tuned,
        include_numbers=settings.extract.include_numbers,
        place_certainty=settings.extract.place_certainty,
        learn=settings.learn.enabled,
    )
