"""What metrics are defined with: each is documented where it is made, and its known series begin at 0."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics
from prometheus_client.gc_collector import GCCollector
from prometheus_client.metrics import MetricWrapperBase
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

_Metric = TypeVar("_Metric", bound=MetricWrapperBase)


@dataclass(frozen=True, slots=True)
class Definition:
    """A metric as it is documented: the name it is queried by, its kind, meaning and labels."""

    name: str
    kind: str
    help: str
    labels: tuple[str, ...] = ()


class Definitions:
    """Metrics of one process, in the registry that is given, with what the client tells of any Python process."""

    def __init__(self, registry: CollectorRegistry) -> None:
        """Define what every process has; the rest is for those that derive from it."""
        self.registry = registry
        #: What was defined, in the order of the documentation.
        self.definitions: list[Definition] = []
        disable_created_metrics()  # type: ignore[no-untyped-call] # a second series for every counter, which nothing here reads
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        GCCollector(registry=registry)

    def _counter(self, name: str, help: str, labels: dict[str, Sequence[str]] | None = None) -> Counter:
        self._document(name, "counter", help, labels)
        return _begun(Counter(name, help, list(labels or ()), registry=self.registry), labels)

    def _gauge(self, name: str, help: str, labels: dict[str, Sequence[str]] | None = None) -> Gauge:
        self._document(name, "gauge", help, labels)
        return _begun(Gauge(name, help, list(labels or ()), registry=self.registry), labels)

    def _histogram(
        self, name: str, help: str, buckets: Iterable[float], labels: dict[str, Sequence[str]] | None = None
    ) -> Histogram:
        self._document(name, "histogram", help, labels)
        made = Histogram(name, help, list(labels or ()), buckets=tuple(buckets), registry=self.registry)
        return _begun(made, labels)

    def _document(self, name: str, kind: str, help: str, labels: dict[str, Sequence[str]] | None) -> None:
        self.definitions.append(Definition(name, kind, help, tuple(labels or ())))


def _begun(metric: _Metric, labels: dict[str, Sequence[str]] | None) -> _Metric:
    """The metric with a series for every combination of known label values; none where a label's are not known."""
    if labels:
        for values in product(*labels.values()):
            metric.labels(*values)
    return metric
