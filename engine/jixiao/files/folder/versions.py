"""One side of a comparison: a table, or all tables of a folder, of today or of a git revision."""

from __future__ import annotations

from collections.abc import Iterator
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
    """Pair the tables of two sides, and say which are only on one.

    By code and version; then by code, where each side has one left of it.
    """
    if old.is_folder != new.is_folder:
        raise Refused(Diagnostic(Place(""), messages.NOT_COMPARABLE))
    if not old.is_folder:
        return [(old.tables[0], new.tables[0])], []
    before, after = {one.reference: one for one in old.tables}, {one.reference: one for one in new.tables}
    pairs = [(before.pop(name), after.pop(name)) for name in list(before) if name in after]
    for table in list(before.values()):
        mine = [one for one in before.values() if one.id == table.id]
        theirs = [one for one in after.values() if one.id == table.id]
        if len(mine) == len(theirs) == 1:
            pairs.append((before.pop(table.reference), after.pop(theirs[0].reference)))
    notes = [f"删去指标表：{one.title}（{name}）" for name, one in before.items()]
    notes += [f"新增指标表：{one.title}（{name}）" for name, one in after.items()]
    return pairs, notes
