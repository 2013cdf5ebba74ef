"""A stage and an output topic that Dateline has not: one row each, put into `core/flow.py` as it is imported.

`python -m tests.support.toy` checks everything that knows the flow, in a process of its own.
"""

import importlib.util
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import orjson
from aiokafka import TopicPartition

CHANNEL_ROW = '    TOY = ("toy", "articles.toy", CleanArticle, "The article\'s id.", "toys", "A toy of an article.")\n'
STAGE_ROW = '    PLAY = ("play", Channel.ENRICHED, (Channel.TOY,), "tests.support.toy:PlayStep", "Plays.")\n'
ROWS_END = "    # fmt: on\n"


def _flow_with_toys() -> ModuleType:
    """`pipeline.core.flow` with a row more for a channel, and one for a stage."""
    spec = importlib.util.find_spec("pipeline.core.flow")
    assert spec is not None
    assert spec.origin is not None
    channels, stages, rest = Path(spec.origin).read_text(encoding="utf-8").split(ROWS_END)
    source = channels + CHANNEL_ROW + ROWS_END + stages + STAGE_ROW + ROWS_END + rest
    flow = importlib.util.module_from_spec(spec)
    sys.modules["pipeline.core.flow"] = flow
    exec(compile(source, spec.origin, "exec"), flow.__dict__)
    return flow


def _define() -> None:
    """Define the toy's step in this module, where its row says it is."""
    from pipeline.core.flow import Channel, Stage
    from pipeline.core.outcome import Message, Outcome, Output
    from pipeline.core.steps.step import Step

    class PlayStep(Step):
        """Hands an article on as it is, and calls the second of a batch too large for its topic."""

        stage = Stage["PLAY"]

        def run(self, messages: Sequence[Message]) -> list[Outcome]:
            outcomes, articles = self.decode(messages, orjson.loads)
            for number, article in articles.items():
                output = Output(Channel["TOY"], article["id"].encode(), orjson.dumps(article))
                outcomes[number] = self.done(messages[number], article["id"], (output,), {})
            return [outcomes[number] for number in range(len(messages))]

    sys.modules["tests.support.toy"].PlayStep = PlayStep  # type: ignore[attr-defined]


def check() -> None:
    """Everything that asks what flows knows the toys."""
    flow = _flow_with_toys()
    play, toy = flow.Stage["PLAY"], flow.Channel["TOY"]
    sys.modules.setdefault("tests.support.toy", sys.modules["__main__"])
    _define()
    _check_steps(play, toy)
    _check_runtime(play, toy)
    _check_tools(play, toy)


def _check_steps(play: object, toy: object) -> None:
    steps_module = import_module("pipeline.core.steps.run")
    outcome = import_module("pipeline.core.outcome")
    settings = import_module("pipeline.core.steps.settings").StepSettings(model="sm")
    steps = steps_module.Steps(settings)
    message = outcome.Message(b"k", b'{"id": "a", "text": "Rain fell on Geneva."}')
    for stage in import_module("pipeline.core.flow").way():
        (done,) = steps.run(stage, [message])
        assert isinstance(done, outcome.Done), done
        message = outcome.Message(done.outputs[0].key, done.outputs[0].value)
    assert done.outputs[0].channel is toy
    assert outcome.ends(play, done)
    assert not outcome.ends(import_module("pipeline.core.flow").Stage.EXTRACT, done)
    (tombstone,) = steps.run(play, [outcome.Message(b"k", None)])
    assert isinstance(tombstone, outcome.Dropped)
    (bad,) = steps.run(play, [outcome.Message(b"k", b"no JSON")])
    assert isinstance(bad, outcome.Dead)
    assert orjson.loads(bad.outputs[0].value)["stage"] == "play"


def _check_runtime(play: object, toy: object) -> None:
    settings = import_module("pipeline.runtime.config.settings").Settings()
    assert settings.topics.names[toy] == "articles.toy"
    renamed = import_module("pipeline.runtime.config.sources").load_settings(environ={"DATELINE_TOPICS_TOY": "mine"})
    assert renamed.topics[toy] == "mine"
    lanes = import_module("pipeline.runtime.lanes.lanes").Lanes(
        settings, None, worker="w", on_commit=print, on_failure=print
    )
    assert lanes.input_topics["articles.enriched"] is play
    provenance = import_module("pipeline.runtime.lanes.provenance").Provenance(settings.topics, "w")
    outcome = import_module("pipeline.core.outcome")
    lane = type("Lane", (), {"source": TopicPartition("articles.enriched", 0), "stage": play})
    incoming = import_module("pipeline.runtime.lanes.messages").Incoming(0, 0, b"k", b"v", 1.0, ())
    done = outcome.Done((outcome.Output(toy, b"k", b"v"),))
    (record,) = provenance.records(lane, [incoming], [done])
    assert record.topic == "articles.toy"
    registry = import_module("prometheus_client").CollectorRegistry()
    import_module("pipeline.runtime.telemetry.metrics").Metrics(registry, ())
    assert registry.get_sample_value("dateline_articles_total", {"stage": "play", "outcome": "done"}) == 0
    assert registry.get_sample_value("dateline_records_sent_total", {"channel": "toy"}) == 0


def _check_tools(play: object, toy: object) -> None:
    document = import_module("pipeline.tools.asyncapi").document()
    assert document["channels"]["toy"]["address"] == "articles.toy"
    assert document["operations"]["send_toy"]["action"] == "send"
    assert document["operations"]["receive_enriched"]["summary"] == "Plays."
    assert b"## articles.toy" in import_module("pipeline.tools.schemas").described()
    assert "toy.schema.json" in dict(import_module("pipeline.tools.schemas").generate())
    doctor = import_module("pipeline.tools.doctor.broker")
    assert {right.name for right in doctor._NEEDED[toy]} == {"WRITE"}
    assert play in import_module("pipeline.tools.process.command")._STAGES["all"]
    assert toy in import_module("pipeline.tools.tail.command")._FOLLOWED.values()
    assert import_module("pipeline.tools.render").record(toy, {"id": "a"}) is not None


if __name__ == "__main__":
    check()
    print("the toys flow")
