"""Measurements: how fast, how well, against what. `make bench` and `make eval` run them."""
