"""How many figures of annotated reports are read right, and how long that takes.

Recall and precision by statement: right item, measure, value, unit, year and span. Beside it, in the same run: the
tables of these reports as docx, html and pdf, read by Jixiao, and by the same figure reader from what markitdown makes
of them. See README.md.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import house
from command import ROOT
from layout import Document, aligned, machine, options, positive, put_out, version_of

sys.path.insert(0, str(ROOT / "tests"))  # what tests and benchmarks both write reports with, and count with

from shared.reading.documents import FORMATS, Tables, pdf_of, tables_of
from shared.reading.scores import Score, recalled, score
from shared.reading.truth import Report, reports_in

REPORTS = ROOT / "tests/documents/reports"
SHARED = ROOT.parent / "shared"
FOLDERS = (REPORTS / "seen", REPORTS / "unseen", REPORTS / "real", SHARED / "reading")
HIDDEN = "unseen"
"""Of a folder of this name no miss is shown: who mends patterns must not know it."""
PAGE = 1_000
"""Characters of a page of a report."""
PAGES = 20


def main() -> None:
    """Count and time, and print the counts."""
    asked = _asked()
    read, known = house.reader()
    sets: list[Document] = []
    every: list[Report] = []
    for folder in asked.folders:
        reports = list(reports_in(folder, asked.texts))
        if reports:
            every += reports
            sets.append(_set(folder, reports, read, known, asked))
    document: Document = {
        "format": "jixiao.benchmark.reading/1",
        "machine": machine(),
        "versions": {name: version_of(name) for name in ("jixiao", "markitdown")},
        "sets": sets,
        "long": _long(every, read, asked.rounds) if every else [],
        "tables": _tables(every, read, known),
    }
    put_out(document, _text(document), as_json=asked.json)


def _asked() -> argparse.Namespace:
    parser = options(__doc__)
    parser.add_argument(
        "folders", type=Path, nargs="*", default=FOLDERS, metavar="DIR", help="annotated reports"
    )
    parser.add_argument(
        "--texts", type=Path, default=SHARED / "reports", help="where the texts of annotations by offsets lie"
    )
    parser.add_argument("--rounds", type=positive, default=3, help="rounds of what is timed (default 3)")
    parser.add_argument("--misses", action="store_true", help="show what was not read right")
    return parser.parse_args()


# ── Counts ────────────────────────────────────────────────────────────────────────────────────────


def _set(
    folder: Path, reports: Sequence[Report], read: Callable[..., Any], known: frozenset[str], asked: Any
) -> Document:
    """Count one folder of reports."""
    total = Score()
    rows: list[Document] = []
    shows = asked.misses and folder.name != HIDDEN
    for report in reports:
        counted = score(report, read(report.paper), known)
        seconds = min(
            _timed(lambda path=report.path: read(house.paper_of_file(path))) for _ in range(asked.rounds)
        )
        rows.append({"report": report.name, "seconds": seconds, **_counts(counted, shows=shows)})
        total.add(counted)
    if folder.name == HIDDEN:
        rows = [{"seconds": row["seconds"]} for row in rows]
    return {"set": folder.name, **_counts(total, shows=False), "reports": rows}


def _counts(counted: Score, *, shows: bool) -> Document:
    plain = {name: value for name, value in vars(counted).items() if isinstance(value, int)}
    shares = {
        name: round(getattr(counted, name), 4)
        for name in ("recall", "precision", "known_recall", "known_precision")
    }
    layouts = {
        name: [counted.layouts_right[name], number] for name, number in sorted(counted.layouts.items())
    }
    return {**plain, **shares, "layouts": layouts, **({"misses": counted.misses} if shows else {})}


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _long(reports: Sequence[Report], read: Callable[..., Any], rounds: int) -> list[Document]:
    """Time a report of 20 pages: reports one behind another, as text and as pdf."""
    text = ""
    while len(text) < PAGE * PAGES:
        for report in reports:
            text += f"{report.text}\n"
    text = text[: PAGE * PAGES]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("text", text.encode()), ("pdf", pdf_of(house.paper_of_text(text)))):
            path = Path(folder, f"report.{'txt' if name == 'text' else name}")
            path.write_bytes(data)
            times = [_timed(lambda path=path: read(house.paper_of_file(path))) for _ in range(rounds)]
            rows.append({"format": name, "pages": PAGES, "characters": len(text), "seconds": min(times)})
    return rows


# ── Tables, beside markitdown ─────────────────────────────────────────────────────────────────────


def _tables(reports: Iterable[Report], read: Callable[..., Any], known: frozenset[str]) -> list[Document]:
    """Count the figures of tables that are read from each format, by Jixiao and by way of the peer."""
    ways: dict[str, Callable[[str, bytes], Any]] = {"jixiao": _by_jixiao}
    if find_spec("markitdown"):
        ways["markitdown"] = _by_markitdown()
    written = [one for report in reports if (one := tables_of(report)) is not None]
    return [
        {
            "format": kind,
            "reader": name,
            "reports": len(written),
            **_recalled(written, kind, way, read, known),
        }
        for kind in FORMATS
        for name, way in ways.items()
    ]


def _recalled(
    written: Sequence[Tables],
    kind: str,
    way: Callable[[str, bytes], Any],
    read: Callable[..., Any],
    known: frozenset[str],
) -> Document:
    total = {"figures": 0, "right": 0, "known": 0, "known_right": 0}
    for one in written:
        found = recalled(one.figures, read(way(kind, one.document(kind))).figures, one.year, known)
        total = {name: number + found[name] for name, number in total.items()}
    shares = {"recall": round(total["right"] / max(1, total["figures"]), 4)}
    return {**total, **shares, "known_recall": round(total["known_right"] / max(1, total["known"]), 4)}


def _by_jixiao(kind: str, data: bytes) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"report.{kind}")
        path.write_bytes(data)
        return house.paper_of_file(path)


def _by_markitdown() -> Callable[[str, bytes], Any]:
    from markitdown import MarkItDown, StreamInfo

    converter = MarkItDown()

    def convert(kind: str, data: bytes) -> Any:
        given = converter.convert_stream(
            io.BytesIO(data), stream_info=StreamInfo(extension=f".{kind}", charset="utf-8")
        )
        return house.paper_of_text(given.markdown)

    return convert


# ── Text ──────────────────────────────────────────────────────────────────────────────────────────


def _text(document: Document) -> str:
    versions = ", ".join(
        f"{name} {number}" for name, number in document["versions"].items() if number != "checkout"
    )
    head = (
        "set",
        "reports",
        "figures",
        "recall",
        "precision",
        "known",
        "recall",
        "precision",
        "wrong spans",
        "s a report",
    )
    sets = [
        (
            one["set"], str(len(one["reports"])), str(one["figures"]), _percent(one["recall"]), _percent(one["precision"]),
            str(one["known"]), _percent(one["known_recall"]), _percent(one["known_precision"]), str(one["wrong_spans"]),
            f"{sum(row['seconds'] for row in one['reports']) / len(one['reports']):.3f}",
        )
        for one in document["sets"]
    ]  # fmt: skip
    kinds = sorted({kind for one in document["sets"] for kind in one["layouts"]})
    layouts = [
        (
            one["set"],
            *("{} of {}".format(*one["layouts"][kind]) if kind in one["layouts"] else "" for kind in kinds),
        )
        for one in document["sets"]
    ]
    long = [(f"{row['pages']} pages, {row['format']}", f"{row['seconds']:.2f} s") for row in document["long"]]
    tables = [
        (
            f"{row['format']}, {row['reader']}",
            *(str(row["figures"]), _percent(row["recall"]), str(row["known"]), _percent(row["known_recall"])),
        )
        for row in document["tables"]
    ]
    misses = [
        f"{row['report']}: {miss}"
        for one in document["sets"]
        for row in one["reports"]
        for miss in row.get("misses", ())
    ]
    parts = [
        [f"{versions}; {document['machine']}"],
        aligned([head, *sets]),
        aligned([("read right, by layout", *kinds), *layouts]),
        aligned([("a long report", "time"), *long]),
        aligned([("tables, read by", "figures", "recall", "known", "recall"), *tables]),
        misses,
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _percent(share: float) -> str:
    return f"{share:.1%}"


if __name__ == "__main__":
    main()
