"""All dashboards, and the text of their files."""

from grafana_foundation_sdk.builders.dashboard import Dashboard
from grafana_foundation_sdk.cog.encoder import JSONEncoder

from dashboards import content, kafka, latency, overview, resources


def dashboards() -> list[Dashboard]:
    """Every dashboard, in the order of their names."""
    return [module.dashboard() for module in (content, kafka, latency, overview, resources)]


def generate() -> dict[str, str]:
    """The files' names and contents."""
    built = [dashboard.build() for dashboard in dashboards()]
    return {f"{one.uid}.json": JSONEncoder(sort_keys=True, indent=2).encode(one) + "\n" for one in built}
