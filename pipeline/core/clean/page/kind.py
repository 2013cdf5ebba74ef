"""Pages that hold no article, or a piece of one: what they are instead."""

from collections.abc import Sequence

from pipeline.core.clean.page.blocks import Block
from pipeline.core.clean.page.data import PageData
from pipeline.core.reasons import Mark

# The beginning that is shown of an article to pay for; what is longer is an article, whatever its data say.
_BEGINNING = 1_500
_VIDEO_TEXT = 1_000
_INDEX_TEXT = 600
# A page of links: so many blocks, and so much of their text in links.
_FEWEST_BLOCKS, _LINKED = 20, 0.5
_INDEXES = frozenset({"CollectionPage", "ItemList", "SearchResultsPage"})
_WORDS = {
    Mark.PAYWALL: "the page's data say that its article has to be paid for",
    Mark.VIDEO_PAGE: "the page holds a video",
    Mark.INDEX_PAGE: "the page is a list of links to others",
}


def kind_of(data: PageData, blocks: Sequence[Block], size: int) -> Mark | None:
    """What the page is where its article has `size` characters; None for an article's page, or one of no kind."""
    videos = any(kind.startswith(("Video", "video")) for kind in data.types)
    article = any("Article" in kind for kind in data.types)
    if data.free is False and size < _BEGINNING:
        return Mark.PAYWALL
    if videos and not article and size < _VIDEO_TEXT:
        return Mark.VIDEO_PAGE
    if size < _INDEX_TEXT and not article and (_INDEXES & data.types or _is_list(blocks)):
        return Mark.INDEX_PAGE
    return None


def words_for(marks: Sequence[Mark]) -> str:
    """Part of a sentence for a person who asks why there is no article."""
    return next((_WORDS[mark] for mark in marks if mark in _WORDS), "nothing in it reads like one")


def _is_list(blocks: Sequence[Block]) -> bool:
    size = sum(len(block.text) for block in blocks)
    linked = sum(min(block.linked, len(block.text)) for block in blocks)
    return len(blocks) >= _FEWEST_BLOCKS and linked >= _LINKED * size
