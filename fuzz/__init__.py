"""Looks for input that hurts: coverage-guided fuzzing, and how time grows with size. See README.md here."""
