"""Ask a Prometheus every query of every panel: which find data?"""

import json
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent.parent / "docker" / "grafana" / "dashboards"

# What Grafana puts in the place of its variables; everything is chosen.
VARIABLES = {"$__rate_interval": "1m", "$__range": "1h", "$job": ".+", "$instance": ".+"}


class Query(NamedTuple):
    """A query and where it stands."""

    where: str
    expression: str


def queries(folder: Path = FOLDER) -> list[Query]:
    """Every query of every panel, as it is written in the dashboards' files."""
    boards = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    return [
        Query(f"{board['title'].removeprefix('Dateline / ')} / {panel['title']}", target["expr"])
        for board in boards
        for panel in board["panels"]
        for target in panel.get("targets", ())
    ]


def filled(expression: str) -> str:
    """The query as Grafana would ask it."""
    for variable, value in VARIABLES.items():
        expression = expression.replace(variable, value)
    return expression


def ask(address: str, expression: str) -> list[float]:
    """The values that a query finds now, NaN left out.

    Raises:
        ValueError: Prometheus refuses the query.
        OSError: nobody answers at `address`, such as http://127.0.0.1:9090.
    """
    url = f"{address.rstrip('/')}/api/v1/query?{urllib.parse.urlencode({'query': expression})}"
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            answer: dict[str, Any] = json.load(response)
    except urllib.error.HTTPError as error:
        raise ValueError(f"{expression}: {json.load(error).get('error')}") from None
    data = answer["data"]
    found = [data["result"]] if data["resultType"] == "scalar" else [series["value"] for series in data["result"]]
    return [value for _, text in found if (value := float(text)) == value]


def report(address: str) -> int:
    """Print what each query finds; how many find nothing."""
    empty = 0
    for query in queries():
        values = ask(address, filled(query.expression))
        empty += not values
        print(f"{'ok     ' if values else 'NO DATA'} {len(values):3} series  {query.where}")
    print(f"{empty} queries find nothing." if empty else "Every query finds data.")
    return empty
