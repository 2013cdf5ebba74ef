"""Where settings come from, and what is said of those that cannot be used."""

from pathlib import Path
from typing import get_args

import pytest

from pipeline.core.clean import Caution
from pipeline.runtime.config.settings import Clean, Settings, step_settings
from pipeline.runtime.config.sources import SettingsError, load_settings, variables


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "dateline.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def refuse(**arguments: object) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(**{"environ": {}, **arguments})  # type: ignore[arg-type]
    return str(caught.value)


def test_the_defaults_need_nothing() -> None:
    assert load_settings(environ={}) == Settings()


def test_the_environment_wins_over_the_file_and_options_over_both(tmp_path: Path) -> None:
    file = write(tmp_path, "broker: from-file:1\ngroup: from-file\npool:\n  processes: 3\n")
    environ = {"DATELINE_BROKER": "from-env:1", "DATELINE_POOL_PROCESSES": "2", "HOME": "/x"}
    found = load_settings(file, environ=environ, overrides={"broker": "from-option:1"})
    assert (found.broker, found.group, found.pool.processes) == ("from-option:1", "from-file", 2)


def test_the_file_can_be_named_by_the_environment(tmp_path: Path) -> None:
    file = write(tmp_path, "group: named\n")
    assert load_settings(environ={"DATELINE_CONFIG": str(file)}).group == "named"


def test_models_are_a_mapping_in_both_sources(tmp_path: Path) -> None:
    file = write(tmp_path, "extract:\n  models: {fr: fr_core_news_sm}\n")
    assert load_settings(file, environ={}).extract.models == {"fr": "fr_core_news_sm"}
    environ = {"DATELINE_EXTRACT_MODELS": "{fr: other}"}
    assert load_settings(file, environ=environ).extract.models == {"fr": "other"}


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "# nothing\n"), environ={}) == Settings()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("brokers: a\n", "unknown setting in {file}: brokers"),
        ("pool:\n  proceses: 2\n", "unknown setting in {file}: pool.proceses"),
        ("pool:\n  processes: many\n", "pool.processes in {file}: Input should be a valid integer"),
        ("pool: 3\n", "pool in {file}: must be a section, with its settings indented below it"),
        ("metrics:\n  sources: Reuters\n", "metrics.sources in {file}: must be a YAML list such as"),
        ("extract:\n  models: [fr]\n", "extract.models in {file}: must be a YAML mapping such as"),
        ("clean:\n  caution: wild\n", "clean.caution in {file}: Input should be 'cautious', 'balanced' or 'thorough'"),
        ("worker:\n  session_timeout: 3\n", "worker: heartbeat_interval must be below session_timeout"),
        ("- a\n", "{file} must hold settings by name, not a list"),
        ("a: [\n", "{file} is not valid YAML"),
        ("topics:\n  raw: same\n  clean: same\n", "two topics have the same name"),
        ("security:\n  protocol: SASL_SSL\n", "SASL_SSL needs username, and password or password_file"),
        ("security:\n  key_file: k.pem\n", "certificate_file and key_file go together"),
        ("clean:\n  max_cut_share: 2\n", "clean.max_cut_share in {file}"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_file(tmp_path: Path, text: str, words: str) -> None:
    file = write(tmp_path, text)
    assert words.format(file=file) in refuse(file=file)


@pytest.mark.parametrize(
    "broker", ["kafka://localhost:9092", "localhost:http", "localhost:99999", "localhost:0", "a:1,,b:2", "a b:1", "::1"]
)
def test_an_address_that_is_none_is_refused_before_anything_is_connected(broker: str) -> None:
    assert refuse(environ={"DATELINE_BROKER": broker}).startswith(
        "broker in DATELINE_BROKER: write addresses as host:port"
    )


@pytest.mark.parametrize("broker", ["localhost", "a.example:9092, b-1.example:9093", "10.0.0.1:1", "[::1]:9092"])
def test_addresses_are_hosts_with_ports(broker: str) -> None:
    assert load_settings(environ={"DATELINE_BROKER": broker}).broker == broker


def test_caution_is_what_the_cleaner_knows() -> None:
    assert get_args(Clean.model_fields["caution"].annotation) == tuple(Caution)


def test_an_unknown_variable_is_named_with_a_command_that_does_not_stumble_over_it() -> None:
    message = refuse(environ={"DATELINE_POL_PROCESSES": "1"})
    assert ("DATELINE_POL_PROCESSES" in message, "dateline config --default" in message) == (True, True)


def test_a_wrong_variable_is_named() -> None:
    assert "pool.processes in DATELINE_POOL_PROCESSES" in refuse(environ={"DATELINE_POOL_PROCESSES": "x"})


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "no.yaml") in refuse(file=tmp_path / "no.yaml")


def test_a_secret_never_shows() -> None:
    environ = {"DATELINE_SECURITY_PASSWORD": "hunter2", "DATELINE_SECURITY_USERNAME": "u"}
    found = load_settings(environ={**environ, "DATELINE_SECURITY_PROTOCOL": "SASL_SSL"})
    assert "hunter2" not in repr(found) + found.model_dump_json()
    assert "hunter2" not in refuse(environ={**environ, "DATELINE_SECURITY_PROTOCOL": "hunter2"})


def test_every_setting_has_its_own_variable_and_a_meaning() -> None:
    names = variables()
    assert len(set(names)) == len(set(names.values())) >= 50
    for path in names.values():
        section = Settings
        for part in path[:-1]:
            section = section.model_fields[part].annotation  # type: ignore[assignment]
        assert section.model_fields[path[-1]].description, path


def test_records_may_be_several_times_as_large_as_articles() -> None:
    limits = step_settings(Settings()).limits
    assert limits.output_bytes > 4 * limits.article_bytes


def test_what_the_steps_know_comes_from_the_settings() -> None:
    told = step_settings(
        Settings.model_validate(
            {
                "clean": {"caution": "thorough", "max_cut_share": 0.9},
                "extract": {
                    "model": "sm",
                    "models": {"fr": "fr_core_news_sm"},
                    "engine": "spacy",
                    "tuned": False,
                    "include_numbers": True,
                    "place_certainty": 0.9,
                },
            }
        )
    )
    assert (told.caution, told.max_cut_share, told.model, told.models) == (
        "thorough",
        0.9,
        "sm",
        {"fr": "fr_core_news_sm"},
    )
    assert (told.engine, told.tuned, told.include_numbers, told.place_certainty) == ("spacy", False, True, 0.9)
