"""Which tables a folder of rules holds, without reading their sentences."""

from __future__ import annotations

from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.files.collector import Collector
from jixiao.files.existence import yaml_files
from jixiao.files.home import ITEMS_FILE
from jixiao.files.schema.check import check_shape
from jixiao.files.schema.document import Document, read_tree
from jixiao.files.table.ruleset import read_scope
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.framework import FRAMEWORKS
from jixiao.model.ruleset import Scope

NOT_TABLES = ("schema", "checks", "findings", FRAMEWORKS)
"""Folders of a folder of rules that hold something else."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table file: what it is called and what it applies to."""

    path: Path
    title: str
    id: str
    version: str
    scope: Scope

    @property
    def reference(self) -> str:
        """code@version, as cases name it."""
        return f"{self.id}@{self.version}"

    def __str__(self) -> str:
        years = "、".join(str(year) for year in self.scope.years)
        return f"{self.reference}（{self.scope.region} {self.scope.subject} {years}）"


@dataclass(frozen=True, slots=True)
class TableIndex:
    """All tables of a folder, and what is wrong with files that hide theirs."""

    entries: tuple[TableEntry, ...]
    unreadable: tuple[Diagnostic, ...]
    """Told when a table is not found, since it may be in one of these files."""


def index_tables(root: Path) -> TableIndex:
    """List the tables below a folder of rules. A broken file does not hide the others."""
    entries: list[TableEntry] = []
    unreadable: list[Diagnostic] = []
    for path in table_files(root):
        try:
            document = read_tree(path, "指标表: 名称")
        except Refused as refused:
            unreadable.extend(refused.diagnostics)
            continue
        entry = _entry(path, document)
        if entry.id and entry.version:
            entries.append(entry)
        if not _is_complete(entry) and looks_like_table(document):
            unreadable.extend(_flaws(document))
    return TableIndex(tuple(entries), tuple(unreadable))


def table_files(root: Path) -> list[Path]:
    """Give every YAML file below a folder of rules that may be a table, sorted."""
    return [
        path
        for path in yaml_files(root, below=True, without=NOT_TABLES)
        if path.name != ITEMS_FILE and not _is_elsewhere(path.relative_to(root))
    ]


def _is_elsewhere(path: Path) -> bool:
    return any(part in NOT_TABLES for part in path.parts[:1]) or any(
        part.startswith(".") for part in path.parts
    )


def _entry(path: Path, document: Document) -> TableEntry:
    root = document.root
    return TableEntry(path, root.text("指标表"), root.text("代码"), root.text("版本"), read_scope(root))


def _is_complete(entry: TableEntry) -> bool:
    return all((entry.id, entry.version, entry.scope.region, entry.scope.subject, entry.scope.years))


def looks_like_table(document: Document) -> bool:
    """Whether it has a key that of our files only tables have."""
    return any(document.root.get(key) is not None for key in ("版本", "适用", "指标"))


def _flaws(document: Document) -> tuple[Diagnostic, ...]:
    collector = Collector()
    try:
        check_shape(document.root, "ruleset", collector)
        collector.refuse_if_any()
    except Refused as refused:
        return refused.diagnostics
    return ()
