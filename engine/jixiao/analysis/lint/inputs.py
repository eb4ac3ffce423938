"""Which files a lint run looks at, and the folder of rules that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from jixiao.dataclass import dataclass, field
from jixiao.files import find_rules
from jixiao.files.existence import is_file, is_folder
from jixiao.files.home import ITEMS_FILE
from jixiao.files.rules.checks import CHECKS_FOLDER, check_files
from jixiao.files.rules.common import own_common_files
from jixiao.files.rules.findings import FOLDER as FINDINGS_FOLDER, own_finding_files
from jixiao.files.table.index import table_files
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.framework import FRAMEWORKS

MISSING = "找不到文件或文件夹，请核对路径"
NO_TABLES = "文件夹里没有规则文件（items.yaml、指标表、共性框架、核查或疑点规则），请核对路径"

Kind = Literal["items", "table", "check", "finding", "common"]
"""What a file of rules holds."""


@dataclass(slots=True)
class Asked:
    """What is to be looked at of one folder of rules.

    `named` are the files that were named themselves, so that one that is no table is told.
    """

    root: Path
    files: dict[Path, None] = field(default_factory=dict)
    named: set[Path] = field(default_factory=set)
    is_whole: bool = False

    def of(self, kind: Kind) -> list[Path]:
        """Give the files of one kind, in their order."""
        return [file for file in self.files if self._kind(file) == kind]

    def _kind(self, file: Path) -> Kind:
        if file.name == ITEMS_FILE:
            return "items"
        folder = file.resolve().parent
        root = self.root.resolve()
        return _KINDS.get(folder.name, "table") if folder.parent == root else "table"


_KINDS: dict[str, Kind] = {CHECKS_FOLDER: "check", FINDINGS_FOLDER: "finding", FRAMEWORKS: "common"}
"""Folder of a folder of rules → what its files hold."""


def find_asked(paths: Sequence[Path], rules: Path | None) -> tuple[list[Asked], list[Diagnostic]]:
    """Give what paths ask for, folder by folder, and what is wrong with paths.

    Without any path it is the folder of rules. Raises nothing: a folder of rules that is
    not there is one of the diagnostics.
    """
    asked: dict[Path, Asked] = {}
    errors: list[Diagnostic] = []
    for path in paths or (None,):
        try:
            for root, file, is_whole in _files(find_rules(rules) if path is None else path, rules):
                one = asked.setdefault(root.resolve(), Asked(root))
                one.files.setdefault(file)
                one.is_whole |= is_whole
                one.named |= {file} if file == path else set()
        except Refused as refused:
            errors.extend(refused.diagnostics)
    return list(asked.values()), errors


def _files(path: Path, rules: Path | None) -> Iterator[tuple[Path, Path, bool]]:
    """Yield root, file, and whether the root is looked at as a whole."""
    if is_file(path):
        yield nearest_root(path, rules), path, False
    elif not is_folder(path):
        raise Refused(Diagnostic(Place(str(path)), MISSING))
    else:
        yield from _within(path, rules)


def _within(folder: Path, rules: Path | None) -> Iterator[tuple[Path, Path, bool]]:
    """Yield the files of every folder of rules inside a folder, or the tables in it."""
    roots = sorted(file.parent for file in folder.rglob(ITEMS_FILE) if not _is_hidden(file, folder))
    for root in roots:
        yield root, root / ITEMS_FILE, True
        inner = [one for one in roots if one != root and one.is_relative_to(root)]
        for file in _files_of(root):
            if not any(file.is_relative_to(one) for one in inner):
                yield root, file, True
    if roots:
        return
    tables = table_files(folder)
    if not tables:
        raise Refused(Diagnostic(Place(str(folder)), NO_TABLES))
    for file in tables:
        yield nearest_root(file, rules), file, False


def _files_of(root: Path) -> list[Path]:
    """Give the files of a folder of rules beside its items."""
    return [*own_common_files(root), *table_files(root), *check_files(root), *own_finding_files(root)]


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def nearest_root(path: Path, rules: Path | None) -> Path:
    """Give the nearest folder above a file that has an items.yaml, else the folder of rules."""
    for folder in (*path.parents, *path.resolve().parents):
        if is_file(folder / ITEMS_FILE):
            return folder
    return find_rules(rules)
