"""How the atlas (pipeline/core/extract/places/atlas.npz) is compiled from pinned packages."""
