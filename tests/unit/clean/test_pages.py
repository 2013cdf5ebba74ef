"""Small pages of our own, one for each way in which an article can be lost in its page."""

import json

import pytest

from pipeline.core.clean import Cleaner
from pipeline.core.clean.page.html import PageReader
from pipeline.core.reasons import Mark, RemovedReason

CLEANER = Cleaner()
READER = PageReader()
STORY = [
    "The council of Brackwater voted late on Monday to keep the night ferry running for at least two more winters.",
    "The boat carries hospital staff and bakers across the strait between midnight and five, when the bridge shuts.",
    "“Without it I would have to sleep on the ward,” said Ilse Torrance, a nurse who has taken it for eleven years.",
    "Opponents had called the service a luxury, since fewer than forty people use it on an average night of the week.",
    "The harbour master told the meeting that the hull needs new plates before autumn, at a cost of 310,000 pounds.",
    "A majority of nine to six agreed to pay for them out of the reserve that was meant for the fish market's roof.",
]
HEADLINE = "Brackwater keeps its night ferry"


def page(body: str, head: str = "", html: str = "<html lang='en'>") -> str:
    return (
        f"<!doctype html>{html}<head><title>{HEADLINE} | Strait Courier</title>{head}</head><body>{body}</body></html>"
    )


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def links(number: int, tag: str = "li") -> str:
    names = ["Weather", "Tides and ports", "Letters", "Sport on the strait", "Council", "Obituaries", "Fish prices"]
    return "".join(f"<{tag}><a href='/s/{n}'>{names[n % 7]} {n}</a></{tag}>" for n in range(number))


def data(**told: object) -> str:
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **told}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


def kept(html: str) -> list[str]:
    cleaned = CLEANER.clean_html(html)
    assert cleaned is not None
    return cleaned.text.split("\n\n")


MENU = f"<nav class='main-nav'><ul>{links(120)}</ul></nav>"
FOOTER = f"<footer><ul>{links(60)}</ul><p>© Strait Courier. All rights reserved.</p></footer>"
TEASERS = "".join(
    f"<div class='card teaser'><a href='/t/{n}'><h3>Gale warning number {n} for the outer islands</h3></a>"
    f"<p>The office expects gusts of up to {n + 60} knots on the northern coast by Friday.</p></div>"
    for n in range(12)
)


def test_an_article_among_menus_comes_out_whole() -> None:
    html = page(f"{MENU}<div id='app'><div class='c1x'><div>{paragraphs(STORY)}</div></div></div>{FOOTER}")
    assert kept(html) == STORY


def test_an_advertisement_that_parts_the_columns_does_not_end_the_article() -> None:
    half = "<div class='col'>"
    html = page(
        f"{MENU}<article>{half}{paragraphs(STORY[:3])}</div><div class='ad-slot'><p>Advertisement</p>"
        f"<a href='/buy'>Rope and chain, half price until Sunday</a></div>"
        f"{half}{paragraphs(STORY[3:])}</div></article>{FOOTER}"
    )
    assert kept(html) == STORY


def test_teasers_below_and_beside_are_left_out() -> None:
    html = page(f"{MENU}<main><article class='article-body'>{paragraphs(STORY)}</article></main>{TEASERS}{FOOTER}")
    assert kept(html) == STORY


def test_comments_are_no_part_of_the_article() -> None:
    comments = "".join(
        f"<div class='comment'><p class='comment-author'>reader{n}</p><p>I take this boat twice a week, and nobody "
        f"asks those of us who pay for it. That is comment number {n}, and I stand by it.</p></div>"
        for n in range(15)
    )
    html = page(f"<article>{paragraphs(STORY)}</article><section id='comments' class='comments'>{comments}</section>")
    assert kept(html) == STORY


def test_an_article_without_paragraph_tags_is_read_by_its_breaks() -> None:
    html = page(f"{MENU}<div class='story'>{'<br><br>'.join(STORY)}</div>{FOOTER}")
    assert kept(html) == STORY


def test_an_article_that_only_the_data_hold_is_taken_from_them_and_marked() -> None:
    html = page(f"{MENU}<div id='root'></div>{FOOTER}", data(articleBody="\n".join(STORY)))
    cleaned = CLEANER.clean_html(html)
    assert cleaned is not None
    assert cleaned.text.split("\n\n") == STORY
    assert Mark.PAGE_DATA in cleaned.marks


def test_an_article_that_only_scripts_hold_is_taken_from_them() -> None:
    text = paragraphs(STORY)
    pieces = [f"4:T{len(text.encode()):x},{text[:200]}", text[200:] + '5:["$","div",null,{"children":"$4"}]']
    pushed = "".join(f"<script>self.__next_f.push({json.dumps([1, piece])})</script>" for piece in pieces)
    assert kept(page(f"{MENU}<div id='root'></div>{pushed}")) == STORY


def test_data_that_only_summarise_do_not_replace_the_article() -> None:
    html = page(f"{MENU}<article>{paragraphs(STORY)}</article>", data(articleBody=STORY[0][:60]))
    assert kept(html) == STORY


def test_a_live_page_keeps_its_entries_with_their_times() -> None:
    entries = "".join(
        f"<div class='live-entry'><h3>{10 + n}:05 The vote on motion {n} is over</h3><p>{text}</p></div>"
        for n, text in enumerate(STORY)
    )
    text = kept(page(f"{MENU}<article class='liveblog'>{entries}</article>{FOOTER}"))
    assert [line for line in text if line in STORY] == STORY


def test_a_caption_is_told_of_as_one() -> None:
    caption = "The night ferry leaves Brackwater. Photo: Ada Quill"
    figure = f"<figure><img src='/f.jpg'><figcaption>{caption}</figcaption></figure>"
    cleaned = CLEANER.clean_html(page(f"<article>{paragraphs(STORY[:3])}{figure}{paragraphs(STORY[3:])}</article>"))
    assert cleaned is not None
    assert cleaned.text.split("\n\n") == STORY
    assert [one.reason for one in cleaned.removed if "Ada Quill" in one.text] == [RemovedReason.CAPTION]


def test_a_table_of_data_keeps_its_rows() -> None:
    rows = [("Night", "Passengers"), ("Monday", "38"), ("Tuesday", "41")]
    table = "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + "</table>"
    found = READER.read(page(f"<article>{paragraphs(STORY[:3])}{table}{paragraphs(STORY[3:])}</article>"))
    assert found is not None
    assert [line for line in found.text.split("\n") if "|" in line] == [f"{a} | {b}" for a, b in rows]


def test_japanese_keeps_every_character() -> None:
    story = [
        "市は十日、職員が使う KeePass の数を公表した。来年度からさらに増える見込みで、費用は三百万円に上るという。",
        "担当者は「Windows 11 への移行が終わるまでは、新しい仕組みを入れることはできない」と話している。",
        "議会では、ほかの市と共同で調達すれば費用を抑えられるのではないかという意見も出た。市長は検討するとした。",
        "市民団体は、個人の情報が外に漏れることのないよう、使い方を定めた決まりを早く公開するよう求めている。",
    ]
    assert kept(page(f"{MENU}<article>{paragraphs(story)}</article>{FOOTER}", html="<html lang='ja'>")) == story


def test_lines_and_offsets_lead_back_to_what_was_extracted() -> None:
    html = page(
        f"{MENU}<article>{paragraphs(STORY)}<p><a href='/n'>Sign up to our harbour newsletter</a></p></article>"
    )
    found, cleaned = READER.read(html), CLEANER.clean_html(html)
    assert found is not None
    assert cleaned is not None
    lines = found.text.split("\n")
    for paragraph, text in zip(cleaned.paragraphs, cleaned.text.split("\n\n"), strict=True):
        assert lines[paragraph.line] == text == found.text[paragraph.offset : paragraph.offset + len(text)]
    for one in cleaned.removed:
        assert lines[one.line] == one.text
    numbers = [one.line for one in (*cleaned.paragraphs, *cleaned.removed)]
    assert sorted(numbers) == list(range(len(lines)))


def test_a_page_says_what_machines_read_of_it() -> None:
    told = data(
        author=[{"@type": "Person", "name": "ada quill"}, {"@type": "Organization", "name": "Strait Courier"}],
        datePublished="2026-03-03T22:10:00Z",
        publisher={"@type": "Organization", "name": "Strait Courier"},
        inLanguage="en-GB",
    )
    head = (
        f"<link rel='canonical' href='https://courier.example/ferry'><meta property='og:type' content='article'>{told}"
    )
    found = READER.read(page(f"<article><h1>{HEADLINE}</h1><p>By Ada Quill</p>{paragraphs(STORY)}</article>", head))
    assert found is not None
    assert (found.title, found.authors, found.source) == (HEADLINE, ("Ada Quill",), "Strait Courier")
    assert (found.published_at, found.language) == ("2026-03-03T22:10:00Z", "en")
    assert found.url == "https://courier.example/ferry"


@pytest.mark.parametrize(
    "author", ["https://www.courier.example/staff", "Strait Courier", "www.courier.example", "@courier"]
)
def test_what_is_nobody_is_no_byline(author: str) -> None:
    head = f"<meta name='author' content='{author}'><meta property='og:site_name' content='Strait Courier'>"
    found = READER.read(page(f"<article>{paragraphs(STORY)}</article>", head))
    assert found is not None
    assert found.authors == ()


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Ada Quill and Bo Marsh", ("Ada Quill", "Bo Marsh")),
        ("Ada Quill, Bo Marsh und Lise Horn", ("Ada Quill", "Bo Marsh", "Lise Horn")),
        ("By Ada Quill (aqu)", ("Ada Quill",)),
        ("Quill, Ada", ("Quill, Ada",)),
        ("Ada Quill; Ada Quill", ("Ada Quill",)),
    ],
)
def test_authors_are_told_apart(told: str, names: tuple[str, ...]) -> None:
    found = READER.read(page(f"<article>{paragraphs(STORY)}</article>", data(author=told)))
    assert found is not None
    assert found.authors == names


def test_an_author_may_stand_elsewhere_in_the_data() -> None:
    graph = [
        {"@type": "Person", "@id": "#ada", "name": "Ada Quill"},
        {"@type": "Article", "headline": HEADLINE, "author": {"@id": "#ada"}},
    ]
    head = (
        f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@graph": graph})}</script>'
    )
    found = READER.read(page(f"<article>{paragraphs(STORY)}</article>", head))
    assert found is not None
    assert found.authors == ("Ada Quill",)


def test_a_language_that_the_text_is_clearly_not_in_is_not_taken() -> None:
    found = READER.read(page(f"<article>{paragraphs(STORY)}</article>", html="<html lang='de'>"))
    assert found is not None
    assert found.language is None


def test_the_beginning_of_an_article_to_pay_for_is_kept_and_marked() -> None:
    html = page(f"{MENU}<article>{paragraphs(STORY[:3])}</article>", data(isAccessibleForFree=False))
    cleaned = CLEANER.clean_html(html)
    assert cleaned is not None
    assert cleaned.text.split("\n\n") == STORY[:3]
    assert Mark.PAYWALL in cleaned.marks


def test_a_whole_article_is_not_marked_for_what_its_data_say() -> None:
    story = [f"{text} So it was reported, for the {n}th time." for n in range(4, 7) for text in STORY]
    cleaned = CLEANER.clean_html(page(f"<article>{paragraphs(story)}</article>", data(isAccessibleForFree="False")))
    assert cleaned is not None
    assert cleaned.text.split("\n\n") == story
    assert Mark.PAYWALL not in cleaned.marks


def test_a_page_of_links_says_that_it_is_one() -> None:
    html = page(f"{MENU}<main><ul>{links(40)}</ul></main>{FOOTER}")
    found = READER.read(html)
    assert found is not None
    assert found.marks == (Mark.INDEX_PAGE,)
    assert CLEANER.why_no_article(html) == "the page is a list of links to others"


def test_a_page_with_a_video_says_that_it_is_one() -> None:
    told = json.dumps({"@type": "VideoObject", "name": "The night ferry", "uploadDate": "2026-03-03"})
    html = page(
        f"{MENU}<video src='/f.mp4'></video><p>Watch the ferry come in.</p>",
        f'<script type="application/ld+json">{told}</script>',
    )
    found = READER.read(html)
    assert found is not None
    assert Mark.VIDEO_PAGE in found.marks
