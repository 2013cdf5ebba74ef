import re
import socket
from pathlib import Path

import pytest

from pipeline.tools.broker import jars, process
from pipeline.tools.broker.ports import FIRST, LAST, free_port, is_free
from pipeline.tools.broker.process import new_cluster_id
from pipeline.tools.home import home


def test_every_jar_is_pinned_by_size_and_checksum() -> None:
    pinned = jars.pinned()
    assert len(pinned) > 40
    assert len({jar.file_name for jar in pinned}) == len(pinned)
    for jar in pinned:
        assert re.fullmatch(r"[\w.-]+:[\w.-]+:[\w.-]+", jar.coordinate)
        assert re.fullmatch(r"[0-9a-f]{64}", jar.sha256)
        assert jar.size > 0


def test_all_of_kafka_is_of_one_version() -> None:
    versions = {
        jar.coordinate.rpartition(":")[2] for jar in jars.pinned() if jar.coordinate.startswith("org.apache.kafka:")
    }
    assert versions == {jars.KAFKA_VERSION}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DATELINE_HOME": "/data/dateline"}, "/data/dateline"),
        ({"XDG_DATA_HOME": "/xdg"}, "/xdg/dateline"),
        ({"XDG_DATA_HOME": "relative"}, "HOME/.local/share/dateline"),
        ({}, "HOME/.local/share/dateline"),
    ],
)
def test_the_data_folder_follows_the_environment(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    assert home(environment) == Path(expected.replace("HOME", "/home/somebody"))


def test_free_ports_lie_below_the_ephemeral_range() -> None:
    found = {free_port() for _ in range(50)}
    assert all(FIRST <= port <= LAST < 32_768 for port in found)
    assert len(found) > 40


def test_a_preferred_port_is_taken_only_when_it_is_free() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        assert not is_free(port)
        assert free_port(preferred=port) != port
    assert free_port(preferred=FIRST, taken={FIRST}) != FIRST


def test_a_port_where_nobody_or_somebody_else_listens_has_no_kafka() -> None:
    assert not process.answers(1)
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        assert not process.answers(server.getsockname()[1], timeout=0.2)


def test_a_cluster_id_is_never_taken_for_an_option() -> None:
    drawn = [new_cluster_id() for _ in range(2000)]  # one in 64 random ids begins with a dash
    assert not any(one.startswith("-") for one in drawn)
    assert {len(one) for one in drawn} == {22}
