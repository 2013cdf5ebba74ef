"""What a page says of its article where machines read it: JSON-LD, the head's meta tags, its headlines."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.etree import XPath  # type: ignore[import-untyped]

from pipeline.core.clean.page.measure import Told
from pipeline.core.clean.page.names import names_of, people
from pipeline.core.clean.page.scripts import Script

_LD = "application/ld+json"
_DEEPEST, _MOST_OBJECTS = 8, 5_000
_ARTICLE = re.compile(r"article|posting|report|story|opinion|review", re.IGNORECASE)
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
_LONGEST = 500
# What parts a headline from the site's name in a page's title.
_SITE = re.compile(r"\s+[|\-–—•·»:]\s+|\s*\|\s*")
_FEWEST_WORDS = 3
_MUCH_SHORTER = 2
_MOST_AUTHORS = 20

# A shown name: "By", two to four names, an initial.
_MOST_NAME = 6
_AUTHOR = XPath(
    './/*[@rel="author" or @itemprop="author" or contains(@class, "byline") or contains(@class, "author-name")]'
)

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PageData:
    """What is told. `body` is the article's text as the data has it; `free` is False where it has to be paid for."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    lead: str | None = None
    body: str | None = None
    published_at: str | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None
    free: bool | None = None
    types: frozenset[str] = frozenset()
    headlines: tuple[str, ...] = ()

    def told(self) -> Told:
        """What helps to judge blocks."""
        return Told(self.body, self.title or "", self.lead or "", self.authors)


def data_of(tree: Any, scripts: Sequence[Script], url: str | None) -> PageData:
    """Read the data of a parsed page, of which these are the scripts. The tree stays as it is."""
    objects = [one for script in scripts if script.type == _LD for one in _objects(script.text)]
    articles = [one for one in objects if any(map(_ARTICLE.search, _types(one)))]
    metas = _metas(tree)
    source = _source(articles, objects, metas)
    headlines = [text for heading in islice(tree.iter("h1"), 20) if (text := _plain("".join(heading.itertext())))]
    bodies = [one["articleBody"] for one in objects if isinstance(one.get("articleBody"), str)]
    free = [one["isAccessibleForFree"] for one in articles if "isAccessibleForFree" in one]
    title = _title(tree, articles, metas, headlines)
    return PageData(
        title=title,
        authors=people(_authors(tree, articles, objects, metas), source),
        lead=_first([*_texts(articles, "description"), *_of(metas, "description", "og:description")]),
        body="\n".join(bodies) or None,
        published_at=_published(tree, articles, metas),
        language=_language(tree, articles, metas),
        source=source,
        url=_canonical(tree, metas, url),
        free=None if not free else str(free[0]).lower() not in {"false", "0", "no"},
        types=frozenset(kind for one in objects for kind in _types(one)) | frozenset(_of(metas, "og:type")),
        headlines=(title or "", *headlines),
    )


def _objects(text: str) -> Iterator[Data]:
    """Every object in a script of data, the outer before the inner; so many that no page has more."""
    try:
        left: deque[tuple[Any, int]] = deque([([json.loads(text, strict=False)], 0)])
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_OBJECTS):
        if not left:
            return
        value, depth = left.popleft()
        if isinstance(value, dict):
            yield value
        if depth < _DEEPEST:
            inner = value.values() if isinstance(value, dict) else value
            left += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]


def _types(one: Data) -> list[str]:
    kind = one.get("@type")
    return (
        [kind]
        if isinstance(kind, str)
        else [each for each in kind if isinstance(each, str)]
        if isinstance(kind, list)
        else []
    )


def _metas(tree: Any) -> dict[str, list[str]]:
    """The contents of the meta tags by their names, in lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), []).append(_plain(content))
    return found


def _of(metas: Mapping[str, Sequence[str]], *names: str) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _texts(objects: Sequence[Data], key: str) -> list[str]:
    return [_plain(one[key]) for one in objects if isinstance(one.get(key), str)]


def _plain(text: str) -> str:
    return " ".join(text[:_LONGEST].split())


def _first(texts: Sequence[str]) -> str | None:
    return next((text for text in texts if text), None)


def _title(
    tree: Any, articles: Sequence[Data], metas: Mapping[str, Sequence[str]], headlines: Sequence[str]
) -> str | None:
    """The headline that the page shows, where its data say which it is; else what the data or the head call it."""
    titles = [_plain("".join(title.itertext())) for title in islice(tree.iter("title"), 1)]
    told = [*_texts(articles[:1], "headline"), *_of(metas, "og:title", "twitter:title"), *titles]
    letters = [_letters(one) for one in told]
    for headline in headlines:
        if len(headline.split()) >= _FEWEST_WORDS and any(_agree(_letters(headline), one) for one in letters):
            return headline
    return _first([*map(_without_site, told), *headlines])


def _agree(shown: str, told: str) -> bool:
    """Whether one holds the other, and is not far longer: a site's name in a title is no headline."""
    short, long = sorted((shown, told), key=len)
    return short in long and _MUCH_SHORTER * len(short) >= len(long) > 0


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _without_site(title: str) -> str:
    """A title without the site's name at its end, as long as a headline remains."""
    parts = list(_SITE.finditer(title))
    head = title[: parts[-1].start()] if parts else title
    return head if len(head.split()) >= _FEWEST_WORDS else title


def _authors(
    tree: Any, articles: Sequence[Data], objects: Sequence[Data], metas: Mapping[str, Sequence[str]]
) -> list[str]:
    """Names as they are told, by the first that tells any: the article's data, the head, what the page shows as one."""
    for one in articles:
        if names := names_of([_named(author, objects) for author in _listed(one.get("author"))]):
            return names
    for name in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"):
        if names := list(_of(metas, name)):
            return names
    shown = (_plain(" ".join(one.itertext())) for one in islice(_AUTHOR(tree), 5))
    return [name for name in shown if name and len(name.split()) <= _MOST_NAME][:1]


def _listed(value: Any) -> list[Any]:
    return value[:_MOST_AUTHORS] if isinstance(value, list) else [value]


def _named(author: Any, objects: Sequence[Data]) -> Any:
    """An author, or the object with its name that it refers to by its id."""
    id = author.get("@id") if isinstance(author, dict) and "name" not in author else None
    return next((one for one in objects if id and one.get("@id") == id and "name" in one), author)


def _source(articles: Sequence[Data], objects: Sequence[Data], metas: Mapping[str, Sequence[str]]) -> str | None:
    publishers = [one.get("publisher") for one in (*articles, *objects)]
    told = [*_of(metas, "og:site_name"), *names_of(publishers), *_of(metas, "application-name")]
    return _first([name for name in told if not name.startswith(("http", "@")) and len(name) <= 80])


def _published(tree: Any, articles: Sequence[Data], metas: Mapping[str, Sequence[str]]) -> str | None:
    told = [
        *_texts(articles, "datePublished"),
        *_of(
            metas,
            "article:published_time",
            "datepublished",
            "og:published_time",
            "date",
            "dc.date.issued",
            "parsely-pub-date",
        ),
        *(
            time.get("datetime", "")
            for time in islice(tree.iter("time"), 20)
            if "datePublished" in time.get("itemprop", "")
        ),
    ]
    return next((match[0] for text in told if (match := _DATE.match(text.strip()))), None)


def _language(tree: Any, articles: Sequence[Data], metas: Mapping[str, Sequence[str]]) -> str | None:
    top = tree.getroottree().getroot()
    told = [
        *_texts(articles, "inLanguage"),
        top.get("lang") or "",
        *_of(metas, "og:locale", "language", "content-language"),
    ]
    return next((match[1].lower() for text in told if (match := _LANGUAGE.fullmatch(text.strip()))), None)


def _canonical(tree: Any, metas: Mapping[str, Sequence[str]], url: str | None) -> str | None:
    """The page's own address, if it is one of an article and not the site's front page."""
    links = [link.get("href", "") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical"]
    for link in (*links, *_of(metas, "og:url")):
        try:
            whole: str = urljoin(url or "", link.strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc and len(parts.path) > 1:
            return whole
    return None
