"""An interview's questions and answers are the article's own, however much they look like a list."""

import numpy as np
import pytest

from pipeline.core.clean.decide import interruptions, weigh_ends
from pipeline.core.clean.dialogue import dialogues
from pipeline.core.clean.lines import split_lines
from pipeline.core.clean.measure.fixed import ONE

INTERVIEW = ["It rained.", "Q: Favourite boat?", "A: The ferry", "Q: Favourite pier?", "A: The mole", "More Boats"]


def found(*lines: str) -> list[range]:
    return dialogues(split_lines("\n".join(lines)))


def test_from_the_first_turn_to_the_last() -> None:
    assert found(*INTERVIEW) == [range(1, 5)]


@pytest.mark.parametrize(
    ("question", "answer"), [("F:", "A:"), ("Pregunta:", "Respuesta:"), ("В:", "О:"), ("問：", "答："), ("Q.", "A.")]
)
def test_in_other_languages(question: str, answer: str) -> None:
    assert found(*[f"{question} 1", f"{answer} 2"] * 2) == [range(4)]


def test_an_answer_may_have_more_paragraphs() -> None:
    turns = ["Q: When?", "A: At noon.", "Then it rained.", "We waited.", "Q: Where?", "A: At the pier."]
    assert found(*turns) == [range(6)]
    assert found(*turns[:2], *["It rained."] * 9, *turns[4:]) == []  # once is no dialogue


@pytest.mark.parametrize(
    "lines",
    [
        ["Tel: 5550100", "Fax: 5550101", "Tel: 5550102", "Fax: 5550103"],
        ["Q: When?", "Q: Where?", "Q: Why?", "Q: Who?"],
        ["A: Harbour", "B: Market", "A: Mole", "B: Pier"],
        ["Video: Storm at the pier", "Photo: Ferry", "Video: Mole", "Photo: Market"],
    ],
)
def test_other_lists_are_none(lines: list[str]) -> None:
    assert found(*lines) == []


def test_no_article_ends_in_one_and_none_of_it_goes() -> None:
    lines = split_lines("\n".join(INTERVIEW))
    scores = np.array([-5, 4, 4, 4, 4, 4]) * ONE
    assert weigh_ends(lines, scores, np.array([0, 700, 100, 50, 50, 60, 40])).tolist() == [0, 0, 0, 0, 0, 960, 40]
    assert np.flatnonzero(interruptions(lines, scores, scores < 0, 6)).tolist() == [5]
