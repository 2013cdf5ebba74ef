"""`dateline demo`: `setting` starts what is needed and stops it again, `show` prints, `command` is the sequence."""
