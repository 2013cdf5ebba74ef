"""Where a source is at home: what it names without saying where lies there more often than elsewhere."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.core.extract.places.atlas import Atlas

_CODE = re.compile(r"^([A-Za-z]{2})(?:-([A-Za-z0-9]{1,3}))?$")
# Countries' endings that are sold for what they spell.
_SOLD = frozenset(
    "ac ag ai am as bz cc cd co fm gg im io is la li ly me ms mu nu pn pw sc sh so st tk to tv vc ws".split()
)
_OTHERS = {"uk": "GB"}


@dataclass(frozen=True, slots=True)
class Home:
    """An ISO 3166-1 alpha-2 `country`, and the atlas's number of a `region` of it, 0 for none."""

    country: str
    region: int = 0


def find_home(given: str | None, url: str | None, atlas: Atlas) -> Home | None:
    """The home that is `given` as an ISO 3166 code ("US", "US-AL"), else the country of the URL's last part."""
    match = _CODE.match(given) if given else None
    if match:
        country, region = match[1].upper(), atlas.region(match[0].upper()) if match[2] else None
        return Home(country, region.region if region else 0) if atlas.country(country) else None
    return _of_url(url, atlas) if url else None


def _of_url(url: str, atlas: Atlas) -> Home | None:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # a bad port or bracket; what an URL is good for elsewhere is not this room's to say
        return None
    ending = host.rpartition(".")[2]
    if len(ending) != 2 or ending in _SOLD:
        return None
    code = _OTHERS.get(ending, ending.upper())
    return Home(code) if atlas.country(code) else None
