"""More documents from the ones there are: articles with other pages' clutter put into them, and short tails below.

Pages that were labelled have most of their clutter below the article. Text that people scrape has it below the
headline and between paragraphs as well, and often no more than a line or two of it below. Blocks are taken from pages
in the same language, so that a language is not what tells them.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from training.recombine import Document, Line

_FEWEST_LINES = 4
# How long a block is, each as likely as another.
_SIZES = (1, 1, 1, 1, 2, 2, 3, 4, 6, 10, 16)
_MOST_BLOCKS = 3
_TAIL_SIZES = (1, 1, 2, 3, 4)
# What share of the blocks stands between headline and text, and what share below the last line.
_FRONT, _TAIL = 0.3, 0.3
# How many of the blocks stand in a text twice: a page has one for its menu and one for small screens.
_AGAIN = 0.12


def interrupt(documents: Sequence[Document], seed: int) -> list[Document]:
    """A copy of each document that has enough lines, with blocks from other sites, which are named under `sites`."""
    chance = random.Random(seed)
    blocks = _blocks(documents)
    made = []
    for document in documents:
        lines = document["lines"]
        kept = [number for number, line in enumerate(lines) if line["label"] == "keep"]
        if len(kept) < _FEWEST_LINES or document["language"] not in blocks:
            continue
        tail = [] if chance.random() < 0.5 else list(lines[kept[-1] + 1 :])
        body, sites = _with_blocks(list(lines[: kept[-1] + 1]), kept, tail, blocks[document["language"]], chance)
        made.append(
            {
                "id": f"{document['id']}.i",
                "domain": document["domain"],
                "language": document["language"],
                "variant": "interrupted",
                "lines": body,
                "sites": sorted(sites),
            }
        )
    return made


def _blocks(documents: Sequence[Document]) -> dict[str, list[tuple[str, list[Line]]]]:
    """For each language the runs of clutter lines on its pages, each with its site."""
    found: dict[str, list[tuple[str, list[Line]]]] = defaultdict(list)
    for document in documents:
        for dropped, run in groupby(document["lines"], key=lambda line: line["label"] == "drop"):
            if dropped:
                found[document["language"]].append((document["domain"], list(run)))
    return dict(found)


def _with_blocks(
    lines: list[Line],
    kept: Sequence[int],
    tail: list[Line],
    blocks: Sequence[tuple[str, list[Line]]],
    chance: random.Random,
) -> tuple[list[Line], set[str]]:
    sites = set()
    places: dict[int, list[Line]] = defaultdict(list)
    for _ in range(chance.randint(1, _MOST_BLOCKS)):
        site, block = chance.choice(blocks)
        sites.add(site)
        where = chance.random()
        size = chance.choice(_TAIL_SIZES if where > 1 - _TAIL else _SIZES)
        first = chance.randrange(max(len(block) - size, 0) + 1)
        place = kept[0] if where < _FRONT else len(lines) if where > 1 - _TAIL else chance.choice(kept)
        places[place] += block[first : first + size]
        if chance.random() < _AGAIN:
            places[chance.choice(kept)] += block[first : first + size]
    result: list[Line] = []
    for number, line in enumerate(lines):
        result += [*places.get(number, []), line]
    return [*result, *places.get(len(lines), []), *tail], sites
