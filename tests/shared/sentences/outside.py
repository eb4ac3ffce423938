"""The sentences shared with whoever wrote the task: their forms and the scores they must give."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[4] / "shared" / "standards"
"""Beside the checkout; it is no part of it."""
FIRST, SECOND = "examples.yaml", "examples-2.yaml"
needs_shared = pytest.mark.skipif(not (FOLDER / FIRST).is_file(), reason=f"{FOLDER} is not there")


def shared_examples(file: str = FIRST) -> list[dict]:
    """Give the examples of a file, each scalar as the text that it is; none where the file is absent."""
    if not (FOLDER / file).is_file():
        return []
    return yaml.load((FOLDER / file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def title(example: dict) -> str:
    """Give what tells an example from the others in a test's name."""
    return f"{example['form']}: {example['text'][:24]} {example['reading'] or ''}"
