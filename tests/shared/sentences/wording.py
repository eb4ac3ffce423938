"""Sentences for rules whose meaning is known: one of the many ways a table may write them.

The surface varies as shared standards/forms.md lists it: synonyms, width, numbering, separators,
where the percent sign stands, Chinese numerals. `write(rule)` draws a sentence for a rule of
`oracle`; every sentence that it gives for one rule must be understood alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from shared.oracle.scores import (
    Band,
    Bands,
    Breaches,
    Cascade,
    Checklist,
    Edge,
    Levels,
    Proportion,
    Rule,
    Shares,
    Steps,
)
from shared.sentences.strategies import FACTORS

NAME = "预算控制率"
"""The indicator that the sentences speak of."""

AT_MOST = "≤ ≦ <= ⩽ 〈= 不超过 不得超过 不高于 不大于 不多于 小于等于 小于或等于 低于或等于".split()
AT_LEAST = "≥ ≧ >= ⩾ 〉= 不低于 不得低于 不少于 不小于 大于等于 大于或等于 高于或等于 达到".split()
BELOW = "< 〈 小于 低于 不足 不到 未达到".split()
ABOVE = "> 〉 大于 高于 超过".split()
EQUAL = "= 等于 为".split()
OVER = "超过 超出 超 增加 高于 提高 上升".split()
UNDER = "低于 降低 减少 下降".split()
OFF = "偏离 相差 超过或低于 低于或超过 超出或低于 增减 上下浮动".split()
FULL = "得满分 计满分 满分 给满分 记满分 得基本分 得该项满分".split()
NOTHING = "不得分 得0分 计0分 0分 不计分 该项不得分 得零分 不给分".split()
TO_THE_END = "扣完为止 直至扣完 扣完该项分值为止 扣完分值为止 最低为0分 减完为止".split()
TOPS = "最高不超过满分 最高不超过分值上限 最多不超过满分 最高得满分".split()
_DEFINED = "{name}=追加数÷年初预算数×100%"
HEADINGS = [
    "",
    "",
    "",
    "评分标准：",
    "计分办法：",
    "其中：",
    f"{_DEFINED}。",
    "计算公式：{name}=（追加数/年初预算数）×100%；",
]
SOURCES = ["", "", "", f"（{_DEFINED}）", f"；{_DEFINED}。", "（以决算数为准）"]
"""What a table puts before and behind a rule, and what changes nothing of it."""
MARKS = [
    list("①②③④⑤⑥⑦⑧⑨"),
    [f"{n}." for n in range(1, 10)],
    [f"{n}、" for n in range(1, 10)],
    [f"（{n}）" for n in range(1, 10)],
    [f"{n}是" for n in "一二三四五六七八九"],
    [f"{n}." for n in "ABCDEFGHI"],
    [""] * 9,
]


def decimal(number: Fraction) -> str:
    """Write a number exactly; it must have a finite decimal."""
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
        assert places < 30, number
    digits = str(abs(number * 10**places).numerator).rjust(places + 1, "0")
    body = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{body}" if number < 0 else body


def chinese(number: Fraction) -> str:
    """Write a number from 0 up to 999 in Chinese numerals: 12.5 is 十二点五."""
    whole, _, part = decimal(number).partition(".")
    n, signs = int(whole), "零一二三四五六七八九"
    text = f"{signs[n // 100]}百" if n >= 100 else ""
    tens, ones = n // 10 % 10, n % 10
    if tens:
        text += f"{signs[tens] if tens > 1 or n >= 100 else ''}十"
    elif n >= 100 and ones:
        text += "零"
    if ones or n == 0:
        text += signs[ones]
    return f"{text}点{''.join(signs[int(digit)] for digit in part)}" if part else text


@dataclass
class Pen:
    """Draws what the surface leaves free."""

    draw: st.DrawFn
    unit: str = "%"
    name: str = NAME

    def any(self, choices: list[str] | str) -> str:
        """One of the words, the first one where hypothesis shrinks."""
        return self.draw(st.sampled_from(choices.split("|") if isinstance(choices, str) else choices))

    def often(self) -> bool:
        return self.draw(st.booleans())

    # Numbers

    def amount(self, base: Fraction) -> str:
        """A value as the sentence writes values: 10%, 百分之十, 3次."""
        if self.unit == "%" and base >= 0:
            return self.any(
                [f"{decimal(base * 100)}%", f"百分之{decimal(base * 100)}", self._hundredths(base)]
            )
        return f"{decimal(base / FACTORS[self.unit])}{self.unit}"

    def _hundredths(self, base: Fraction) -> str:
        shown = base * 100
        return f"百分之{chinese(shown)}" if shown < 1000 else f"{decimal(shown)}%"

    def points(self, points: Fraction, spoken: bool = True) -> str:
        """So many points; in Chinese numerals only where a verb stands before."""
        forms = [f"{decimal(points)}分"]
        if "." not in forms[0]:
            forms.append(f"{decimal(points)}.0分")
        if spoken and points < 1000:
            forms.append(f"{chinese(points)}分")
        return self.any(forms)

    # What a clause earns

    def award(self, points: Fraction, full: Fraction) -> str:
        """The particles and the points of a clause: “的，得5分”, “：5分”, “（5分）”."""
        if points == full and self.often():
            return self.any("的，|，|的||：") + self.any(FULL)
        if points == 0 and self.often():
            before = self.any("的，|，|的||：")
            return before + self.any(NOTHING if before else [word for word in NOTHING if word != "0分"])
        verb = self.any("得|计|给|记|赋|")
        if verb:
            return self.any("的，|，|的||：") + verb + self.points(points)
        return self.any(
            [
                f"：{self.points(points)}",
                f"（{self.points(points, False)}）",
                f"，{self.points(points, False)}",
            ]
        )

    def costs(self, points: Fraction) -> str:
        return self.any("，||的，|的") + self.any("扣|减|扣除|扣减") + self.points(points)

    # Comparisons

    def subject(self) -> str:
        """The indicator's name before a comparison, a part of it, or nothing."""
        return self.any(["", self.name, f"“{self.name}”", self.name[2:], "比率", f"该{self.name}"])

    def half(self, edge: Edge, upward: bool) -> str:
        """A comparison with one number, with the right that the edge says."""
        number = self.amount(edge.at)
        side = "上" if upward else "下"
        if edge.right == "statute":
            return number + (f"以{side}" if upward else self.any("以下|以内|之内"))
        if edge.right == "no":
            ways = [sign + number for sign in (ABOVE if upward else BELOW)]
            return self.any([*ways, f"{number}以外"] if upward else ways)
        after = [
            f"{number}以{side}（含）",
            f"{number}（含）以{side}",
            f"{number}及以{side}",
            f"{number}以{side}（含本数）",
        ]
        before = [sign + number for sign in (AT_LEAST if upward else AT_MOST)]
        return self.any(before + after)

    def interval(self, band: Band) -> str:
        """The comparison of a band, however it is bounded."""
        low, high = band.low, band.high
        if low and high and low.at == high.at:
            return self.any([self.subject() + self.any(EQUAL) + self.amount(low.at), self.amount(low.at)])
        if low is None:
            return self.subject() + self.half(high, upward=False)
        if high is None:
            return self.subject() + self.half(low, upward=True)
        return self.subject() + self.any(self._both(low, high))

    def _both(self, low: Edge, high: Edge) -> list[str]:
        """The ways to write an interval with two ends; which ones depends on their rights."""
        ways = []
        rights = {low.right, high.right}
        if "unmarked" in rights or ("statute" not in rights and self.often()):
            ways += [self._dashed(low, high)]
        if "unmarked" not in rights:
            ways += [
                self.half(low, True) + self.any("，|") + self.half(high, False)
                if low.right == high.right == "statute"
                else f"{self.half(low, True)}，{self.half(high, False)}"
            ]
        if rights <= {"outright", "no"}:
            start = "≤" if low.right == "outright" else "<"
            end = "≤" if high.right == "outright" else "<"
            a, b = self.amount(low.at), self.amount(high.at)
            ways += [
                f"{a}{start}x{end}{b}",
                f"{a}{start}{self.name}{end}{b}",
                f"{'[' if low.right == 'outright' else '('}{a},{b}{']' if high.right == 'outright' else ')'}",
            ]
        return [way for way in ways if "、" not in way and "且" not in way] or ways

    def _dashed(self, low: Edge, high: Edge) -> str:
        """a-b with（含）behind whichever end it belongs to; one percent sign may do for both."""
        a, b = self.amount(low.at), self.amount(high.at)
        if self.unit == "%" and self.often():
            a, b = self.any([f"{decimal(low.at * 100)}|{b}", f"{a}|{decimal(high.at * 100)}"]).split("|")
            if "%" not in a + b and "百" not in a + b:
                b += "%"
        dash = self.any("-|~|～|—|至|到")
        lead = self.any(["", "", "", "达到", "在"]) if self.unit == "%" else ""
        return f"{lead}{a}{self._mark(low, a)}{dash}{b}{self._mark(high, b)}"

    def _mark(self, edge: Edge, written: str) -> str:
        if edge.right == "unmarked":
            return ""
        return (
            self.any(["（含）", f"（含{written}）", "（含本数）"]) if edge.right == "outright" else "（不含）"
        )

    # Whole sentences

    def join(self, clauses: list[str], numbered: bool = True) -> str:
        """Number the clauses, or not, and set separators between them."""
        marks = self.any([" ".join(row) for row in MARKS]).split() if numbered and len(clauses) < 10 else []
        marked = (
            [_marked(mark, clause) for mark, clause in zip(marks, clauses, strict=False)]
            if marks
            else clauses
        )
        if _look_counted(marked):
            marked = [f"{number}、{clause}" for number, clause in enumerate(marked, 1)]
        text = marked[0]
        for clause in marked[1:]:
            text += self.any("；|;|。|\n") + clause
        return text + self.any("。||；")

    def surface(self, text: str) -> str:
        """Widen some signs, and put spaces and quotation marks where they carry nothing."""
        wide = self.draw(st.integers(0, 2 ** len(text) - 1)) if self.often() else 0
        signs = [
            chr(ord(sign) + 0xFEE0) if wide >> place & 1 and "!" <= sign <= "~" else sign
            for place, sign in enumerate(text)
        ]
        if self.often():
            place = self.draw(st.integers(0, len(signs)))
            place -= place > 0 and signs[place - 1] in ".．"  # "1. 5天" would count
            signs.insert(place, self.any([" ", "　", "\t"]))
        return "".join(signs)


def _look_counted(clauses: list[str]) -> bool:
    """Whether clauses begin with 1.5天 and 2.5天, which nobody can tell from 1. and 2."""
    counted = [found[1] for clause in clauses if (found := re.match(r"(\d{1,2})\.\d", clause))]
    return len(counted) > 1 and counted == [str(number) for number in range(1, len(counted) + 1)]


def _marked(mark: str, clause: str) -> str:
    """Set a number before a clause, but never “1.” before a digit, which would be a decimal."""
    return f"{mark.replace('.', '、')}{clause}" if clause[0].isdecimal() else mark + clause


# ── One clause list for each form ────────────────────────────────────────────────────────────────


def _steps(pen: Pen, form: Steps) -> list[str]:
    number, full = pen.amount(form.limit), pen.award(form.points, form.points)
    start, name = [], pen.subject()
    if form.base is not None:
        return _adding(pen, form)
    if form.over and form.under:
        limit = pen.any([f"{name}{pen.any(EQUAL)}{number}{full}", number + full])
    elif form.over:
        limit = name + pen.half(Edge(form.limit, pen.any("outright|statute")), upward=False) + full
    else:
        limit = name + pen.half(Edge(form.limit, pen.any("outright|statute")), upward=True) + full
    if pen.often():
        start = [f"以{number}为{pen.any('标准|基准|准')}"]
    if form.over and form.over == form.under and pen.often():
        sides = [f"{pen.subject()}{pen.any('每|每再')}{pen.any(OFF)}{_step(pen, form.over)}"]
    else:
        sides = [
            _side(pen, form.limit, side, words, word)
            for side, words, word in ((form.over, OVER, ABOVE), (form.under, UNDER, BELOW))
            if side
        ]
    return [*start, limit, *sides]


def _adding(pen: Pen, form: Steps) -> list[str]:
    """What is earned at the limit, then what each step adds, with or without its most, and what it costs."""
    limit = pen.any([pen.subject() + pen.any("=|达到"), ""]) + pen.amount(form.limit)
    sides = [
        _side(pen, form.limit, side, words, word)
        for side, words, word in ((form.over, OVER, ABOVE), (form.under, UNDER, BELOW))
        if side
    ]
    most = pen.any([f"最多加{decimal(form.points - form.base)}分", ""])
    return [f"{limit}{pen.any('的，|，|')}得基本分{decimal(form.base)}分", *sides, *([most] if most else [])]


def _side(pen: Pen, limit: Fraction, side, words: list[str], compared: list[str]) -> str:
    """Steps to one side: 每超过…, “超过100%的部分，每…”, or 每超过100%一个百分点."""
    way = pen.draw(st.integers(0, 5)) if pen.unit == "%" else 0
    if way == 1:
        return f"{pen.subject()}{pen.any(compared)}{pen.amount(limit)}的{pen.any('部分|部分，|')}每{_step(pen, side)}"
    if way == 2 and not side.percent:
        return f"{pen.subject()}每{pen.any(words)}{decimal(limit * 100)}%{_step(pen, side)}"
    return f"{_again(pen, limit, compared)}{pen.any('每|每再')}{pen.any(words)}{_step(pen, side)}"


def _again(pen: Pen, limit: Fraction, words: list[str]) -> str:
    """“>0，每超过…”: the limit said again before the step, or the name alone, or nothing."""
    return pen.any(["", pen.name, f"{pen.subject()}{pen.any(words)}{pen.amount(limit)}，"])


def _step(pen: Pen, side) -> str:
    earned = pen.any("，||的，|的") + "加" + pen.points(side.points) if side.adds else pen.costs(side.points)
    if side.percent:
        return f"{decimal(side.step * 100)}%" + earned
    if pen.unit != "%":
        return pen.amount(side.step) + earned
    number = side.step * 100
    return pen.any([f"{decimal(number)}个百分点", f"{chinese(number)}个百分点"]) + earned


def _bands(pen: Pen, form: Bands) -> list[str]:
    clauses = [_band(pen, band, form.points) for band in form.bands]
    return clauses + _rest(pen, form.rest, form.points)


def _band(pen: Pen, band: Band, full: Fraction) -> str:
    """The values and what they earn, or what is earned first: “得5分：≥90%”."""
    if pen.draw(st.integers(0, 4)):
        return pen.interval(band) + pen.award(band.points, full)
    return f"{pen.any('得|计|给|记')}{pen.points(band.points)}：{pen.interval(band)}"


def _rest(pen: Pen, rest: Fraction | None, full: Fraction) -> list[str]:
    if rest is None:
        return []
    award = pen.award(rest, full).removeprefix("的")
    return [pen.any("否则|其他情况|其余|其他情形") + award]


def _cascade(pen: Pen, form: Cascade) -> list[str]:
    clauses = [
        pen.subject() + pen.half(edge, form.upward) + pen.award(points, form.points)
        for edge, points in form.thresholds
    ]
    return clauses + _rest(pen, form.rest, form.points)


def _proportion(pen: Pen, form: Proportion) -> list[str]:
    top = [pen.any(TOPS)] if pen.often() else []
    if not form.slope:
        return [f"得分={pen.any([f'{decimal(form.start)}分×1', f'1×{decimal(form.start)}分'])}", *top]
    full, value = decimal(form.points), pen.any([pen.name, "指标值", f"“{pen.name}”"])
    points = pen.any([full, "分值", "满分"])
    times, over = pen.any("×|*"), pen.any("÷|/")
    head = pen.any("得分=|得分值=|本项得分=|计分=|得分：")
    if form.squared:
        return [f"{head}{value}{times}{value}{times}{points}", *top]
    if form.start == 0:
        ways = [
            f"{head}{value}{times}{points}",
            f"{head}{points}{times}{value}",
            f"{head}（{value}）{times}{points}",
            f"{head}{value}{times}100%{times}{points}",
            f"{head}{value}{over}100%{times}{points}",
            f"按{pen.any('完成比例|比例|完成程度|实际完成值与目标值之比')}{pen.any('计分|计算得分|给分|得分')}",
            f"达到{pen.any('目标值|目标|计划')}的，得满分；未达到的，按完成比例计分",
        ]
        return [pen.any(ways), *top]
    steepness = decimal(-form.slope / form.points)
    loss = pen.any([f"{steepness}{times}{value}", f"{value}{times}{steepness}", f"{value}÷（1÷{steepness}）"])
    return [pen.any([f"{head}（1-{loss}）{times}{points}", f"{head}{points}-{loss}{times}{points}"]), *top]


def _checklist(pen: Pen, form: Checklist) -> list[str]:
    texts = ["建立了财务制度", "制度合法合规", "制度得到有效执行", "资金拨付手续完整", "目标明确"]
    return [text + _given(pen, points) for text, points in zip(texts, form.items, strict=False)]


def _given(pen: Pen, points: Fraction) -> str:
    return pen.any(
        [
            f"，{decimal(points)}分",
            f"（{decimal(points)}分）",
            f"，得{pen.points(points)}",
            f"计{pen.points(points)}",
            f"：{decimal(points)}分",
        ]
    )


def _breaches(pen: Pen, form: Breaches) -> list[str]:
    listed = pen.any(
        ["", "按时报送的得满分", "①支出符合财务制度；②拨付手续完整；③无截留挪用", "支出符合规定；手续完整"]
    )
    what = pen.any([form.what, form.what.replace("一", "1")])
    each = f"{pen.any('|以上情况|以上')}每{what}{pen.any('|的|，|不符合要求的')}"
    return [*([listed] if listed else []), each + pen.any("扣|扣减|减") + pen.points(form.each)]


def _levels(pen: Pen, form: Levels) -> list[str]:
    return [name + pen.award(points, form.points) for name, points in form.levels]


def _shares(pen: Pen, form: Shares) -> list[str]:
    clauses = []
    for place, (name, high, low) in enumerate(form.levels):
        claims = place + 1 < len(form.levels)
        a, b = f"{decimal(high * 100)}%", f"{decimal(low * 100)}%"
        mark = pen.any([f"（含{b}）", "（含）"]) if claims else ""
        clauses.append(f"{name}的，按{pen.any('|该项|本项')}分值的{a}-{b}{mark}{pen.any('计分|确定|给分')}")
    return clauses


_CLAUSES = {
    Steps: _steps, Bands: _bands, Cascade: _cascade, Proportion: _proportion, Checklist: _checklist,
    Breaches: _breaches, Levels: _levels, Shares: _shares,
}  # fmt: skip
_NUMBERED = (Bands, Checklist, Cascade)


EXEMPTING = ["得满分", "不扣分", "按满分计算", "计满分"]
LEAVING_OUT = ["剔除后折算", "予以剔除后折算为百分制"]


@st.composite
def write(draw, rule: Rule, name: str = NAME) -> str:
    """Write a rule down, in one of the ways that tables do; `name` is the indicator's."""
    pen = Pen(draw, rule.unit, name)
    clauses = _CLAUSES[type(rule.form)](pen, rule.form)
    if rule.guard:
        guard = (
            pen.subject()
            + pen.half(rule.guard.edge, upward=not rule.guard.below)
            + pen.award(Fraction(0), rule.points)
        )
        clauses = [*clauses, guard]
    if rule.fact:
        clauses = [
            *clauses,
            rule.fact + pen.any("的，|的||的部门，") + pen.any(LEAVING_OUT if rule.leaves_out else EXEMPTING),
        ]
    if rule.tail:
        clauses = [*clauses, rule.tail]
    if rule.deducted is not None:
        amount = pen.points(rule.deducted)
        clauses = [*clauses, pen.any([f"扣完{amount}为止", f"扣满{amount}为止"])]
    elif isinstance(rule.form, Steps | Breaches) and pen.often():
        clauses = [*clauses, pen.any(TO_THE_END)]
    text = pen.join(clauses, numbered=isinstance(rule.form, _NUMBERED))
    head, source = (pen.any(words).format(name=name) for words in (HEADINGS, SOURCES))
    return pen.surface(head + text + source)
