"""Long texts in parts: spaCy reads a million characters at most, and memory grows with the length of one text."""

from collections.abc import Iterator

# About three thousand words. The cut depends on the text alone, so that batching changes nothing.
LONGEST = 20_000


def chunks(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Parts of at most `longest` characters with their offsets, cut after a line, else a sentence, else a space."""
    start = 0
    while len(text) - start > longest:
        stop = _cut(text, start, start + longest)
        yield start, text[start:stop]
        start = stop
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    earliest = start + (limit - start) // 2
    for boundary in ("\n", ". ", " "):
        found = text.rfind(boundary, earliest, limit)
        if found >= 0:
            return found + len(boundary)
    return limit
