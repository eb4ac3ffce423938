"""Workbooks to collect cases in: made for a table, empty or filled from a case, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.analysis.needs import needs_of
from jixiao.dataclass import dataclass, replace
from jixiao.desk.live_checks import with_checks
from jixiao.desk.live_scores import scores_now
from jixiao.desk.rules import Rules, find_table, open_rules, rules_folder
from jixiao.files import Library, messages as files_messages
from jixiao.files.case.blanks import refuse_blanks
from jixiao.files.case.case import build_case, read_case
from jixiao.files.collector import Collector
from jixiao.files.form import messages
from jixiao.files.form.fit import fitted, named_by
from jixiao.files.form.known import Stamp
from jixiao.files.form.laid import laid_out
from jixiao.files.form.laid_many import laid_out_many
from jixiao.files.form.line import Line, Lines, said
from jixiao.files.form.lost import lost
from jixiao.files.form.panels import HEADING
from jixiao.files.form.take import Taken, take_form
from jixiao.files.form.tree import lines_of, root_of
from jixiao.files.schema.check import check_shape
from jixiao.files.schema.document import Document, digest_of
from jixiao.files.schema.place import schema_path
from jixiao.files.yaml.node import Mapping
from jixiao.files.yaml.write import yaml_text
from jixiao.model.case import Case
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.form import Form
from jixiao.model.messages import Bounded, filled, listed
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.program.program import compile_ruleset


@dataclass(frozen=True, slots=True)
class NewForm:
    """A form, and what is to be told of it."""

    form: Form
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledCase:
    """A case that was taken from a form; `text`: as a case file says it."""

    file: Path
    case: Case
    ruleset: Ruleset
    text: str
    warnings: tuple[Diagnostic, ...] = ()

    def __str__(self) -> str:
        return str(self.file)


@dataclass(frozen=True, slots=True)
class FormRun:
    """What was taken from forms, and what is wrong with others."""

    cases: tuple[FilledCase, ...]
    errors: tuple[Diagnostic, ...] = ()


def form(
    table: str | Path, *, many: bool = False, case: str | Path | None = None, rules: Rules = None
) -> NewForm:
    """Give the form of a table: for one unit, filled from its case where one is given, or with a row a unit.

    Raises Refused where the table can't be found or can't run, or the case is none of it.
    """
    library = open_rules(rules)
    ruleset = find_table(table, library)
    program = compile_ruleset(ruleset)
    needs = needs_of(program)
    if many:
        names = listed(one.name for one in needs.blocks)
        told = Diagnostic(ruleset.place._replace(line=0), filled(messages.BLOCKS_APART, names=names))
        return NewForm(laid_out_many(needs), (told,) if needs.blocks else ())
    if case is None:
        return NewForm(with_checks(laid_out(needs), library.checks(), program))
    document = read_case(Path(case))
    read = build_case(document, ruleset)  # what is wrong in a case is told before it is copied
    lines = lines_of(document.root)
    scores = {} if read.projects else scores_now(read, program)
    made = with_checks(laid_out(needs, lines), library.checks(), program, scores)
    return NewForm(made, tuple(_not_held(document.root, lines)))


def _not_held(root: Mapping, lines: Lines) -> Iterator[Diagnostic]:
    gone = ["·".join(keys[:3]) for keys in lost(root, root_of(lines, root.place))]
    if gone:
        what = listed(dict.fromkeys(gone))
        yield Diagnostic(Place(root.place.file), filled(messages.NOT_HELD, what=what))


def read_forms(paths: Iterable[str | Path], *, place: Path | None = None, rules: Rules = None) -> FormRun:
    """Take the cases from forms; one that can't be read keeps no other from it.

    `place`: where the case will stand, so that its first line can name its schema.
    """
    return taken_from(map(Path, paths), open_rules(rules), rules_folder(rules), place)


def taken_from(
    paths: Iterable[Path], library: Library, rules: Path | None, place: Path | None = None
) -> FormRun:
    """Take the cases from forms with rules that are open; two forms of one unit are told."""
    cases: list[FilledCase] = []
    errors: list[Diagnostic] = []
    for path in paths:
        try:
            taken = take_form(path.read_bytes(), str(path))
        except Refused as refused:
            errors += refused.diagnostics
            continue
        except ModuleNotFoundError as missing:
            errors.append(Diagnostic(Place(str(path)), filled(messages.NOT_INSTALLED, name=missing.name)))
            continue
        except OSError as problem:
            text = filled(files_messages.UNREADABLE, why=type(problem).__name__)
            errors.append(Diagnostic(Place(str(path)), text))
            continue
        told = taken.warnings
        for one in taken.cases:
            wrong = {error.place for error in one.errors}
            errors += one.errors
            if wrong and not one.is_headed:
                continue
            try:
                made = _filled_case(path, one, taken.stamp, library, schema_of(place or path, rules))
            except Refused as refused:
                errors += (each for each in refused.diagnostics if each.place not in wrong)
                continue
            if not wrong:
                cases.append(replace(made, warnings=(*told, *made.warnings)))
                told = ()
    return FormRun(tuple(_told_twice(cases)), tuple(dict.fromkeys(errors)))


def schema_of(place: Path, rules: Path | None) -> str:
    """Give the first line of a case file that stands there, or beside a form; "" where no schema is found."""
    path = schema_path(place, "case", rules)
    return "" if path is None else f"# yaml-language-server: $schema={path}\n"


def _filled_case(path: Path, taken: Taken, stamp: Stamp, library: Library, first_line: str) -> FilledCase:
    root = root_of(taken.lines, taken.place)
    refuse_blanks(root)
    collector = Collector()
    check_shape(root, "case", collector)
    collector.refuse_if_any()
    ruleset, lines, warnings = _of_table(taken, stamp, library)
    if lines is not taken.lines:
        root = root_of(lines, taken.place)
    text = first_line + yaml_text(root)
    case = build_case(Document(root, digest_of(text)), ruleset)
    return FilledCase(path, case, ruleset, text, (*warnings, *case.warnings))


def _of_table(taken: Taken, stamp: Stamp, library: Library) -> tuple[Ruleset, Lines, tuple[Diagnostic, ...]]:
    """Give the table of a case with the lines that fit it, and what is to be told where it was made of an older one."""
    heading = {one.text("栏目"): one.cells["填写"] for one in taken.lines[HEADING.code]}
    named = heading.get("指标表")
    if named is None:
        where = (heading["地区"].text, heading["对象"].text, int(heading["年度"].text))
        return library.match(*where, asked_at=taken.place), taken.lines, ()
    known = {one.reference: one for one in library.tables}
    of_code = [one for one in library.tables if one.id == named.text.partition("@")[0]]
    if named.text not in known and named.text == stamp.table and len(of_code) == 1:
        ruleset = library.ruleset(of_code[0].reference, asked_at=named.place)
        message = messages.OTHER_VERSION
    else:
        ruleset = library.ruleset(named.text, asked_at=named.place)
        message = messages.OLDER
        if not stamp.digest or stamp.digest == ruleset.digest or stamp.table != ruleset.reference:
            return ruleset, taken.lines, ()
    lines, gone = fitted(taken.lines, ruleset)
    more = filled(messages.MORE_GONE, count=len(gone)) if gone else ""
    first = filled(message, old=stamp.table, new=ruleset.reference, more=Bounded(more))
    told = [Diagnostic(Place(named.place.file), first)]
    told += [Diagnostic(one.place, filled(messages.GONE, name=named_by(one))) for one in gone]
    heading["指标表"] = said(ruleset.reference, named.place)
    renamed = [
        Line({"栏目": said(key, value.place), "填写": value}, value.place) for key, value in heading.items()
    ]
    return ruleset, {**lines, HEADING.code: renamed}, tuple(told)


def _told_twice(cases: list[FilledCase]) -> Iterator[FilledCase]:
    """Have the first of several cases of one unit tell that there are several."""
    same: dict[tuple[str, int, str], list[FilledCase]] = {}
    for one in cases:
        same.setdefault((one.case.unit, one.case.year, one.ruleset.id), []).append(one)
    for group in same.values():
        first, *more = group
        if more:
            files = listed(dict.fromkeys(_where(one) for one in group))
            pieces = {"unit": first.case.unit, "year": first.case.year, "count": len(group), "files": files}
            told = Diagnostic(first.case.place, filled(messages.SAME_UNIT, **pieces))
            first = replace(first, warnings=(*first.warnings, told))
        yield from (first, *more)


def _where(one: FilledCase) -> str:
    return f"{one.file.name} [{one.case.place.sheet} {one.case.place.cell}]"
