"""A folder of cases to one JSON file, beside a Python that reads the same YAML and writes it as JSON.

The cases are made up (`report_cases.py`), some sixty figures each, with mistakes that give findings. See README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from command import jixiao
from layout import Document, aligned, machine, options, positive, put_out, version_of
from report_cases import write_reports
from tree import Usage, watch

PEER = "yaml.CSafeLoader + json.dumps"
READ_AND_WRITE = """
import json, pathlib, sys, yaml
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for file in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
        out.write(json.dumps(yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader), ensure_ascii=False))
"""
READABLE = 1_000
"""Up to so many cases the output is read again, to see that it has all of them and their findings."""


def main() -> None:
    """Check folders of each size, and print what they took beside the peer."""
    asked = _asked()
    document: Document = {
        "format": "jixiao.benchmark.folder/1",
        "machine": machine(),
        "versions": {name: version_of(name) for name in ("jixiao", "PyYAML")},
        "folders": [_measured(size) for size in asked.sizes],
    }
    put_out(document, _text(document), as_json=asked.json)


def _asked() -> argparse.Namespace:
    parser = options(__doc__)
    parser.add_argument(
        "sizes", nargs="*", type=positive, default=[1_000, 10_000], help="cases (default 1000 10000)"
    )
    return parser.parse_args()


def _measured(size: int) -> Document:
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "cases"), Path(name, "out.json")
        folder.mkdir()
        written = write_reports(folder, size)
        peer = watch([sys.executable, "-c", READ_AND_WRITE, str(folder), str(out)])
        ours = watch(jixiao("check", str(folder), "--format", "json", "-o", str(out)))
        findings = _findings(out, size) if size <= READABLE else None
    return {
        "cases": size,
        "figures": sum(report.size for report in written) / size,
        "findings": findings,
        "jixiao": _each(ours, size),
        "peer": _each(peer, size),
        "cpu_over_peer": ours.cpu_seconds / peer.cpu_seconds,
    }


def _findings(out: Path, size: int) -> float:
    """Give the findings a case; sees to it that every case is there."""
    results = json.loads(out.read_text(encoding="utf-8"))["results"]
    assert len(results) == size, f"{len(results)} results of {size} cases"
    return sum(len(result["findings"]) for result in results) / size


def _each(usage: Usage, size: int) -> Document:
    return {
        **asdict(usage),
        "ms_a_case": usage.seconds / size * 1e3,
        "cpu_ms_a_case": usage.cpu_seconds / size * 1e3,
        "cores": usage.cpu_seconds / usage.seconds,
    }


def _text(document: Document) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in document["versions"].items())
    head = (
        "folder to JSON",
        "cases",
        "s",
        "ms a case",
        "CPU ms a case",
        "cores",
        "processes",
        "peak MB",
        "CPU × peer",
    )
    rows = [
        row
        for folder in document["folders"]
        for row in (
            _row("jixiao check DIR", folder["cases"], folder["jixiao"], folder["cpu_over_peer"]),
            _row(PEER, folder["cases"], folder["peer"], 1.0),
        )
    ]
    first = document["folders"][0]
    found = "" if first["findings"] is None else f" and {first['findings']:.1f} findings"
    return "\n".join(
        [
            f"{versions}; {document['machine']}",
            f"{first['figures']:.0f} figures{found} a case.",
            "",
            *aligned([head, *rows]),
        ]
    )


def _row(name: str, cases: int, took: Document, ratio: float) -> tuple[str, ...]:
    return (
        name,
        f"{cases}",
        f"{took['seconds']:.1f}",
        f"{took['ms_a_case']:.2f}",
        f"{took['cpu_ms_a_case']:.2f}",
        f"{took['cores']:.2f}",
        f"{took['processes']}",
        f"{took['peak_bytes'] / 1e6:.0f}",
        f"{ratio:.1f}",
    )


if __name__ == "__main__":
    main()
