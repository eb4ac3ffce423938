"""Files of one folder of rules, read as far as they can be: a broken one hides no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from jixiao.analysis.lint.case_file import read_cases
from jixiao.analysis.lint.formula import ItemSheet
from jixiao.analysis.lint.inputs import Asked
from jixiao.analysis.lint.rulebook import CheckRow, Rulebook, Table
from jixiao.analysis.lint.source import Source
from jixiao.audit.checks.compiled import check_problems
from jixiao.audit.inference import compile_pack
from jixiao.dataclass import dataclass, field
from jixiao.files import ItemsFile, TableEntry, read_document, read_text
from jixiao.files.collector import Collector
from jixiao.files.home import items_file
from jixiao.files.rules.checks import read_check_file
from jixiao.files.rules.common import read_framework
from jixiao.files.rules.findings import own_finding_files, read_finding_rules
from jixiao.files.rules.items import read_items
from jixiao.files.schema.document import read_tree
from jixiao.files.table.index import index_tables, looks_like_table
from jixiao.files.table.ruleset import read_ruleset
from jixiao.files.yaml.node import Mapping
from jixiao.language.error import LanguageError
from jixiao.language.formula import check_condition
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.finding_rule import FindingRule

Watch = Callable[[list[Path]], Iterable[Path]]
"""Goes through files one by one, perhaps showing how far it is."""

MAX_CASES = 200
"""Most cases looked into for the names of items. Keeps a large case base quick."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and what was refused."""

    sources: dict[str, Source] = field(default_factory=dict)
    refused: list[Diagnostic] = field(default_factory=list)

    def source(self, path: Path) -> Source:
        """Give the text of a file; empty where it can't be read, which is then refused anyway."""
        try:
            text = read_text(path)
        except Refused:
            text = ""
        return self.sources.setdefault(str(path), Source(str(path), text))


def open_rulebook(asked: Asked, watch: Watch = iter) -> Rulebook:
    """Read what is asked for of one folder of rules; raises nothing for what is wrong in it."""
    reading = _Reading()
    items = next(iter(asked.of("items")), None)
    sheet, refused = _sheet(items or items_file(asked.root), reading)
    if items is not None or not sheet.complete:
        reading.refused += refused
    tables = []
    for file in watch(asked.of("table")):
        table = _table(file, sheet, reading, is_named=file in asked.named)
        if table is not None:
            _understand(table)
            tables.append(table)
    _read_frameworks(asked.of("common"), sheet, reading)
    checks = _checks(asked.of("check"), sheet, reading)
    cases = tuple(read_cases(watch(asked.of("case")), asked.root, reading.source, reading.refused))
    finding_rules = _finding_rules(asked, reading)
    return Rulebook(
        sheet=sheet,
        tables=tuple(tables),
        entries=_entries(asked.root, tables),
        sources=reading.sources,
        refused=tuple(reading.refused),
        is_items_asked=items is not None,
        is_whole=asked.is_whole,
        case_texts=_case_texts(asked.root) if asked.is_whole else (),
        checks=checks,
        finding_rules=finding_rules,
        root=asked.root,
        cases=cases,
    )


def _entries(root: Path, tables: list[Table]) -> tuple[TableEntry, ...]:
    """Give the tables of the folder, and those looked at that lie elsewhere."""
    entries = index_tables(root).entries
    known = {entry.path.resolve() for entry in entries}
    elsewhere = (
        TableEntry(Path(table.source.file), one.title, one.id, one.version, one.scope)
        for table in tables
        if Path((one := table.ruleset).place.file).resolve() not in known
    )
    return (*entries, *elsewhere)


def _sheet(path: Path, reading: _Reading) -> tuple[ItemSheet, tuple[Diagnostic, ...]]:
    source, collector = reading.source(path), Collector()
    try:
        document = read_document(path, "items")
        items = read_items(document, collector).items
    except Refused as refused:
        return ItemSheet(source, Mapping((), Place(str(path))), {}, complete=False), refused.diagnostics
    complete = len(items) == len(document.root.within("数据项"))
    return ItemSheet(source, document.root, items, complete), tuple(collector.found)


def _table(path: Path, sheet: ItemSheet, reading: _Reading, *, is_named: bool) -> Table | None:
    """Read one table; None where it is none, or can't be read."""
    source, collector = reading.source(path), Collector()
    try:
        if not is_named and not looks_like_table(read_tree(path, "指标表: 名称")):
            return None
        document = read_document(path, "ruleset")
        ruleset = read_ruleset(document, ItemsFile(sheet.items, ""), collector)
    except Refused as refused:
        reading.refused += refused.diagnostics
        return None
    reading.refused += collector.found
    return Table(source, document.root, ruleset, sheet)


def _read_frameworks(files: list[Path], sheet: ItemSheet, reading: _Reading) -> None:
    """Read the common frameworks of these files for what is wrong in them."""
    items = ItemsFile(sheet.items, "") if sheet.complete else None
    taken: dict[str, Place] = {}
    for file in files:
        reading.source(file)
        collector = Collector()
        try:
            read_framework(read_document(file, "common"), items, collector, taken)
        except Refused as refused:
            reading.refused += refused.diagnostics
        else:
            reading.refused += collector.found


def _checks(files: list[Path], sheet: ItemSheet, reading: _Reading) -> tuple[CheckRow, ...]:
    """Read the checks of these files; what is wrong beside their relations is refused here."""
    rows: list[CheckRow] = []
    taken: dict[str, Place] = {}
    for file in files:
        source, collector = reading.source(file), Collector()
        try:
            rows += (CheckRow(one, source, sheet) for one in read_check_file(file, taken, collector))
        except Refused as refused:
            reading.refused += refused.diagnostics
        reading.refused += collector.found
    for row in rows:
        tree = row.relation.known
        if tree is not None:
            try:
                check_condition(tree, sheet.units)
            except LanguageError:
                continue  # which other lints tell
            reading.refused += check_problems(row.check, tree, sheet.units)
    return tuple(rows)


def _finding_rules(asked: Asked, reading: _Reading) -> tuple[FindingRule, ...]:
    """Read all finding rules of the folder, since they read each other's conclusions.

    Only what is wrong in the files asked for is refused. None where not all can be read.
    """
    files = asked.of("finding")
    if not files:
        return ()
    mine = {str(file): reading.source(file) for file in files}
    others = {file.resolve() for file in files}
    rest = [file for file in own_finding_files(asked.root) if file.resolve() not in others]
    try:
        rules = read_finding_rules((*files, *rest))
        compile_pack(rules)
    except Refused as refused:
        reading.refused += [one for one in refused.diagnostics if one.place.file in mine]
        return ()
    return rules


def _understand(table: Table) -> None:
    """Understand every sentence now, so that watching the files shows where the time goes."""
    for row in table.rows:
        for sentence in row.sentences:
            assert sentence.standard or sentence.error


def _case_texts(root: Path) -> tuple[str, ...]:
    """Give the texts of the cases beside a folder of rules, as far as they can be read."""
    texts = []
    for path in sorted((root.resolve().parent / "cases").rglob("*.yaml"))[:MAX_CASES]:
        try:
            texts.append(read_text(path))
        except Refused:
            continue
    return tuple(texts)
