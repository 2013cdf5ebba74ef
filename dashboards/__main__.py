"""Write every dashboard as the JSON file that Grafana loads, or check them against a Prometheus.

python -m dashboards                                write docker/grafana/dashboards
python -m dashboards check [http://HOST:PORT]       ask every query of every panel; ends with 1 if one finds nothing
"""

import sys

from dashboards import check

_DEFAULT = "http://127.0.0.1:9090"


def write() -> None:
    """Write the files, and remove those of dashboards that are no more."""
    from dashboards.generate import generate  # noqa: PLC0415 - checking needs no grafana-foundation-sdk

    wanted = generate()
    for old in check.FOLDER.glob("*.json"):
        if old.name not in wanted:
            old.unlink()
    for name, content in wanted.items():
        (check.FOLDER / name).write_text(content, encoding="utf-8")
        print(f"docker/grafana/dashboards/{name}")


def main(arguments: list[str]) -> int | str:
    """What the arguments ask for; the exit code, or what is wrong."""
    match arguments:
        case []:
            write()
            return 0
        case ["check", *address] if len(address) <= 1 and not any(one.startswith("-") for one in address):
            where = address[0] if address else _DEFAULT
            try:
                return min(1, check.report(where))
            except OSError as error:
                return f"No Prometheus answers at {where}: {error}. docs/watching.md says how to start one."
        case ["-h" | "--help", *_] | [_, "-h" | "--help"]:
            print((__doc__ or "").strip())
            return 0
        case _:
            return (__doc__ or "").strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
