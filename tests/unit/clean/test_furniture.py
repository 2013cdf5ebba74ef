"""Lines that are never an article's: told in many languages, and never at the cost of a line that is."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.clean import Caution, Cleaner
from pipeline.core.clean.furniture import furniture
from pipeline.core.clean.lines import split_lines
from pipeline.core.reasons import RemovedReason as Reason

DATA = Path(__file__).parents[2] / "data" / "clean"
PAGES = Path(__file__).parents[4] / "shared" / "eval" / "boilerplate"
ARTICLES = [
    [line for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    for name in ("list_at_the_end", "german", "french", "spanish", "persian")
]
CLEANERS = {caution: Cleaner(caution=caution) for caution in (Caution.CAUTIOUS, Caution.BALANCED)}
BARS = (
    ("Facebook", "Twitter", "Email"),
    ("ADVERTISEMENT", "Read More"),
    ("Share this article", "0 Comments", "Leave a comment"),
    ("Anzeige", "Lesen Sie auch: Hafen wird teurer", "Newsletter abonnieren"),
    ("Publicité", "Lire aussi", "Partager sur Facebook"),
    ("Publicidad", "Lee también: El puerto cierra", "Suscríbete a nuestro boletín"),
    ("اخبار مرتبط", "اشتراک گذاری"),
    ("関連記事", "シェアする", "ログイン"),
    ("Реклама", "Читайте также: Порт закрыт", "Подписаться"),
    ("Log in", "Subscribe now", "© 2026 Harbour Co."),
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement Continue reading the main story", Reason.ADVERTISEMENT),
        ("Story Continued Below", Reason.ADVERTISEMENT),
        ("RELATED VIDEO: Harbour reopens", Reason.RELATED_HEADLINE),
        ("(Also on HARBOUR TIMES: No pass for the mayor)", Reason.RELATED_HEADLINE),
        ("Mayor resigns Read more", Reason.RELATED_HEADLINE),
        ("[Lesen Sie auch: Der Hafen wird teurer]", Reason.RELATED_HEADLINE),
        ("Les også: Havnen stenger", Reason.RELATED_HEADLINE),
        ("Đọc thêm", Reason.RELATED_HEADLINE),
        ("【関連記事】", Reason.RELATED_HEADLINE),
        ("많이 본 뉴스", Reason.RELATED_HEADLINE),
        ("مواضيع ذات صلة", Reason.RELATED_HEADLINE),
        ("यह भी पढ़ें: बंदरगाह बंद", Reason.RELATED_HEADLINE),
        ("Get the latest from the harbour delivered to your inbox", Reason.NEWSLETTER),
        ("Подписывайтесь на наш канал в Telegram", Reason.NEWSLETTER),
        ("Facebook Twitter Flipboard Email", Reason.SHARE_OR_FOLLOW),
        ("SHARE ON FACEBOOK SHARE ON TWITTER", Reason.SHARE_OR_FOLLOW),
        ("Email the author | Follow on Twitter", Reason.SHARE_OR_FOLLOW),
        ("기사 URL이 복사되었습니다.", Reason.SHARE_OR_FOLLOW),
        ("12 Kommentare", Reason.COMMENTS),
        ("Save my name, email, and website in this browser for the next time I comment.", Reason.COMMENTS),
        ("Article réservé aux abonnés", Reason.PAYWALL),
        ("無料会員登録はこちらからどうぞ", Reason.PAYWALL),
        ("CLICK HERE TO GET THE HARBOUR APP", Reason.RELATED_HEADLINE),
        ("Download our app", Reason.APP_PROMOTION),
        ("Uygulamayı indir", Reason.APP_PROMOTION),
        ("Ein Klick für den Datenschutz", Reason.CONSENT),
        ("We use cookies to personalise what you see.", Reason.CONSENT),
        ("Enlarge this image toggle caption Ada Byron/AP Ada Byron/AP", Reason.PHOTO_WIDGET),
        ("Slideshow (5 Images)", Reason.PHOTO_WIDGET),
        ("Image copyright Getty Images", Reason.PHOTO_WIDGET),
        ("(Photo by Ada Byron/Getty Images)", Reason.CAPTION),
        ("Ada Byron/The Harbour Times via AP", Reason.CAPTION),
        ("© dpa/Ada Byron", Reason.CAPTION),
        ("© 2026 Harbour Co. All rights reserved.", Reason.COPYRIGHT),
        ("© RIPRODUZIONE RISERVATA", Reason.COPYRIGHT),
        ("版权所有 海港日报", Reason.COPYRIGHT),
        ("Tags: harbour, mole, storm", Reason.TAGS),
        ("[_ADVERT_SLOT_]", Reason.ADVERTISEMENT),
        ("#harbour #mole", Reason.TAGS),
        ("# Ada Byron# The mole", Reason.TAGS),
        (">> The harbour closes", Reason.RELATED_HEADLINE),
        ("(desk@harbour.example)", Reason.AUTHOR_BIO),
        ("Ada B. Byron/The Harbour Times via AP Photo", Reason.CAPTION),
        ("These cookies allow us to count visits.", Reason.CONSENT),
        ("아래 숫자를 입력해 주세요.", Reason.PAYWALL),
    ],
)
def test_furniture_says_what_it_is(line: str, reason: Reason) -> None:
    assert furniture(line) is reason


@pytest.mark.parametrize(
    "line",
    [
        "",
        "?",
        "She shared the photograph on Facebook, and by noon the harbour was full.",
        "“Read more than you write,” she said.",
        '"Subscribe to nothing," the mayor told reporters.',
        "Twitter Sues Rival Over Harbour Cameras",
        "More ferries will sail in summer, the operator says.",
        "The advertisement was withdrawn on Monday.",
        "Comments made on Monday were withdrawn.",
        "REP. ADA BYRON, the leader of the house: the mole is a disgrace.",
        "For more than a decade the mole has been crumbling.",
        "Share prices fell in Tokyo.",
        "3 - 1",
        "#1",
        ">>",
        "Donate",
        "Disclaimer",
        "Write to desk@harbour.example by Monday.",
        "Folge der Stürme sei ein Loch in der Mole.",
        "写真家の男性が港で撮影した一枚が話題になっている。",
        "관련 당국은 항구를 폐쇄했다고 밝혔다.",
    ],
)
def test_sentences_and_headlines_are_none(line: str) -> None:
    assert furniture(line) is None


@given(st.text(max_size=300))
def test_any_line_at_all(line: str) -> None:
    furniture(line)


def lost(article: list[str], at: int, bar: tuple[str, ...], cleaner: Cleaner) -> list[str]:
    """What of an article goes when furniture is put into it that stays when it is not."""
    alone = cleaner.clean("\n\n".join(article))
    together = cleaner.clean("\n\n".join([*article[:at], *bar, *article[at:]]))
    assert all(line in [removed.text for removed in together.removed] for line in bar)
    kept = together.text.split("\n\n")
    return [line for line in alone.text.split("\n\n") if line not in kept]


@given(st.sampled_from(ARTICLES), st.integers(0, 40), st.sampled_from(BARS), st.sampled_from(list(CLEANERS)))
@settings(max_examples=150, deadline=None)
def test_furniture_takes_no_line_of_an_article_along(
    article: list[str], at: int, bar: tuple[str, ...], caution: Caution
) -> None:
    assert lost(article, min(at, len(article)), bar, CLEANERS[caution]) == []


@pytest.mark.skipif(not PAGES.exists(), reason="the pages (../shared/eval/boilerplate) are not on this machine")
def test_furniture_takes_no_line_along_on_pages_either() -> None:
    names = ("dev", "fundus-dev")
    pages = [json.loads(row) for name in names for row in (PAGES / f"{name}.jsonl").read_text("utf-8").splitlines()]
    alone = [page for page in pages if page["variant"] == "negative"][::9]
    trials = worse = 0
    for number, page in enumerate(alone):
        article = [line.text for line in split_lines("\n".join(line["text"] for line in page["lines"]))]
        bar = BARS[number % len(BARS)]
        for at in (1, len(article) // 2, len(article) - 1):
            trials += 1
            worse += lost(article, at, bar, CLEANERS[Caution.BALANCED]) != []
    assert worse <= 0.005 * trials
