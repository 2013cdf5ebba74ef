"""What passes ask of the spans as they stand: it is made once for as long as passes hand on the same list.

Of two dozen passes one to three change anything in most articles, so that most find it made.
"""

from collections.abc import Callable, Collection
from operator import le
from typing import Any

from pipeline.core.extract.resolve.article import Article, Found, Taken
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS
from pipeline.core.extract.resolve.patterns import REMEMBERED
from pipeline.core.extract.resolve.votes import Votes, vote

_NO_NAMES: dict[str, None] = {}
Told = tuple[str, str]  # what a span says, and its label


class Seen:
    """The names of a list of spans, which is never changed.

    `names` is what each span says, `told` each pair of name and label once, in the order of the text, and `behind` the
    characters that stand right behind names. `apart`: the spans are sorted and none overlaps another.
    """

    __slots__ = ("_labelled", "_starts", "_taken", "_votes", "apart", "behind", "names", "spans", "told")

    def __init__(self, text: str, spans: list[Found]) -> None:
        """Look at them once."""
        starts, ends, labels = zip(*spans, strict=True) if spans else ((), (), ())
        self.spans = spans
        self.names = [text[start:end] for start, end, _ in spans]
        self.told = dict.fromkeys(zip(self.names, labels, strict=True))
        self.behind = frozenset(map(f"{text}\n".__getitem__, ends))
        self.apart = all(map(le, ends, starts[1:]))
        self._starts: tuple[int, ...] | frozenset[int] = starts
        self._labelled: dict[str, dict[str, None]] | None = None
        self._taken: Taken | None = None
        self._votes: Votes | None = None

    def of(self, label: str) -> Collection[str]:
        """The names that have a label, each once, in the order of the text."""
        if self._labelled is None:
            self._labelled = {}
            for name, own in self.told:
                if (names := self._labelled.get(own)) is None:
                    self._labelled[own] = {name: None}
                else:
                    names[name] = None
        return self._labelled.get(label, _NO_NAMES)

    @property
    def taken(self) -> Taken:
        """Which stretches of the text are named."""
        if self._taken is None:
            self._taken = Taken(self.spans)
        return self._taken

    @property
    def starts(self) -> frozenset[int]:
        """Where names begin."""
        if not isinstance(self._starts, frozenset):
            self._starts = frozenset(self._starts)
        return self._starts

    @property
    def votes(self) -> Votes:
        """How often each name has each label, in the order of the text; numbers are no names."""
        if self._votes is None:
            self._votes = {}
            for name, (_, _, label) in zip(self.names, self.spans, strict=True):
                if label not in NUMBERS:
                    vote(self._votes, name, label)
        return self._votes


def seen(article: Article, spans: list[Found]) -> Seen:
    """What is to be seen of these spans, by which list they are."""
    last = article.last_seen
    if last is None or last.spans is not spans:
        last = article.last_seen = Seen(article.text, spans)
    return last


class Plain:
    """The names of which what they say tells a pass that there is nothing to do, remembered as a set.

    Of all names of an article those that are in it are told at once; to ask for each by itself takes ten times as long.
    """

    def __init__(self, is_plain: Callable[..., bool]) -> None:
        """`is_plain` says it of a name and a label, and of what else `others` is given, which hardly ever changes."""
        self._is_plain = is_plain
        self._given: tuple[Any, ...] = ()
        self._known: set[Told] = set()

    def others(self, now: Seen, *given: object) -> list[Told]:
        """The names and labels that are not plain, in no order."""
        if given != self._given or len(self._known) > REMEMBERED:
            self._given, self._known = given, set()
        others = []
        for told in now.told.keys() - self._known:
            if self._is_plain(*told, *given):
                self._known.add(told)
            else:
                others.append(told)
        return others
