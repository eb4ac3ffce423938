"""The values of running text: whose each is, of which year, and what is doubtful of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.documents.figures.carried import Carried
from jixiao.documents.figures.context import Context
from jixiao.documents.figures.folded import Folded
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon, fits
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.several import joined_names
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.whose import GENERIC, MONEY, Whose, is_completed, noun_behind
from jixiao.documents.figures.words import BASE, BECAME, BOTH, FROM, OF_BUDGET, TARGET, cleaned, year_of
from jixiao.documents.figures.write import BEFORE, FAR, NO_UNIT, PART, PEOPLE, SCALE, Told, Writer
from jixiao.model.reading import Measure, ReadFigure

_FUNDS = re.compile("公共预算|基金预算|经营预算")
_ALL = re.compile("(?:均|都|皆|全部)(?:为|是)$")
_TOGETHER = re.compile("(?:共计?|合计)(?:为|是)?$")
"""Before nothing: where all together are nothing, each of them is."""
_LISTED = re.compile("[。;\n]")
_BOTH_SIDES = re.compile("(?:支出)?预算数?[、和及与]决算数?$")
_ACTUAL = re.compile("(?:全年|年末)?实际(?:完成|达到|值)?(?:为|达到|达|是|了)?")
_REST = re.compile("(?:预算内?)?(?:结余|节余|剩余|节约|结存|余)")
MAX_BARE = 12
"""Longest number without a unit that is read of an item."""


def _amount(digits: str) -> Fraction:
    return Fraction(digits.replace(",", ""))


def _counts(subject: Subject, unit: str) -> bool:
    """Whether a thing is told in a unit."""
    return subject.unit in ("", unit) if subject.item is None else fits(subject.item, unit)


class Values:
    """Reads the values of one report."""

    def __init__(self, lexicon: Lexicon, writer: Writer, carried: Carried) -> None:
        self._lexicon = lexicon
        self._writer = writer
        self._carried = carried
        self._whose = Whose(lexicon, carried)

    def read(self, passage: Folded, context: Context, region: str, number: Number) -> Iterator[ReadFigure]:
        """Yield a value: of one thing, of two told in one, or of what another value is compared with."""
        both = BOTH.search(region) if number.unit in MONEY else None
        listed = self._all_of(region, number, context)
        if listed:
            for each in listed:
                told = Told(year_of(region, self._writer.year), of=context.whole)
                figure = self._writer.figure(passage, number, each, Measure.VALUE, told)
                context.remember(each, figure, now=figure.year == self._writer.year)
                yield figure
            return
        pair = None if both is None else self._carried.both(both)
        base = BASE.search(region) or self._was(passage.text, region, number)
        if pair is not None:
            context.speak_of(pair)
            told = Told(year_of(region, self._writer.year))
            for each in self._carried.each(pair):
                yield self._writer.figure(passage, number, each, Measure.VALUE, told)
        elif base is not None:
            yield from self._base(passage, context, region, number, base)
        else:
            yield from self._value(passage, context, region, number)

    def _all_of(self, region: str, number: Number, context: Context) -> list[Subject]:
        """Give the things of which each is this number: 经营支出、上缴上级支出均为0元; its budget and its outcome."""
        nothing = not number.digits.strip("0.")
        match = _ALL.search(region) or (_TOGETHER.search(region) if nothing else None)
        if match is None or not (number.unit or nothing):
            return []
        words = _LISTED.split(region[: match.start()])[-1]
        if (sides := _BOTH_SIDES.search(words)) is not None:
            subject = find_subject(words[: sides.start()], number.unit, self._lexicon, context.around)
            if subject is None or subject.item is None:
                subject = context.carried(number.unit)
            return (
                [] if subject is None else [self._carried.on_side(subject, one) for one in (BUDGET, OUTCOME)]
            )
        found = [
            find_subject(words[: one.end], number.unit, self._lexicon, context.around)
            for one in self._lexicon.names_in(words)
        ]
        known = [one for one in found if one is not None and one.item is not None]
        return known if len(known) > 1 and len(known) == len(found) else []

    def _rest_of(self, region: str, number: Number, context: Context) -> Subject | None:
        """Give what was left of a budget, where that is how much its outcome lies below it."""
        if _REST.fullmatch(cleaned(region.strip(",;:、"))) is None:
            return None
        return self.beside_budget(number, context, less=True)

    def beside_budget(self, number: Number, context: Context, *, less: bool) -> Subject | None:
        """Give what lies so much below, or above, its budget, by the values told last."""
        try:
            apart = _amount(number.digits) * SCALE[number.unit] * (1 if less else -1)
        except (KeyError, ValueError):
            return None
        for outcome in reversed(context.values[-4:]):
            item = self._lexicon.items.get(outcome.item)
            budget = None if item is None else self._lexicon.twin(item, BUDGET)
            if item is None or budget is None or budget is item:
                continue
            for one in context.values[-4:]:
                if one.item == budget.name and one.unit in SCALE and outcome.unit in SCALE:
                    left = _amount(one.value) * SCALE[one.unit] - _amount(outcome.value) * SCALE[outcome.unit]
                    if left == apart:
                        return Subject(item.name, item)
        return None

    def _value(self, passage: Folded, context: Context, region: str, number: Number) -> Iterator[ReadFigure]:
        rest = self._rest_of(region, number, context)
        if rest is not None:
            yield self._writer.figure(passage, number, rest, Measure.CHANGE, Told(less=True, base=BUDGET))
            return
        target = TARGET.search(region)
        before = passage.text[: number.start]
        compared = before.rstrip("<>≤≥=")
        if compared != before and not before.endswith("=") and compared[-1:] in tuple("%‰0123456789"):
            self._writer.leave(passage, number, "和前一个数比较的界限")
            return
        words = region[: target.start()] if target else region
        aimed = context.carried(number.unit) if target and number.unit else None
        subject = self._named(passage.text, words, number, context) or aimed
        subject = subject or noun_behind(passage.text, number)
        if subject is None:
            self._writer.leave(passage, number, "不知道是什么的数")
            return
        doubts = self._doubts(subject, number, context.whole)
        if not number.unit and (
            subject.item is None or not fits(subject.item, "") or len(number.digits) > MAX_BARE
        ):
            self._writer.leave(passage, number, "没有单位")
            return
        if target:
            context.aimed = subject
            subject = Subject(f"{subject.name}目标")
        own = self._writer.year
        year = own if subject.name.startswith("上年") else year_of(region, own)
        told = Told(year, of=context.whole, doubts=doubts)
        figure = self._writer.figure(passage, number, subject, Measure.VALUE, told)
        if is_completed(passage.text, words, number):
            context.values.append(figure)
        elif not target:
            self._speak_of(subject, figure, words, context)
        yield figure

    def _named(self, text: str, words: str, number: Number, context: Context) -> Subject | None:
        """Give what a value is of: what was aimed at where it is what became of that."""
        if context.aimed is not None and _ACTUAL.fullmatch(words.strip(",;")):
            return context.aimed
        return self._whose.of(text, words, number, context)

    def _speak_of(self, subject: Subject, figure: ReadFigure, words: str, context: Context) -> None:
        """Note a value, and the names of those that are told in one: 会议费、培训费."""
        subject = replace(subject, unit=figure.unit) if subject.item is None else subject
        context.remember(subject, figure, now=figure.year == self._writer.year)
        if subject.item is not None and len(apart := joined_names(words, self._lexicon)) > 1:
            context.names, context.listed = apart, words

    @staticmethod
    def _doubts(subject: Subject, number: Number, whole: str) -> tuple[str, ...]:
        people = subject.item is not None and number.unit == "人次" and subject.item.unit.name == "人"
        return tuple(
            doubt
            for doubt, holds in (
                (FAR, subject.far),
                (NO_UNIT, not number.unit and number.digits.strip("0.") != ""),
                (PEOPLE, people),
                (PART, subject.item is not None and subject.name == whole),
            )
            if holds
        )

    def _base(
        self, passage: Folded, context: Context, region: str, number: Number, base: re.Match[str]
    ) -> Iterator[ReadFigure]:
        """Yield the value that another one is compared with; what is spoken of stays what it was."""
        said = base["what"]
        before = region[: base.start()]
        subject = self._before(before, context, number)
        if subject is not None:
            context.speak_of(subject)
        else:
            subject = self._compared(said, before, context, number)
        if subject is None:
            self._writer.leave(passage, number, "不知道是什么的数")
            return
        budget = OF_BUDGET.search(_FUNDS.sub("", said)) is not None
        subject = self._carried.on_side(subject, said) if budget else self._carried.outcome(subject)
        context.base = BUDGET if budget else "上年"
        for each in self._carried.each(subject):
            told = self._told_of(said)
            figure = self._writer.figure(passage, number, each, Measure.VALUE, told)
            context.values.append(figure)
            yield figure

    def _compared(self, said: str, before: str, context: Context, number: Number) -> Subject | None:
        """Give what another value is of where no item is named before it: what was spoken of, or a thing named there."""
        named = find_subject(said, number.unit, self._lexicon, context.around)
        if named is not None and named.item is not None and named.item.name not in GENERIC:
            return named
        whole = self._lexicon.items.get(context.whole) if context.parts > 1 else None
        carried = context.carried(number.unit) if whole is None else Subject(whole.name, whole)
        carried = (context.rate if number.unit == "%" else None) or carried
        if carried is not None and _counts(carried, number.unit):
            return carried
        thing = find_subject(before, number.unit, self._lexicon)
        if thing is not None:
            context.speak_of(thing)
        return thing

    def _told_of(self, said: str) -> Told:
        """Give the year that what is compared with is of: the one before, in doubt, where none is told."""
        own = self._writer.year
        if said or own is None:
            return Told(year_of(said, own))
        return Told(own - 1, doubts=(BEFORE,))

    @staticmethod
    def _was(text: str, region: str, number: Number) -> re.Match[str] | None:
        """Give the word behind which a number stands that became another: 由12万元压减到10万元."""
        return FROM.search(region) if BECAME.match(text, number.unit_end) else None

    def _before(self, words: str, context: Context, number: Number) -> Subject | None:
        """Give what the words before a comparison name: 支出比2017年的322.18万元少."""
        if not cleaned(words):
            return None
        subject = find_subject(words, number.unit or "万元", self._lexicon, context.around)
        if subject is not None and subject.item is not None and not subject.far:
            return subject
        return self._carried.generic(words) if context.topic is None else None
