"""A folder of reports read with two folders of rules: what a phrase that is taught changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jixiao.desk.read import FAILED, find_reports, open_paper
from jixiao.desk.rules import Rules, open_rules
from jixiao.documents.compare import compare_readings
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.files import Library, open_library
from jixiao.files.existence import is_folder
from jixiao.files.folder.revision import checked_out
from jixiao.files.home import ITEMS_FILE
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.read_change import ReadComparison, ReportChange

NO_ITEMS = "这里没有 {file}，不是规则文件夹"


def compare_reading(paths: Iterable[Path], other: str, rules: Rules = None) -> ReadComparison:
    """Compare what `rules` read of reports with what other rules do: a folder, or a revision of git.

    Each report is opened once. Raises Refused where either rules can't be read.
    """
    now = open_rules(rules)
    files, errors = find_reports(paths)
    with _opened(other) as then:
        found = list(_compared(files, then, now, errors))
    return ReadComparison(tuple(found), tuple(errors))


@contextmanager
def _opened(other: str) -> Iterator[Library]:
    here = Path(other)
    if is_folder(here):
        yield _library(here)
        return
    with checked_out(other) as path:
        yield _library(path)


def _library(folder: Path) -> Library:
    if not (folder / ITEMS_FILE).exists():
        raise Refused(Diagnostic(Place(str(folder)), NO_ITEMS.format(file=ITEMS_FILE)))
    return open_library(folder)


def _compared(
    files: Iterable[Path], then: Library, now: Library, errors: list[Diagnostic]
) -> Iterator[ReportChange]:
    sides = [(one.items.items, Lexicon(one.items.items)) for one in (then, now)]
    for path in files:
        try:
            paper = open_paper(path)
            before, after = (read_report(paper, items, lexicon) for items, lexicon in sides)
            yield compare_readings(before, after, str(path))
        except Refused as refused:
            errors += refused.diagnostics
        except Exception as problem:  # noqa: BLE001 a mistake of ours in one report must not cost the others
            errors.append(Diagnostic(Place(str(path)), FAILED.format(kind=type(problem).__name__)))
