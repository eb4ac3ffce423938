"""Figures in running text: each number with the thing it is of and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.documents.figures.carried import Carried
from jixiao.documents.figures.context import Context
from jixiao.documents.figures.folded import Folded
from jixiao.documents.figures.formulas import bare_formulas, formulas
from jixiao.documents.figures.lexicon import BUDGET, Lexicon
from jixiao.documents.figures.marks import mark_kinds
from jixiao.documents.figures.measured import base_of, is_less, measure_of, without_measure
from jixiao.documents.figures.none import none_said
from jixiao.documents.figures.numbers import Number, numbers
from jixiao.documents.figures.several import in_turn, runs
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.values import Values
from jixiao.documents.figures.words import (
    ALONGSIDE,
    BOTH,
    COMPARED,
    INSIDE,
    MADE_OF,
    OF_IT,
    SHARE,
    cleaned,
)
from jixiao.documents.figures.write import NO_UNIT, Told, Writer
from jixiao.model.reading import Measure, ReadFigure

_RATE = re.compile(r"(?:预算)?(?:执行|完成|支出)率(?:为|达|达到|是)?$")
_SAVED = re.compile("[,;、(]?(?:节约|节支|压减|核减)率(?:为|达到?|约)?")
"""What stands between what was saved and how much of the budget that is."""
_UNIT_NOUNS = ("批次", "人次", "人数", "户数", "次数", "数量")
_LAST_TWO = ("前者", "后者")
_OF_BOTH = re.compile("双双|均|都|各|分别")
_HARD = re.compile(r"[。;\n!?]")
_SENTENCE = re.compile(r"[。\n!?]")
_MONEY = ("万元", "元", "亿元", "千元", "万", "亿")
_GENERIC = ("年初预算", "支出决算", "收入决算", "财政拨款支出", "财政拨款收入", "收入总计", "支出总计")


class Prose:
    """Reads the figures of one paragraph after another."""

    def __init__(self, lexicon: Lexicon, writer: Writer) -> None:
        self._lexicon = lexicon
        self._writer = writer
        self._carried = Carried(lexicon)
        self._values = Values(lexicon, writer, self._carried)
        self._told: dict[str, str] = {}

    def read(self, passage: Folded, topic: Subject | None = None) -> Iterator[ReadFigure]:
        """Yield the figures of a paragraph; `topic` is what its head names."""
        context = Context(self._writer.year, topic)
        text = passage.text
        found = list(numbers(text))
        worked = dict(formulas(passage, found, self._lexicon, self._writer))
        yield from worked.values()
        bare = bare_formulas(text)
        end = 0
        for run in runs(text, found):
            first = run[0]
            if first in worked:
                continue
            if self._in_title(passage, first):
                self._writer.leave(passage, first, "文件或作品的名称")
                continue
            if any(first.start in one for one in bare):
                yield from self._again(passage, first)
                continue
            if first.why:
                self._writer.leave(passage, first, first.why)
                continue
            if _SENTENCE.search(text, end, first.start):
                context.next_sentence()
            start = max(end, _after(_HARD, text, end, first.start))
            region = text[start : first.start]
            context.bracket(region)
            if len(run) > 1:
                read = in_turn(passage, region, run, context, self._lexicon, self._writer)
            else:
                read = self._one(passage, context, region, first)
            for one in read:
                if one.measure is Measure.VALUE and one.year == self._writer.year and one.unit != "%":
                    same = self._told.setdefault(one.value, one.item)
                    self._told[one.value] = one.item if same == one.item else ""
                yield one
            end = run[-1].unit_end
        yield from none_said(passage, found, self._lexicon, self._writer, topic)

    def _in_title(self, passage: Folded, number: Number) -> bool:
        """Whether a number stands between 《 and 》, which folding leaves out."""
        text, at = self._writer.text, passage.at[number.start]
        opened = text.rfind("《", passage.at[0], at)
        return opened >= 0 and text.find("》", opened, at) < 0 <= text.find("》", at, passage.at[-1] + 2)

    def _again(self, passage: Folded, number: Number) -> Iterator[ReadFigure]:
        """Yield a number of a formula that nothing names, where just one item has that value."""
        item = self._lexicon.items.get(self._told.get(number.digits, ""))
        if item is None:
            self._writer.leave(passage, number, "算式里的数，没有说是什么")
            return
        told = Told(doubts=() if number.unit else (NO_UNIT,))
        yield self._writer.figure(passage, number, Subject(item.name, item), Measure.VALUE, told)

    def _one(self, passage: Folded, context: Context, region: str, number: Number) -> Iterator[ReadFigure]:
        self._meet(context, region)
        measure = measure_of(region, number)
        region = region if measure is Measure.SHARE else MADE_OF.sub(",", region)
        before = context.values[-1] if context.values else None
        if measure is None and number.unit == "%" and before is not None:
            measure = self._of_value(passage.text, region, number, before, context)
            if measure is Measure.GROWTH and context.change is not None:
                subject, less, base = context.change
                told = Told(less=less, base=base, of=context.whole)
                for each in self._carried.each(subject):
                    yield self._writer.figure(passage, number, each, measure, told)
                return
            if measure is not None:
                subject = Subject(before.item, self._lexicon.items.get(before.item))
                if measure is Measure.COMPLETION:
                    subject = self._carried.to_complete(subject, region)
                yield self._writer.figure(passage, number, subject, measure, Told(of=context.whole))
                return
        if measure is None and number.unit == "%" and _RATE.search(region):
            spoken = self._named(_RATE.sub("", region), context, "%")
            if spoken is not None and spoken.item is not None and self._lexicon.twin(spoken.item, BUDGET):
                measure = Measure.COMPLETION
        if measure is not None:
            yield from self._measure(passage, context, region, number, measure)
        else:
            yield from self._values.read(passage, context, region, number)

    def _whole(self, context: Context) -> str:
        """Give the whole whose parts follow: what was spent where its budget was only told beside it."""
        spoken = context.subject
        budget = None if spoken is None or spoken.item is None else self._lexicon.twin(spoken.item, BUDGET)
        beside = (
            spoken is not None and budget is not None and budget.name == context.last_whole != spoken.name
        )
        return spoken.name if spoken is not None and beside else context.last_whole

    def _meet(self, context: Context, region: str) -> None:
        """Note the brackets, marks and words before a number between which parts of a whole are told."""
        if context.bracketed and ")" in region:
            context.whole, context.bracketed = "", False
        inside = INSIDE.search(region)
        context.meet_marks(mark_kinds(region if inside is None else region[: inside.start()]))
        if inside is not None and context.last_whole:
            context.whole = self._whole(context)
            context.marks -= mark_kinds(region[inside.start() :])
            opened = region[: inside.start()]
            context.bracketed = opened.rfind("(") > opened.rfind(")")

    def _against_budget(self, context: Context) -> bool:
        """Whether the change told last is one against the budget, of which items know the rate too."""
        if context.change is None:
            return False
        subject, less, base = context.change
        return less and base == BUDGET and f"{subject.name}较预算增减率" in self._lexicon.items

    def _of_value(
        self, text: str, region: str, number: Number, before: ReadFigure, context: Context
    ) -> Measure | None:
        """Tell what a percentage right behind a value says of it: 预算230万元的93.3%, 公务接待7.21万元(25.89%)."""
        if OF_IT.fullmatch(region) and before.item.endswith("预算"):
            return Measure.COMPLETION
        if (
            region == "("
            and context.change is not None
            and text[number.unit_end : number.unit_end + 1] == ")"
        ):
            return Measure.GROWTH
        if _SAVED.fullmatch(region) and self._against_budget(context):
            return Measure.GROWTH
        bracketed = region in ("(", "(占") and text[number.unit_end : number.unit_end + 1] == ")"
        return Measure.SHARE if bracketed and before.unit != "%" else None

    # ── What a number says of a thing beside its value ────────────────────────────────────────

    def _measure(
        self, passage: Folded, context: Context, region: str, number: Number, measure: Measure
    ) -> Iterator[ReadFigure]:
        words = without_measure(region, measure)
        if measure is Measure.COMPLETION:
            words = _RATE.sub("", words)
        changes = measure in (Measure.CHANGE, Measure.GROWTH)
        subject = self._pair(words, context) if changes else None
        subject = subject or self._named(words, context, number.unit)
        both = BOTH.search(words)
        if both is not None and changes:
            subject = self._carried.both(both) or subject
        if subject is None:
            self._writer.leave(passage, number, f"不知道是哪一项的{measure.word}")
            return
        base = base_of(passage.text, number, context) if changes else ""
        less = changes and is_less(region)
        beside = (
            self._values.beside_budget(number, context, less=less) if changes and not context.base else None
        )
        if beside is not None:
            subject, base, context.base = beside, BUDGET, BUDGET
        if changes:
            subject = self._carried.outcome(subject)
            if number.unit not in ("%", "‰", "个百分点"):
                subject = self._carried.for_unit(subject, number.unit) or subject
            context.speak_of(subject)
            context.change = (subject, less, base)
            context.parts = 0
        if measure is Measure.COMPLETION:
            subject = self._carried.to_complete(subject, region)
        share_of = self._whole_of(region) if measure is Measure.SHARE else ""
        told = Told(less=less, base=base, of=context.whole, share_of=share_of)
        for each in self._carried.each(subject):
            yield self._writer.figure(passage, number, each, measure, told)

    def _whole_of(self, region: str) -> str:
        """Give the item that a share is said to be of: 占授予中小企业合同金额的60%."""
        said = SHARE.search(region)
        found = [] if said is None else self._lexicon.names_in(said["of"])
        return found[-1].entries[0].item.name if found else ""

    def _pair(self, words: str, context: Context) -> Subject | None:
        """Give income and spending where a change is told of both: 总收入…，总支出…，双双增长."""
        last = [self._lexicon.items.get(one.item) for one in context.values[-2:]]
        if _OF_BOTH.search(words) is None or len(last) < 2 or last[0] is None or last[1] is None:
            return None
        if not last[0].name.replace("收入", "支出") == last[1].name != last[0].name:
            return None
        return Subject(last[0].name, last[0], both=(last[0], last[1]))

    def _named(self, words: str, context: Context, unit: str) -> Subject | None:
        """Give what a measure is of: what is named beside it, else what was spoken of before."""
        carried = (context.rate if unit == "个百分点" else None) or context.carried(unit)
        bare = cleaned(ALONGSIDE.sub("", COMPARED.sub("", words)))
        if bare in _LAST_TWO and len(context.values) > 1:
            told = context.values[-2 if bare == "前者" else -1]
            return Subject(told.item, self._lexicon.items.get(told.item))
        carried_over = context.subject is not None and context.subject.name == "上年结转"
        if not bare and context.whole and (context.parts > 1 or carried_over) and unit not in ("%", "‰"):
            whole = self._lexicon.items.get(context.whole)
            return carried if whole is None else Subject(whole.name, whole)
        if not bare or bare in _UNIT_NOUNS:
            return context.counted_in(unit) or context.past or carried
        subject = find_subject(words, "万元", self._lexicon, context.around)
        if subject is None or (subject.item is None and carried is not None):
            rate = find_subject(words, "%", self._lexicon, context.around)
            subject = rate if rate is not None and rate.item is not None else subject
        if subject is None or subject.far:
            return (context.past if subject is None else None) or carried or subject
        if subject.item is None:
            return subject if _stands_alone(words) or carried is None else carried
        return self._carried.within(subject, context)


def _stands_alone(words: str) -> bool:
    """Whether a thing that no item knows is named, rather than a cause told."""
    noun = cleaned(words.strip(",:;、()"))
    return 2 <= len(noun) <= 16 and re.search("[,;、]", noun) is None and "原因" not in noun


def _after(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Give where the last match ends between two places; the first place where there is none."""
    ends = [one.end() for one in pattern.finditer(text, start, end)]
    return ends[-1] if ends else start
