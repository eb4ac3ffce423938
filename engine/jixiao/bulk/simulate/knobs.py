"""Places of a table that can be varied, and the path that names each: 预算控制率.条款2.分值, 等级.优, 满分."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from jixiao.bulk.simulate import words
from jixiao.bulk.simulate.spots import ClauseText, LanguageError, Spot, SpotKind, clauses_of
from jixiao.dataclass import dataclass
from jixiao.language.formula import plain_name, spellings
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.messages import Bounded, filled, listed, nearest
from jixiao.model.ruleset import Indicator, Limit, Ruleset
from jixiao.quantity import decimal_text, fold_width, points_text
from jixiao.scoring.scale.readings import READINGS, SCORE_READINGS


class KnobKind(StrEnum):
    """What of a table is varied; the values are what a path says."""

    FULL = "满分"
    GRADE = "等级"
    READING = "口径"
    EARNED = "上限"
    LOST = "扣分上限"
    POINTS = "分值"
    NUMBER = "条款"
    TARGET = "目标"
    FORMULA = "公式"
    STANDARD = "评分标准"


NUMBERS = frozenset(
    {KnobKind.FULL, KnobKind.GRADE, KnobKind.EARNED, KnobKind.LOST, KnobKind.POINTS, KnobKind.NUMBER}
)
"""What takes a number; all else takes words."""


@dataclass(frozen=True, slots=True)
class Knob:
    """A place of a table that can be varied.

    `name`: of the grade, the 口径 or the block. `spots`: where the number stands in the indicator's sentence.
    """

    path: str
    kind: KnobKind
    now: str
    """What stands there."""
    indicator: str = ""
    name: str = ""
    spots: tuple[Spot, ...] = ()
    beside: str = ""
    """The clause, where it is one number in a sentence."""

    @property
    def unit(self) -> str:
        """What stands behind its number; "" where nothing does."""
        return next((one.unit for one in self.spots if one.unit), "")


def knob_at(path: str, ruleset: Ruleset) -> Knob:
    """Give the place that a path names; raises BadQuestion, with what there is, where there is none."""
    path = path.strip()
    found = _indicator(path, ruleset)
    if found is not None:
        return _of_indicator(*found)
    head, _, name = fold_width(path).partition(".")
    head, name = head.strip(), name.strip()
    if head == KnobKind.FULL and not name:
        return Knob(KnobKind.FULL, KnobKind.FULL, points_text(ruleset.full))
    if head == KnobKind.GRADE:
        return _grade(name, ruleset)
    if head == KnobKind.READING:
        return _reading(name, ruleset)
    if head in (KnobKind.EARNED, KnobKind.LOST):
        return _limit(KnobKind(head), name, ruleset)
    known = spellings([one.name for one in ruleset.indicators] + [one.value for one in KnobKind])
    raise BadQuestion(filled(words.UNKNOWN_HEAD, text=path, near=nearest(head, known)))


def knobs_of(ruleset: Ruleset) -> Iterator[Knob]:
    """Yield every place of a table that can be varied by a number, in the table's order."""
    for one in ruleset.indicators:
        yield _points(one)
        try:
            clauses = clauses_of(one.standard.text, one.name)
        except LanguageError:
            continue
        for clause in clauses:
            yield from _numbers(one, clause)
    yield knob_at(KnobKind.FULL, ruleset)
    yield from (_grade(name, ruleset) for name, _ in ruleset.grades)
    for limit in ruleset.limits:
        yield _limit(_LIMITS[limit.kind], limit.block, ruleset)


_LIMITS = {"earned": KnobKind.EARNED, "lost": KnobKind.LOST}


def _indicator(path: str, ruleset: Ruleset) -> tuple[Indicator, str] | None:
    """Give the indicator that a path begins with, by name or code, and the rest of the path."""
    plain = plain_name(path)
    named = [(plain_name(name), one) for one in ruleset.indicators for name in (one.name, one.id)]
    fitting = [(name, one) for name, one in named if plain.startswith(f"{name}.")]
    if not fitting:
        return None
    longest, found = max(fitting, key=lambda pair: len(pair[0]))
    return found, plain[len(longest) + 1 :]


_CLAUSE = re.compile(r"(?:条款|第)(\d{1,3})(?:条款?)?\.([^\d.]+)(\d{0,3})")
_VALUE = re.compile(r"(?:门槛|数)(\d+(?:\.\d+)?)(.*)")
_KINDS = {
    **dict.fromkeys(("分值", "分", "得分", "扣分", "分数"), SpotKind.POINTS),
    **dict.fromkeys(("门槛", "数", "界限", "步长", "标准"), SpotKind.LIMIT),
    "系数": SpotKind.FACTOR,
}


def _of_indicator(indicator: Indicator, part: str) -> Knob:
    if part == KnobKind.POINTS:
        return _points(indicator)
    clause = _CLAUSE.fullmatch(part)
    if clause is not None and clause[2] in _KINDS:
        return _number(indicator, int(clause[1]), _KINDS[clause[2]], clause[3])
    value = _VALUE.fullmatch(part)
    if value is not None:
        return _said(indicator, value[1], value[2])
    head, _, name = part.partition(".")
    if head == KnobKind.READING:
        known = _reading_name(name)
        return Knob(
            f"{indicator.name}.口径.{known}",
            KnobKind.READING,
            indicator.readings.get(known, ""),
            indicator.name,
            known,
        )
    texts = {
        KnobKind.TARGET: indicator.target,
        KnobKind.FORMULA: indicator.formula,
        KnobKind.STANDARD: indicator.standard,
    }
    for kind, text in texts.items():
        if part == kind:
            if text is None:
                raise BadQuestion(filled(words.NO_TEXT, name=indicator.name, part=kind))
            return Knob(f"{indicator.name}.{kind}", kind, text.text, indicator.name)
    raise BadQuestion(filled(words.UNKNOWN_PART, name=indicator.name, part=part))


def _points(indicator: Indicator) -> Knob:
    """The points of an indicator; the full marks in its sentence, where they are said in points, follow."""
    try:
        clauses = clauses_of(indicator.standard.text, indicator.name)
    except LanguageError:
        clauses = ()
    spots = tuple(
        spot
        for clause in clauses
        for spot in clause.spots
        if spot.is_points and spot.value == indicator.points
    )
    return Knob(
        f"{indicator.name}.分值", KnobKind.POINTS, points_text(indicator.points), indicator.name, "", spots
    )


def _clauses(indicator: Indicator) -> tuple[ClauseText, ...]:
    try:
        return clauses_of(indicator.standard.text, indicator.name)
    except LanguageError as error:
        raise BadQuestion(filled(words.NOT_READ, name=indicator.name, why=Bounded(str(error)))) from None


def _number(indicator: Indicator, number: int, kind: SpotKind, place: str) -> Knob:
    clauses = _clauses(indicator)
    if not 1 <= number <= len(clauses):
        raise BadQuestion(filled(words.NO_CLAUSE, name=indicator.name, count=len(clauses), number=number))
    clause = clauses[number - 1]
    every = tuple(_numbers(indicator, clause))
    fitting = [one for one in every if one.spots[0].kind is kind]
    at = int(place or 1) - 1
    if place == "" and len(fitting) > 1:
        raise BadQuestion(
            filled(
                words.MANY_NUMBERS,
                name=indicator.name,
                number=number,
                clause=clause.text,
                count=len(fitting),
                kind=kind,
                known=_listed(fitting),
            )
        )
    if not 0 <= at < len(fitting):
        raise BadQuestion(
            filled(
                words.NO_NUMBER,
                name=indicator.name,
                number=number,
                clause=clause.text,
                kind=kind,
                known=_listed(every),
            )
        )
    return fitting[at]


def _numbers(indicator: Indicator, clause: ClauseText) -> Iterator[Knob]:
    """Yield the numbers of a clause, those of one kind numbered where there are several."""
    for kind in SpotKind:
        spots = [one for one in clause.spots if one.kind is kind]
        for place, spot in enumerate(spots, 1):
            path = f"{indicator.name}.条款{clause.number}.{kind}{place if len(spots) > 1 else ''}"
            yield Knob(
                path,
                KnobKind.NUMBER,
                f"{decimal_text(spot.value)}{spot.unit}",
                indicator.name,
                "",
                (spot,),
                clause.text,
            )


def _said(indicator: Indicator, number: str, unit: str) -> Knob:
    """The number that a sentence says, wherever it is compared with."""
    every = [one for clause in _clauses(indicator) for one in clause.spots if one.kind is SpotKind.LIMIT]
    spots = tuple(
        one
        for one in every
        if decimal_text(one.value) == number and (not unit or not one.unit or one.unit == unit)
    )
    if not spots:
        known = Bounded(
            "、".join(dict.fromkeys(f"{decimal_text(one.value)}{one.unit}" for one in every)) or "（无）"
        )
        raise BadQuestion(filled(words.NOT_SAID, name=indicator.name, text=number + unit, known=known))
    unit = unit or next((one.unit for one in spots if one.unit), "")
    return Knob(
        f"{indicator.name}.门槛{number}{unit}", KnobKind.NUMBER, f"{number}{unit}", indicator.name, "", spots
    )


def _grade(name: str, ruleset: Ruleset) -> Knob:
    for grade, lowest in ruleset.grades:
        if grade == name:
            return Knob(f"等级.{grade}", KnobKind.GRADE, points_text(lowest), "", grade)
    raise BadQuestion(filled(words.UNKNOWN_GRADE, name=name, known=listed(one for one, _ in ruleset.grades)))


def _reading(name: str, ruleset: Ruleset) -> Knob:
    known = _reading_name(name)
    return Knob(f"口径.{known}", KnobKind.READING, ruleset.readings.get(known, ""), "", known)


def _reading_name(name: str) -> str:
    known = spellings([*READINGS, *SCORE_READINGS])
    found = known.get(plain_name(name))
    if found is None:
        raise BadQuestion(filled(words.UNKNOWN_READING, name=name, near=nearest(name, known)))
    return str(found)


def _limit(kind: KnobKind, name: str, ruleset: Ruleset) -> Knob:
    limits: list[Limit] = [one for one in ruleset.limits if _LIMITS[one.kind] is kind]
    for one in limits:
        if plain_name(one.block) == plain_name(name):
            return Knob(f"{kind}.{one.block}", kind, points_text(one.points), "", one.block)
    raise BadQuestion(
        filled(words.UNKNOWN_LIMIT, kind=kind, name=name, known=listed(one.block for one in limits))
    )


def _listed(knobs: Iterable[Knob]) -> Bounded:
    return Bounded("、".join(f"{one.path}（现为{one.now}）" for one in knobs) or "（无）")
