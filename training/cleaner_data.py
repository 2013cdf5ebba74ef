"""The documents that the cleaner is trained on: which files, of which sites, in which language, without furniture.

A document is `{"id", "domain", "language", "variant", "genre", "lines": [{"text", "label"}]}`, its label keep, drop or
ignore. Furniture is taken out before the cleaner measures anything, so it is taken out here as well.
"""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.core.clean.furniture import furniture
from pipeline.core.clean.lines import split_lines
from training.recombine import Document, Line

PAGES = ("dev", "seedlike-dev", "fundus-dev")
# Whose terms allow weights to be made of it.
_WILD_SOURCES = ("ramybaly", "several27", "fundus")
# Addresses of one and the same site.
_SITES = {
    "politi.co": "politico.com", "cnn.it": "cnn.com", "abcn.ws": "go.com", "abcnews.go.com": "go.com",
    "amp.dailycaller.com": "dailycaller.com",
}  # fmt: skip
_LANGUAGES = {
    "de": "de", "at": "de", "ch": "de", "li": "de", "il": "de", "fr": "fr", "tr": "tr", "es": "es", "se": "sv",
    "it": "it", "dk": "da", "gl": "da", "id": "id", "isl": "is", "kr": "ko", "ru": "ru", "be": "nl", "lt": "lt",
    "no": "no", "vn": "vi", "jp": "ja",
}  # fmt: skip
# Of a feed so many articles are read, at most half of them without a line that recurs. A line that does not recur is
# the article's if it looks like a paragraph and stands above the last two; else nobody has said what it is.
_FEED_ARTICLES, _FEED_SEED, _FEWEST_LINES = 12, 1, 4
_PARAGRAPH = re.compile(r".{80,}[.!?…\"”’)]\s*\Z", re.DOTALL)


def site_of(domain: str) -> str:
    """One name for all addresses of a site."""
    name = domain.lower().removeprefix("www.")
    return _SITES.get(name, name)


def pages(folder: Path) -> Iterator[Document]:
    """The labelled pages."""
    for name in PAGES:
        for document in _lines(folder / "boilerplate" / f"{name}.jsonl"):
            yield _told(document)


def wild(folder: Path) -> Iterator[Document]:
    """Scraped texts, whoever's; `trainable` says whether weights may be made of one."""
    for document in _lines(folder / "wild" / "dev.jsonl"):
        document["trainable"] = any(source in document["source"] for source in _WILD_SOURCES)
        yield _told(document)


def feeds(folder: Path) -> Iterator[Document]:
    """Articles from English feeds, of which only the lines that recur are labelled."""
    labels = {
        (row["source"], row["text"]): row["label"] for row in _lines(folder / "rolling" / "dev-abp.lines.jsonl.gz")
    }
    by_source: dict[str, list[Document]] = defaultdict(list)
    for article in _lines(folder / "rolling" / "dev-abp.articles.jsonl.gz"):
        by_source[article["source"]].append(article)
    chance = random.Random(_FEED_SEED)
    for source, articles in sorted(by_source.items()):
        chance.shuffle(articles)
        taken = 0
        for article in articles:
            lines = _labelled([line.text.strip() for line in split_lines(article["text"])], source, labels)
            said = {line["label"] for line in lines}
            if taken < _FEED_ARTICLES and "keep" in said and ("drop" in said or taken < _FEED_ARTICLES // 2):
                taken += 1
                yield _told({"id": article["id"], "domain": source, "variant": "feed", "genre": "news", "lines": lines})


def trainable(folder: Path) -> list[Document]:
    """Everything weights may be made of, without furniture; `folder` is laid out as ../shared/eval."""
    found = [*pages(folder), *(one for one in wild(folder) if one["trainable"]), *feeds(folder)]
    bare = [without_furniture(document) for document in found]
    return [document for document in bare if any(line["label"] == "keep" for line in document["lines"])]


def without_furniture(document: Document) -> Document:
    """The document as the cleaner measures it."""
    left = [line for line in document["lines"] if line["text"].strip() and furniture(line["text"]) is None]
    return {**document, "lines": left}


def _labelled(texts: Sequence[str], source: str, labels: dict[tuple[str, str], str]) -> list[Line]:
    if len(texts) < _FEWEST_LINES:
        return []
    lines = []
    for number, text in enumerate(texts):
        label = labels.get((source, text))
        if label is None:
            label = "keep" if number < len(texts) - 2 and _PARAGRAPH.match(text) else "ignore"
        lines.append({"text": text, "label": label})
    return lines


def _told(document: Document) -> Document:
    """A document with the name of its site and its language; English where nothing is said."""
    language = document.get("language") or _LANGUAGES.get(document.get("country", ""), "en")
    return {**document, "domain": site_of(document["domain"]), "language": language}


def _lines(path: Path) -> Iterator[Document]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)
