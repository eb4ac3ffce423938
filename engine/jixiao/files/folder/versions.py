"""One side of a comparison: a table, or all tables of a folder, of today or of a git revision."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.files import messages
from jixiao.files.existence import is_file, is_folder
from jixiao.files.folder.library import Library, is_path, open_library
from jixiao.files.folder.revision import checked_out, is_revision
from jixiao.files.home import ITEMS_FILE
from jixiao.files.table.index import index_tables
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Version:
    """The tables of one side; `is_folder` where a folder of them was named."""

    tables: tuple[Ruleset, ...]
    is_folder: bool


@contextmanager
def open_version(reference: str, rules: Path) -> Iterator[Version]:
    """Give the tables that a reference names: a code, code@version, a path, or a git revision.

    Raises Refused with everything that is wrong in them.
    """
    here = Path(reference)
    if is_folder(here):
        yield _folder(here, reference)
    elif is_file(here) or not (is_path(reference) or ":" in reference or is_revision(reference)):
        yield Version((open_library(rules).ruleset(reference),), is_folder=False)
    else:
        with checked_out(reference) as path:
            yield _folder(path, reference) if path.is_dir() else _file(path)


def _file(path: Path) -> Version:
    root = next((folder for folder in path.parents if is_file(folder / ITEMS_FILE)), path.parent)
    return Version((open_library(root).at(path),), is_folder=False)


def _folder(folder: Path, reference: str) -> Version:
    parents = (folder, *folder.parents)
    root = next((one for one in parents if is_file(one / ITEMS_FILE)), folder)
    library: Library = open_library(root)
    index = index_tables(folder)
    if index.unreadable:
        raise Refused(*index.unreadable)
    if not index.entries:
        text = filled(messages.NOTHING_TO_COMPARE, reference=reference)
        raise Refused(Diagnostic(Place(reference), text))
    return Version(tuple(library.at(entry.path) for entry in index.entries), is_folder=True)


def pair_tables(old: Version, new: Version) -> tuple[list[tuple[Ruleset, Ruleset]], list[str]]:
    """Pair the tables of two sides, and say which new version goes with which, and which are only on one.

    By code and version; a version that is new goes with the latest one before it of the same code,
    also where that still stands: what is new is held against what it follows. Else with one of its
    code that is there no more.
    """
    if old.is_folder != new.is_folder:
        raise Refused(Diagnostic(Place(""), messages.NOT_COMPARABLE))
    if not old.is_folder:
        return [(old.tables[0], new.tables[0])], []
    before = {one.reference: one for one in old.tables}
    pairs = [(before[one.reference], one) for one in new.tables if one.reference in before]
    kept = {one.reference for one in new.tables}
    added = [one for one in new.tables if one.reference not in before]
    notes = []
    for table in added:
        known = _followed(table, old.tables) or _followed_by_none(table, old.tables, kept)
        if known is None:
            notes.append(f"新增指标表：{table.title}（{table.reference}）")
        else:
            pairs.append((known, table))
            notes.append(f"新版本 {table.reference}：与同一代码最近的版本 {known.reference} 比较")
    paired = {one.reference for one, _ in pairs}
    gone = [one for one in old.tables if one.reference not in paired]
    return pairs, [*(f"删去指标表：{one.title}（{one.reference}）" for one in gone), *notes]


def _followed(table: Ruleset, tables: Iterable[Ruleset]) -> Ruleset | None:
    """Give the latest version of a table's code before its own."""
    earlier = [one for one in tables if one.id == table.id and _order(one) < _order(table)]
    return max(earlier, key=_order, default=None)


def _followed_by_none(table: Ruleset, tables: Iterable[Ruleset], kept: Collection[str]) -> Ruleset | None:
    """Give the latest version of a table's code that is there no more: the version was only called otherwise."""
    return max(
        (one for one in tables if one.id == table.id and one.reference not in kept), key=_order, default=None
    )


def _order(table: Ruleset) -> tuple[tuple[str, int, str], ...]:
    """Give what versions are ordered by: 2022 < 2022-2 < 2022-10 < 2023; digits may be many."""
    pieces = [(words, digits.lstrip("0")) for words, digits in _PIECES.findall(table.version)]
    return tuple((words, len(digits), digits) for words, digits in pieces)


_PIECES = re.compile(r"([^0-9]*)([0-9]*)")
"""Words of a version and the number behind them."""
