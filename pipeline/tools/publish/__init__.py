"""`dateline publish`.

`sources` reads articles from files, `ahead` reads them while others are sent, `send` delivers them, `command` is what
a person types.
"""
