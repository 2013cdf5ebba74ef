"""`dateline lines`: what was learned to recur in a source, and a person's word on it."""
