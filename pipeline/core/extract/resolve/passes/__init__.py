"""The passes, each a pure function from spans to spans; PASSES says in which order."""
