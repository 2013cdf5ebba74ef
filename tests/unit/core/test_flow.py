"""The flow is declared once: a stage is a row, a step and a record; an output topic is a row."""

import subprocess
import sys
from pathlib import Path

from pipeline.core.flow import Channel, Stage, inputs, way

ROOT = Path(__file__).parents[3]


def test_a_new_stage_and_a_new_topic_are_known_everywhere_by_their_rows() -> None:
    """In a process of its own, where two rows were added to the declaration before anything was imported."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.support.toy"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert run.stdout == "the toys flow\n", run.stderr


def test_an_article_goes_from_raw_to_enriched() -> None:
    assert way() == (Stage.CLEAN, Stage.EXTRACT)
    assert inputs() == (Channel.RAW, Channel.CLEAN, Channel.SIGHTINGS)


def test_every_channel_but_the_publishers_is_written_by_a_stage() -> None:
    assert [channel for channel in Channel if not channel.written] == [Channel.RAW]
    assert len({channel.topic for channel in Channel}) == len(Channel)
