"""`dateline show ID`: what became of one article."""
