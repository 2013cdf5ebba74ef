"""A real broker for the whole session, and settings of its own for each test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.runtime.config.settings import Settings
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import unique_settings
from tests.support.postgres import running_postgres


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that asks for a broker carries the marker `broker`."""
    for item in items:
        if {"broker", "local_broker"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.broker)


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The bootstrap address of a broker: the one DATELINE_TEST_BROKER names, or one of the suite's own."""
    given = os.environ.get("DATELINE_TEST_BROKER")
    if given:
        yield given
        return
    with _started(tmp_path_factory.mktemp("broker")) as local:
        yield local.bootstrap or ""


@pytest.fixture
def local_broker(tmp_path: Path) -> Iterator[LocalBroker]:
    """A running broker that the test alone may stop, kill and freeze."""
    with _started(tmp_path / "broker") as local:
        yield local


@pytest.fixture
def settings(broker: str) -> Settings:
    """Settings with topics and a group that no other test uses; the topics do not exist yet."""
    return unique_settings(broker)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL of the suite's own; skips where none is installed."""
    with running_postgres(tmp_path_factory.mktemp("pg")) as address:
        yield address


class _started:  # noqa: N801 (reads as the verb it is)
    def __init__(self, data: Path) -> None:
        self._local = LocalBroker(data)

    def __enter__(self) -> LocalBroker:
        self._local.start()
        return self._local

    def __exit__(self, *_: object) -> None:
        self._local.thaw() if self._local.running else None
        self._local.stop()
