"""`dateline publish`.

`sources` finds files and names what reads each kind: `jsons`, `documents`, `warc`, `table` and `markup` make the
articles of `items`. `ahead` reads them while others are sent, `send` delivers them, `resume` remembers how far that
came, `command` is what a person types.
"""
