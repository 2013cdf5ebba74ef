"""`dateline process`: the same steps on files, without a broker."""
