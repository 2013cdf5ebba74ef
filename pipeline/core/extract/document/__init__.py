"""From mentions to the entities of a whole document: who is the same, and what is known of each."""
