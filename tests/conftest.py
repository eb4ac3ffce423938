"""Hypothesis profiles: `stable` for every run, `thorough` for looking harder, `brief` to see only whether anything fails.

HYPOTHESIS_PROFILE=thorough .venv/bin/pytest tests/language
"""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers

# The same examples in the same order, wherever and however slowly it runs: a failure is about the change, not luck.
settings.register_profile(
    "stable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# New examples each time, and many; a failure prints how to see it again.
settings.register_profile(
    "thorough", settings.get_profile("stable"), derandomize=False, max_examples=5_000, print_blob=True
)
# A part of the examples of `stable`, none made smaller and none kept: what mutants of the code are run against.
settings.register_profile(
    "brief",
    settings.get_profile("stable"),
    max_examples=25,
    phases=(Phase.explicit, Phase.generate),
    database=None,
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "stable")
settings.load_profile(PROFILE)
if PROFILE != "thorough":
    # hypothesis also tries the constants of whatever modules of ours happen to be loaded: the examples of a test would
    # change with the tests that ran before it in the same process, and what fails in a whole run would pass alone.
    providers.is_local_module_file = lambda path: False

os.environ["JIXIAO_CACHE"] = (
    "off"  # a test finds what it makes itself; those of what is kept name a folder of their own
)
