"""What every test shares."""

from hypothesis import HealthCheck, settings

# Timing is never asserted here, and the machines that run this are slow and busy at times.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")
