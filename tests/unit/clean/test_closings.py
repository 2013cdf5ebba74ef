"""What stands below the end of an article only, and what it says about the places under it."""

from importlib import resources

import numpy as np
import pytest

from pipeline.core.clean import Caution, Cleaner
from pipeline.core.clean.lines import Line, split_lines
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.score.closings import against
from pipeline.core.clean.score.trees import UNIT

CLEANER = Cleaner()
PARAGRAPHS = (
    "The harbour board will rebuild the northern mole next spring, its chairwoman told the council on Monday.",
    "The wall was damaged in the storms of last winter, and boats have had to moor at the fish market ever since.",
    "Divers found that the sea had washed out the sand beneath four of the blocks that carry the lighthouse.",
    "The work will take until the autumn of the year after next, and the ferry will use the southern mole until then.",
)
COMMENTS = (
    "A sad story, but the board was told about the sand ten years ago, and nobody wanted to hear the divers.",
    "My father built part of that wall, and he always said that the blocks were never meant to carry a lighthouse.",
    "The ferry has used the southern mole before, in the summer when I was a child, and nobody missed the other.",
)


def closes(line: str) -> bool:
    """Whether a line that is likely boilerplate, below three paragraphs, speaks against the place below it."""
    lines = [*split_lines("One.\nTwo.\nThree."), Line(line, 15, 3, 0)]
    prose = np.array([True, True, True, False])
    return bool(against([lines], ~prose, prose, Spans([4]))[-1] < 0)


@pytest.mark.parametrize(
    "line",
    [
        "[ 167 comments ]", "No comments yet", "6 thoughts on “A Wall in the Sea”", "Leave a Reply Cancel reply",
        "Email *", "Previous Post: The Ferry", "About the Author", "© 2024 The Harbour Times", "Terms & Conditions",
        "The Harbour Times. All rights reserved.", "Laisser un commentaire", "Impressum", "Aviso legal", "Home",
    ],
)  # fmt: skip
def test_closing_lines(line: str) -> None:
    assert closes(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "?", "Comments made on Monday were withdrawn.", "The author of the report", "Home prices fell again",
        "The end", "Jewels, installation views, photos © Inexhibit", "Advertisement",
        "Contact between the two broke off",
        "Sign up for our newsletter", "Share this article", "Facebook",
        "Leave a reply" + " and wait" * 20,
    ],
)  # fmt: skip
def test_lines_that_close_nothing(line: str) -> None:
    assert not closes(line)


def test_each_kind_counts_once_and_for_what_stands_below_it() -> None:
    lines = split_lines(
        "\n".join(["One.", "Two.", "Three.", "4 comments", "Leave a reply", "Cancel reply", "Facebook"])
    )
    prose, likely = np.array([True] * 3 + [False] * 4), np.array([False] * 3 + [True] * 4)
    alone = against([lines], likely, prose, Spans([7]))
    assert (alone / UNIT).tolist() == [0, 0, 0, 0, -5, -10, -10, -10]
    both = against(
        [lines[:5], lines], np.concatenate((likely[:5], likely)), np.concatenate((prose[:5], prose)), Spans([5, 7])
    )
    assert both.tolist() == [*alone[:6].tolist(), *alone.tolist()]


def test_closing_lines_count_below_three_paragraphs_and_when_their_score_agrees() -> None:
    lines = split_lines("\n".join(["Home", "One.", "Two.", "Comments", "Three.", "Home"]))
    prose, likely = np.array([False, True, True, False, True, False]), np.ones(6, dtype=bool)
    assert np.flatnonzero(against([lines], likely, prose, Spans([6]))).tolist() == [6]
    assert not against([lines], ~likely, prose, Spans([6])).any()


def test_comments_in_paragraphs_go_with_what_stands_above_them() -> None:
    tail = ("3 Comments", "Leave a reply", *(line for text in COMMENTS for line in ("Reply", text)))
    cleaned = CLEANER.clean("\n\n".join(["A Wall in the Sea", *PARAGRAPHS, *tail]))
    assert [removed.text for removed in cleaned.removed] == list(tail)
    assert cleaned.text.endswith(PARAGRAPHS[-1])


def test_the_same_paragraphs_stay_where_no_such_line_stands_above_them() -> None:
    cleaned = CLEANER.clean("\n\n".join(["A Wall in the Sea", *PARAGRAPHS, *COMMENTS]))
    assert not cleaned.removed


def test_an_article_goes_on_below_what_invites_in_the_middle_of_it() -> None:
    """Newsletter and share lines stand inside articles too: they go, and what stands below them stays."""
    article = (resources.files("pipeline.tools") / "samples" / "2-observatory.txt").read_text(encoding="utf-8")
    for caution in (Caution.CAUTIOUS, Caution.BALANCED):
        cleaned = Cleaner(caution=caution).clean(article)
        assert "Researchers in Japan" in cleaned.text
        assert "older than the Sun's planets" in cleaned.text
        assert "Subscribe to our newsletter" not in cleaned.text
