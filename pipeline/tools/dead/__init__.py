"""`dateline dead`: what could not be processed: list it, look at it, send it again.

`read` goes through a topic up to its present end, `letters` says what a dead letter is and which are meant, `ledger`
remembers which were sent again, `originals` gets back what was too large for a letter, `replay` sends, `commands` is
what a person types.
"""
