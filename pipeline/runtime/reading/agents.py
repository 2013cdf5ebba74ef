"""The agents: one for each stage, each moving what it reads into the lanes."""

from typing import Any

import faust

from pipeline.runtime.lanes.lanes import Lanes


def add_agents(app: faust.App, lanes: Lanes) -> None:
    """Give `app` an agent for each input topic. Their topics are never acknowledged: Faust must not commit."""
    for name, stage in lanes.input_topics.items():
        topic = app.topic(name, key_serializer="raw", value_serializer="raw", acks=False)
        app.agent(topic, name=stage.value)(_mover(lanes))


def _mover(lanes: Lanes) -> Any:
    async def move(stream: Any) -> None:
        async for event in stream.events():
            lanes.route(event.message)

    return move
