"""The examples do what they say, as a newcomer would run them."""

import subprocess
import sys
from pathlib import Path

from tests.integration.test_flow import small
from tests.support.kafka import make_topics
from tests.support.worker import running_worker

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(name: str, *arguments: str) -> str:
    command = [sys.executable, str(EXAMPLES / name), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def test_cleaning_and_extracting_without_kafka() -> None:
    shown = run("clean_and_extract.py")
    assert "- 'Share this article': share_or_follow" in shown
    assert "Related stories" not in shown.split("- '")[0]
    assert "PERSON   Ivo Horvat" in shown


async def test_what_is_published_is_consumed_enriched(broker: str, tmp_path: Path) -> None:
    settings = small(broker)
    await make_topics(settings)
    with running_worker(settings, tmp_path) as worker:
        published = run("publisher.py", "--broker", broker, "--topic", settings.topics.raw)
        shown = run("consumer.py", "--broker", broker, "--topic", settings.topics.enriched, "--count", "2")
        assert worker.stop() == 0
    assert published.count(f"is at {settings.topics.raw}[") == 2
    assert "Anna Lindqvist (PERSON)" in shown
    assert "tern-2: Malmo opens its tidal pool" in shown
