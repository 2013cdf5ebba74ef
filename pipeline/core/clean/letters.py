"""What a line looks like letter by letter: length, case, digits, signs, how it begins and ends."""

import unicodedata
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

NAMES = (
    "upper", "caseless", "digit", "mark", "quote", "comma", "stop_mark", "dash", "colon", "capitalised", "ends_stop",
    "ends_colon", "starts_lower", "starts_digit", "starts_mark", "early_colon", "question",
)  # fmt: skip

_LOWER, _UPPER, _CASELESS, _DIGIT, _SPACE, _QUOTE, _CLOSE, _COMMA, _STOP, _COLON, _DASH, _MARK, _OTHER = range(13)
_KINDS = 13
_SIGNS = (
    (_QUOTE, "\"'“”‘’«»„‚‹›"),
    (_CLOSE, ")]"),
    (_COMMA, ",،、;؛"),
    (_STOP, ".!?…؟。！？"),
    (_COLON, ":："),
    (_MARK, "|•·→©®™#@/\\_*+=<>[{}▪◦‣●■►▶§~^`"),
)
_CATEGORIES = {"Ll": _LOWER, "Lu": _UPPER, "Lt": _UPPER, "Nd": _DIGIT, "Pd": _DASH}
# Above this code point there is next to nothing but letters without case (Chinese, Japanese, Korean …) and emoji.
_TABLE_SIZE = 0x3100
_EARLY = 30
_LONG_WORD = 4


def _kind_of(code: int) -> int:
    character = chr(code)
    for kind, members in _SIGNS:
        if character in members:
            return kind
    category = unicodedata.category(character)
    if category in _CATEGORIES:
        return _CATEGORIES[category]
    if category[0] in "LM":
        return _CASELESS
    return _SPACE if category[0] in "ZC" else _OTHER


_TABLE = np.array([_kind_of(code) for code in range(_TABLE_SIZE)] + [_CASELESS], dtype=np.int64)


def measure(texts: Sequence[str]) -> Floats:
    """One row a line, columns as in NAMES; the lines hold no newline and neither begin nor end with space."""
    count = len(texts)
    codes = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _TABLE[np.minimum(codes, _TABLE_SIZE)]
    sizes = np.array([len(text) + 1 for text in texts])
    stops = np.cumsum(sizes)
    starts = stops - sizes
    line_of = np.repeat(np.arange(count), sizes)
    table = np.bincount(line_of * _KINDS + kinds, minlength=count * _KINDS).reshape(count, _KINDS).astype(np.float64)
    letters = np.maximum(table[:, : _CASELESS + 1].sum(axis=1), 1)
    rows = np.empty((count, len(NAMES)))
    rows[:, 0] = table[:, _UPPER] / letters
    rows[:, 1] = table[:, _CASELESS] / letters
    rows[:, 2:4] = table[:, (_DIGIT, _MARK)] / sizes[:, None]
    rows[:, 4:9] = np.minimum(table[:, (_QUOTE, _COMMA, _STOP, _DASH, _COLON)], 6)
    rows[:, 9] = _capitalised(kinds, line_of, count)
    rows[:, 10], rows[:, 11] = _ends(kinds, starts, stops)
    first = kinds[starts]
    rows[:, 12] = first == _LOWER
    rows[:, 13] = first == _DIGIT
    rows[:, 14] = first >= _CLOSE
    colons = np.flatnonzero(kinds == _COLON)
    early = colons[colons - starts[line_of[colons]] < _EARLY]
    rows[:, 15] = np.bincount(line_of[early], minlength=count) > rows[:, 11] * (sizes <= _EARLY)
    asked = np.flatnonzero((codes == ord("?")) | (codes == ord("؟")))
    rows[:, 16] = np.bincount(line_of[asked], minlength=count) > 0
    return rows


def _capitalised(kinds: npt.NDArray[np.int64], line_of: npt.NDArray[np.int64], count: int) -> Floats:
    """Share of words of four letters and more that begin with a capital; one half where there is no such word."""
    letter = np.concatenate(([False], kinds <= _CASELESS))
    edge = np.flatnonzero(letter[1:] != letter[:-1])
    starts, ends = edge[0::2], edge[1::2]
    starts = starts[ends - starts >= _LONG_WORD]
    of = line_of[starts]
    total = np.bincount(of, minlength=count)
    capital = np.bincount(of[kinds[starts] == _UPPER], minlength=count)
    return np.where(total > 0, capital / np.maximum(total, 1), 0.5)


def _ends(
    kinds: npt.NDArray[np.int64], starts: npt.NDArray[np.int64], stops: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether a line ends with a full stop (before closing quotes and brackets), and whether with a colon."""
    last = stops - 2
    colon = kinds[last] == _COLON
    for _ in range(2):
        closing = (kinds[last] == _QUOTE) | (kinds[last] == _CLOSE)
        last = np.where(closing & (last > starts), last - 1, last)
    return kinds[last] == _STOP, colon
