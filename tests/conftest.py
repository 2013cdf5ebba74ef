"""What every test shares."""

import os

# One thread of arithmetic, as in the pool's processes; before numpy is imported, which looks at it once.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

from hypothesis import HealthCheck, settings

# Timing is never asserted here, and the machines that run this are slow and busy at times.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")
