"""What a line looks like letter by letter: length, case, digits, signs, how it begins and ends."""

import numpy as np

from pipeline.core.clean.measure import characters as c
from pipeline.core.clean.measure.fixed import ONE, Fixed, Flags, Integers, ratio, whole

NAMES = (
    "upper", "caseless", "digit", "mark", "quote", "comma", "stop_mark", "dash", "colon", "capitalised", "ends_stop",
    "ends_colon", "starts_lower", "starts_digit", "starts_mark", "early_colon", "question", "bracketed", "handles",
    "addresses",
)  # fmt: skip
_BRACKETS = np.array([ord(sign) for sign in "([（【［〔"], dtype=np.uint32)
_EARLY = 30
_LONG_WORD = 4


def measure(characters: c.Characters) -> Fixed:
    """One column a line, rows as in NAMES; the lines neither begin nor end with space."""
    kinds, starts, sizes, count = characters.kinds, characters.starts, characters.sizes, characters.lines
    table = np.bincount(characters.line * c.KINDS + kinds, minlength=count * c.KINDS).reshape(count, c.KINDS).T
    letters = np.maximum(table[c.LOWER] + table[c.UPPER] + table[c.CASELESS], 1)
    first = kinds[starts]
    rows = np.empty((len(NAMES), count), dtype=np.int16)
    rows[0:2] = ratio(table[[c.UPPER, c.CASELESS]], letters)
    rows[2:4] = ratio(table[[c.DIGIT, c.MARK]], sizes)
    rows[4:9] = whole(np.minimum(table[[c.QUOTE, c.COMMA, c.STOP, c.DASH, c.COLON]], 6))
    rows[9] = _capitalised(characters)
    stop, colon, bracketed = _ends(characters)
    colons = np.flatnonzero(kinds == c.COLON)
    of = characters.line[colons]
    early = np.bincount(of[colons - starts[of] < _EARLY], minlength=count)
    asked = np.zeros(count, dtype=np.bool_)
    asked[characters.line[(characters.codes == ord("?")) | (characters.codes == ord("؟"))]] = True
    rows[10:] = whole(
        np.stack(
            (
                stop, colon, first == c.LOWER, first == c.DIGIT, first >= c.CLOSE,
                early > (colon & (sizes <= _EARLY)), asked, bracketed, *_addresses(characters),
            )
        )
    )  # fmt: skip
    return rows


def _capitalised(characters: c.Characters) -> Fixed:
    """Share of words of four letters and more that begin with a capital; one half where there is no such word."""
    letter = np.concatenate(([False], characters.kinds <= c.CASELESS))
    edge = np.flatnonzero(letter[1:] != letter[:-1])
    starts, ends = edge[0::2], edge[1::2]
    starts = starts[ends - starts >= _LONG_WORD]
    of = characters.line[starts]
    total = np.bincount(of, minlength=characters.lines)
    capital = np.bincount(of[characters.kinds[starts] == c.UPPER], minlength=characters.lines)
    return np.where(total > 0, ratio(capital, np.maximum(total, 1)), np.int16(ONE // 2))


def _addresses(characters: c.Characters) -> tuple[Integers, Integers]:
    """How many "@" stand in each line, and how many "://" and "www." (three: three or more)."""
    codes, lines = characters.codes, characters.lines
    handles = np.bincount(characters.line[codes == ord("@")], minlength=lines)
    slashes = (codes[:-1] == ord("/")) & (codes[1:] == ord("/"))
    hosts = (codes[:-1] == ord("w")) & (codes[1:] == ord("."))
    addresses = np.bincount(characters.line[np.flatnonzero(slashes | hosts)], minlength=lines)
    return np.minimum(handles, 3), np.minimum(addresses, 3)


def _ends(characters: c.Characters) -> tuple[Flags, Flags, Flags]:
    """Whether a line ends with a full stop (before closing quotes and brackets), with a colon, stands in brackets."""
    kinds, codes, starts = characters.kinds, characters.codes, characters.starts
    last: Integers = starts + characters.sizes - 2
    colon: Flags = kinds[last] == c.COLON
    opened = np.isin(codes[starts], _BRACKETS)
    bracketed: Flags = opened & ((kinds[last] == c.CLOSE) | (codes[last] == ord("]")))
    for _ in range(2):
        closing = (kinds[last] == c.QUOTE) | (kinds[last] == c.CLOSE)
        last = np.where(closing & (last > starts), last - 1, last)
    return kinds[last] == c.STOP, colon, bracketed
