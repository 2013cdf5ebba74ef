"""Records for a person's eyes: entities coloured by type, removed lines struck through with their reasons."""

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import orjson
from rich.console import Group, RenderableType
from rich.json import JSON
from rich.text import Text

from pipeline.core.flow import Channel

Record = Mapping[str, Any]

TYPE_STYLES = {
    "PERSON": "bold cyan",
    "ORG": "bold yellow",
    "GPE": "bold green",
    "LOC": "bold green",
    "FAC": "green",
    "NORP": "bold magenta",
    "EVENT": "bold blue",
}
_OTHER_TYPE = "bold"
_REMOVED = "strike red"
_SHOWN_BYTES = 400
# Control characters other than line break and tab could command the terminal; one for one, so that offsets hold.
_CONTROLS = {code: "�" for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def record(channel: Channel, value: Record) -> RenderableType:
    """A record of any channel but raw."""
    views: Mapping[Channel, Callable[[Record], RenderableType]] = {
        Channel.CLEAN: article,
        Channel.ENRICHED: article,
        Channel.MENTIONS: mention,
        Channel.DEAD: dead_letter,
    }
    return views.get(channel, whole)(value)


def whole(value: Record) -> RenderableType:
    """A record as it is, with its fields in their order."""
    return JSON(orjson.dumps(value).decode())


def article(value: Record) -> RenderableType:
    """A clean or enriched article: what is known of it, its lines with those removed, what it names and quotes."""
    return Group(*_heading(value), Text(), *lines(value), *_entities(value), *_quotations(value))


def lines(value: Record) -> Iterator[Text]:
    """The original's lines in their order: kept ones with entities coloured, removed ones with their reasons."""
    paragraphs = zip(value["paragraphs"], _kept(value), strict=True)
    found = [((paragraph["line"], paragraph["offset"]), text) for paragraph, text in paragraphs]
    found += [((removed["line"], removed.get("offset") or 0), _removed(removed)) for removed in value["removed"]]
    yield from (text for _, text in sorted(found, key=lambda pair: pair[0]))


def mention(value: Record) -> Text:
    """One entity of one article, on one line."""
    shown = Text(_safe(value["name"]), TYPE_STYLES.get(value["type"], _OTHER_TYPE))
    shown.append(f"  {value['type']} × {value['count']}  in {_safe(value['article_id'])}", "dim")
    if spoken := value.get("quotations"):
        shown.append(f", quoted {spoken}×", "dim")
    return shown


def dead_letter(value: Record) -> RenderableType:
    """What could not be processed, why, and how it began."""
    head = Text.assemble(("dead letter ", "bold red"), _safe(value["id"]))
    why = Text.assemble((value["reason"], "red"), f" in {value['stage']}: {_safe(value['message'])}")
    original = base64.b64decode(value["original"] or "")
    shown = original[:_SHOWN_BYTES].decode("utf-8", "replace")
    more = f" … ({value['original_size']:,} bytes)" if value["original_size"] > _SHOWN_BYTES else ""
    return Group(head, why, Text(_safe(shown) + more, "dim"))


def _heading(value: Record) -> Iterator[Text]:
    yield Text(_safe(value.get("title") or value["id"]), "bold underline")
    dateline = value.get("dateline") or {}
    facts = {
        "id": value["id"],
        "by": value.get("byline"),
        "from": ", ".join(part for part in (dateline.get("place"), dateline.get("date")) if part),
        "agency": value.get("agency"),
        "source": value.get("source"),
        "published": value.get("published_at"),
        "language": value.get("language"),
        "marks": ", ".join(value.get("marks") or ()),
    }
    yield Text(_safe(" · ".join(f"{name} {fact}" for name, fact in facts.items() if fact)), "dim")


def _kept(value: Record) -> Iterator[Text]:
    """Each paragraph of the clean text; it ends before the blank line that parts it from the next."""
    text = Text(_safe(value["text"]))
    for entity in value.get("entities") or ():
        style = TYPE_STYLES.get(entity["type"], _OTHER_TYPE)
        for span in entity["mentions"]:
            text.stylize(style, span["start"], span["end"])
    starts = [paragraph["start"] for paragraph in value["paragraphs"]]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        paragraph = text[start:end]
        paragraph.rstrip()
        yield paragraph


def _removed(removed: Record) -> Text:
    evidence = f", seen in {removed['seen']} of {removed['of']}" if removed.get("of") else ""
    return Text.assemble((_safe(removed["text"]), _REMOVED), (f"  ← {removed['reason']}{evidence}", "red"))


def _entities(value: Record) -> Iterator[Text]:
    """A blank line and every entity with its type and count, one after the other."""
    shown = []
    for entity in value.get("entities") or ():
        name = Text(_safe(entity["name"]), TYPE_STYLES.get(entity["type"], _OTHER_TYPE))
        shown.append(name.append(f" {entity['type']} ×{entity['count']}", "dim"))
    if shown:
        yield from (Text(), Text("  ·  ").join(shown))


def _quotations(value: Record) -> Iterator[Text]:
    """A blank line and every quotation with who speaks it, each on a line of its own."""
    for number, quotation in enumerate(value.get("quotations") or ()):
        speaker = quotation["speaker"]
        name = Text(_safe(speaker["name"]), TYPE_STYLES["PERSON"]) if speaker else Text("nobody named", "dim")
        shown = " ".join(_safe(quotation["text"]).split())
        yield from [Text()] * (not number)
        yield name.append(f": “{shown}”", "not bold default")


def _safe(text: str) -> str:
    return text.translate(_CONTROLS)
