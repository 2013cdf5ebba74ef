"""What the text itself says of where a name lies: "Springfield, Ill.", "Basra in Iraq", "Texas' city of Waco"."""

import re
from itertools import pairwise

from pipeline.core.extract.places.atlas import Atlas, Kind, contains
from pipeline.core.extract.places.candidates import Toponym
from pipeline.core.extract.places.folding import short_form
from pipeline.core.extract.places.words import AFTER, BEFORE, BETWEEN, IN, TO, TOWN

_PREPOSITION = 10  # characters before a name in which "in" or "near" may stand
_FURTHEST = 50  # characters between a place and the larger one
_CLOSE, _SAID, _LOOSE, _REVERSED = 1.0, 0.8, 0.4, 0.7
_IN = re.compile(r"^,? in(?: the| [a-z]+(?:ern|-east|-west))? $")
_THE = (", a ", ", the ")
_TIGHT = (",", "(", ", (", "")

Mention = tuple[int, int, Toponym]


def read(text: str, mentions: list[Mention], atlas: Atlas) -> None:
    """Note for each name what lies in what. `mentions` (start, end, name) are in the order of the text."""
    for (_, end, left), (start, after, right) in pairwise(mentions):
        if left is right or not 0 <= start - end <= _FURTHEST:
            continue
        between = text[end:start]
        if BETWEEN.match(between):
            _relate(left, right, _CLOSE if between.strip() in _TIGHT else _SAID if _IN.match(between) else _LOOSE)
        elif between in _THE and TOWN.match(text, after):
            _relate(left, right, _SAID)
        elif BEFORE.match(between):
            _relate(right, left, _REVERSED)
    starts = {start for start, _, _ in mentions}
    for start, end, name in mentions:
        if name.doubtful and not text.startswith(("'s", "’s"), end):
            before = max(0, start - _PREPOSITION)
            name.placed += name.label != "ORG" and bool(IN.search(text, before, start))
            name.hinted += bool(TO.search(text, before, start))
        match = AFTER.match(text, end)
        if match and match.start(1) not in starts:
            for whole in atlas.named(short_form(match[1])):
                if any(contains(whole, part) for part in name.candidates):
                    name.within[whole] = name.within.get(whole, 0.0) + _CLOSE


def _relate(part: Toponym, whole: Toponym, weight: float) -> None:
    hit = False
    for larger in whole.candidates:
        if larger.kind <= Kind.DISTRICT and any(
            place.row != larger.row and contains(larger, place) for place in part.candidates
        ):
            part.within[larger] = part.within.get(larger, 0.0) + weight
            hit = True
    if hit and weight >= _CLOSE:
        whole.qualifies += 1
