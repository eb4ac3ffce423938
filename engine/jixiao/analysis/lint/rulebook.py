"""What lints look at: tables and items as far as they can be read, each with its place.

A lint takes a `Sentence`, a `Formula`, a `Row`, a `Table` or the whole `Rulebook`. What is
read or understood once is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping as Dictionary
from functools import cached_property
from itertools import chain
from pathlib import Path

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.formula import Formula, ItemSheet
from jixiao.analysis.lint.sentence import Sentence
from jixiao.analysis.lint.source import Source
from jixiao.dataclass import dataclass
from jixiao.files import TableEntry
from jixiao.files.rules.common import load_frameworks, own_common_files
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.language.formula import Expression
from jixiao.model.check import Check
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.finding_rule import FindingRule
from jixiao.model.framework import Framework
from jixiao.model.lint import Spot
from jixiao.model.ruleset import Indicator, Item, Readings, Ruleset, Text
from jixiao.scoring.program.program import Prepared, prepare
from jixiao.scoring.sentence.row import understand_row
from jixiao.scoring.sentence.standard import Standard


@dataclass(frozen=True, eq=False)
class Row:
    """One indicator with what stands in the file of it."""

    table: Table
    indicator: Indicator
    node: Mapping

    @cached_property
    def readings(self) -> Readings:
        """口径 of the table, and over it the indicator's own."""
        return {**self.table.ruleset.readings, **self.indicator.readings}

    @cached_property
    def sentence(self) -> Sentence:
        """The 评分标准."""
        return self._sentence(self.indicator.standard)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The 评分标准, and in a block the 定性标准."""
        other = self.indicator.qualitative
        return (self.sentence, self._sentence(other)) if other else (self.sentence,)

    def _sentence(self, text: Text) -> Sentence:
        table = self.table
        return Sentence(text, self.indicator, self.readings, table.source, self.formula, table.sheet.items)

    @cached_property
    def formula(self) -> Formula | None:
        """The 公式, if there is one."""
        text = self.indicator.formula
        return Formula(self.table.source, text, self.table.sheet, of=self.indicator.name) if text else None

    @cached_property
    def conditions(self) -> tuple[tuple[str, Formula], ...]:
        """Each fact of 免评 with its condition."""
        table = self.table
        return tuple(
            (one.fact, Formula(table.source, one.condition, table.sheet, "condition"))
            for one in self.indicator.exemptions
        )

    def spot(self, key: str) -> Spot:
        """Give the place of what stands under a key; of the indicator where nothing does."""
        node = self.node.scalar(key)
        return self.table.source.spot(self.node.place) if node is None else self.table.source.scalar(node)


@dataclass(frozen=True, eq=False)
class Table:
    """One table file: its tree, and the table read of it.

    `rows` are the indicators whose points could be read.
    """

    source: Source
    root: Mapping
    ruleset: Ruleset
    sheet: ItemSheet

    @cached_property
    def prepared(self) -> Prepared:
        """The table as far as it can be made ready to run."""
        known = {id(row.indicator): row for row in self.rows}

        def understood(text: str, indicator: Indicator) -> Standard:
            row = known.get(id(indicator))
            sentences = row.sentences if row else ()
            known_as = next((one for one in sentences if one.text.text == text), None)
            return known_as.understood() if known_as else understand_row(text, indicator)

        return prepare(self.ruleset, understood)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The indicators that can be looked at."""
        nodes = self.root.mappings("指标")
        pairs = zip(self.ruleset.indicators, nodes, strict=True)
        return tuple(Row(self, indicator, node) for indicator, node in pairs if indicator.points > 0)

    @cached_property
    def conditions(self) -> tuple[Formula, ...]:
        """The conditions of the table's own vetoes (否决)."""
        texts = (veto.condition for veto in self.ruleset.vetoes)
        return tuple(Formula(self.source, text, self.sheet, "condition") for text in texts if text)

    def spot(self, *keys: str) -> Spot:
        """Give the place of the text behind a path of keys; of the last key that there is."""
        node, spot = self.root, self.source.spot(self.root.place)
        for name in keys:
            key, value = node.key(name), node.get(name)
            if key is None or value is None:
                break
            spot = self.source.scalar(value) if isinstance(value, Scalar) else self.source.scalar(key)
            if not isinstance(value, Mapping):
                break
            node = value
        return spot


@dataclass(frozen=True, eq=False)
class CheckRow:
    """One check of a file of checks."""

    check: Check
    source: Source
    sheet: ItemSheet

    @cached_property
    def relation(self) -> Formula:
        """The 关系."""
        return Formula(self.source, self.check.relation, self.sheet, "condition")


@dataclass(frozen=True, eq=False)
class Rulebook:
    """A folder of rules, or the part of it that is to be looked at.

    `entries` are all tables of the folder, also those that are not in `tables`; `refused`
    is what can't be read in the files asked for.
    """

    sheet: ItemSheet
    tables: tuple[Table, ...]
    entries: tuple[TableEntry, ...]
    sources: Dictionary[str, Source]
    refused: tuple[Diagnostic, ...] = ()
    is_items_asked: bool = True
    is_whole: bool = True
    """Whether every table of the folder is in `tables`, so that what none uses is unused."""
    case_texts: tuple[str, ...] = ()
    """Texts of the cases beside the folder."""
    checks: tuple[CheckRow, ...] = ()
    finding_rules: tuple[FindingRule, ...] = ()
    """All finding rules of the folder, where they can be read together."""
    root: Path | None = None
    """The folder of rules."""
    cases: tuple[CaseFile, ...] = ()
    """The cases asked for, as far as they can be read."""

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        """The common frameworks that tables of the folder are held against; none where one can't be read."""
        try:
            return () if self.root is None else load_frameworks(self.root)
        except Refused:
            return ()

    @property
    def own_frameworks(self) -> tuple[Framework, ...]:
        """Those that stand in the folder itself."""
        return self.frameworks if self.root is not None and own_common_files(self.root) else ()

    def asked_rules(self) -> Iterator[tuple[FindingRule, Spot]]:
        """Yield the finding rules of the files asked for, with the place of their names."""
        for rule in self.finding_rules:
            source = self.sources.get(rule.place.file)
            if source is not None:
                yield rule, source.spot(rule.place)

    def rows(self) -> Iterator[Row]:
        """Yield every indicator."""
        return chain.from_iterable(table.rows for table in self.tables)

    def sentences(self) -> Iterator[tuple[Row, Sentence]]:
        """Yield every scoring sentence, with the indicator it is of."""
        return ((row, sentence) for row in self.rows() for sentence in row.sentences)

    @cached_property
    def identities(self) -> tuple[Formula, ...]:
        """The 恒等式 of the items."""
        return tuple(
            Formula(self.sheet.source, item.identity, self.sheet, item=item)
            for item in self.sheet.items.values()
            if item.identity is not None
        )

    def identity_tree(self, item: Item) -> Expression | None:
        """Give the 恒等式 of an item, where it can be read."""
        return next((one.known for one in self.identities if one.item is item), None)

    def formulas(self) -> Iterator[tuple[Row | None, Formula]]:
        """Yield every formula, condition, relation of a check and, with the items, identity.

        Each with the indicator it is of, if it is of one.
        """
        if self.is_items_asked:
            yield from ((None, identity) for identity in self.identities)
        for table in self.tables:
            yield from ((None, condition) for condition in table.conditions)
        for row in self.rows():
            if row.formula is not None:
                yield row, row.formula
            yield from ((row, condition) for _, condition in row.conditions)
        yield from ((None, check.relation) for check in self.checks)
