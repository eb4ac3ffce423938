"""Figures in running text: each number with the thing it is of and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import replace
from jixiao.documents.figures.carried import Carried
from jixiao.documents.figures.context import Context
from jixiao.documents.figures.folded import Folded
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon, fits
from jixiao.documents.figures.measured import base_of, is_less, measure_of, without_measure
from jixiao.documents.figures.none import none_said
from jixiao.documents.figures.numbers import Number, numbers
from jixiao.documents.figures.several import in_turn, runs
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.words import (
    ALONGSIDE,
    BASE,
    BOTH,
    COMPARED,
    INSIDE,
    LAST_YEAR,
    OF_IT,
    TARGET,
    YEAR,
    cleaned,
)
from jixiao.documents.figures.write import FAR, NO_UNIT, PEOPLE, Writer
from jixiao.model.reading import Measure, ReadFigure

_HARD = re.compile(r"[。;\n!?]")
_SENTENCE = re.compile(r"[。\n!?]")
_MONEY = ("万元", "元", "亿元", "千元", "万", "亿")
_GENERIC = ("年初预算", "支出决算", "收入决算", "财政拨款支出", "财政拨款收入", "收入总计", "支出总计")


MAX_FORMULA = 120
"""Most signs of a formula that is written out before its result."""
_FORMULA = re.compile(r"(?:^|[。;,:\n(])([^。;,:\n=(]{2,24})=[^。;\n]*$")


class Prose:
    """Reads the figures of one paragraph after another."""

    def __init__(self, lexicon: Lexicon, writer: Writer) -> None:
        self._lexicon = lexicon
        self._writer = writer
        self._carried = Carried(lexicon)

    def read(self, passage: Folded, topic: Subject | None = None) -> Iterator[ReadFigure]:
        """Yield the figures of a paragraph; `topic` is what its head names."""
        context = Context(self._writer.year, topic)
        text = passage.text
        found = list(numbers(text))
        end = 0
        for run in runs(text, found):
            first = run[0]
            if first.why:
                self._writer.leave(passage, first, first.why)
                continue
            if _SENTENCE.search(text, end, first.start):
                context.next_sentence()
            start = max(end, _after(_HARD, text, end, first.start))
            region = text[start : first.start]
            if len(run) > 1:
                yield from in_turn(passage, region, run, context, self._lexicon, self._writer)
            else:
                yield from self._one(passage, context, region, first)
            end = run[-1].unit_end
        yield from none_said(passage, found, self._lexicon, self._writer)

    def _one(self, passage: Folded, context: Context, region: str, number: Number) -> Iterator[ReadFigure]:
        if INSIDE.search(region) and context.last_whole:
            context.whole = context.last_whole
        measure = measure_of(region, number)
        before = context.values[-1] if context.values else None
        if (
            measure is None
            and number.unit == "%"
            and OF_IT.fullmatch(region)
            and before is not None
            and before.item.endswith("预算")
        ):
            measure = Measure.COMPLETION
            yield self._writer.figure(
                passage, number, Subject(before.item, self._lexicon.items.get(before.item)), measure
            )
            return
        if measure is not None:
            yield from self._measure(passage, context, region, number, measure)
        else:
            yield from self._value(passage, context, region, number)

    # ── What a number says of a thing beside its value ────────────────────────────────────────

    def _measure(
        self, passage: Folded, context: Context, region: str, number: Number, measure: Measure
    ) -> Iterator[ReadFigure]:
        words = without_measure(region, measure)
        changes = measure in (Measure.CHANGE, Measure.GROWTH)
        subject = self._named(words, context, number.unit)
        both = BOTH.search(words)
        if both is not None and changes:
            subject = self._carried.both(both) or subject
        if subject is None:
            self._writer.leave(passage, number, f"不知道是哪一项的{measure.word}")
            return
        base = base_of(passage.text, number, context) if changes else ""
        less = changes and is_less(region)
        if changes:
            subject = self._carried.outcome(subject)
            context.subject = subject
            context.main = context.main or subject
        if measure is Measure.COMPLETION:
            subject = self._carried.to_complete(subject, region)
        for each in self._carried.each(subject):
            yield self._writer.figure(passage, number, each, measure, less=less, base=base, of=context.whole)

    def _named(self, words: str, context: Context, unit: str) -> Subject | None:
        """Give what a measure is of: what is named beside it, else what was spoken of before."""
        carried = (context.rate if unit == "个百分点" else None) or context.carried(unit)
        bare = cleaned(ALONGSIDE.sub("", COMPARED.sub("", words)))
        if not bare:
            return carried
        subject = find_subject(words, "万元", self._lexicon, context.around)
        if subject is None or (subject.item is None and carried is not None):
            rate = find_subject(words, "%", self._lexicon, context.around)
            subject = rate if rate is not None and rate.item is not None else subject
        if subject is None or subject.far:
            return carried or subject
        if subject.item is None:
            return subject if _stands_alone(words) or carried is None else carried
        return self._carried.within(subject, context)

    # ── Values ────────────────────────────────────────────────────────────────────────────────

    def _value(self, passage: Folded, context: Context, region: str, number: Number) -> Iterator[ReadFigure]:
        both = BOTH.search(region)
        if both is not None and number.unit in _MONEY:
            pair = self._carried.both(both)
            if pair is not None:
                context.subject = pair
                context.main = context.main or pair
                year = self._year_of(region)
                for each in self._carried.each(pair):
                    yield self._writer.figure(passage, number, each, Measure.VALUE, year=year)
                return
        base = BASE.search(region)
        if base is not None:
            yield from self._base(passage, context, region, number, base)
            return
        target = TARGET.search(region)
        words = region[: target.start()] if target else region
        subject = self._whose(passage.text, words, number, context)
        if subject is None:
            self._writer.leave(passage, number, "不知道是什么的数")
            return
        doubts: tuple[str, ...] = (FAR,) if subject.far else ()
        if not number.unit:
            if subject.item is None or not fits(subject.item, "") or len(number.digits) > 12:
                self._writer.leave(passage, number, "没有单位")
                return
            doubts += (NO_UNIT,)
            number = replace(number, unit=subject.item.unit.name)
        if subject.item is not None and number.unit == "人次" and subject.item.unit.name == "人":
            doubts += (PEOPLE,)
        if target:
            subject = Subject(f"{subject.name}目标")
        year = self._year_of(region) if not _is_last(subject) else self._writer.year
        figure = self._writer.figure(
            passage, number, subject, Measure.VALUE, year=year, of=context.whole, doubts=doubts
        )
        if number.unit == "%" and not target:
            context.rate = subject
        if number.unit not in ("%", "‰") and not target and year == self._writer.year:
            self._remember(context, subject, figure)
        yield figure

    def _base(
        self, passage: Folded, context: Context, region: str, number: Number, base: re.Match[str]
    ) -> Iterator[ReadFigure]:
        """Yield the value that another one is compared with; what is spoken of stays what it was."""
        before = region[: base.start()]
        subject = (
            find_subject(before, number.unit or "万元", self._lexicon, context.around)
            if cleaned(before)
            else None
        )
        if subject is None or subject.item is None or subject.far:
            named = find_subject(base["what"], number.unit, self._lexicon, context.around)
            generic = named is None or named.item is None or named.item.name in _GENERIC
            plainly = self._carried.generic(before) if context.topic is None else None
            subject = plainly if generic else named
            if plainly is not None and subject is plainly:
                context.subject = subject
                context.main = context.main or subject
        else:
            context.subject = subject
            context.main = context.main or subject
        if subject is None:
            subject = context.carried(number.unit)
        if subject is None:
            self._writer.leave(passage, number, "不知道是什么的数")
            return
        budget = "预算" in re.sub("公共预算|基金预算|经营预算", "", base["what"])
        year = self._year_of(base["what"])
        subject = self._carried.on_side(subject, base["what"]) if budget else self._carried.outcome(subject)
        context.base = BUDGET if budget else "上年"
        for each in self._carried.each(subject):
            figure = self._writer.figure(passage, number, each, Measure.VALUE, year=year)
            context.values.append(figure)
            yield figure

    def _whose(self, text: str, words: str, number: Number, context: Context) -> Subject | None:
        """Give what a value is of."""
        said = text[max(0, number.start - MAX_FORMULA) : number.start]
        if words.endswith("=") and (formula := _FORMULA.search(said)):
            subject = find_subject(formula[1], number.unit or "%", self._lexicon, context.around)
            if subject is not None:
                return subject
        side = BUDGET if context.whole.endswith("预算") else OUTCOME
        subject = find_subject(words, number.unit, self._lexicon, context.around, side)
        if subject is None and re.search("合计|共计?|总计", words):
            whole = self._carried.sum_of(context) or self._carried.total_of(context, number.unit)
            if whole is not None:
                return whole
        if subject is None or subject.item is None:
            subject = self._behind(text, number) or subject
        carried = context.subject or context.topic
        if subject is None or (subject.far and carried is not None and subject.item is None):
            if carried is None:
                return self._carried.generic(words) or subject
            return self._carried.for_unit(self._carried.on_side(carried, words), number.unit)
        if subject.item is None:
            return self._carried.kin(subject, number.unit, carried)
        if subject.item.name in _GENERIC:
            return self._carried.of_topic(subject, words, context)
        return subject

    def _behind(self, text: str, number: Number) -> Subject | None:
        """Give the item that is named right behind a number: 30个班级, 538.40万元政府性基金预算财政拨款."""
        after = text[number.unit_end : number.unit_end + 24].removeprefix("的")
        found = next(iter(self._lexicon.names_in(after)), None)
        if found is None or found.start:
            return None
        entry = next((one for one in found.entries if fits(one.item, number.unit) and not one.short), None)
        behind = after[found.end :][:1]
        closes = not behind or behind in ",;。:()[]、用主均全和及为,"
        return Subject(entry.item.name, entry.item) if entry is not None and closes else None

    @staticmethod
    def _remember(context: Context, subject: Subject, figure: ReadFigure) -> None:
        context.subject = subject
        context.main = context.main or subject
        context.values.append(figure)
        if not context.whole:
            context.last_whole = subject.name

    def _year_of(self, region: str) -> int | None:
        """Give the year that words before a number speak of, the report's own unless they say another."""
        compared = list(COMPARED.finditer(region))
        if compared and "," in region[compared[-1].end() :]:
            region = region[compared[-1].end() :]
        region = re.sub("上年(?:度)?(?:结转|结余)", "", region)
        said = [(one.start(), int(one["year"])) for one in YEAR.finditer(region)]
        if self._writer.year is not None:
            said += [(one.start(), self._writer.year - 1) for one in LAST_YEAR.finditer(region)]
        return max(said)[1] if said else self._writer.year


def _is_last(subject: Subject) -> bool:
    return subject.name.startswith("上年")


def _stands_alone(words: str) -> bool:
    """Whether a thing that no item knows is named, rather than a cause told."""
    noun = cleaned(words.strip(",:;、()"))
    return 2 <= len(noun) <= 16 and re.search("[,;、]", noun) is None and "原因" not in noun


def _after(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Give where the last match ends between two places; the first place where there is none."""
    ends = [one.end() for one in pattern.finditer(text, start, end)]
    return ends[-1] if ends else start


__all__: Sequence[str] = ("Prose",)
