"""What the page on the Python API says comes out, comes out."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import jixiao

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/api.md"


def test_the_examples_give_what_the_page_says(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    ran = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert ran.attempted > 20
    assert not ran.failed


def test_the_page_tells_every_function() -> None:
    told = set(re.findall(r"^\| [^|]+ \| `(\w+)\(", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    functions = {name for name in jixiao.__all__ if name.islower() and callable(getattr(jixiao, name))}
    assert told == functions
