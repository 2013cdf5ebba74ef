"""What the steps need to know. Kept apart from them, so that whoever only hands it on loads no model's code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.core.codec import Limits


@dataclass(frozen=True, slots=True)
class StepSettings:
    """Limits of messages, how boldly to clean, and which models find entities; see the settings for their meaning."""

    limits: Limits = field(default_factory=Limits)
    caution: str = "balanced"
    max_cut_share: float = 0.8
    model: str = "auto"
    models: Mapping[str, str] = field(default_factory=dict)
    engine: Literal["auto", "fast", "spacy"] = "auto"
    tuned: bool = True
    include_numbers: bool = False
    place_certainty: float = 0.3
    learn: bool = True


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded, for logs and metrics. `fast_engine_refused` says why entities are found at the slower speed."""

    cleaner: str | None = None
    model: str | None = None
    fast_engine_refused: str | None = None

    def __or__(self, other: "Loaded") -> "Loaded":
        """What both have loaded together."""
        return Loaded(
            self.cleaner or other.cleaner,
            self.model or other.model,
            self.fast_engine_refused or other.fast_engine_refused,
        )
