"""Facts that finding rules reason about: flat, complete, all text.

To add a kind or a property: add it to KINDS here and to rules/schema/findings.schema.json,
where it is described to those who write rules. A test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import TypeAlias
from unicodedata import normalize

from jixiao.dataclass import dataclass, field
from jixiao.model.coded import Coded

CHECK = "核查"
"""A check of figures (勾稽关系) with its outcome; 来自 names it for 用数 and 疑点."""
USE = "用数"
"""One data item that a check, a statement or a claim rests on; one fact for each item."""
STATEMENT = "陈述"
"""What there is to say of how the sources state an item: conflicts, forms, what is adopted."""
YEAR = "年度"
"""A figure whose year is not that of the case."""
VALUE = "数值"
"""A single value that can't be, or a rate whose base is nothing."""
TEXT = "原文"
"""What only the text of a report shows to be odd, where the case was read from reports just now."""
INDICATOR = "指标"
"""One row of the table as it was evaluated."""
REFERENCE = "引用"
"""An indicator's formula or conditions speak of an item; one fact for each pair."""
CLAIM = "自评"
"""A score, value or grade that the department claims, beside what was computed."""
CATEGORY = "归类"
"""A block of the table."""
SCOPE = "适用"
"""What of a case does not fit the table that it is scored by."""
CASE = "案例"
"""The case as a whole; there is one."""
FINDING = "疑点"
"""Derived: something a reviewer must look at. Its 号 is computed (`finding_number`)."""
RAISED = "升级"
"""Derived: a finding is graver than its rule said."""
WITHIN = "归入"
"""Derived: a finding is told as part of another."""
TOUCHES = "涉及"
"""Derived: a finding touches a block of the table."""

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        CHECK: (
            "来自",
            "来历",
            "核查",
            "类别",
            "结果",
            "数据项",
            "缺项",
            "样子",
            "差额",
            "随",
            "级别",
            "题目",
            "说明",
        ),
        USE: ("来自", "数据项"),
        STATEMENT: ("来自", "数据项", "样子", "结果", "采用", "题目", "说明"),
        YEAR: ("来自", "数据项", "级别", "题目", "说明"),
        VALUE: ("来自", "数据项", "结果", "级别", "题目", "说明"),
        TEXT: ("来自", "类别", "指标", "数据项", "结果", "题目", "说明"),
        INDICATOR: ("指标", "归类", "状态", "推定", "口径", "可改等级", "说明"),
        REFERENCE: ("指标", "数据项", "无碍"),
        CLAIM: ("来自", "指标", "项", "结果", "随", "可改等级", "级别", "题目", "说明"),
        CATEGORY: ("归类",),
        SCOPE: ("来自", "项", "级别", "题目", "说明"),
        CASE: ("案例", "推定", "说明", "有自评", "等级已定", "还缺"),
        FINDING: ("号", "代码", "级别", "指标", "归类", "来自", "题目", "说明"),
        RAISED: ("疑点", "级别", "理由"),
        WITHIN: ("疑点", "于"),
        TOUCHES: ("疑点", "归类"),
    }
)
"""Kind → its properties. Every fact has all of them; one without a value is the empty text."""

_IN_ORDER = {kind: tuple(sorted(names)) for kind, names in KINDS.items()}
_NAMES = {kind: frozenset(names) for kind, names in KINDS.items()}

DERIVED = (FINDING, RAISED, WITHIN, TOUCHES)
"""Kinds that rules may conclude."""

TEXTS = ("题目", "说明", "理由")
"""Properties that are sentences for people; only these may be put together from pieces."""

YES, NO = "是", "否"
"""What a property says that holds or not."""

NUMBER = "号"
"""The property of a finding that is computed, never written."""

_NUMBERED_BY = ("代码", "来自", "指标", "归类")


Said: TypeAlias = str | Coded | bool | None
"""What may be said under a property of a fact."""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One fact. INVARIANT: it has exactly the properties of its kind, sorted by name."""

    kind: str
    properties: tuple[tuple[str, str], ...]
    _values: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)
    """Kept, since inference looks facts up all the time."""

    def __post_init__(self) -> None:
        values = dict(self.properties)
        if tuple(values) != _IN_ORDER[self.kind] or len(values) != len(self.properties):
            raise ValueError(f"{self.kind}: {[name for name, _ in self.properties]} are not its properties")
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_hash", hash((self.kind, self.properties)))

    @classmethod
    def of(cls, kind: str, values: Mapping[str, Said] = MappingProxyType({}), /, **more: Said) -> Fact:
        """Make a fact; what is not given is empty. Texts are brought to NFC, so that equal ones join.

        Facts are in the words of those who write rules: a code becomes its word, a truth 是 or 否.
        Raises KeyError for a kind that there is not, ValueError for a property.
        """
        given = {**values, **more} if values else more
        names = _IN_ORDER[kind]
        if not given.keys() <= _NAMES[kind]:
            raise ValueError(f"{kind}: no such properties: {sorted(given.keys() - names)}")
        return cls(kind, tuple([(name, _text(given[name]) if name in given else "") for name in names]))

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[type[Fact], tuple[str, tuple[tuple[str, str], ...]]]:
        return Fact, (self.kind, self.properties)  # hashes of texts differ from process to process

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def __str__(self) -> str:
        said = "，".join(f"{name} {self[name]}" for name in KINDS[self.kind] if self[name])
        return f"{self.kind}（{said}）"


in_order = attrgetter("kind", "properties")
"""What facts are sorted by: the same order as their own, in a fraction of the time."""


def _text(said: Said) -> str:
    if type(said) is str:
        return said if said.isascii() else normalize("NFC", said)
    if isinstance(said, Coded):
        return said.word
    if isinstance(said, bool):
        return YES if said else NO
    return normalize("NFC", said or "")


def finding_number(values: Mapping[str, str]) -> str:
    """Give the 号 of a finding: what it is about, in one text that other facts may name."""
    return "/".join(values[name] for name in _NUMBERED_BY if values.get(name))
