"""The transition parser, without walking from word to word.

Outside an entity the parser's state depends on the next word alone, so the moves for all words are scored in one
product. Only an open entity needs steps; those of all documents advance together, and in an open entity of one label
only two moves are possible: go on inside it (I) or end it (L). Where entities would overlap the earlier one wins, as
it does when walking.

Floats added up in another order differ in their last bits, here from spaCy's own loop. Where two moves are so close
that this could decide, nothing is decided: the document is left to spaCy.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from pipeline.core.extract.model.fast.arithmetic import (
    BLOCK,
    Floats,
    largest_piece,
    product,
    product_by_row,
    whole_blocks,
)
from pipeline.core.extract.model.fast.layout import Flags, Layout, Numbers
from pipeline.core.extract.model.fast.weights import Parser

TokenSpan = tuple[int, int, str]  # first token, one past the last, label
# By how much the best move's score must lead. Leads differ from spaCy's by 1e-5 at most (docs/performance.md).
MARGIN = 1e-4
# Tokens that an open entity is followed for; names rarely have ten. A text that opens an entity at every token and
# closes none would otherwise take time that grows with its square.
LONGEST = 100
_CHUNK = 16 * BLOCK  # rows that are scored at once: their numbers stay in a second-level cache


class Lead(NamedTuple):
    """By how much the label that an entity begins with leads the next best one, and whether that is none at all."""

    score: float
    over_none: bool


class Parsed(NamedTuple):
    """A document's entities, None when they are left to spaCy, and the leads by the token where one may begin."""

    spans: list[TokenSpan] | None
    leads: dict[int, Lead]


@dataclass(frozen=True, slots=True)
class _Moves:
    """What a parser with no entity open does at each row, as numbers of `Parser.moves`, and where that is close.

    `leads` says of the rows where it begins an entity how sure the label is.
    """

    best: Numbers
    close: Flags
    leads: dict[int, Lead]


def parse(parser: Parser, encoded: Floats, layout: Layout, barred: Flags) -> list[Parsed]:
    """The entities of each document, undecided with a move too close to call or an entity of LONGEST tokens.

    `encoded` is (rows, width) as laid out; `barred` flags the rows where no entity may begin: white space, padding.
    """
    final = layout.final()
    states = np.empty((len(encoded), len(parser.outside)), np.float32)
    moves = _closed_moves(parser, encoded, states, barred, final)
    stops = _stops(parser, encoded, states, moves.best, final)
    return _collect(parser, moves, stops, layout)


def _closed_moves(parser: Parser, encoded: Floats, states: Floats, barred: Flags, final: Flags) -> _Moves:
    """For every word the best move of a parser that stands before it with no entity open, whose state is noted.

    At most words no entity begins, and by far; all moves are compared at the others alone.
    """
    outside = parser.moves.index("O")
    # In whole blocks of moves too: else a score has not the same bits everywhere with kernels for 512-bit vectors.
    closed = np.zeros((parser.hidden, whole_blocks(len(parser.moves))), np.float32)
    closed[:, : len(parser.moves)] = parser.closed
    rows, scores = [], []
    for start in range(0, len(encoded), _CHUNK):
        piece = slice(start, start + _CHUNK)
        state = product(encoded[piece], parser.lower[0], states[piece])
        state += parser.outside
        by_move = product(largest_piece(state, parser.hidden), closed).T[: len(parser.moves)].copy()
        by_move += parser.closed_bias[:, None]
        none = by_move[outside].copy()
        by_move[outside] = -np.inf
        # True also for what is not a number.
        near = np.flatnonzero(~(none - by_move.max(axis=0) >= MARGIN) & ~barred[piece])
        by_move[outside] = none
        rows.append(near + start)
        scores.append(by_move[:, near])
    return _compared(parser, np.concatenate(rows), np.concatenate(scores, axis=1), final)


def _compared(parser: Parser, rows: Numbers, scores: Floats, final: Flags) -> _Moves:
    """The best moves where these are the `scores` at `rows`, (moves, rows), and no entity begins anywhere else."""
    outside = parser.moves.index("O")
    begins = np.array([move == "B" for move in parser.moves])
    scores[np.ix_(begins, final[rows])] = -np.inf  # an entity of several words cannot begin at the last one
    best = scores.argmax(axis=0)
    moves, close = np.full(len(final), outside, np.intp), np.zeros(len(final), np.bool_)
    moves[rows] = best
    close[rows] = ~(_lead(scores, best) >= MARGIN)
    begun = best != outside
    return _Moves(moves, close, dict(zip(rows[begun].tolist(), _leads(parser, scores[:, begun]), strict=True)))


def _lead(scores: Floats, best: Numbers) -> Floats:
    """By how much the `best` of each column leads the next."""
    columns = np.arange(len(best))
    others = scores.copy()
    others[best, columns] = -np.inf
    lead: Floats = scores[best, columns] - others.max(axis=0)
    return lead


def _leads(parser: Parser, scores: Floats) -> list[Lead]:
    """How much the best label leads the next in each column of `scores`, which have the moves as rows."""
    order, firsts, none = _labels(parser.labels)
    by_label: Floats = np.maximum.reduceat(scores[order], firsts, axis=0)
    best = by_label.argmax(axis=0)
    lead = _lead(by_label, best)
    by_label[best, np.arange(len(best))] = -np.inf
    return list(map(Lead, lead.tolist(), (by_label.argmax(axis=0) == none).tolist()))


@cache
def _labels(labels: tuple[str, ...]) -> tuple[list[int], list[int], int]:
    """The moves' numbers label by label, where each label begins in them, and which label is that of no entity."""
    order = sorted(range(len(labels)), key=labels.__getitem__)
    sorted_labels = [labels[number] for number in order]
    different = sorted(set(labels))
    return order, [sorted_labels.index(label) for label in different], different.index("")


def _stops(parser: Parser, encoded: Floats, states: Floats, moves: Numbers, final: Flags) -> dict[int, int]:
    """Where each entity that begins with a B move ends: first row to one past the last. Close calls are left out."""
    begins = np.array([move == "B" for move in parser.moves])
    start = np.flatnonzero(begins[moves])
    label, first = moves[start], product_by_row(encoded[start], parser.lower[1])
    first += parser.opened
    stops: dict[int, int] = {}
    for length in range(1, LONGEST):
        if not len(start):
            break
        current = start + length
        state = states[current] + first
        state += product_by_row(encoded[current - 1], parser.lower[2])
        hidden = largest_piece(state, parser.hidden)
        inside = np.einsum("kh,kh->k", hidden, parser.inside[label]) + parser.inside_bias[label]
        last = np.einsum("kh,kh->k", hidden, parser.last[label]) + parser.last_bias[label]
        ends = final[current] | (last - inside >= MARGIN)
        stops.update(zip(start[ends].tolist(), (current[ends] + 1).tolist(), strict=True))
        goes_on = ~ends & (inside - last >= MARGIN)
        start, label, first = start[goes_on], label[goes_on], first[goes_on]
    return stops


def _collect(parser: Parser, moves: _Moves, stops: dict[int, int], layout: Layout) -> list[Parsed]:
    """Each document's entities, from left to right: what would begin within an entity does not count."""
    rows = np.flatnonzero((moves.best != parser.moves.index("O")) | moves.close)
    bounds = np.searchsorted(rows, [layout.starts, layout.ends])
    return [
        _walk(parser, moves, stops, rows[first:last].tolist(), start)
        for first, last, start in zip(*bounds.tolist(), layout.starts.tolist(), strict=True)
    ]


def _walk(parser: Parser, moves: _Moves, stops: dict[int, int], rows: list[int], start: int) -> Parsed:
    found: list[TokenSpan] = []
    leads = {row - start: lead for row in rows if (lead := moves.leads.get(row)) is not None}
    free = start
    for row in rows:
        if row < free:
            continue
        move = moves.best[row]
        stop = stops.get(row) if parser.moves[move] == "B" else row + 1
        if stop is None or moves.close[row]:
            return Parsed(None, leads)
        found.append((row - start, stop - start, parser.labels[move]))
        free = stop
    return Parsed(found, leads)
