"""Which words news writes small: made from texts in running prose, for telling what a capital is worth.

    python -m training.common_words --data ../shared/eval

A word is common when it stands in small letters often and hardly ever with a capital where nothing but a name asks for
one: between two words in small letters. The texts are the articles of `boilerplate` and every other source of
`rolling/dev-abp`, by a hash of its name; on the other sources the figures of docs/entities-figures.md are taken. The
list holds words alone, in the order of the alphabet, one a line.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parents[1] / "pipeline" / "core" / "extract" / "gazetteer" / "common_words.txt"
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"(?<=[a-z] )[A-Z][A-Za-z]+(?= [a-z]|[.,;:?!)]|$)")
_OFTEN = 5  # times in small letters
_SHARE = 0.05  # capitals for one in small letters, at most
_SHORTEST = 3  # letters
_PROSE = 0.5  # of a line's words in small letters; others are headlines and lists
_FEWEST = 6  # words of a line


def main() -> int:
    """Write the list; 2 when the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"))
    data = parser.parse_args().data
    if not (data / "boilerplate").is_dir():
        print(f"No texts to count in: {data}/boilerplate is not there. Name the folder by --data.", file=sys.stderr)
        return 2
    small, large = Counter[str](), Counter[str]()
    for line in _lines(data):
        words = _WORD.findall(line)
        if len(words) >= _FEWEST and sum(map(str.islower, words)) >= _PROSE * len(words):
            small.update(filter(str.islower, words))
            large.update(map(str.lower, _BETWEEN.findall(line)))
    common = sorted(word for word, count in small.items() if _is_common(word, count, large[word]))
    OUT.write_text("\n".join(common) + "\n", encoding="utf-8")
    print(f"{len(common)} of {len(small)} words: {OUT}")
    return 0


def _is_common(word: str, small: int, large: int) -> bool:
    return small >= _OFTEN and large <= _SHARE * small and len(word) >= _SHORTEST


def _lines(data: Path) -> Iterator[str]:
    for name in ("dev.jsonl", "seedlike-dev.jsonl"):
        for row in map(json.loads, (data / "boilerplate" / name).open(encoding="utf-8")):
            yield from (line["text"] for line in row["lines"] if line["label"] == "keep")
    with gzip.open(data / "rolling" / "dev-abp.articles.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if is_counted(row["source"]):
                yield from row["text"].split("\n")


def is_counted(source: str) -> bool:
    """Whether the words of a source are counted, rather than its articles marked for the figures."""
    digest = hashlib.sha256(f"half{source.removeprefix('www.')}".encode()).hexdigest()
    return int(digest, 16) % 2 == 0


if __name__ == "__main__":
    sys.exit(main())
