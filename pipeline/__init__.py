"""Dateline: raw news articles in, clean and enriched records out."""
