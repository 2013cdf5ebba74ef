"""The ten most salient entities of 150 real articles, to be read and marked, and how many of them are plainly wrong.

    python -m benchmarks.read_entities sheet HALF [--data ../shared/eval] [--marks FILE] [--every]
    python -m benchmarks.read_entities score [--data ../shared/eval] [--marks FILE]

The articles are English ones of `wild` and `rolling`, cleaned and read as the pipeline does, 75 of either half of the
outlets: `tune` is what rules may be written by, `report` is not looked at before they are. `sheet` prints, for a
reader, what of a half has no mark yet, `score` how the marks stand. FILE has a line for each entity that was marked: a
key (a hash of article, type, name and other names, so that a mark holds as long as the entity is the same), and a
letter of KINDS. An entity that is gone needs no mark; one that is new or has changed needs its own.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.core.clean import Cleaner
from pipeline.core.extract import Document, Extractor, ExtractSettings
from pipeline.core.records import Entity
from training.common_words import is_counted

KINDS = {
    ".": "right",
    "t": "wrong type",
    "n": "names nothing",
    "e": "a word too many or too few",
    "d": "one thing in two entities",
    "p": "right, but put into a wrong country",
}
WRONG = "tned"
HALVES = ("tune", "report")
_MARKS = Path(__file__).with_name("entity_marks.txt")
_ARTICLES = 75  # of a half
_TOP = 10
_SHORTEST, _LONGEST = 600, 9000  # characters of an article
_AROUND = 70  # characters of context
# Short addresses of outlets that have a longer one too.
_SAME = {"abcn.ws": "abcnews.go.com", "go.com": "abcnews.go.com", "politi.co": "politico.com", "cnn.it": "cnn.com"}


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it was scraped."""

    id: str
    outlet: str
    text: str
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """An entity of an article, with its key and the text around its first mention."""

    key: str
    entity: Entity
    context: str


def main() -> int:
    """Print the sheet or the score; 2 when the data is not there."""
    asked = _arguments()
    if not (asked.data / "wild" / "dev.jsonl").is_file():
        print(
            f"No articles to read: {asked.data}/wild/dev.jsonl is not there. Name the folder by --data.",
            file=sys.stderr,
        )
        return 2
    marks = dict(line.split() for line in asked.marks.read_text().splitlines()) if asked.marks.is_file() else {}
    if asked.task == "sheet":
        for given, shown in _read(asked.data, asked.half):
            _print(given, [one for one in shown if asked.every or one.key not in marks])
    else:
        for half in HALVES:
            _score(half, [one for _, shown in _read(asked.data, half) for one in shown], marks)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = parser.add_subparsers(dest="task", required=True)
    sheet, score = tasks.add_parser("sheet"), tasks.add_parser("score")
    sheet.add_argument("half", choices=HALVES)
    sheet.add_argument("--every", action="store_true", help="what is marked already, too")
    for task in (sheet, score):
        task.add_argument("--data", type=Path, default=Path("../shared/eval"))
        task.add_argument("--marks", type=Path, default=_MARKS)
    return parser.parse_args()


def _read(data: Path, half: str) -> Iterator[tuple[Given, list[Shown]]]:
    cleaner, extractor = Cleaner(), Extractor.load(ExtractSettings())
    articles = _chosen(data, half)
    cleaned = cleaner.clean_many([(one.text, one.title) for one in articles])
    documents = [
        Document(clean.text, clean.title, url=one.url, source=one.outlet)
        for one, clean in zip(articles, cleaned, strict=True)
    ]
    for one, document, extraction in zip(articles, documents, extractor.extract(documents), strict=True):
        top = sorted(extraction.entities, key=lambda entity: -entity.salience)[:_TOP]
        yield one, [Shown(_key(one, entity), entity, _context(document.text, entity)) for entity in top]


def _chosen(data: Path, half: str) -> list[Given]:
    """The first article of each outlet, then the second and so on, by a hash; outlets by a hash too."""
    outlets: dict[str, list[Given]] = defaultdict(list)
    for given in _all(data):
        if is_counted(given.outlet) == (half == HALVES[0]) and _SHORTEST <= len(given.text) <= _LONGEST:
            outlets[given.outlet].append(given)
    for own in outlets.values():
        own.sort(key=lambda one: _hash(one.id))
    in_turns = [
        own[turn]
        for turn in range(_ARTICLES)
        for own in sorted(outlets.values(), key=lambda own: _hash(own[0].outlet))
        if turn < len(own)
    ]
    return in_turns[:_ARTICLES]


def _all(data: Path) -> Iterator[Given]:
    with (data / "wild" / "dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["language"] == "en":
                yield Given(row["id"], _outlet(row["domain"]), row["raw"], None, None)
    for name in ("dev-abp", "dev-sources"):
        with gzip.open(data / "rolling" / f"{name}.articles.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row.get("language", "en") == "en":
                    yield _given(row)


def _given(row: dict[str, Any]) -> Given:
    return Given(row["id"], _outlet(row["source"]), row["text"], row.get("title"), row.get("url"))


def _outlet(name: str) -> str:
    bare = name.removeprefix("www.")
    return _SAME.get(bare, bare)


def _key(given: Given, entity: Entity) -> str:
    return _hash("\t".join((given.id, entity.type, entity.name, *sorted(entity.aliases))))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _context(text: str, entity: Entity) -> str:
    start, end = entity.mentions[0].start, entity.mentions[0].end
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}[{text[start:end]}]{behind}".replace("\n", " / ")


def _print(given: Given, shown: list[Shown]) -> None:
    if not shown:
        return
    print(f"\n# {given.outlet} {given.id}: {given.title}")
    for one in shown:
        entity = one.entity
        where = f" {entity.country}" if entity.country else ""
        print(f"{one.key} {entity.type}{where} | {' | '.join((entity.name, *entity.aliases))} | {entity.count}")
        print(f"    {one.context}")


def _score(half: str, shown: list[Shown], marks: dict[str, str]) -> None:
    marked = Counter(marks[one.key] for one in shown if one.key in marks)
    count = marked.total()
    wrong = sum(marked[kind] for kind in WRONG)
    print(f"{half}: {len(shown)} entities, {count} of them marked, {wrong} ({wrong / max(1, count):.1%}) plainly wrong")
    for kind, name in KINDS.items():
        if kind != ".":
            print(f"    {marked[kind]:4d} {name}")


if __name__ == "__main__":
    sys.exit(main())
