"""Random sums of small rules: drawn as what they mean, written as tables write them, and what may be found by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from shared.oracle.sums import (
    AtWill,
    Awards,
    Deduction,
    EarnedPerCase,
    Extra,
    Findings,
    Flat,
    Found,
    Item,
    PerCase,
    Section,
    Sum,
)
from shared.sentences.wording import decimal

NAME = "内部管理"
"""The indicator that the sentences speak of."""

COUNTED = [
    ("迟报", "次"),
    ("漏报", "次"),
    ("账实不符", "处"),
    ("附件缺失", "份"),
    ("审批手续不全", "笔"),
    ("台账漏登", "条"),
    ("逾期归还", "天"),
    ("超范围列支", "项"),
    ("合同未备案", "份"),
    ("标识牌破损", "块"),
    ("保洁不到位", "处"),
    ("档案未编号", "卷"),
    ("凭证未签字", "张"),
    ("会议缺席", "人"),
]
FLATS = [
    "无资产台账",
    "未定期盘点",
    "管理制度不健全",
    "印章混用",
    "公示栏陈旧",
    "未设专人负责",
    "没有应急预案",
    "缺目录清单",
    "票据粘贴混乱",
]
VETOES = ["存在虚假票据", "挪用专项资金", "出借银行账户", "发生重大安全事故", "拒不配合检查"]
LEFT = ["文明施工措施落实不到位", "配合检查不积极", "现场秩序混乱", "整改不彻底", "资料归集质量不高"]
ITEMS = [
    ("制定年度实施方案", ["未制定", "未制定年度实施方案", "没有制定年度实施方案"]),
    ("按期报送报表", ["未按期报送", "未按期报送报表"]),
    ("账目清楚", ["账目不清楚", "不清楚"]),
    ("档案资料齐全", ["不齐全", "资料不齐全", "档案资料不齐全"]),
    ("设立专门机构", ["未设立", "未设立专门机构"]),
    ("召开专题会议", ["未召开", "没有召开专题会议"]),
    ("信息公开及时", ["公开不及时", "不及时", "信息公开不及时"]),
    ("分工明确", ["分工不明确", "不明确"]),
]
EARNED = [("省级媒体采用", "篇"), ("组织现场观摩", "次"), ("推广典型经验", "个"), ("完成调研报告", "篇")]
AWARDS = [
    ["获国家级表彰", "获省级表彰", "获市级表彰"],
    ["被评为优秀", "被评为良好"],
    ["在全国推广", "在全省推广"],
]
OPENINGS = [
    "各项工作落实到位的，得{p}分，",
    "各项要求均已落实得{p}分。",
    "日常管理（{p}分）。",
    "工作规范得满分，",
]

costs = st.sampled_from(["0.5", "1", "0.2", "1.5", "2", "0.3", "0.25"]).map(Fraction)


# ── What sums mean ───────────────────────────────────────────────────────────────────────────────


@dataclass
class Vocabulary:
    """Words of which each is drawn once."""

    draw: st.DrawFn

    def __post_init__(self) -> None:
        shuffled = [self.draw(st.permutations(words)) for words in (COUNTED, FLATS, VETOES, LEFT, ITEMS)]
        self.counted, self.flats, self.vetoes, self.left, self.items = map(list, shuffled)
        self.earned = list(self.draw(st.permutations(EARNED)))

    def counting(self, room: Fraction) -> PerCase:
        words, unit = self.counted.pop()
        each = min(self.draw(costs), room)
        times = self.draw(st.none() | st.integers(1, 4))
        cap = None if times is None else min(each * times, room)
        return PerCase(words, unit, each, cap)

    def flat(self, room: Fraction) -> Flat:
        return Flat(self.flats.pop(), min(self.draw(costs), room))

    def at_will(self, room: Fraction) -> AtWill:
        high = min(self.draw(costs) + Fraction(1, 2), room)
        return AtWill(self.left.pop(), high / 2, high)

    def deduction(self, room: Fraction) -> Deduction:
        kinds = [self.counting, self.counting, self.flat, self.flat, self.at_will]
        return self.draw(st.sampled_from(kinds))(room)

    def item(self, points: Fraction, *, reverse: bool = True) -> Item:
        words, denials = self.items.pop()
        if not reverse or not self.draw(st.booleans()):
            return Item(words, points)
        denied = self.draw(st.sampled_from([*denials, "否则"]))
        some = denied != "否则" and points > 1 and self.draw(st.integers(0, 3)) == 0
        return Item(words, points, denied, points / 2 if some else Fraction(0))


@st.composite
def from_the_whole(draw: st.DrawFn) -> Sum:
    """Full marks, and what takes from them: at different rates, once, at discretion, or all of it."""
    points = draw(st.sampled_from([3, 4, 5, 6, 8, 10])) * Fraction(1)
    words = Vocabulary(draw)
    against = tuple(words.deduction(points) for _ in range(draw(st.integers(2, 5))))
    vetoes = [
        (words.vetoes.pop(), -points / 2 if draw(st.integers(0, 3)) == 0 else Fraction(0))
        for _ in range(draw(st.sampled_from([0, 0, 1, 2])))
    ]
    return Sum(points, (Section(None, against),), tuple(vetoes), whole=True)


@st.composite
def of_items(draw: st.DrawFn) -> Sum:
    """Items that add up, each with its own reverse or what takes from it."""
    words = Vocabulary(draw)
    drawn = [_section(draw, words) for _ in range(draw(st.integers(2, 4)))]
    sections = tuple(
        sorted(drawn, key=lambda one: not one.against)
    )  # else it would be of the items before, too
    return Sum(sum((one.points or Fraction(0) for one in sections), Fraction(0)), sections)


def _section(draw: st.DrawFn, words: Vocabulary) -> Section:
    points = Fraction(draw(st.sampled_from([2, 3, 4, 5])))
    if draw(st.booleans()):
        return Section(words.item(points))
    less = points - Fraction(1, 2)
    count = draw(st.integers(1, 2))
    kinds = [words.counting, words.flat]
    return Section(
        words.item(points, reverse=False), tuple(draw(st.sampled_from(kinds))(less) for _ in range(count))
    )


@st.composite
def of_own_points(draw: st.DrawFn) -> Sum:
    """Sections that only take, each from points of its own, which its caps say."""
    words, sections = Vocabulary(draw), []
    for _ in range(draw(st.integers(2, 4))):
        one = words.counting(Fraction(5))
        cap = one.each * draw(st.integers(2, 4))
        sections.append(Section(None, (PerCase(one.words, one.unit, one.each, cap),), own=cap))
    points = sum((one.own or Fraction(0) for one in sections), Fraction(0))
    return Sum(points, tuple(sections))


@st.composite
def with_extras(draw: st.DrawFn) -> Sum:
    """An item or two, and what is earned besides: each case of something, or a grade of award."""
    words = Vocabulary(draw)
    sections = [
        Section(words.item(Fraction(draw(st.sampled_from([2, 3]))))) for _ in range(draw(st.integers(1, 2)))
    ]
    extra: Extra
    if draw(st.booleans()):
        what, unit = words.earned.pop()
        each = draw(costs)
        extra = EarnedPerCase(what, unit, each, each * draw(st.integers(2, 4)))
    else:
        names = draw(st.sampled_from(AWARDS))
        extra = Awards(tuple((name, Fraction(len(names) - place)) for place, name in enumerate(names)))
    sections.append(Section(None, (), (extra,)))
    points = sum((one.points or Fraction(0) for one in sections), Fraction(0))
    return Sum(points, tuple(sections))


sums = from_the_whole() | of_items() | of_own_points() | with_extras()


# ── How they are written ─────────────────────────────────────────────────────────────────────────

_COUNTS = [
    "{w}的，每{u}扣{r}分",
    "{w}的，每发现一{u}扣{r}分",
    "{w}，发现一{u}扣{r}分",
    "{w}的，每有一{u}扣{r}分",
    "每发现一{u}{w}，扣{r}分",
    "每出现1{u}{w}的，扣{r}分",
    "有一{u}{w}的，扣{r}分",
    "{w}每{u}扣{r}分",
    "{w}的，1{u}扣{r}分",
    "{w}的，扣{r}分/{u}",
]
_CAPS = ["，最多扣{c}分", "，最高扣{c}分", "，扣完{c}分为止", "，扣满{c}分为止", "，扣分不超过{c}分"]
_FLATS = ["{w}的，扣{r}分", "{w}扣{r}分", "{w}的扣{r}分", "{w}，扣{r}分"]
_VETOES = [
    "{w}的，不得分",
    "{w}的，本项不得分",
    "{w}的，此项不得分",
    "{w}的，该项不得分",
    "{w}，该项得0分",
]
_AT_WILL = ["{w}的，酌情扣{a}-{b}分", "{w}的，视情况扣{a}-{b}分", "{w}的酌情扣{a}至{b}分"]
_EARNS = ["{w}的，得{p}分", "{w}得{p}分", "{w}的得{p}分", "{w}，得{p}分", "{w}（{p}分）", "{w}，计{p}分"]
_EACH_EARNS = ["每{w}1{u}得{r}分", "{w}的，每{u}得{r}分", "{w}每{u}加{r}分"]
_TOPS = ["，最多得{c}分", "，最高{c}分", "，最高不超过{c}分"]
_MARKS = [
    [f"{n}、" for n in range(1, 10)],
    list("①②③④⑤⑥⑦⑧⑨"),
    [f"（{n}）" for n in range(1, 10)],
    [f"{n}." for n in range(1, 10)],
]


_LIMITED = re.compile("，(?:最[多高]|扣完|扣满|扣分不超过)")


@dataclass
class SumPen:
    """Draws what the surface leaves free."""

    draw: st.DrawFn

    def any(self, choices: list[str], **filled: object) -> str:
        shown = {key: decimal(one) if isinstance(one, Fraction) else one for key, one in filled.items()}
        return self.draw(st.sampled_from(choices)).format(**shown)

    def deduction(self, one: Deduction) -> str:
        match one:
            case PerCase(words, unit, each, cap):
                capped = "" if cap is None else self.any(_CAPS, c=cap)
                return self.any(_COUNTS, w=words, u=unit, r=each) + capped
            case Flat(words, cost):
                return self.any(_FLATS, w=words, r=cost)
            case AtWill(words, low, high):
                return self.any(_AT_WILL, w=words, a=low, b=high)

    def item(self, one: Item) -> str:
        earns = self.any(_EARNS, w=one.words, p=one.points)
        if not one.denied:
            return earns
        if one.denied == "否则":
            return earns + self.any(["，否则不得分", "；否则不得分", "，否则得0分"])
        if one.left:
            award = self.any(["的，扣{p}分", "的扣{p}分"], p=one.points - one.left)
        else:
            award = self.any(["的，不得分", "的不得分", "的，扣{p}分"], p=one.points)
        return f"{earns}{self.any(['；', '，', '。'])}{one.denied}{award}"

    def extra(self, one: Extra) -> str:
        match one:
            case EarnedPerCase(words, unit, each, cap):
                return self.any(_EACH_EARNS, w=words, u=unit, r=each) + self.any(_TOPS, c=cap)
            case Awards(grades):
                return "，".join(self.any(["{w}的得{p}分", "{w}得{p}分"], w=w, p=p) for w, p in grades)

    def section(self, one: Section) -> str:
        parts = [self.item(one.item)] if one.item else []
        parts += [self.extra(extra) for extra in one.extra] + [self.deduction(other) for other in one.against]
        text = parts[0]
        for part in parts[1:]:
            # behind a comma a limit may be of the counts before it too
            text += self.any(["；"] if _LIMITED.search(part) else ["；", "，"]) + part
        return text

    def joined(self, texts: list[str], *, marked: bool) -> str:
        marks = self.draw(st.sampled_from(_MARKS)) if marked else [""] * len(texts)
        if any(text[0].isdecimal() for text in texts):
            marks = _MARKS[0] if marked else marks
        separator = self.draw(st.sampled_from(["；", "。", "\n"]))
        written = [mark + text for mark, text in zip(marks, texts, strict=False)]
        return separator.join(written) + self.any(["。", "", "；"])


@st.composite
def write(draw: st.DrawFn, meant: Sum) -> str:
    """Write a sum down in one of the ways that tables do."""
    pen = SumPen(draw)
    if meant.whole:
        texts = [pen.deduction(one) for one in meant.deductions]
        texts += [_veto(pen, words, left) for words, left in meant.vetoes]
        opening = pen.any(["", "", *OPENINGS], p=meant.points)
        text = opening + pen.joined(texts, marked=not opening and draw(st.booleans()))
        return text + (pen.any(["扣完为止。", "", ""]) if text.endswith(("。", "；")) else "")
    graded = any(isinstance(extra, Awards) for section in meant.sections for extra in section.extra)
    return pen.joined([pen.section(one) for one in meant.sections], marked=graded or draw(st.booleans()))


def _veto(pen: SumPen, words: str, left: Fraction) -> str:
    if left:
        return pen.any(["{w}的，该项不得分，倒扣{n}分", "{w}的，不得分，并倒扣{n}分"], w=words, n=-left)
    return pen.any(_VETOES, w=words)


# ── What may be found ────────────────────────────────────────────────────────────────────────────


def _of(one: Deduction | Extra) -> st.SearchStrategy[Found]:
    match one:
        case PerCase() | EarnedPerCase():
            return st.integers(0, 6)
        case Flat():
            return st.booleans()
        case AtWill(low=low, high=high):
            return st.sampled_from([True, low, high, (low + high) / 2, Fraction(0)])
        case Awards(grades=grades):
            return st.sampled_from([name for name, _ in grades])


@st.composite
def findings(draw: st.DrawFn, meant: Sum) -> dict[str, Found]:
    """What was found and met, by words; mostly of some of the small rules only."""
    ways: dict[str, st.SearchStrategy[Found]] = {one.words: _of(one) for one in meant.deductions}
    ways |= {one.words: _of(one) for section in meant.sections for one in section.extra}
    ways |= {one.words: st.booleans() for one in meant.items}
    ways |= {words: st.booleans() for words, _ in meant.vetoes}
    said = draw(st.lists(st.sampled_from(sorted(ways)), unique=True))
    return {words: draw(ways[words]) for words in said}


def asked(found: Findings) -> str:
    """Write what was found as a person does, each by its words."""
    return "；".join(_asked(words, one) for words, one in found.items())


def _asked(words: str, one: Found) -> str:
    match one:
        case bool():
            return f"{words}={'是' if one else '否'}"
        case str():
            return one
        case int():
            return f"{words}={one}"
        case _:
            return f"{words}=扣{decimal(one)}分"
