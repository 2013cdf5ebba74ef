"""Writes the poisons as files, a corpus for the fuzzer to begin with: `python -m fuzz.seeds FOLDER`."""

import sys
from hashlib import sha256
from itertools import chain
from pathlib import Path

from tests.poison import corpus

_SIZE = 200

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for _, value in chain(corpus.articles(_SIZE), corpus.clean_articles(_SIZE)):
        (folder / sha256(value).hexdigest()[:16]).write_bytes(value)
