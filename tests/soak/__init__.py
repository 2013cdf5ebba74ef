"""Long runs: mixed articles and random faults from a seed (`make soak`), and one burst against bounded memory."""
