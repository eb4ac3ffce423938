"""rules/common/*.yaml → the common frameworks (共性框架) that tables start from and are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.existence import is_folder, yaml_files
from jixiao.files.figures import read_unit
from jixiao.files.home import built_in_rules, items_file
from jixiao.files.names import refuse_repeated
from jixiao.files.rules.items import ItemsFile, load_items
from jixiao.files.schema.document import Document, read_document
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Comparison,
    Logic,
    Name,
    Not,
    infer_units,
    parse_formula,
    plain_name,
    spellings,
    walk,
)
from jixiao.model.diagnostic import Place, read_each
from jixiao.model.framework import FRAMEWORKS, CommonIndicator, Framework, Provenance, Variant
from jixiao.model.messages import nearest
from jixiao.model.ruleset import Text
from jixiao.quantity import Unit


def own_common_files(root: Path) -> list[Path]:
    """Give the files of frameworks of a folder of rules, by name; none where it has no such folder."""
    return sorted(yaml_files(root / FRAMEWORKS), key=lambda path: path.stem)


def load_frameworks(root: Path) -> tuple[Framework, ...]:
    """Read the frameworks of a folder of rules; without common/ there, those of Jixiao.

    Raises Refused with the mistakes of all files.
    """
    return _read(root) if is_folder(root / FRAMEWORKS) else _built_in()


@cache
def _built_in() -> tuple[Framework, ...]:
    return _read(built_in_rules())


def _read(root: Path) -> tuple[Framework, ...]:
    return read_frameworks(own_common_files(root), load_items(items_file(root)))


def read_frameworks(paths: Iterable[Path], items: ItemsFile) -> tuple[Framework, ...]:
    """Read the frameworks of these files; raises Refused with the mistakes of all."""
    taken: dict[str, Place] = {}
    return read_each(paths, lambda path: _load(path, items, taken))


def _load(path: Path, items: ItemsFile, taken: dict[str, Place]) -> Framework:
    collector = Collector()
    framework = read_framework(read_document(path, "common"), items, collector, taken)
    collector.refuse_if_any()
    return framework


def read_framework(
    document: Document, items: ItemsFile | None, collector: Collector, taken: dict[str, Place]
) -> Framework:
    """Give the framework of a document that fits the schema; what is wrong in it is noted.

    `taken` are the codes of files before it. Without `items` formulas are taken as they are.
    """
    root = document.root
    code = root.scalar("代码")
    name, place = ("", root.place) if code is None else (code.text.strip(), code.place)
    first = taken.setdefault(name, place)
    if first is not place:
        collector.add(place, messages.SAME_FRAMEWORK, name=name, first=first)
    nodes = root.mappings("共性指标")
    refuse_repeated("代码", (node.scalar("代码") for node in nodes), collector)
    _note_same_names(nodes, collector)
    reader = _IndicatorReader(items, collector)
    since, until = _years(root, collector)
    return Framework(
        title=root.text("框架"),
        id=name,
        subjects=tuple(one.text.strip() for one in root.scalars("对象")),
        first=since,
        last=until,
        basis=root.text("依据"),
        indicators=tuple(map(reader.read, nodes)),
        items={} if items is None else items.items,
        place=root.place,
        note=root.text("说明"),
        categories=dict(_categories(root)),
    )


def _years(root: Mapping, collector: Collector) -> tuple[int, int | None]:
    around = root.mapping("适用年度") or Mapping((), root.place)
    first, last = int(around.text("起")), around.scalar("止")
    if last is None:
        return first, None
    if int(last.text) < first:
        collector.add(last.place, messages.YEARS_TURNED)
    return first, int(last.text)


def _categories(root: Mapping) -> Iterator[tuple[str, tuple[str, ...]]]:
    around = root.mapping("归类别名") or Mapping((), root.place)
    for key, _ in around.entries:
        yield key.text.strip(), tuple(one.text.strip() for one in around.scalars(key.text))


def _note_same_names(nodes: Iterable[Mapping], collector: Collector) -> None:
    """Note a name or alias that stands twice within one 归类."""
    taken: dict[tuple[str, ...], Scalar] = {}
    for node in nodes:
        category = tuple(one.text.strip() for one in node.scalars("归类"))
        for name in (*node.scalars("名称"), *node.scalars("别名")):
            earlier = taken.setdefault((plain_name(name.text), *category), name)
            if earlier is not name:
                first = earlier.place.line
                collector.add(name.place, messages.NAME_IN_CATEGORY, name=name.text, first=first)


class _IndicatorReader:
    """Reads the indicators of one framework."""

    def __init__(self, items: ItemsFile | None, collector: Collector) -> None:
        self._items = None if items is None else items.items
        self._units = {} if items is None else {name: one.unit.dimension for name, one in items.items.items()}
        self._collector = collector

    def read(self, node: Mapping) -> CommonIndicator:
        """Give one indicator; what is wrong in it is noted."""
        written, unit = node.scalar("公式"), self._unit(node)
        return CommonIndicator(
            name=node.text("名称"),
            id=node.text("代码"),
            category=tuple(one.text.strip() for one in node.scalars("归类")),
            place=node.place,
            aliases=tuple(one.text.strip() for one in node.scalars("别名")),
            formula=None if written is None else self._formula(written, unit),
            unit=unit,
            aspects=tuple(one.text.strip() for one in node.scalars("要点")),
            variants=tuple(self._variants(node, unit)),
            note=node.text("说明"),
            provenance=Provenance.named(node.text("出处")) or Provenance.DOCUMENT,
        )

    def _unit(self, node: Mapping) -> Unit | None:
        written, formula = node.scalar("单位"), node.scalar("公式")
        if formula is None:
            if written is not None:
                self._collector.add(written.place, messages.UNIT_ALONE)
        elif written is None:
            self._collector.add(formula.place, messages.UNIT_OF_FORMULA)
        else:
            return read_unit(written, self._collector)
        return None

    def _variants(self, node: Mapping, unit: Unit | None) -> Iterator[Variant]:
        if node.scalar("公式") is None and node.get("变体") is not None:
            self._collector.add(node.place, messages.VARIANT_ALONE)
        for one in node.mappings("变体"):
            written, name = one.scalar("公式"), one.scalar("名称")
            if name is not None and plain_name(name.text) == plain_name(node.text("名称")):
                self._collector.add(name.place, messages.VARIANT_SAME)
            if written is not None:
                yield Variant(self._formula(written, unit), one.text("见于"), one.text("名称"))

    def _formula(self, written: Scalar, unit: Unit | None) -> Text:
        text = written.as_text()
        try:
            problem = self._problem(text.text, unit)
        except LanguageError as error:
            problem = error
        if problem is not None and self._items is not None:
            place = text.place._replace(column=text.place.column + problem.position)
            self._collector.note(place, problem.message)
        return text

    def _problem(self, written: str, unit: Unit | None) -> LanguageError | None:
        """Give what is wrong with a formula, or raise it: its writing, its names, its unit."""
        tree = parse_formula(written, self._units)
        for node in walk(tree):
            if isinstance(node, Name) and node.name not in self._units:
                near = nearest(node.name, spellings(self._units))
                message = messages.UNDEFINED_ITEM.format(name=node.name, near=near)
                return LanguageError(message, node.span.start)
        if isinstance(tree, Comparison | Logic | Not):
            return LanguageError(messages.NOT_A_NUMBER, 0)
        found = infer_units(tree, self._units)
        if unit is not None and found != unit.dimension:
            wanted = unit.name or unit.dimension
            return LanguageError(messages.FORMULA_UNIT.format(found=found, wanted=wanted), 0)
        return None
