"""Hypothesis profiles: `stable` for every run, `thorough` for looking harder.

HYPOTHESIS_PROFILE=thorough .venv/bin/pytest tests/language
"""

import os

from hypothesis import HealthCheck, settings

# The same examples in the same order, wherever and however slowly it runs: a failure is about the change, not luck.
settings.register_profile(
    "stable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# New examples each time, and many; a failure prints how to see it again.
settings.register_profile(
    "thorough", settings.get_profile("stable"), derandomize=False, max_examples=5_000, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "stable"))

os.environ["JIXIAO_CACHE"] = (
    "off"  # a test finds what it makes itself; those of what is kept name a folder of their own
)
