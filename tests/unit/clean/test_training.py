"""The packaged weights are what training makes of the data that NOTICE names."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("lightgbm", reason="training needs the extra 'train'")

from training.cleaner_data import trainable, without_furniture
from training.interrupt import interrupt
from training.recombine import recombine
from training.train_cleaner import SiteCounts, fingerprint, right_places, train, write

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "eval"
WEIGHTS = json.loads((ROOT / "pipeline/core/clean/weights/cleaner.json").read_bytes())


def document(number: int, language: str = "en") -> dict[str, Any]:
    """A page of its own site: six paragraphs, then a list of other articles."""
    body = [f"The council of town {number} met on day {day} and said nothing new about the mole." for day in range(6)]
    tail = [f"Harbour News of Town {number}", f"Ferry {number} Sails at Noon", f"More {number} From the Council"]
    told = [(text, "keep") for text in body] + [(text, "drop") for text in tail]
    return {
        "id": f"page-{number}", "domain": f"town-{number}.example", "language": language, "variant": "full",
        "genre": "news", "lines": [{"text": text, "label": label} for text, label in told],
    }  # fmt: skip


def test_right_places_lie_between_article_and_boilerplate() -> None:
    assert np.flatnonzero(right_places(np.array([-1, 0, 0, -1, 1, 1]))).tolist() == [3, 4]
    assert np.flatnonzero(right_places(np.array([0, 0]))).tolist() == [2]
    assert np.flatnonzero(right_places(np.array([0, 1, 0, 1]))).tolist() == [3]


def test_furniture_is_taken_out() -> None:
    page = document(1)
    page["lines"][2:2] = [{"text": "Advertisement", "label": "drop"}]
    assert without_furniture(page) == document(1)


def test_made_documents_name_the_sites_they_are_made_of() -> None:
    pages = [document(number) for number in range(30)]
    made = [*recombine(pages, 1), *interrupt(pages, 1)]
    assert len(made) >= 30
    for one in made:
        towns = {f"town-{word}.example" for line in one["lines"] for word in line["text"].split() if word.isdigit()}
        assert {town for town in towns if town in {page["domain"] for page in pages}}
        assert one["language"] == "en"
        assert one["domain"] not in one["sites"] or len(one["sites"]) > 0


def test_blocks_are_put_into_articles_of_their_own_language() -> None:
    made = interrupt([document(1), document(2, "de")], 1)
    assert [(one["language"], one["sites"]) for one in made] == [("en", ["town-1.example"]), ("de", ["town-2.example"])]
    assert any(
        line["label"] == "drop" and later["label"] == "keep"
        for one in interrupt([document(number) for number in range(20)], 1)
        for line, later in zip(one["lines"], one["lines"][1:], strict=False)
    )


def test_training_gives_the_same_bytes_from_one_process_and_from_two(tmp_path: Path) -> None:
    pages = [document(number) for number in range(40)]
    for workers in (2, 1):
        write(train(pages, workers), tmp_path / str(workers))
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


@pytest.mark.skipif(not DATA.exists(), reason="the training data (../shared/eval) is not on this machine")
def test_the_packaged_weights_fit_data_and_code() -> None:
    """Training as a whole takes minutes (`make train`); lexicon and fingerprint show if it must be."""
    documents = trainable(DATA)
    counts = SiteCounts(documents)
    assert {key: round(value, 3) for key, value in sorted(counts.scores().items())} == WEIGHTS["lexicon"]
    assert fingerprint(documents, counts) == WEIGHTS["fingerprint"]
