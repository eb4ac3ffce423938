"""Something counted: each that is found takes, or earns, so much."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field, replace
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import Unit, decimal_text, shown_text
from jixiao.scoring.forms.sum.summand import Judged, condition, costs, earns
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import BEGUN, IN_PROPORTION
from jixiao.scoring.scale.said import Count, Takes
from jixiao.scoring.scale.scale import Earned, Said, Scale
from jixiao.scoring.scale.term import Term


@dataclass(frozen=True, slots=True)
class Counted(Judged):
    """`each` points for every case found: taken, or earned."""

    before: str
    """The words before what is counted: 未按期装订 of 未按期装订的每种."""
    what: str
    """The verb of counting: 发现, 缺."""
    unit: Unit
    after: str
    each: Fraction
    earned: bool = False
    cap: Fraction | None = None
    """The most that it takes or earns."""
    about: str = ""
    most: Fraction | None = None
    """The most that can be found, where the sentence says how many are looked at."""
    void_from: Fraction | None = None
    """The number from which on nothing is left (两次及以上的，此项不得分)."""
    void_of: Fraction | None = None
    """What is then taken, where it is only a section that has nothing left; None for the whole indicator."""
    clause: str = field(default="", compare=False)
    void_clause: str = field(default="", compare=False)
    part_of_step: str = ""
    """How less than one counts, where the sentence says so: only whole ones can be found else."""
    called: str = ""
    each_most: Fraction | None = None
    """The most that one case may take, where the assessor says how much it is: 每处扣0.2-0.5分."""
    room: Fraction | None = None
    """What it can earn at most where the sentence does not say it: what is left of the full marks."""

    @property
    def name(self) -> str:
        return self.called or self.words

    @property
    def words(self) -> str:
        """What is counted, in one phrase."""
        what = "" if self.what in _FINDING and (self.before or self.after) else self.what
        return (
            "，".join(part for part in (self.before, what + self.after) if part)
            or f"{self.what}{self.unit.name}数"
        )

    @property
    def open(self) -> bool:
        """Whether it earns without saying how much at most."""
        return self.earned and self.cap is None

    @property
    def places(self) -> int:
        return 0

    def lower(self, readings: Readings) -> Term:
        full = (self.cap if self.cap is not None else self.room or ZERO) if self.earned else ZERO
        return Term(
            Takes.COUNT,
            full,
            self._scale(),
            unit=self.unit,
            whole=not self.part_of_step,
            name=self.name,
            kind="count",
            clause=self.clause,
            about=self.about,
            unsaid=Count(ZERO),
            called=(
                self.words,
                f"{self.before}{self.what}{self.after}",
                *(f"每{self.what}{one}{self.unit.name}{self.after}" for one in ("一", "1", "")),
                *(f"{self.before}{self.what}{one}{self.unit.name}{self.after}" for one in "一1"),
            ),
            most=self.most,
        )

    def _scale(self) -> Scale:
        one = Fraction(1)
        none = Earned(
            Line(ZERO),
            self._said(self.clause, Message.NO_BREACH if not self.earned else Message.COUNTED_UP),
            self._none(),
        )
        each = -self.each if self.earned else self.each
        begun = self.part_of_step == BEGUN
        stair: Stair | Line = Stair(ZERO, each, ZERO, one, begun)
        if self.part_of_step == IN_PROPORTION:
            stair = Line(ZERO, -each)
        said = self._said(self.clause, Message.COUNTED_UP if self.earned else Message.COUNTED)
        least = None if self.each_most is None else Stair(ZERO, self.each_most, ZERO, one, begun)
        some = Earned(stair, said, self._some(), least)
        if self.cap is not None or (self.earned and self.room is not None):
            end = self.cap if self.cap is not None else self.room
            some = replace(some, cap=end) if self.earned else replace(some, floor=-(end or ZERO))
        void_from = self.void_from
        if void_from is None and self.part_of_step:
            return Stretch(None, ZERO, False, True, none), Stretch(ZERO, None, False, False, some)
        if void_from is None:
            return Stretch(None, one, False, False, none), Stretch(one, None, True, False, some)
        void = Earned(
            Line(-(self.void_of or ZERO)),
            self._said(self.void_clause, Message.COUNTED),
            Part(self.void_clause),
            decides=self.void_of is None,
        )
        start = Stretch(None, min(one, void_from), False, False, none)
        middle = (Stretch(one, void_from, True, False, some),) if void_from > 1 else ()
        return (start, *middle, Stretch(void_from, None, True, False, void))

    def _said(self, clause: str, message: Message) -> Said:
        return Said(message, clause, unit=self.unit, goal=self.name)

    def _none(self) -> Part:
        return Part(self.clause, "一项也没有" if self.earned else "没有发现")

    def _some(self) -> Part:
        """Give what any number reaches; where there is a limit, part of the way to it or at its end."""
        return Part(self.clause, "有") if self.cap is None else Part(self.clause, "有", self._runs, self.each)

    @property
    def _runs(self) -> Literal["up", "down"]:
        return "up" if self.earned else "down"

    def parts(self) -> tuple[Part, ...]:
        some = self._some()
        reached = (some,) if self.cap is None else some.split()[self.each >= self.cap :]
        return (self._none(), *reached, *((Part(self.void_clause),) if self.void_clause else ()))

    def canonical(self) -> str:
        award = earns(self.each) if self.earned else costs(self.each, self.each_most)
        before = f"{self.before}的，" if self.before else ""
        said = f"{condition(self.about, '') if self.about else ''}{before}每{self.what}一{self.unit.name}{self.after}{award}"
        if self.cap is not None:
            said += f"，最多{'得' if self.earned else '扣'}{decimal_text(self.cap)}分"
        if self.void_from is not None:
            said += f"；发现{shown_text(self.void_from)}{self.unit.name}及以上的，此项不得分"
        return said


_FINDING = ("发现", "出现", "查实", "有", "发生", "查出", "")
"""Verbs that only say that something is found."""
