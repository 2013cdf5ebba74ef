"""What is said of a line that a page itself shows to be no part of its article."""

from dataclasses import dataclass

from pipeline.core.reasons import RemovedReason


@dataclass(frozen=True, slots=True)
class Furniture:
    """Why a line is no part of the article, and how sure that is: log-odds in 512ths."""

    reason: RemovedReason
    score: int
