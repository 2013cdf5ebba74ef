"""More documents from the ones there are: articles cut short, alone or before what followed another site's article.

An article that stops anywhere, a list of its own as the last thing in it, teaches that a list is not yet the end; the
rest of another page below it teaches that a change of subject is.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeAlias

Document: TypeAlias = dict[str, Any]
Line: TypeAlias = dict[str, str]

_COPIES = 2
_FEWEST_LINES = 4
_TITLE = range(20, 131)
_LISTED = range(15, 131)
_COUNTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20)


def recombine(documents: Sequence[Document], seed: int) -> list[Document]:
    """New documents, each with the sites it is made of under `sites`."""
    chance = random.Random(seed)
    headlines = _headlines(documents)
    pages = [document for document in documents if document["variant"] == "full"]
    made = []
    for document in documents:
        if document["variant"] not in {"full", "negative"} or ".cut" in document["id"]:
            continue
        kept = [index for index, line in enumerate(document["lines"]) if line["label"] == "keep"]
        if len(kept) < _FEWEST_LINES or (document["variant"] == "negative" and chance.random() < 0.5):
            continue
        for copy in range(_COPIES):
            body = document["lines"][: _stop(document["lines"], kept, chance) + 1]
            tail, sites = _tail(headlines, pages, chance)
            made.append(
                {
                    "id": f"{document['id']}.{copy}",
                    "domain": document["domain"],
                    "language": document["language"],
                    "variant": "recombined",
                    "lines": body + tail,
                    "sites": sorted(sites),
                }
            )
    return made


def _headlines(documents: Sequence[Document]) -> dict[str, list[str]]:
    """Headlines by site: titles of articles, and the lines listed below one."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        first = document["lines"][0]
        if first["label"] == "ignore" and len(first["text"]) in _TITLE:
            found[document["domain"]].append(first["text"])
        if document["variant"] == "related":
            found[document["domain"]] += [
                line["text"] for line in document["lines"] if line["label"] == "drop" and len(line["text"]) in _LISTED
            ]
    return dict(sorted(found.items()))


def _stop(lines: Sequence[Line], kept: Sequence[int], chance: random.Random) -> int:
    """Where to cut an article short: half of the time after a line that could be a heading or a list item."""
    stop = chance.choice(kept[2:]) if chance.random() < 0.7 else kept[-1]
    items = [
        i for i in kept[3:] if len(lines[i]["text"]) < 120 and not lines[i]["text"].rstrip().endswith((".", "?", "!"))
    ]
    return chance.choice(items) if items and chance.random() < 0.5 else stop


def _tail(
    headlines: dict[str, list[str]], pages: Sequence[Document], chance: random.Random
) -> tuple[list[Line], set[str]]:
    kind = chance.random()
    if kind < 0.35:
        return [], set()
    if kind < 0.65 and headlines:
        return _listed(headlines, chance)
    if not pages:
        return [], set()
    page = chance.choice(pages)
    last = max(index for index, line in enumerate(page["lines"]) if line["label"] == "keep")
    tail = page["lines"][last + 1 :]
    if len(tail) > 3 and chance.random() < 0.4:
        tail = tail[: chance.randrange(2, len(tail))]
    return list(tail), {page["domain"]}


def _listed(headlines: dict[str, list[str]], chance: random.Random) -> tuple[list[Line], set[str]]:
    """A list of headlines, of one site or of many."""
    sites = list(headlines)
    count = chance.choice(_COUNTS)
    if chance.random() < 0.5:
        chosen = [chance.choice(sites) for _ in range(count)]
        titles = [chance.choice(headlines[site]) for site in chosen]
    else:
        site = chance.choice(sites)
        chosen = [site]
        titles = chance.sample(headlines[site], min(count, len(headlines[site])))
    return [{"text": title, "label": "drop"} for title in titles], set(chosen)
