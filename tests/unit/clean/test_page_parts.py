"""The parts that read pages: blocks, measures, what is taken out, labels to learn from."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.clean.page.blocks import Block, blocks_of
from pipeline.core.clean.page.cues import GROUPS, groups_of
from pipeline.core.clean.page.data import data_of
from pipeline.core.clean.page.html import PageReader, parse
from pipeline.core.clean.page.judge import PageModel, take_out
from pipeline.core.clean.page.measure import Measured, Told
from pipeline.core.clean.page.scripts import lines_in, scripts_of
from pipeline.core.clean.score.trees import UNIT
from training.train_pages import Source, example, fold_of

NOTHING = Told(None, "", "", ())


def blocks(body: str) -> list[Block]:
    return blocks_of(parse(f"<html><head><title>t</title></head><body>{body}</body></html>"))


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>One <b>and</b>\n two</p><p>three</p>", ["One and two", "three"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("a<br>b<br><br>c", ["a b", "c"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", ["a | b", "1 | 2"]),
        ("<script>var a = 1</script><style>p {}</style><p>a</p><noscript>b</noscript>", ["a"]),
        ("<p>東京<span>都</span>は KeePass を使う</p>", ["東京都は KeePass を使う"]),
    ],
)
def test_a_page_is_cut_where_its_tags_begin_a_line(body: str, lines: list[str]) -> None:
    assert texts(body) == lines


def test_a_block_knows_its_links_and_what_holds_it() -> None:
    first, second = blocks("<aside class='c-related'><p>See <a href=x>the other</a></p></aside><p hidden>b</p>")
    assert (first.linked, first.links, first.place.tag, first.place.hidden) == (len("the other"), 1, "p", False)
    assert first.place.groups >> GROUPS.index("related") & 1
    assert second.place.hidden


def test_classes_speak_of_groups() -> None:
    assert groups_of("article-body") == 1 << GROUPS.index("body")
    assert groups_of("x-comments__list") >> GROUPS.index("comments") & 1
    assert groups_of("xyz") == 0
    assert groups_of("a" * 10_000_000) == 0


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "<b>", "</b>", "<br>", "text ", "a.", "<li>", "<td>"]), max_size=40
    )
)
@settings(deadline=None, max_examples=50)
def test_no_word_is_lost_and_none_made(pieces: list[str]) -> None:
    body = "".join(pieces)
    tree = parse(f"<html><head><title>t</title></head><body><p>x</p>{body}</body></html>")
    words = "".join("".join(tree.find(".//body").itertext()).split())
    assert "".join("".join(block.text for block in blocks_of(tree)).split()).replace("|", "") == words


def test_measures_are_alike_in_any_page_and_in_16_bits() -> None:
    found = blocks("<p>" + "</p><p>".join(f"Line {n}, with a stop." for n in range(50)) + "</p>")
    measured = Measured(found, NOTHING)
    rows = measured.with_reading("Line 3, with a stop.\nLine 4, with a stop.")
    assert {row.dtype for row in rows.values()} == {np.dtype(np.int16)}
    assert {len(row) for row in rows.values()} == {len(found)}
    assert np.flatnonzero(rows["read"]).tolist() == [3, 4]
    assert set(measured.rows) < set(rows)


def test_what_is_surely_not_the_article_is_taken_out_with_its_tags_and_nothing_else() -> None:
    tree = parse(
        "<html><head><title>t</title></head><body><nav><p>a</p><p>b</p></nav>tail<div><p>c</p><p>d</p></div></body></html>"
    )
    found = blocks_of(tree)
    scores = np.array([-9, -9, 5, 5, -9]) * UNIT
    assert [block.text for block in found] == ["a", "b", "tail", "c", "d"]
    take_out(found, scores)
    assert [block.text for block in blocks_of(tree)] == ["tail", "c"]


def test_a_model_scores_by_its_trees() -> None:
    tree = ["own_p", 0.5, -2.0, 3.0]
    model = PageModel({"version": "t", "trees": {"first": [tree], "second": [tree, tree]}})
    measured = Measured(blocks("<p>a</p><h2>b</h2>"), NOTHING)
    assert (model.first(measured.rows) // UNIT).tolist() == [3, -2]
    assert (model.second(measured.with_reading("")) // UNIT).tolist() == [6, -4]


def test_a_page_gives_the_same_whatever_was_read_before() -> None:
    html = "<html lang=en><body>" + "".join(
        f"<p class='c{n}'>The port opened, it was said at {n}.</p>" for n in range(9)
    )
    first = PageReader().read(html)
    reader = PageReader()
    reader.read(html.replace("port", "quay") * 3)
    assert reader.read(html) == first


def test_blocks_are_labelled_by_what_of_them_stands_in_the_body() -> None:
    html = (
        "<html><head><title>t</title></head><body><nav><ul><li>Port</li><li>Council</li></ul></nav>"
        + "<hr>".join(["<p>spacer of no meaning at all</p>"] * 8)
        + "<p>The port opened on Monday after a week of storms.</p><p>It was full.</p>"
        "<p>The port opened on Monday after a week of storms.</p></body></html>"
    )
    body = "The port opened on Monday after a week of storms.\nIt was full. Port"
    one = example(Source("n", "site", html, body))
    assert one is not None
    told = {block.text for block, share in zip(one.blocks, one.shares, strict=True) if share >= 0.5}
    assert told == {"The port opened on Monday after a week of storms.", "It was full."}
    assert one.shares.tolist()[-1] == 0  # the second time


def test_folds_are_by_site() -> None:
    assert {fold_of("a.example", 5) for _ in range(3)} == {fold_of("a.example", 5)}
    assert len({fold_of(f"{n}.example", 5) for n in range(50)}) == 5


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 3_000,
        '{"@type": 5, "author": [[[{"name": 3}]]]}',
        '{"articleBody": ["a"], "publisher": "x"}',
        "null",
        "1e999",
    ],
)
def test_data_that_are_none_are_passed_over(script: str) -> None:
    tree = parse(
        "<html><head><title>Some words of title</title>"
        f'<script type="application/ld+json">{script}</script></head></html>'
    )
    data = data_of(tree, scripts_of(tree), "http://[::1")
    assert data.title == "Some words of title"
    assert data.body is None


def test_a_text_in_scripts_without_paragraphs_is_not_an_article() -> None:
    tree = parse(
        '<html><body><script type=\'application/json\'>{"licence": "' + "word " * 500 + '"}</script></body></html>'
    )
    assert lines_in(scripts_of(tree)) == []
