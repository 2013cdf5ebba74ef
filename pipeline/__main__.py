"""`dateline`, and `python -m pipeline`."""

import os
import signal

from pipeline.runtime.system.parent_death import PARENT_VARIABLE, die_with_parent

if (supervisor := os.environ.pop(PARENT_VARIABLE, None)) is not None:
    # Before all that takes its time: a supervisor can be killed while its worker still starts.
    die_with_parent(int(supervisor))
    # It tells its worker to stop; until that listens, Ctrl-C must not tear it out of its imports.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

from pipeline.tools import interrupts

if supervisor is None:
    interrupts.quiet()

from pipeline.tools.cli import main

if __name__ == "__main__":
    main()
