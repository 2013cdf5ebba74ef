"""`dateline lines` on a real broker."""

import json
import subprocess
import sys

import pytest

from pipeline.core.flow import Channel
from pipeline.core.learn.known import encoded
from pipeline.core.learn.lines import key_of
from pipeline.core.records import LearnedLine
from pipeline.runtime.config.settings import Settings
from tests.support.kafka import environment, make_topics, publish

BANNER = "Harbour Letter: 12 new stories"


def lines(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "lines", *arguments],
        env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "COLUMNS": "120", **environment(settings)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def verdicts(settings: Settings, source: str) -> dict[tuple[str, str], str]:
    found = map(json.loads, lines(settings, source, "--json").stdout.splitlines())
    return {(line["line"], line["kind"]): line["verdict"] for line in found}


@pytest.fixture
async def learned(settings: Settings) -> Settings:
    await make_topics(settings)
    line = LearnedLine(
        source="Courier", line=key_of(BANNER), kind="recurring", verdict="recurring", seen=4, of=5, text=BANNER
    )
    await publish(settings, [encoded(line), encoded(line.model_copy(update={"seen": 8, "of": 9}))], Channel.RECURRING)
    return settings


async def test_what_was_learned_is_shown_with_its_evidence_and_can_be_overruled(learned: Settings) -> None:
    shown = lines(learned, "Courier")
    assert shown.returncode == 0, shown.stderr
    assert "8 of 9" in shown.stdout
    assert BANNER in shown.stdout
    assert "Courier" in lines(learned).stdout
    key = key_of(BANNER)
    # A number that differs makes no other line.
    assert lines(learned, "keep", "Courier", "Harbour Letter: 3 new stories").returncode == 0
    assert verdicts(learned, "Courier") == {(key, "recurring"): "recurring", (key, "ruling"): "keep"}
    assert lines(learned, "drop", "Courier", BANNER).returncode == 0
    assert verdicts(learned, "Courier")[key, "ruling"] == "drop"
    assert lines(learned, "forget", "Courier", BANNER).returncode == 0
    assert verdicts(learned, "Courier") == {}


async def test_what_a_person_can_get_wrong_is_said_in_one_line(settings: Settings) -> None:
    missing = lines(settings, "Courier")
    assert missing.returncode == 4
    assert "dateline topics create" in missing.stderr
    await make_topics(settings)
    nothing = lines(settings, "forget", "Courier")
    assert nothing.returncode == 1
    assert "nothing is known of Courier" in nothing.stderr
    assert lines(settings, "keep", "Courier", "  ").returncode == 2
    assert "No lines of Courier are known" in lines(settings, "show", "Courier").stderr
