"""`dateline`, and `python -m pipeline`."""

import os
import signal

from pipeline.runtime.system.parent_death import PARENT_VARIABLE

if PARENT_VARIABLE in os.environ:
    # Its supervisor tells it to stop; until it listens, Ctrl-C must not tear it out of its imports.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

from pipeline.tools import interrupts

if PARENT_VARIABLE not in os.environ:
    interrupts.quiet()

from pipeline.tools.cli import main

if __name__ == "__main__":
    main()
