"""`dateline top`: what the workers do right now, in the terminal. Scrape, work out figures, show."""
