"""Weights trained on top of a model that is installed: kept as small differences, put on when it is loaded.

A file holds the differences of the `ner` component's trained parameters from the base model's as float16, and the hash
of the parameters that they belong to. Another version of the model is left as it is.
"""

import hashlib
import io
from collections.abc import Iterator
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import Model

_NAME = "{lang}_{name}.tuned.npz"


def apply(nlp: Language) -> str | None:
    """Put the trained weights on a loaded model; returns their version, None when there are none for this model."""
    file = resources.files("pipeline.core.extract") / "weights" / _NAME.format(**nlp.meta)
    if not file.is_file():
        return None
    model = nlp.get_pipe("ner").model  # type: ignore[attr-defined]
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as stored:
        if str(stored["base"]) != fingerprint(model):
            return None
        for key, node, name in parameters(model):
            if key in stored:
                node.set_param(name, node.get_param(name) + stored[key].astype("f4"))
        return str(stored["version"])


def pack(model: Model[Any, Any], differences: dict[str, NDArray[np.float32]], version: str) -> bytes:
    """The file of weights to be put on `model`, whose parameters must still be the base model's."""
    buffer = io.BytesIO()
    halves = {key: value.astype("f2") for key, value in differences.items()}
    np.savez_compressed(buffer, base=np.array(fingerprint(model)), version=np.array(version), **halves)  # type: ignore[arg-type]
    return buffer.getvalue()


def parameters(model: Model[Any, Any]) -> Iterator[tuple[str, Model[Any, Any], str]]:
    """Every parameter of a network as (key, node, name); keys are stable for one architecture."""
    for place, node in enumerate(model.walk()):
        for name in sorted(node.param_names):
            if node.has_param(name):
                yield f"{place}:{name}", node, name


def fingerprint(model: Model[Any, Any]) -> str:
    """A hash of all parameters of a network."""
    digest = hashlib.sha256()
    for key, node, name in parameters(model):
        digest.update(key.encode())
        digest.update(np.ascontiguousarray(node.get_param(name)).tobytes())
    return digest.hexdigest()
