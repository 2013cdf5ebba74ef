"""Articles in the news agencies' XML: NITF (https://iptc.org/standards/nitf/) and NewsML-G2
(https://iptc.org/standards/newsml-g2/)."""

import html
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from pipeline.tools.publish import items
from pipeline.tools.publish.items import Item, Opened, Unusable

# Elements of a NITF body that are lines of the article; others hold them, or belong to pictures.
_LINES = frozenset({"p", "hl2", "li", "pre"})
_WITHDRAWN = frozenset({"canceled", "withheld"})
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def xml_file(opened: Opened) -> Iterator[Item]:
    """A NITF document, or every item of a NewsML-G2 one. Nothing it refers to is read, no entity expanded."""
    content = items.whole(opened.stream)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        yield Unusable(opened.name, f"not XML ({error})", len(content))
        return
    kind = _local(root)
    if kind == "nitf":
        yield _made(nitf(root), opened, opened.name, len(content))
    elif kind in {"newsItem", "newsMessage"}:
        yield from _newsml(root, opened, len(content))
    else:
        hint = "; `dateline feed rss` reads feeds" if kind in {"rss", "feed", "RDF"} else ""
        yield Unusable(opened.name, f"XML with a root <{kind}>, neither NITF nor NewsML-G2{hint}", len(content))


def _made(fields: dict[str, Any], opened: Opened, where: str, size: int) -> Item:
    if not any(fields.get(name) for name in ("text", "html")):
        return Unusable(where, "it has no text", size)
    return items.made({**fields, "metadata": {"file": opened.label}}, where, size)


def nitf(root: Any) -> dict[str, Any]:
    """The article of a NITF document: headline, byline, dateline and paragraphs as lines of `text`."""
    body = _first(root, "body")
    title = _line(_first(root, "hl1")) or _line(_first(root, "title"))
    front = [_line(_first(root, name)) for name in ("byline", "dateline")]
    content = _first(root, "body.content")
    lines = [] if content is None else [_line(part) for part in _parts(content)]
    return {
        "id": _attribute(root, "doc-id", "id-string"),
        "title": title,
        "text": "\n\n".join(line for line in [title, *front, *lines] if line) if any(lines) else None,
        "source": _attribute(root, "doc.copyright", "holder"),
        "published_at": _attribute(root, "date.issue", "norm"),
        "language": None if body is None else _language(body.get(_XML_LANGUAGE) or body.get("lang")),
    }


def _parts(element: Any) -> Iterator[Any]:
    """The lines of an article in order; captions and credits of pictures are none."""
    for child in element:
        name = _local(child)
        if name in _LINES:
            yield child
        elif name != "media":
            yield from _parts(child)


def _newsml(root: Any, opened: Opened, size: int) -> Iterator[Item]:
    found = [root] if _local(root) == "newsItem" else [one for one in root.iter() if _local(one) == "newsItem"]
    if not found:
        yield Unusable(opened.name, "a NewsML-G2 message without a newsItem", size)
    for number, item in enumerate(found, start=1):
        where = opened.name if len(found) == 1 else f"{opened.name}, newsItem {number}"
        status = (_attribute(item, "pubStatus", "qcode") or "").rpartition(":")[2]
        if status in _WITHDRAWN:
            yield Unusable(where, f"its publisher says that it is {status} (pubStatus)", size // len(found))
        else:
            yield _made(_news_item(item), opened, where, size // len(found))


def _news_item(item: Any) -> dict[str, Any]:
    body = _content(item)
    title = _line(_first(item, "headline")) or body.get("title")
    text = body.get("text")
    if text is not None and "title" not in body:
        front = [_line(_first(item, name)) for name in ("by", "dateline")]
        text = "\n\n".join(line for line in [title, *front, text] if line)
    provider = _first(item, "provider")
    return {
        **body,
        "text": text,
        "id": item.get("guid") or body.get("id"),
        "title": title,
        "source": None if provider is None else _provider(provider),
        "published_at": _line(_first(item, "versionCreated")) or _line(_first(item, "contentCreated")),
        "language": _language(_attribute(item, "language", "tag")) or body.get("language"),
    }


def _content(item: Any) -> dict[str, Any]:
    """What the contentSet holds: NITF, XHTML or plain text, the first of them."""
    held = _first(item, "contentSet")
    for part in () if held is None else held:
        inner = next((child for child in part if isinstance(child.tag, str)), None)
        if _local(part) == "inlineXML" and inner is not None:
            if _local(inner) == "nitf":
                return nitf(inner)
            return {"html": etree.tostring(inner, method="html", encoding="unicode", with_tail=False)}
        if _local(part) == "inlineData" and (part.get("contenttype") or "text/plain").startswith("text/plain"):
            return {"text": "".join(_pieces(part)).strip()}
    return {}


def _provider(element: Any) -> str | None:
    return _line(_first(element, "name")) or element.get("literal") or element.get("uri") or element.get("qcode")


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _first(element: Any, name: str) -> Any:
    return next((one for one in element.iter() if _local(one) == name), None)


def _attribute(element: Any, name: str, attribute: str) -> str | None:
    found = _first(element, name)
    value: str | None = None if found is None else found.get(attribute)
    return value


def _line(element: Any) -> str | None:
    """The text of an element on one line; None without any."""
    return None if element is None else " ".join("".join(_pieces(element)).split()) or None


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag is etree.Entity:
            yield html.unescape(child.text)  # &nbsp; and its like; what a file declares itself stays as it is written
        elif isinstance(child.tag, str):
            yield from (" ",) if _local(child) == "br" else ()
            yield from _pieces(child)
        yield child.tail or ""


def _language(tag: str | None) -> str | None:
    return tag.replace("_", "-").partition("-")[0].lower() if tag else None
