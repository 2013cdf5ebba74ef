"""Write every dashboard as the JSON file that Grafana loads."""

from dashboards.generate import FOLDER, generate


def main() -> None:
    """Write the files, and remove those of dashboards that are no more."""
    wanted = generate()
    for old in FOLDER.glob("*.json"):
        if old.name not in wanted:
            old.unlink()
    for name, content in wanted.items():
        (FOLDER / name).write_text(content, encoding="utf-8")
        print(f"docker/grafana/dashboards/{name}")


if __name__ == "__main__":
    main()
