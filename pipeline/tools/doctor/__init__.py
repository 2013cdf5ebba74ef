"""`dateline doctor`: what is wrong on this machine and at the broker, and how to mend it."""
