"""The transition parser, without walking from word to word.

Outside an entity the parser's state depends on the next word alone, so the moves for all words are scored in one
product. Only an open entity needs steps; those of all documents advance together, and in an open entity of one label
only two moves are possible: go on inside it (I) or end it (L). Where entities would overlap the earlier one wins, as
it does when walking.
"""

import numpy as np

from pipeline.core.extract.fast.arithmetic import Floats, largest_piece, product, product_by_row
from pipeline.core.extract.fast.layout import Flags, Layout, Numbers
from pipeline.core.extract.fast.weights import Parser

TokenSpan = tuple[int, int, str]  # first token, one past the last, label


def parse(parser: Parser, encoded: Floats, layout: Layout, barred: Flags) -> list[list[TokenSpan]]:
    """The entities of each document.

    `encoded` is (rows, width) as laid out; `barred` flags the rows where no entity may begin: white space, padding.
    """
    words = product(encoded, parser.project)
    words += parser.project_bias
    final = layout.final()
    next_word = product(words, parser.lower[0])
    moves = _closed_moves(parser, next_word, barred, final)
    stops = _stops(parser, words, next_word, moves, final)
    return _collect(parser, moves, stops, layout)


def _closed_moves(parser: Parser, next_word: Floats, barred: Flags, final: Flags) -> Numbers:
    """For every word the best move of a parser that stands before it with no entity open."""
    state = next_word + (parser.absent[1] + parser.absent[2] + parser.lower_bias)
    scores = product(largest_piece(state, parser.hidden), parser.closed)
    scores += parser.closed_bias
    begins = np.array([move == "B" for move in parser.moves])
    scores[np.ix_(final, begins)] = -np.inf  # an entity of several words cannot begin at the last one
    moves: Numbers = scores.argmax(axis=1)
    moves[barred] = parser.moves.index("O")
    return moves


def _stops(parser: Parser, words: Floats, next_word: Floats, moves: Numbers, final: Flags) -> dict[int, int]:
    """Where each entity that begins with a B move ends: first row to one past the last."""
    begins = np.array([move == "B" for move in parser.moves])
    start = np.flatnonzero(begins[moves])
    label, first, current = moves[start], product_by_row(words[start], parser.lower[1]), start + 1
    stops: dict[int, int] = {}
    while len(current):
        state = next_word[current] + first
        state += product_by_row(words[current - 1], parser.lower[2])
        state += parser.lower_bias
        hidden = largest_piece(state, parser.hidden)
        inside = np.einsum("kh,kh->k", hidden, parser.inside[label]) + parser.inside_bias[label]
        last = np.einsum("kh,kh->k", hidden, parser.last[label]) + parser.last_bias[label]
        goes_on = (inside >= last) & ~final[current]
        stops.update(zip(start[~goes_on].tolist(), (current[~goes_on] + 1).tolist(), strict=True))
        start, label, first, current = start[goes_on], label[goes_on], first[goes_on], current[goes_on] + 1
    return stops


def _collect(parser: Parser, moves: Numbers, stops: dict[int, int], layout: Layout) -> list[list[TokenSpan]]:
    found: list[list[TokenSpan]] = [[] for _ in layout.ends]
    at = np.flatnonzero(moves != parser.moves.index("O"))
    documents = np.searchsorted(layout.ends, at, side="right").tolist()
    starts = layout.starts.tolist()
    free = 0
    for row, move, document in zip(at.tolist(), moves[at].tolist(), documents, strict=True):
        if row >= free:
            free = stops[row] if parser.moves[move] == "B" else row + 1
            found[document].append((row - starts[document], free - starts[document], parser.labels[move]))
    return found
