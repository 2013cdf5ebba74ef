"""`python -m pipeline` is `dateline`."""

from pipeline.tools.cli import main

if __name__ == "__main__":
    main()
