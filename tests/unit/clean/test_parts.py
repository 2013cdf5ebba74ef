"""The parts of the decision, one by one."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.decide import (
    best_end,
    comments_begin,
    decide,
    goes_on,
    interruptions,
    is_wrapped,
    table_end,
    weigh_ends,
)
from pipeline.core.clean.lines import split_lines
from pipeline.core.clean.measure import letters
from pipeline.core.clean.measure.characters import read, words_of
from pipeline.core.clean.measure.features import NAMES, Article, features
from pipeline.core.clean.measure.fixed import ONE, whole
from pipeline.core.clean.measure.lexicon import build, expressions, score_of
from pipeline.core.clean.measure.spans import Spans, highest_so_far, lowest_from_here, lowest_so_far
from pipeline.core.clean.measure.tokens import words
from pipeline.core.clean.score import ends
from pipeline.core.clean.score.model import CERTAIN, Scores
from pipeline.core.clean.score.trees import UNIT, Forest
from pipeline.core.reasons import RemovedReason

LEXICON = build({"share": 1.0, "read more": 2.0, "=comments": 2.5})


def walk(tree: object, row: dict[str, float]) -> float:
    while isinstance(tree, list):
        tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
    assert isinstance(tree, float)
    return tree


def grown(chance: np.random.Generator, leaves: int) -> object:
    if leaves == 1:
        return float(np.round(chance.normal(), 2))
    low = int(chance.integers(1, leaves))
    threshold = float(chance.integers(-8, 8))
    return [str(chance.choice(["a", "b"])), threshold, grown(chance, low), grown(chance, leaves - low)]


def test_forest_gives_what_walking_each_tree_gives() -> None:
    chance = np.random.default_rng(0)
    trees = [grown(chance, int(chance.integers(1, 9))) for _ in range(60)]
    rows = chance.integers(-10, 10, (700, 2))
    wanted = [sum(walk(tree, {"a": a, "b": b}) for tree in trees) for a, b in rows]
    assert Forest(trees, ["a", "b"]).score(whole(rows.T)) / UNIT == pytest.approx(np.array(wanted), abs=0.02)


def test_a_tree_of_more_leaves_than_bits_is_refused() -> None:
    with pytest.raises(ValueError, match="9 leaves"):
        Forest([grown(np.random.default_rng(0), 9)], ["a", "b"])


def test_the_cut_follows_the_costs() -> None:
    end = np.array([0, 3, 0, 0, 7]) * CERTAIN  # one in three that the article ends above line 1, else it is whole
    assert best_end(end, [1 << 20] * 4, 0.05) == 1
    assert best_end(end, [1 << 20] * 4, 1.0) == 4


def test_a_good_part_of_a_short_article_is_dear() -> None:
    end = np.array([0, 0, 93, 0, 7, 0, 0, 0, 0]) * CERTAIN // 100  # more likely than not over above line 2
    long, short = [1_200, 60, 80, 60, 50, 50, 50, 50], [120, 60, 80, 60, 50, 50, 50, 50]
    assert best_end(end, long, 1.0) == 2
    assert best_end(end, short, 1.0) == 4


def test_an_article_goes_on_to_a_paragraph_near_its_end_that_is_surely_its_own() -> None:
    paragraph, clutter = " ".join([LONG] * 3), "Ferry Sails at Noon"
    lines = split_lines("\n".join([paragraph, clutter, clutter, paragraph, clutter, LONG, *[clutter] * 20, paragraph]))
    scores = np.array([-4, 4, 4, -2.2, 4, -4, *[4] * 20, -4]) * ONE
    assert goes_on(lines, scores, 1) == 4
    assert goes_on(lines, scores, 4) == 4  # no other is near, or long enough
    assert goes_on(lines, np.maximum(scores, -1.8 * ONE), 1) == 1


def test_a_sure_end_is_taken_at_any_cost() -> None:
    assert best_end(np.array([0, 0, CERTAIN, 0]), [50] * 3, 32.0) == 2


def test_costs_of_the_longest_articles_do_not_overflow() -> None:
    sizes = [1 << 30] * 20_000
    assert best_end(np.full(20_001, CERTAIN * 4), sizes, 32.0) > 19_600  # of many alike the last ones count
    spread = np.zeros(20_001, dtype=np.int64)
    spread[[*range(0, 20_000, 25), 20_000]] = CERTAIN * 4
    assert best_end(spread, sizes, 32.0) > 15_000


def likeliest(text: str, scores: list[float], weights: list[int]) -> int:
    return int(weigh_ends(split_lines(text), np.array(scores), np.array(weights)).argmax())


def test_an_article_does_not_end_on_an_introduction() -> None:
    text = "It rained.\nThe dates:\nMay 2\nMay 9"
    assert likeliest(text, [-5.0, -2.0, 1.0, 1.0], [0, 0, 900, 0, 100]) == 4
    assert likeliest(text, [-5.0, 2.0, 1.0, 1.0], [0, 0, 900, 0, 100]) == 2


def test_an_article_does_not_end_above_a_table() -> None:
    rows = ["May 2 – Rome @ Arena", "May 9 – Bari @ Old Harbour", "June 1 – Pisa @ Field", "June 8 – Turin @ Hall"]
    text = "\n".join(["It rained.", "Tour Dates", *rows])
    assert likeliest(text, [0.0] * 6, [0, 300, 600, 0, 0, 0, 100]) == 6


def test_a_table_stops_where_its_rows_do() -> None:
    rows = [f"{year}: {year * 2 % 97} points" for year in range(2010, 2020)]
    lines = split_lines("\n".join(["Results", *rows, "Council Votes for New Bridge", "Ferry Crew Pulls 7 From Raft"]))
    assert table_end(lines, 1) == 11
    assert table_end(lines, 0) == 11  # its heading counts as a row
    assert table_end(lines, 11) is None
    assert table_end(lines, 13) is None


def test_an_end_is_likelier_below_a_gap() -> None:
    text = "It rained.\n\nIt was wet.\n\n\nMore Rain\n\nLess Rain"
    assert likeliest(text, [-5.0, -5.0, 1.0, 1.0], [0, 100, 200, 500, 200]) == 2


@pytest.mark.parametrize("below", ["29 November 2026 | 20 January 2027", "Dienstag, 27. August 2026", "___"])
def test_a_date_or_a_rule_below_an_article_stays(below: str) -> None:
    lines = split_lines(f"{LONG}\n{LONG}\n{LONG}\n{below}\nFerry Sails at Noon\n4 May 2026\nCouncil Votes")
    scores = np.array([-5, -5, -5, 4, 4, 4, 4]) * ONE
    end = np.array([0, 0, 0, CERTAIN, 0, 0, 0, 0])
    cut = decide([Article(lines)], Scores(scores, end, scores < 0), Spans([len(lines)]), 1.0)
    assert np.flatnonzero(~cut).tolist() == [0, 1, 2, 3]


def interrupting(text: str, scores: list[float]) -> list[int]:
    lines = split_lines(text)
    prose = np.array([len(line.text) > 60 for line in lines])
    cut = interruptions(lines, np.rint(np.array(scores) * ONE).astype(int), prose, len(lines))
    return np.flatnonzero(cut).tolist()


LONG = "The board of the harbour met on Monday and said nothing that it had not said before about the northern mole."


def test_an_interruption_must_be_likely_and_a_paragraph_likelier() -> None:
    text = "\n".join([LONG, "Ferry Sails at Noon", "The northern mole", LONG, LONG, *[LONG] * 30])
    assert interrupting(text, [-4, 2.8, 2.2, 2.8, 3.5, *[-4] * 30]) == [1, 4]


def test_a_sentence_that_is_a_good_part_of_a_short_article_must_be_likelier() -> None:
    text = f"{LONG}\n{LONG}\nThe board meets again in May.\nFerry Sails at Noon"
    assert interrupting(text, [-4, -4, 2.8, 2.8]) == [3]
    assert interrupting(text, [-4, -4, 4.0, 2.8]) == [2, 3]
    assert interrupting("\n".join([*[LONG] * 30, text]), [-4] * 32 + [2.8, 2.8]) == [32, 33]


def test_the_end_of_a_short_article_weighs_no_less_at_thorough() -> None:
    end = np.array([0, 0, 0, 92, 8, 0, 0, 0, 0]) * CERTAIN // 100
    short, long = [400, 400, 200, 30, 50, 50, 50, 50], [3_000, 400, 200, 30, 50, 50, 50, 50]
    assert [best_end(end, short, caution) for caution in (1.0, 0.5)] == [4, 4]
    assert [best_end(end, long, caution) for caution in (1.0, 0.5)] == [4, 3]


def test_a_list_above_a_paragraph_must_be_likelier_too() -> None:
    text = f"{LONG}\nFerry Sails at Noon\nCouncil Votes\nThe northern mole"
    assert interrupting(text, [-4, 2.8, 2.8, 2.8]) == [1, 2, 3]
    assert interrupting(f"{text}\n{LONG}", [-4, 2.8, 3.5, 2.8, -4]) == [2]


def test_a_list_full_of_figures_is_the_articles_own() -> None:
    rows = ["1", "Harbour Rovers", "41 points", "2", "Mole United", "39 points"]
    text = "\n".join([LONG, *rows, LONG])
    assert interrupting(text, [-4, 3, 3, 3, 3, 3, 3, -4]) == []
    assert interrupting("\n".join([LONG, "Ferry Sails at 9", LONG]), [-4, 3, -4]) == [1]


def test_a_text_that_is_wrapped_by_hand_is_told_by_its_small_letters() -> None:
    scraps = ["The board of the", "harbour met on", "Monday and said", "nothing that it", "had not said", "before."]
    assert is_wrapped(split_lines("\n".join(scraps)))
    assert not is_wrapped(split_lines("\n".join([LONG] * 6)))


def measured(*texts: str) -> np.ndarray:
    articles = [Article(split_lines(text)) for text in texts]
    return features(articles, Spans([len(article.lines) for article in articles]), LEXICON)


SHAPES = (
    "x",
    "x\ny",
    "\u200b\n.\n:\n",
    "Comments\n" * 50,
    "A sentence that is long enough to be prose. " * 9 + "\nx",
    "Heading\n"
    + "A sentence that is long enough to be prose, with a stop at its very end, is what this is here.\n" * 3,
)


def test_features_are_the_same_in_any_company() -> None:
    alone = [measured(text) for text in SHAPES]
    assert all(rows.shape == (len(NAMES), len(split_lines(text))) for rows, text in zip(alone, SHAPES, strict=True))
    assert (np.concatenate(alone, axis=1) == measured(*SHAPES)).all()


def test_views_have_a_column_for_each_place() -> None:
    rows, scores = np.zeros((2, 3), dtype=np.int16), np.array([[-512, 256, 1024]], dtype=np.int32)
    places = ends.places(rows, scores, Spans([3]), np.arange(4))
    assert places.shape == (2 + len(ends.VIEWS), 4)
    assert places[2].tolist() == [768, 1280, 1024, 0]  # the sum of the scores below
    two = ends.places(np.zeros((2, 6), dtype=np.int16), np.tile(scores, 2), Spans([3, 3]), np.arange(8))
    assert (two == np.tile(places, 2)).all()


def test_letters_see_ends_behind_quotes() -> None:
    rows = letters.measure(read(["He said “stop.”", "He said (stop)", "Three things:", "Why?"]))
    assert (rows[letters.NAMES.index("ends_stop")] > 0).tolist() == [True, False, False, True]
    assert (rows[letters.NAMES.index("ends_colon")] > 0).tolist() == [False, False, True, False]


def test_the_lexicon_counts_sites() -> None:
    assert score_of(1, 1) is None
    assert score_of(9, 0) == pytest.approx(np.log(9.7 / 0.7), abs=0.001)
    assert expressions(["read", "more"]) == {"read", "more", "read more", "=read more"}


def test_the_lexicon_finds_words_pairs_and_whole_lines() -> None:
    rows = measured("Read More\nMore of it to read\nCOMMENTS\nNo comments")
    of = {name: (rows[NAMES.index(name)] / ONE).tolist() for name in ("lex_max", "pair_max", "lex_whole")}
    assert of == {"lex_max": [0, 0, 0, 0], "pair_max": [2.0, 0, 0, 0], "lex_whole": [0, 0, 2.5, 0]}
    assert (measured("Share it")[NAMES.index("lex_first")] / ONE).tolist() == [1.0]


def test_writing_without_spaces_is_read_by_pairs_of_characters() -> None:
    assert words_of("会員登録 Share 12") == ["会員", "員登", "登録", "share", "0"]
    assert words_of("비밀번호를") == ["비밀", "밀번", "번호", "호를"]
    assert words_of("यह भी पढ़ें") == ["यह", "भी", "पढ़ें"]


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=80), min_size=1, max_size=20))
@example(["İstanbul ΣΊΣΥΦΟΣ 7th 1999 ½ x_y"])
def test_words_are_told_apart_by_their_letters(texts: list[str]) -> None:
    found = words(read(texts))
    spelled = [(number, word) for number, text in enumerate(texts) for word in words_of(text)]
    assert found.line.tolist() == [number for number, _ in spelled]
    keys = dict(zip((word for _, word in spelled), found.key.tolist(), strict=True))
    assert [keys[word] for _, word in spelled] == found.key.tolist()
    assert len(set(keys.values())) == len(keys)


def test_running_extremes_begin_anew_in_each_article() -> None:
    article, values = np.array([0, 0, 0, 1, 1]), np.array([[5, -3, 4, -9, 2]])
    assert highest_so_far(values, article).tolist() == [[5, 5, 5, -9, 2]]
    assert lowest_so_far(values, article).tolist() == [[5, -3, -3, -9, -9]]
    assert lowest_from_here(values, article).tolist() == [[-3, -3, 4, -9, 2]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("© 2024 The Ledger", RemovedReason.COPYRIGHT),
        ("Sign up for our newsletter", RemovedReason.NEWSLETTER),
        ("Share on Facebook", RemovedReason.SHARE_OR_FOLLOW),
        ("12 Comments", RemovedReason.COMMENTS),
        ("Tags: rain, weather", RemovedReason.TAGS),
        ("Ada Byron is a staff writer who covers engines.", RemovedReason.AUTHOR_BIO),
        ("Privacy Policy", RemovedReason.NAVIGATION),
        ("Advertisement", RemovedReason.ADVERTISEMENT),
        ("The page sets cookies to remember what you have read.", RemovedReason.CONSENT),
        ("Read it all in the app: it is free.", RemovedReason.APP_PROMOTION),
        ("Have you lost your password? We will send you another.", RemovedReason.PAYWALL),
        ("Photo: Ada Byron", RemovedReason.CAPTION),
        ("You May Also Like", RemovedReason.RELATED_HEADLINE),
        ("Share Price of Engine Maker Falls After Byron Leaves", RemovedReason.RELATED_HEADLINE),
        ("Sport", RemovedReason.NAVIGATION),
    ],
)
def test_reasons(line: str, reason: RemovedReason) -> None:
    assert reason_for(line) is reason


def test_comments_begin_at_what_heads_them_not_at_a_button_far_above() -> None:
    replies = [(place, "Reply") for place in (42, 44, 46)]
    assert comments_begin([(3, "Comments"), (40, "3 comments"), *replies]) == 40
    assert comments_begin([(3, "Comments"), *replies]) == 42
    assert comments_begin([(40, "3 comments"), *replies[:2]]) is None
