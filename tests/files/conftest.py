"""The small folder of rules that tests of this stage read their cases against."""

from pathlib import Path

import pytest

from jixiao.files import Library, open_library

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def good() -> Path:
    """The fixtures that must be read."""
    return HERE / "good"


@pytest.fixture(scope="session")
def library(good: Path) -> Library:
    """The library of good/rules: one table, small@2022."""
    return open_library(good / "rules")
