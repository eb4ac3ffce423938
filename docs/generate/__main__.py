"""`make docs`: write the pages that are generated, and what commands print into the tutorial."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "docs"), str(ROOT / "tests")]  # this package, and the examples it shows

from generate import codes, findings, formats, intentions, readme, reference, templates, tutorial  # noqa: E402

for path, text in reference.pages().items():
    path.write_text(text, encoding="utf-8", newline="\n")
for path in tutorial.PAGES:
    with TemporaryDirectory() as folder:
        text = tutorial.refreshed(path.read_text(encoding="utf-8"), Path(folder))
    path.write_text(text, encoding="utf-8", newline="\n")
for path in readme.PAGES:
    text = readme.refreshed(path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8", newline="\n")
text = findings.refreshed(findings.PAGE.read_text(encoding="utf-8"))
findings.PAGE.write_text(text, encoding="utf-8", newline="\n")
codes.PAGE.write_text(codes.page(), encoding="utf-8", newline="\n")
intentions.PAGE.write_text(intentions.page(), encoding="utf-8", newline="\n")
formats.PAGE.write_text(formats.page(), encoding="utf-8", newline="\n")
templates.PAGE.write_text(templates.page(), encoding="utf-8", newline="\n")
