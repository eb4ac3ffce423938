"""The sentences shared with whoever wrote the task: their forms and the scores they must give."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

FILE = Path(__file__).parents[4] / "shared" / "standards" / "examples.yaml"
"""Beside the checkout; it is no part of it."""
needs_shared = pytest.mark.skipif(not FILE.is_file(), reason=f"{FILE} is not there")


def shared_examples() -> list[dict]:
    """Give the examples, each scalar as the text that it is; none where the file is absent."""
    if not FILE.is_file():
        return []
    return yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def title(example: dict) -> str:
    """Give what tells an example from the others in a test's name."""
    return f"{example['form']}: {example['text'][:24]} {example['reading'] or ''}"
