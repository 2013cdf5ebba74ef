"""Scenarios run on a broker of their own each. Those marked `chaos` take minutes and run by `make chaos` only."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.tools.broker import LocalBroker
from tests.chaos.table import CACHE, cluster_lines, lines
from tests.support.chaos import Row, Scene, chaos_settings, rows_as_json

_ROWS = pytest.StashKey[dict[str, Row]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long scenarios out, unless markers were chosen by -m."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.broker)
            # The machine may be busy, and nothing here is about speed.
            long = item.get_closest_marker("chaos") or item.get_closest_marker("cluster")
            item.add_marker(pytest.mark.timeout(1800 if long else 300))
    if config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("chaos")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[LocalBroker]:
    """A running broker that belongs to the scenario alone."""
    local = LocalBroker(tmp_path / "broker")
    local.start()
    try:
        yield local
    finally:
        if local.running:
            local.thaw()
        local.stop()


@pytest.fixture
def row(request: pytest.FixtureRequest) -> Row:
    """This scenario's line in the report."""
    rows = request.config.stash.setdefault(_ROWS, {})
    name = request.node.name
    title = getattr(request.node, "originalname", name).removeprefix("test_").replace("_", " ")
    return rows.setdefault(name, Row(title, request.node.nodeid))


@pytest.fixture
def scene(broker: LocalBroker, tmp_path: Path, row: Row) -> Callable[..., Scene]:
    """Makes the scene, with settings by dotted paths."""

    def make(**overrides: Any) -> Scene:
        return Scene(broker, chaos_settings(broker, **overrides), tmp_path, row)

    return make


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table of what ran, and a copy for `python -m tests.chaos.table`."""
    rows = config.stash.get(_ROWS, {})
    finished = {name: row for name, row in rows.items() if row.articles}
    if not finished or config.cache is None:
        return
    kept = config.cache.get(CACHE, {}) | rows_as_json(finished)
    config.cache.set(CACHE, kept)
    terminalreporter.section("chaos")
    ran = rows_as_json(finished)
    for line in (*lines(ran), *cluster_lines(ran)):
        terminalreporter.write_line(line)


def pytest_report_header() -> str:
    """Where the load comes from, in the log of a run."""
    return f"load before the run: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
