"""From measures to probabilities: the trained trees, where an article may end, and the lines that close one."""
