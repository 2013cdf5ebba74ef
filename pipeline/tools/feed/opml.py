"""Lists of feeds, as feed readers export them (http://opml.org/spec2.opml)."""

from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from pipeline.tools.errors import UsageError


def feeds_of(names: list[str]) -> list[str]:
    """The feeds' URLs: those that are named, and those that OPML files hold; each once, in order.

    Raises:
        UsageError: a name is neither a URL nor an OPML file with feeds.
        OSError: a file cannot be read.
    """
    found: list[str] = []
    for name in names:
        if name.startswith(("http://", "https://")):
            found.append(name)
        elif Path(name).suffix.lower() in {".opml", ".xml"}:
            found += _outlines(Path(name))
        else:
            raise UsageError(f"{name} is neither an http or https URL nor an .opml file.")
    return list(dict.fromkeys(found))


def _outlines(file: Path) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(file.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(f"{file} is no OPML: {error}.") from None
    urls = [one.get("xmlUrl") or one.get("xmlurl") for one in root.iter("outline")]
    found = [url.strip() for url in urls if url and url.strip().startswith(("http://", "https://"))]
    if not found:
        raise UsageError(f"{file} names no feed: no <outline> has an xmlUrl with an http or https URL.")
    return found
