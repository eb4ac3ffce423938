"""The benchmarks run on the engine as it is, and their made-up reports are what README.md says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHECK_REPORTS = """
import json, sys
from pathlib import Path
from report_cases import write_reports
written = write_reports(Path(sys.argv[1]), 20)
print(json.dumps([[report.size, report.is_intact] for report in written]))
"""


def run(*words: str) -> str:
    """Run Python in benchmarks/, without the peers that only `make bench` installs."""
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT / "benchmarks", capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_single_evaluates_in_words_and_on_demand() -> None:
    document = json.loads(run("single.py", "--rounds", "1", "--cases", "3", "--json"))
    names = [row["name"] for row in document["evaluations"] if row["library"] == "jixiao"]
    assert len(names) == 4
    assert {name.rpartition(", ")[2] for name in names} == {"in words", "words on demand"}


def test_impact_moves_cases() -> None:
    document = json.loads(run("impact.py", "--rounds", "1", "--cases", "20", "--json"))
    assert document["cases"] == 20
    assert 0 < document["moved"] < 20


def test_reports_are_the_same_each_time_of_59_figures_and_give_findings(tmp_path: Path) -> None:
    """Some of them broken where it decides a score, some not."""
    folders = [tmp_path / name for name in ("once", "again")]
    for folder in folders:
        folder.mkdir()
    once, again = (json.loads(run("-c", CHECK_REPORTS, str(folder))) for folder in folders)
    assert once == again
    assert {size for size, _ in once} == {59}
    assert {is_intact for _, is_intact in once} == {True, False}
    files = [{file.name: file.read_bytes() for file in folder.iterdir()} for folder in folders]
    assert files[0] == files[1]

    out = tmp_path / "out.json"
    run(
        "-m",
        "jixiao",
        "check",
        str(folders[0]),
        "--rules",
        str(ROOT / "rules"),
        "--format",
        "json",
        "-o",
        str(out),
    )
    results = json.loads(out.read_text("utf-8"))["results"]
    assert len(results) == 20
    assert all(result["findings"] for result in results)
