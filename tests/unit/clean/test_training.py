"""Training again gives the packaged file, byte for byte."""

import json
from pathlib import Path

import pytest

pytest.importorskip("lightgbm", reason="training needs the extra 'train'")

from training.train_cleaner import read, right_places, train, write

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "eval" / "boilerplate"
WEIGHTS = ROOT / "pipeline/core/clean/weights/cleaner.json"


def test_right_places_lie_between_article_and_boilerplate() -> None:
    import numpy as np

    assert np.flatnonzero(right_places(np.array([-1, 0, 0, -1, 1, 1]))).tolist() == [3, 4]
    assert np.flatnonzero(right_places(np.array([0, 0]))).tolist() == [2]
    assert np.flatnonzero(right_places(np.array([0, 1, 0, 1]))).tolist() == [3]


@pytest.mark.skipif(not DATA.exists(), reason="the training data (../shared/eval/boilerplate) is not on this machine")
def test_training_again_gives_the_same_file(tmp_path: Path) -> None:
    write(train(read(DATA)), tmp_path / "again.json")
    again, packaged = (tmp_path / "again.json").read_bytes(), WEIGHTS.read_bytes()
    assert json.loads(again)["lexicon"] == json.loads(packaged)["lexicon"]
    assert again == packaged
