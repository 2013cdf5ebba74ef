"""What a site's robots.txt allows (RFC 9309)."""

from typing import Protocol

from protego import Protego

_LONGEST_PAUSE = 60.0  # seconds; a site that asks for more is asked once a minute


class Rules(Protocol):
    """What may be fetched, and how fast."""

    def allows(self, url: str, agent: str) -> bool:
        """Whether this may be fetched."""

    def pause(self, agent: str) -> float:
        """Seconds that the site wants between two requests."""


class _All:
    def allows(self, url: str, agent: str) -> bool:
        return True

    def pause(self, agent: str) -> float:
        return 0.0


class _Read:
    def __init__(self, parsed: Protego) -> None:
        self._parsed = parsed

    def allows(self, url: str, agent: str) -> bool:
        return bool(self._parsed.can_fetch(url, agent))

    def pause(self, agent: str) -> float:
        return min(float(self._parsed.crawl_delay(agent) or 0.0), _LONGEST_PAUSE)


allow_all: Rules = _All()


def read_rules(content: bytes) -> Rules:
    """The rules of a robots.txt; what it says in other ways than the standard's is passed over."""
    return _Read(Protego.parse(content.decode("utf-8", "replace")))
