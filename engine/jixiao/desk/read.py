"""Reports as they are published → drafts of cases, one for each unit and year."""

from __future__ import annotations

import contextlib
import filecmp
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jixiao.dataclass import replace
from jixiao.desk.drafting import Read, draft_case
from jixiao.desk.rules import Rules, find_table, refuse_unanswered, rules_folder
from jixiao.desk.watch import Watch
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.paper import Paper
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.files import Library, find_rules, open_library
from jixiao.files.existence import is_folder
from jixiao.files.folder.reports import reports_in
from jixiao.files.schema.place import rules_around, schema_path
from jixiao.kept.keeper import open_keeper
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused
from jixiao.model.draft import SAME_FILE, ReadCase, ReadRun

NO_REPORT = "没有写明读哪份报告"
NOT_A_REPORT = "YAML 文件是案例或规则，不是报告；核算案例用 jixiao check"
NO_REPORTS = "文件夹里没有报告（docx、pdf、html、txt、xlsx）"
FAILED = "程序内部错误（{kind}），这份报告没有读出，其余照常。请把文件发给开发者"


def read(
    *paths: str | Path,
    table: str | Path | None = None,
    together: bool = False,
    place: Path | None = None,
    rules: Rules = None,
) -> ReadRun:
    """Read reports; those of one unit and year are one case with several sources. Of a folder every report in it.

    `table` is the table that the cases are for, where reports do not tell. `together`: all are
    of one unit, whatever they say. `place` is where a case file will stand, if that is known.
    Raises Refused where the rules can't be read, there is no such table, or none
    of the reports can be read.
    """
    if not paths:
        raise BadQuestion(NO_REPORT)
    around = rules_around(place) if rules is None and place is not None else None
    library = _library(around if around is not None else rules)
    ruleset = None if table is None else find_table(table, library)
    files, errors = find_reports(map(Path, paths))
    reports, refused = read_all(files, library)
    groups = [reports] if together and reports else list(by_unit(reports))
    schema = schema_lines(place, rules_folder(rules))
    cases = tuple(draft_case(group, library, ruleset, schema) for group in groups)
    refuse_unanswered((*errors, *refused), answered=bool(cases))
    return ReadRun(cases, (*errors, *refused))


def _library(rules: Rules) -> Library:
    """Open rules; what is understood of them is kept from one reading to the next."""
    return (
        rules if isinstance(rules, Library) else open_library(find_rules(rules_folder(rules)), open_keeper())
    )


def canonical_text(path: str | Path) -> str:
    """Give the text of a report that its spans count in; raises Refused."""
    return open_paper(Path(path)).text


def find_reports(paths: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """Give every report that the paths name, each once, and what is wrong with paths."""
    found: dict[Path, None] = {}
    errors: list[Diagnostic] = []
    for path in paths:
        if path.suffix.lower() in (".yaml", ".yml"):
            errors.append(Diagnostic(Place(str(path)), NOT_A_REPORT))
            continue
        inside = reports_in(path) if is_folder(path) else [path]
        found.update(dict.fromkeys(inside))
        if not inside:
            errors.append(Diagnostic(Place(str(path)), NO_REPORTS))
    return list(found), errors


def read_all(
    files: Sequence[Path], library: Library, watch: Watch = iter
) -> tuple[list[Read], list[Diagnostic]]:
    """Read every report; one that is refused does not keep the others from it."""
    lexicon = Lexicon(library.items.items)
    found: list[Read] = []
    errors: list[Diagnostic] = []
    copies = _copies_of(files)
    for path in watch(files):
        first = copies.get(path)
        if (place := next((n for n, one in enumerate(found) if one.path == first), None)) is not None:
            reading = found[place].reading
            remark = f"{path.name} 和它{SAME_FILE}"
            found[place] = replace(found[place], reading=replace(reading, remarks=(*reading.remarks, remark)))
            continue
        try:
            found.append(read_one(path, library, lexicon))
        except Refused as refused:
            errors += refused.diagnostics
        except Exception as problem:  # noqa: BLE001 a mistake of ours in one report must not cost the others
            errors.append(Diagnostic(Place(str(path)), FAILED.format(kind=type(problem).__name__)))
    return found, errors


def _copies_of(files: Sequence[Path]) -> dict[Path, Path]:
    """Give the files that are the same byte by byte as one before them, with that one; of one size only are compared."""
    sizes: dict[int, list[Path]] = {}
    copies: dict[Path, Path] = {}
    for path in files:
        with contextlib.suppress(OSError):
            alike = sizes.setdefault(path.stat().st_size, [])
            first = next((one for one in alike if filecmp.cmp(one, path, shallow=False)), None)
            if first is None:
                alike.append(path)
            else:
                copies[path] = first
    return copies


def read_one(path: Path, library: Library, lexicon: Lexicon | None = None) -> Read:
    """Read one report; raises Refused."""
    paper = open_paper(path)
    return Read(path, read_report(paper, library.items.items, lexicon), paper)


def open_paper(path: Path) -> Paper:
    """Give the paper of a report's file; raises Refused."""
    return read_paper(path)


def by_unit(reports: Iterable[Read]) -> Iterator[list[Read]]:
    """Yield the reports of one unit and year together; one that does not say whose it is stands alone."""
    groups: dict[tuple[object, ...], list[Read]] = {}
    for one in reports:
        head = one.reading.head
        key = (head.unit, head.year) if head.unit else (one.path,)
        groups.setdefault(key, []).append(one)
    yield from groups.values()


def schema_lines(place: Path | None, rules: Path | None) -> tuple[str, ...]:
    """Give the first line of a case file that will stand there, where the way to its schema is known."""
    path = None if place is None else schema_path(place, "case", rules)
    return () if path is None else (f"# yaml-language-server: $schema={path}",)


__all__ = ["ReadCase", "ReadRun", "read"]
