"""A folder of rules: its items and tables, found by reference or by what they apply to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.dataclass import replace
from jixiao.files import messages
from jixiao.files.case.case import build_case, read_case
from jixiao.files.collector import Collector
from jixiao.files.existence import is_file
from jixiao.files.folder.kept import CHECKS, LIBRARY, TABLE
from jixiao.files.home import ITEMS_FILE, items_file
from jixiao.files.rules.checks import check_files, load_checks
from jixiao.files.rules.findings import finding_files, load_finding_rules
from jixiao.files.rules.items import ItemsFile, load_items
from jixiao.files.schema.document import document_of
from jixiao.files.table.index import TableEntry, TableIndex, index_tables, table_files
from jixiao.files.table.ruleset import load_ruleset, read_ruleset
from jixiao.kept.keeper import FORGETFUL, Keeper, digest_of, digest_of_files
from jixiao.language.formula import spellings
from jixiao.model.case import Case
from jixiao.model.check import Check
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.finding_rule import FindingRule
from jixiao.model.framework import FRAMEWORKS, Framework, is_framework
from jixiao.model.messages import Bounded, filled, listed, nearest
from jixiao.model.ruleset import Ruleset


def open_library(root: Path, keeper: Keeper = FORGETFUL) -> Library:
    """Open a folder of rules; raises Refused where its items.yaml is not in order."""

    def read() -> tuple[ItemsFile, TableIndex]:
        return load_items(items_file(root)), index_tables(root)

    def key() -> str:
        return digest_of_files((items_file(root), *table_files(root)))

    return Library(root, *keeper.recall("library", key, LIBRARY, read), keeper)


def load_case(path: Path, library: Library) -> tuple[Case, Ruleset]:
    """Read a case and the table that applies to it; raises Refused with everything found."""
    document = read_case(path)
    root = document.root
    reference = root.scalar("指标表")
    if reference is not None:
        ruleset = library.ruleset(reference.text.strip(), asked_at=reference.place)
    else:
        year = int(root.text("年度"))
        ruleset = library.match(root.text("地区"), root.text("对象"), year, asked_at=root.place)
    return build_case(document, ruleset), ruleset


def load_case_of(path: Path, ruleset: Ruleset) -> Case | None:
    """Read a case of a table; None where it names another one, or is of another place or year.

    Raises Refused with everything that is wrong in it.
    """
    document = read_case(path)
    root = document.root
    reference = root.text("指标表")
    if reference:
        is_of = reference in (ruleset.reference, ruleset.id)
    else:
        is_of = _applies(ruleset, root.text("地区"), root.text("对象"), int(root.text("年度")))
    return build_case(document, ruleset) if is_of else None


class Library:
    """The tables of one folder of rules, each read when it is first asked for.

    `tables` are those whose code and version can be read; `unreadable` says what is wrong with
    files that hide theirs.
    """

    def __init__(self, root: Path, items: ItemsFile, index: TableIndex, keeper: Keeper = FORGETFUL) -> None:
        self.root = root
        self.keeper = keeper
        self.items = items
        self.tables = index.entries
        self.unreadable = index.unreadable
        self._read: dict[Path, Ruleset] = {}

    def ruleset(self, reference: str, asked_at: Place | None = None) -> Ruleset:
        """Give the table of that code@version, code (if it has one version only), or path.

        Raises Refused at `asked_at` with what there is, or with what is wrong in the table.
        """
        if is_framework(reference) and not is_file(Path(reference)):
            place = asked_at or Place(str(self.root))
            raise Refused(Diagnostic(place, filled(messages.IS_FRAMEWORK, reference=reference)))
        if is_path(reference):
            return self.at(Path(reference))
        found = [table for table in self.tables if reference in (table.id, table.reference)]
        place = asked_at or Place(str(self.root))
        if not found:
            near = nearest(reference, spellings(table.reference for table in self.tables), most=1)
            raise self._absent(
                place, filled(messages.NO_TABLE, reference=reference, near=near, known=self._known())
            )
        if len({table.version for table in found}) > 1:
            raise _ambiguous(place, messages.SEVERAL_VERSIONS, found, reference=reference)
        return self._only(found, place)

    def match(self, region: str, subject: str, year: int, asked_at: Place | None = None) -> Ruleset:
        """Give the one table that applies: of the very place, else of the smallest one that contains it.

        Raises Refused where none or several do.
        """
        found = [table for table in self.tables if _applies(table, region, subject, year)]
        found = found or self._of_wider_places(region, subject, year)
        place = asked_at or Place(str(self.root))
        wanted = f"{region} {subject} {year}"
        if not found:
            raise self._absent(place, filled(messages.NO_MATCH, wanted=wanted, known=self._known()))
        if len({table.reference for table in found}) > 1:
            raise _ambiguous(place, messages.SEVERAL_MATCH, found, wanted=wanted)
        return self._only(found, place)

    def _of_wider_places(self, region: str, subject: str, year: int) -> list[TableEntry]:
        around = [
            table
            for table in self.tables
            if table.scope.covers_place(region) and _applies(table, table.scope.region, subject, year)
        ]
        nearest_size = max((len(table.scope.region) for table in around), default=0)
        return [table for table in around if len(table.scope.region) == nearest_size]

    def at(self, path: Path) -> Ruleset:
        """Give the table in a file, with the items of the nearest folder above that has any."""
        key = path.resolve()
        if key not in self._read:
            self._read[key] = self._table(path, self._items_for(key))
        return self._read[key]

    def _table(self, path: Path, items: ItemsFile) -> Ruleset:
        """Read a table; it is kept without its items, which are kept once for all."""
        table = self.keeper.recall(
            "table",
            lambda: digest_of((digest_of_files((path,)), items.digest)),
            TABLE,
            lambda: replace(load_ruleset(path, items), items={}),
        )
        return replace(table, items=items.items)

    def as_if(self, path: Path, text: str) -> Ruleset:
        """Give the table that a file would hold with another text; raises Refused where it would not be in order."""
        collector = Collector()
        document = document_of(text, str(path), "ruleset")
        ruleset = read_ruleset(document, self._items_for(path.resolve()), collector)
        collector.refuse_if_any()
        return ruleset

    def checks(self) -> tuple[Check, ...]:
        """Give the checks (核查) of the folder; raises Refused where one is not in order."""
        return self.keeper.recall("checks", self.checks_digest, CHECKS, lambda: load_checks(self.root))

    def finding_rules(self) -> tuple[FindingRule, ...]:
        """Give the finding rules (疑点规则) of the folder; raises Refused where one is not in order."""
        return load_finding_rules(self.root)

    def frameworks(self) -> tuple[Framework, ...]:
        """Give the common frameworks (共性框架) of the folder; raises Refused where one is not in order."""
        from jixiao.files.rules.common import load_frameworks

        return load_frameworks(self.root)

    def framework(self, reference: str) -> Framework:
        """Give the framework of a reference, as in common/department; raises Refused with what there is."""
        known = self.frameworks()
        found = next((one for one in known if one.reference == reference.strip()), None)
        if found is not None:
            return found
        code = reference.strip().removeprefix(f"{FRAMEWORKS}/")
        near = nearest(code, {one.id: one.reference for one in known}, most=1)
        listing = listed(Bounded(one) for one in known)
        text = filled(messages.NO_FRAMEWORK, reference=reference, near=near, known=listing)
        raise Refused(Diagnostic(Place(""), text))

    def checks_digest(self) -> str:
        """Give a digest of the files of checks, and of where they are."""
        return digest_of_files(check_files(self.root))

    def findings_digest(self) -> str:
        """Give a digest of the files of finding rules, and of where they are."""
        return digest_of_files(finding_files(self.root))

    def _only(self, found: Sequence[TableEntry], place: Place) -> Ruleset:
        if len(found) > 1:
            known = listed(Bounded(table.path) for table in found)
            text = filled(messages.SAME_TABLE, reference=found[0].reference, known=known)
            raise Refused(Diagnostic(place, text))
        return self.at(found[0].path)

    def _items_for(self, path: Path) -> ItemsFile:
        own = (self.root / ITEMS_FILE).resolve()
        for folder in path.parents:
            nearest_items = folder / ITEMS_FILE
            if nearest_items == own:
                break
            if is_file(nearest_items):
                return load_items(nearest_items)
        return self.items

    def _known(self) -> Bounded:
        return listed(Bounded(table) for table in self.tables)

    def _absent(self, place: Place, text: str) -> Refused:
        return Refused(Diagnostic(place, text), *self.unreadable)


def is_path(reference: str) -> bool:
    """Whether a reference to a table names a file rather than a code."""
    return reference.endswith((".yaml", ".yml")) or "/" in reference or "\\" in reference


def _applies(table: TableEntry | Ruleset, region: str, subject: str, year: int) -> bool:
    scope = table.scope
    return (scope.region, scope.subject) == (region, subject) and year in scope.years


def _ambiguous(place: Place, message: str, found: Sequence[TableEntry], **pieces: str) -> Refused:
    return Refused(
        Diagnostic(place, filled(message, known=listed(table.reference for table in found), **pieces))
    )
