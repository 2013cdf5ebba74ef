"""Tracing, when it is wanted: without the setting nothing of OpenTelemetry is imported."""

from typing import TYPE_CHECKING

from pipeline.runtime.config.settings import Settings

if TYPE_CHECKING:
    from pipeline.runtime.telemetry.spans import StageSpans


class TracingError(Exception):
    """Tracing was asked for and cannot be had; the message says what to install."""


def open_tracing(settings: Settings, service: str) -> "StageSpans | None":
    """Spans that are exported to the settings' endpoint, under a service's name; None when tracing is off.

    Raises:
        TracingError: the extra `tracing` is not installed.
    """
    if not settings.tracing.enabled:
        return None
    try:
        from pipeline.runtime.telemetry.spans import StageSpans, exporting  # noqa: PLC0415 - off costs nothing
    except ImportError as error:
        raise TracingError(
            f"tracing.enabled is set and {error.name} is not installed; `pip install 'dateline[tracing]'` brings it"
        ) from None
    links = max(settings.worker.batch_size * settings.worker.batches_in_flight, 128)
    return StageSpans(exporting(settings.tracing.endpoint, service, most_links=links), group=settings.group)
