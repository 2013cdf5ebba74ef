"""`dateline show` on a real broker: an article that was enriched, one that died, one on its way, one that never was."""

import json
import os
import subprocess
import sys
from pathlib import Path

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from tests.integration.test_flow import small
from tests.support.articles import article_bytes
from tests.support.kafka import environment, make_topics, publish, read_committed
from tests.support.worker import running_worker


def run(settings: Settings, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pipeline", *arguments]
    variables = {**os.environ, **environment(settings), "COLUMNS": "160"}
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False, timeout=120)


async def test_what_became_of_an_article(broker: str, tmp_path: Path) -> None:
    settings = small(broker)
    await make_topics(settings)
    with running_worker(settings, tmp_path) as worker:
        await publish(settings, [article_bytes(id="one", source="Harbour Gazette"), b'{"id": "two"}'])
        await read_committed(settings, Channel.ENRICHED, 1)
        await read_committed(settings, Channel.DEAD, 1)
        assert worker.stop() == 0
    await publish(settings, [(b"three", article_bytes(id="three"))])

    enriched = run(settings, "show", "one")
    assert enriched.returncode == 0, enriched.stderr
    for channel in ("raw", "clean", "enriched"):
        assert f"\n{channel} " in "\n" + enriched.stdout
    assert "related_headline" in enriched.stdout

    two = run(settings, "show", "two", "--json")
    assert two.returncode == 0, two.stderr
    died = json.loads(two.stdout)
    assert set(died) == {"raw", "dead"}
    assert died["raw"]["value"] == {"id": "two"}
    assert died["dead"]["value"]["reason"] == "missing_content"
    assert died["dead"]["headers"]["dateline-source-offset"] == str(died["raw"]["offset"])

    waiting = run(settings, "show", "three")
    assert (waiting.returncode, "On its way: raw" in waiting.stdout) == (0, True), waiting.stderr
    nowhere = run(settings, "show", "four")
    assert (nowhere.returncode, "no record of four" in nowhere.stderr) == (1, True)

    tailed = run(settings, "tail", "--from-beginning", "--timeout", "3", "--json", "--source", "harbour gazette")
    assert [json.loads(line)["id"] for line in tailed.stdout.splitlines()] == ["one"]
    assert not run(settings, "tail", "--from-beginning", "--timeout", "3", "--json", "--grep", "no such word").stdout
