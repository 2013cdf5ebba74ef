"""What every test shares."""

import os
import signal

# A shell that runs the suite in the background lets it ignore Ctrl-C, nohup the end of the terminal, and the programs
# started here would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# pytest-xdist gives its processes the width of its own terminal; programs started here would take it for a person's.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.pop("COLUMNS", None)

# One thread of arithmetic, as in the pool's processes; before numpy is imported, which looks at it once.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

from hypothesis import HealthCheck, settings

# Timing is never asserted here, and the machines that run this are slow and busy at times.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")
