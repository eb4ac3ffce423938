"""Which files a lint run looks at, and the folder of rules that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from jixiao.dataclass import dataclass, field
from jixiao.files import find_rules
from jixiao.files.existence import is_file, is_folder, start_of
from jixiao.files.folder.cases import cases_in, looks_like_case
from jixiao.files.home import ITEMS_FILE
from jixiao.files.rules.checks import CHECKS_FOLDER, check_files
from jixiao.files.rules.common import own_common_files
from jixiao.files.rules.findings import FOLDER as FINDINGS_FOLDER, own_finding_files
from jixiao.files.table.index import table_files
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.framework import FRAMEWORKS

MISSING = "找不到文件或文件夹，请核对路径"
NO_TABLES = "文件夹里没有规则文件（items.yaml、指标表、共性框架、核查或疑点规则），也没有案例，请核对路径"

Kind = Literal["items", "table", "check", "finding", "common", "case"]
"""What a file holds."""


@dataclass(slots=True)
class Asked:
    """What is to be looked at of one folder of rules.

    `named` are the files that were named themselves, so that one that is no table is told.
    """

    root: Path
    files: dict[Path, None] = field(default_factory=dict)
    named: set[Path] = field(default_factory=set)
    cases: set[Path] = field(default_factory=set)
    is_whole: bool = False

    def of(self, kind: Kind) -> list[Path]:
        """Give the files of one kind, in their order."""
        return [file for file in self.files if self._kind(file) == kind]

    def _kind(self, file: Path) -> Kind:
        if file in self.cases:
            return "case"
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
            for found in _files(find_rules(rules) if path is None else path, rules):
                one = asked.setdefault(found.root.resolve(), Asked(found.root))
                one.files.setdefault(found.file)
                one.is_whole |= found.is_whole
                one.named |= {found.file} if found.file == path else set()
                one.cases |= {found.file} if found.is_case else set()
        except Refused as refused:
            errors.extend(refused.diagnostics)
    return list(asked.values()), errors


class _Found(NamedTuple):
    """A file, the folder of rules it belongs to, and whether that is looked at as a whole."""

    root: Path
    file: Path
    is_whole: bool = False
    is_case: bool = False


def _files(path: Path, rules: Path | None) -> Iterator[_Found]:
    """Yield the files that a path names, each with its folder of rules."""
    if is_file(path):
        yield _Found(nearest_root(path, rules), path, is_case=looks_like_case(path))
    elif not is_folder(path):
        raise Refused(Diagnostic(Place(str(path)), MISSING))
    else:
        yield from _within(path, rules)


def _within(folder: Path, rules: Path | None) -> Iterator[_Found]:
    """Yield the files of every folder of rules inside a folder, or the tables in it; and the cases in it."""
    roots = sorted(file.parent for file in folder.rglob(ITEMS_FILE) if not _is_hidden(file, folder))
    for root in roots:
        yield _Found(root, root / ITEMS_FILE, is_whole=True)
        inner = [one for one in roots if one != root and one.is_relative_to(root)]
        for file in _files_of(root):
            if not any(file.is_relative_to(one) for one in inner):
                yield _Found(root, file, is_whole=True)
    cases = [
        file
        for file in cases_in(folder)
        if (looks_like_case(file) or start_of(file) is None) and not _is_inside(file, roots)
    ]
    for file in cases:
        yield _Found(nearest_root(file, rules), file, is_case=True)
    if roots:
        return
    tables = [file for file in table_files(folder) if file not in cases]
    if not tables and not cases:
        raise Refused(Diagnostic(Place(str(folder)), NO_TABLES))
    for file in tables:
        yield _Found(nearest_root(file, rules), file)


def _is_inside(file: Path, roots: list[Path]) -> bool:
    return any(file.is_relative_to(root) for root in roots)


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
