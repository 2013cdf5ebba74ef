"""What can be said of a line before anything is decided: letters, words, neighbours, as numbers."""
