"""Golden pages. JIXIAO_ACCEPT=1 writes them anew; look at them before you commit."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).with_name("golden")


def compare(name: str, text: str) -> None:
    """Compare with a golden page, or write it where that is asked for."""
    golden = FOLDER / name
    if os.environ.get("JIXIAO_ACCEPT") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
