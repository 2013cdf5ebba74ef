"""A file that is one article: a text or a page."""

from collections.abc import Iterator

from pipeline.tools.publish import items
from pipeline.tools.publish.items import Item, Opened, Unusable


def text_file(opened: Opened) -> Iterator[Item]:
    """The file is the article's `text`."""
    content = items.whole(opened.stream)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Unusable(opened.name, f"not UTF-8 (byte {error.start}); convert it first", len(content))
        return
    yield items.made({"text": text, "metadata": {"file": opened.label}}, opened.name, len(content))


def page_file(opened: Opened) -> Iterator[Item]:
    """The file is the article's page; in which charset it is the core finds out where it is not UTF-8."""
    content = items.whole(opened.stream)
    yield items.made({**items.page(content), "metadata": {"file": opened.label}}, opened.name, len(content))
