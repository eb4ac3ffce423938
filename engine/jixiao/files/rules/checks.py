"""rules/checks/*.yaml → the checks (核查) that figures must satisfy."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.existence import is_folder, yaml_files
from jixiao.files.figures import read_quantity
from jixiao.files.home import items_file
from jixiao.files.schema.document import read_document
from jixiao.files.yaml.node import Mapping
from jixiao.model.check import Category, Check, Widening
from jixiao.model.diagnostic import Place, read_each
from jixiao.model.finding import Level
from jixiao.model.ruleset import Text

CHECKS_FOLDER = "checks"
"""The folder of a folder of rules that holds checks."""


def check_files(root: Path) -> list[Path]:
    """Give the files of checks of a folder of rules, sorted; none where it has no such folder.

    Checks speak of items: a folder that takes the items of Jixiao takes its checks too.
    """
    folder = root / CHECKS_FOLDER
    if not is_folder(folder):
        folder = items_file(root).parent / CHECKS_FOLDER
    return yaml_files(folder)


def load_checks(root: Path) -> tuple[Check, ...]:
    """Read all checks of a folder of rules; raises Refused with every diagnostic found."""
    return read_checks(check_files(root))


def read_checks(paths: Iterable[Path]) -> tuple[Check, ...]:
    """Read the checks of these files together; raises Refused with the mistakes of all."""
    taken: dict[str, Place] = {}
    return tuple(chain.from_iterable(read_each(paths, lambda path: _read(path, taken))))


def _read(path: Path, taken: dict[str, Place]) -> list[Check]:
    collector = Collector()
    found = read_check_file(path, taken, collector)
    collector.refuse_if_any()
    return found


def read_check_file(path: Path, taken: dict[str, Place], collector: Collector) -> list[Check]:
    """Read the checks of a file as far as they can be; what is wrong in them is noted.

    `taken` are the codes of files before it. Raises Refused where the file has not the shape.
    """
    document = read_document(path, "checks")
    found = [_check(node, collector) for node in document.root.mappings("核查")]
    for check in found:
        first = taken.setdefault(check.id, check.place)
        if first is not check.place:
            collector.add(check.place, messages.SAME_CHECK, name=check.id, first=first)
    return found


def _check(node: Mapping, collector: Collector) -> Check:
    relation = node.scalar("关系")
    return Check(
        id=node.text("代码"),
        name=node.text("名称"),
        category=next(one for one in Category if one.word == node.text("类别")),
        relation=Text("", node.place) if relation is None else relation.as_text(),
        place=node.place,
        may_be_absent=tuple(name.as_text() for name in node.scalars("可缺")),
        widening=_widening(node, collector),
        level=read_level(node),
        note=node.text("说明"),
        made_up_by=tuple(name.as_text() for name in node.scalars("补足")),
        exceptions=tuple(one.text.strip() for one in node.scalars("例外")),
    )


def _widening(node: Mapping, collector: Collector) -> Widening | None:
    around = node.mapping("容差")
    written = None if around is None else around.scalar("放宽")
    quantity = None if written is None else read_quantity(written, None, collector)
    if around is None or written is None or quantity is None:
        return None
    if quantity.value < 0:
        collector.add(written.place, messages.NEGATIVE, text=written.text)
    return Widening(quantity, around.text("理由"), written.place)


def read_level(node: Mapping) -> Level | None:
    """Give the level under 级别, or None where there is none."""
    return next((level for level in Level if level.word == node.text("级别")), None)
