"""Articles of every kind, good and bad, drawn from a seed."""

import json
import random
from collections.abc import Callable

from pipeline.core.codec import record_id
from tests.support.articles import BODY
from tests.support.chaos import small_article

_SENTENCES = (
    "Maria Keller met ministers of Chile and Peru in Geneva on Tuesday.",
    "The port authority of Valparaiso agreed to hire sixty men, said Tomas Arriagada.",
    "Aiko Tanaka of the Osaka Shipping Company declined to comment.",
    "Samuel Osei, who leads the union in Accra, called the offer a first step.",
)


def draw(dice: random.Random, number: int) -> tuple[str, bytes]:
    """An id as the records will have it, and the message."""
    kind = dice.choices(_KINDS, _WEIGHTS)[0]
    return kind(dice, f"s{number}")


def _small(_dice: random.Random, id: str) -> tuple[str, bytes]:
    return id, small_article(id)


def _with_headlines(_dice: random.Random, id: str) -> tuple[str, bytes]:
    return id, json.dumps({"id": id, "text": BODY, "url": f"https://example.org/{id}"}).encode()


def _long(dice: random.Random, id: str) -> tuple[str, bytes]:
    paragraphs = "\n\n".join(" ".join(dice.choices(_SENTENCES, k=8)) for _ in range(dice.randint(5, 60)))
    return id, json.dumps({"id": id, "language": "en", "text": f"A long report\n\n{paragraphs}"}).encode()


def _page(dice: random.Random, id: str) -> tuple[str, bytes]:
    body = "".join(f"<p>{' '.join(dice.choices(_SENTENCES, k=5))}</p>" for _ in range(6))
    page = f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Report {id}</h1>{body}</article></body></html>"
    return id, json.dumps({"id": id, "html": page}).encode()


def _not_json(_dice: random.Random, id: str) -> tuple[str, bytes]:
    raw = f"{{not json, {id}".encode()
    return record_id(raw), raw


def _not_utf8(_dice: random.Random, id: str) -> tuple[str, bytes]:
    raw = b"\xff\xfe" + id.encode()
    return record_id(raw), raw


def _empty(_dice: random.Random, id: str) -> tuple[str, bytes]:
    raw = json.dumps({"text": " ", "metadata": {"n": id}}).encode()
    return record_id(raw), raw


_Kind = Callable[[random.Random, str], tuple[str, bytes]]
_KINDS: tuple[_Kind, ...] = (_small, _with_headlines, _long, _page, _not_json, _not_utf8, _empty)
_WEIGHTS = (40, 30, 10, 14, 2, 2, 2)
