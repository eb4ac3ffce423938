"""What a case leaves to be filled in: 待填 is never content, nor are blanks where grounds are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.files import messages
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.messages import filled
from jixiao.model.ruleset import TO_FILL

_HEADING = ("案例", "代码", "单位", "地区", "年度", "对象", "指标表", "来源")
"""Keys at the left margin by which nothing is scored: a new case can be checked before they are filled in."""
_GROUNDS = {"评定": ("评定人", "依据"), "处置": ("处置人", "理由")}
"""Keys that ask for content, by the section that they stand in."""
NO_CONTENT = frozenset(("", "无", "略", "-", "—", "/", "暂无", "待定", "待补", "待补充"))
"""What is no content where some is asked for."""
MAX_NAMED = 2
"""Most blanks named in the message; of the others the lines are."""
MAX_LINES = 6


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that is still to be filled in, and the keys that lead to it."""

    keys: tuple[str, ...]
    node: Scalar

    @property
    def text(self) -> str:
        """The last keys, by which a person finds it."""
        return "·".join(self.keys[-3:])


def refuse_blanks(root: Mapping) -> None:
    """Raise Refused, once, at the first place that a case is to be scored by and that is not filled in."""
    found = blanks(root)
    if found:
        raise Refused(told(found))


def blanks(root: Mapping) -> list[Blank]:
    """Give the places that a case is to be scored by and that are not filled in, in the order of the file."""
    return [
        blank for key, node in root.entries if key.text not in _HEADING for blank in _in((key.text,), node)
    ]


def blanks_of_heading(root: Mapping) -> Iterator[Blank]:
    """Yield what says which case it is, or which sources it has, and is not filled in."""
    for key, node in root.entries:
        if key.text in _HEADING:
            yield from _in((key.text,), node)
            if isinstance(node, Scalar) and TO_FILL in node.text.strip() != TO_FILL:
                yield Blank((key.text,), node)


def told(found: list[Blank]) -> Diagnostic:
    """Say once, at the first of several blanks, what is to be filled in."""
    named = "、".join(f"“{one.text}”" for one in found[:MAX_NAMED])
    lines = list(dict.fromkeys(one.node.place.line for one in found))
    more = f"等{len(found)}处" if len(found) > MAX_NAMED else ""
    told = f"{'、'.join(map(str, lines[:MAX_LINES]))}{' …' if len(lines) > MAX_LINES else ''}"
    where = f"{more}（第 {told} 行）" if len(found) > 1 else ""
    first = found[0].node
    return Diagnostic(first.place, filled(messages.NOT_FILLED_IN, named=named, lines=where))


def _in(keys: tuple[str, ...], node: Node) -> Iterator[Blank]:
    """Yield the blanks of a part of a case, in the order of the file."""
    match node:
        case Scalar(text=text):
            word = text.strip()
            asked = any(keys[-1] in names for section, names in _GROUNDS.items() if section in keys)
            if word == TO_FILL or (asked and word in NO_CONTENT):
                yield Blank(keys, node)
        case Mapping():
            for key, value in node.entries:
                yield from _in((*keys, key.text.strip()), value)
        case Sequence():
            for item in node.items:
                yield from _in(keys, item)
