"""Which model is meant by a name, and what is said when it is not there."""

import pytest

from pipeline.core.extract import Extractor, ExtractSettings, ModelNotFoundError
from pipeline.core.extract.model import choice as models


@pytest.mark.parametrize("name", ["sm", "en_core_web_sm", "en-core-web-sm"])
def test_every_name_of_a_model_leads_to_it(name: str) -> None:
    assert models.resolve(name) == models.resolve("sm")


def test_auto_is_the_best_that_is_installed() -> None:
    assert models.resolve("auto") == models.resolve("md")


def test_auto_takes_the_next_best(monkeypatch: pytest.MonkeyPatch) -> None:
    small, installed = models.resolve("sm"), models._folder
    monkeypatch.setattr(models, "_folder", lambda name: None if name == "en_core_web_md" else installed(name))
    assert models.resolve("auto") == small


def test_without_any_english_model_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_folder", lambda name: None)
    with pytest.raises(ModelNotFoundError, match="pip install"):
        models.resolve("auto")


def test_a_missing_model_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelNotFoundError, match=r"xx_no_such_model.*nstall"):
        Extractor.load(ExtractSettings(model="xx_no_such_model"))
    with pytest.raises(ModelNotFoundError, match="de_core_news_sm"):
        Extractor.load(ExtractSettings(model="sm", models={"de": "de_core_news_sm"}))


def test_only_what_entities_need_is_loaded() -> None:
    assert models.load("sm").nlp.pipe_names == ["ner"]


def test_a_model_says_its_name_and_version() -> None:
    component = models.load("sm", tuned=False).component
    assert component.name.startswith("en_core_web_sm")
    assert component.settings == {}
    assert component.version.count(".") == 2


def test_all_of_the_models_labels_survive_tuning() -> None:
    plain, tuned = models.load("md", tuned=False).nlp, models.load("md").nlp
    assert plain.get_pipe("ner").labels == tuned.get_pipe("ner").labels
