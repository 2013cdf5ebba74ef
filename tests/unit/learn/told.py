"""What articles tell, for tests: sentences that no two stories share, around lines that recur."""

from collections.abc import Iterable, Sequence

from pipeline.core.learn.learner import Change, Learner
from pipeline.core.learn.lines import key_of, letters
from pipeline.core.records import LearnedLine, Place, SeenLine, Sighting

BANNER = "Get the Harbour Letter in your inbox every morning"
# A line that the cleaner by itself leaves where it is.
UNKNOWN = "Harbour Letter: what the tide brings in"
_SUBJECTS = "ferry bridge library harvest tram museum orchard lighthouse market quarry".split()


def seen(
    text: str, *, score: float = 0.01, place: Place = "inside", sentence: bool = False, cut: bool = False
) -> SeenLine:
    return SeenLine(key_of(text), letters(text), score, place, sentence, cut, text[:120])


def sentences(number: int, count: int = 6) -> list[str]:
    """The sentences of one story, all its own."""
    words = [_SUBJECTS[int(digit)] for digit in f"{number:05d}"]
    return [
        f"The {words[part % 5]} by the {words[(part + 1) % 5]} was the subject {'again ' * part}when the council "
        f"of {' '.join(words)} met to hear what the inspectors had found."
        for part in range(count)
    ]


def story(number: int, count: int = 6) -> list[SeenLine]:
    """The same as it is told."""
    return [seen(text, sentence=True, score=0.004) for text in sentences(number, count)]


def article(number: int, *extra: SeenLine, source: str = "Courier") -> Sighting:
    """A story with other lines in its middle."""
    own = story(number)
    return Sighting(source=source, article_id=f"a-{number}", lines=(*own[:3], *extra, *own[3:]))


def taught(learner: Learner, sightings: Iterable[Sighting]) -> list[Change]:
    return [change for sighting in sightings for change in learner.take(sighting)]


def texts(changes: Sequence[Change]) -> list[str]:
    return [change.text for change in changes if isinstance(change, LearnedLine)]
