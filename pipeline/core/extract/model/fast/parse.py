"""The transition parser, without walking from word to word.

Outside an entity the parser's state depends on the next word alone, so the moves for all words are scored in one
product. Only an open entity needs steps; those of all documents advance together, and in an open entity of one label
only two moves are possible: go on inside it (I) or end it (L). Where entities would overlap the earlier one wins, as
it does when walking.

Floats added up in another order differ in their last bits, here from spaCy's own loop. Where two moves are so close
that this could decide, nothing is decided: the document is left to spaCy.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.core.extract.model.fast.arithmetic import Floats, largest_piece, product, product_by_row
from pipeline.core.extract.model.fast.layout import Flags, Layout, Numbers
from pipeline.core.extract.model.fast.weights import Parser

TokenSpan = tuple[int, int, str]  # first token, one past the last, label
# By how much the best move's score must lead. Leads differ from spaCy's by 1e-5 at most (docs/performance.md).
MARGIN = 1e-4
# Tokens that an open entity is followed for; names rarely have ten. A text that opens an entity at every token and
# closes none would otherwise take time that grows with its square.
LONGEST = 100


@dataclass(frozen=True, slots=True)
class _Moves:
    """What a parser with no entity open does at each row, as numbers of `Parser.moves`, and where that is close."""

    best: Numbers
    close: Flags


def parse(parser: Parser, encoded: Floats, layout: Layout, barred: Flags) -> list[list[TokenSpan] | None]:
    """The entities of each document; None for one with a move too close to call or an entity of LONGEST tokens.

    `encoded` is (rows, width) as laid out; `barred` flags the rows where no entity may begin: white space, padding.
    """
    words = product(encoded, parser.project)
    words += parser.project_bias
    final = layout.final()
    next_word = product(words, parser.lower[0])
    moves = _closed_moves(parser, next_word, barred, final)
    stops = _stops(parser, words, next_word, moves.best, final)
    return _collect(parser, moves, stops, layout)


def _closed_moves(parser: Parser, next_word: Floats, barred: Flags, final: Flags) -> _Moves:
    """For every word the best move of a parser that stands before it with no entity open."""
    state = next_word + (parser.absent[1] + parser.absent[2] + parser.lower_bias)
    scores = product(largest_piece(state, parser.hidden), parser.closed)
    scores += parser.closed_bias
    begins = np.array([move == "B" for move in parser.moves])
    scores[np.ix_(final, begins)] = -np.inf  # an entity of several words cannot begin at the last one
    rows = np.arange(len(scores))
    moves: Numbers = scores.argmax(axis=1)
    best = scores[rows, moves]
    scores[rows, moves] = -np.inf
    close: Flags = ~(best - scores.max(axis=1) >= MARGIN)  # true also for what is not a number
    moves[barred] = parser.moves.index("O")
    close[barred] = False
    return _Moves(moves, close)


def _stops(parser: Parser, words: Floats, next_word: Floats, moves: Numbers, final: Flags) -> dict[int, int]:
    """Where each entity that begins with a B move ends: first row to one past the last. Close calls are left out."""
    begins = np.array([move == "B" for move in parser.moves])
    start = np.flatnonzero(begins[moves])
    label, first = moves[start], product_by_row(words[start], parser.lower[1])
    stops: dict[int, int] = {}
    for length in range(1, LONGEST):
        if not len(start):
            break
        current = start + length
        state = next_word[current] + first
        state += product_by_row(words[current - 1], parser.lower[2])
        state += parser.lower_bias
        hidden = largest_piece(state, parser.hidden)
        inside = np.einsum("kh,kh->k", hidden, parser.inside[label]) + parser.inside_bias[label]
        last = np.einsum("kh,kh->k", hidden, parser.last[label]) + parser.last_bias[label]
        ends = final[current] | (last - inside >= MARGIN)
        stops.update(zip(start[ends].tolist(), (current[ends] + 1).tolist(), strict=True))
        goes_on = ~ends & (inside - last >= MARGIN)
        start, label, first = start[goes_on], label[goes_on], first[goes_on]
    return stops


def _collect(parser: Parser, moves: _Moves, stops: dict[int, int], layout: Layout) -> list[list[TokenSpan] | None]:
    """Each document's entities, from left to right: what would begin within an entity does not count."""
    rows = np.flatnonzero((moves.best != parser.moves.index("O")) | moves.close)
    bounds = np.searchsorted(rows, [layout.starts, layout.ends])
    return [
        _walk(parser, moves, stops, rows[first:last].tolist(), start)
        for first, last, start in zip(*bounds.tolist(), layout.starts.tolist(), strict=True)
    ]


def _walk(parser: Parser, moves: _Moves, stops: dict[int, int], rows: list[int], start: int) -> list[TokenSpan] | None:
    found: list[TokenSpan] = []
    free = start
    for row in rows:
        if row < free:
            continue
        move = moves.best[row]
        stop = stops.get(row) if parser.moves[move] == "B" else row + 1
        if stop is None or moves.close[row]:
            return None
        found.append((row - start, stop - start, parser.labels[move]))
        free = stop
    return found
