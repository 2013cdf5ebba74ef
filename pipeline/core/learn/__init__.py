"""Learning what recurs in a source: what an article tells, counting it, what earns removal, and removing it.

Pure, as all of the core: what was learned is a value that is handed in and given out.
"""
