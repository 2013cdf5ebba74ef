"""Training of the packaged weights; not part of the installed package."""
