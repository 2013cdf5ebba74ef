"""What a check found."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How bad it is: fine, worth knowing, or Dateline cannot work like this."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, what was found and, unless all is well, what to do."""

    subject: str
    verdict: Verdict
    found: str
    advice: str = ""


def ok(subject: str, found: str) -> Finding:
    """All is well."""
    return Finding(subject, Verdict.OK, found)


def warning(subject: str, found: str, advice: str) -> Finding:
    """It works, and may not always."""
    return Finding(subject, Verdict.WARNING, found, advice)


def failed(subject: str, found: str, advice: str) -> Finding:
    """It cannot work."""
    return Finding(subject, Verdict.FAILED, found, advice)
