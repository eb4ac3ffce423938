"""Figures in running text: each number with the thing it is of and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, field, replace
from jixiao.documents.figures.folded import Folded, plain
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon, fits
from jixiao.documents.figures.numbers import Number, numbers
from jixiao.documents.figures.subject import Subject, find_subject, side_of
from jixiao.documents.figures.words import (
    BOTH,
    CHANGE,
    COMPARED,
    COMPLETES,
    INSIDE,
    LAST_YEAR,
    LESS,
    NONE,
    SEVERAL,
    SHARE,
    TARGET,
    YEAR,
    YEAR_ON_YEAR,
    cleaned,
)
from jixiao.language.span import Span
from jixiao.model.reading import Measure, ReadFigure, Unread
from jixiao.model.ruleset import Item

_HARD = re.compile(r"[。;\n!?]")
_WHOLE_SPENDING = frozenset("一般公共预算财政拨款支出 财政拨款支出 支出决算 收入决算 财政拨款收入".split())
"""Items whose budget at the year's beginning is 年初预算."""
FAR = "离名称太远，不能确定属于哪一项"
NO_UNIT = "没有印单位"


@dataclass(slots=True)
class Context:
    """What was spoken of so far: carried from number to number, and from a head to its paragraphs."""

    year: int | None
    topic: Subject | None = None
    """What the head of the section names."""
    subject: Subject | None = None
    whole: str = ""
    last_whole: str = ""
    main: Subject | None = None
    """What the sentence told first: what the next one goes on with where it names nothing."""
    base: str = ""
    """What changes are told against: last year, or budget."""
    waiting: list[int] = field(default_factory=list)


class Prose:
    """Reads the figures of one paragraph after another."""

    def __init__(self, lexicon: Lexicon, text: str, year: int | None) -> None:
        self._lexicon = lexicon
        self._text = text
        self._year = year
        self.unread: list[Unread] = []

    def read(self, passage: Folded, topic: Subject | None = None) -> Iterator[ReadFigure]:
        """Yield the figures of a paragraph; `topic` is what its head names."""
        context = Context(self._year, topic)
        text = passage.text
        found = list(numbers(text))
        end = 0
        several: list[Number] = []
        for place, number in enumerate(found):
            if number.why:
                self._leave(passage, number, number.why)
                if number.why != "年度":
                    end = number.unit_end if number.why == "算式" else end
                continue
            ahead = found[place + 1] if place + 1 < len(found) else None
            if self._waits(text, number, ahead):
                several.append(number)
                continue
            if several:
                yield from self._in_turn(passage, context, end, [*several, number])
                several = []
            else:
                yield from self._one(passage, context, end, number)
            end = number.unit_end
        yield from self._nothing(passage, found)

    # ── One number ────────────────────────────────────────────────────────────────────────────

    def _one(self, passage: Folded, context: Context, end: int, number: Number) -> Iterator[ReadFigure]:
        text = passage.text
        start = max(end, _sentence_start(text, end, number.start))
        region = text[start : number.start]
        if _HARD.search(text, end, number.start):
            context.whole = ""
            context.base = ""
            context.subject = context.main or context.subject
            context.main = None
        if number.unit == "个百分点":
            self._leave(passage, number, "百分点是两个比率之差，不是数值")
            return
        inside = [one.end() for one in INSIDE.finditer(region)]
        if inside and context.last_whole:
            context.whole = context.last_whole
        measured = self._measured(text, start, number, context)
        if measured is not None:
            yield from self._measure(passage, context, region, number, measured)
            return
        yield from self._value(passage, context, region, number)

    def _measured(self, text: str, start: int, number: Number, context: Context) -> Measure | None:
        """Tell what a number says of its item if it is not its value."""
        before = text[start : number.start]
        if number.unit in ("%", "‰"):
            if COMPLETES.search(before):
                return Measure.COMPLETION
            if SHARE.search(before):
                return Measure.SHARE
        change = CHANGE.search(before)
        if change is None or (not number.unit and "." not in number.digits):
            return None
        if number.unit in ("%", "‰"):
            return Measure.GROWTH
        return Measure.CHANGE

    def _measure(
        self, passage: Folded, context: Context, region: str, number: Number, measure: Measure
    ) -> Iterator[ReadFigure]:
        words = self._without_measure(region, measure)
        subject = find_subject(words, "万元", self._lexicon, context.whole) if cleaned(COMPARED.sub("", words)) else None
        if subject is None or subject.far or (subject.item is None and not self._stands_alone(words)):
            subject = context.subject or context.topic or subject
        elif context.subject is not None and subject.surface and plain(context.subject.name).startswith(subject.surface):
            subject = context.subject
        both = BOTH.search(words)
        if both is not None and measure in (Measure.CHANGE, Measure.GROWTH):
            subject = self._both(both) or subject
        if subject is None:
            self._leave(passage, number, "不知道是哪一项的" + measure.word)
            return
        sign = ""
        base = ""
        if measure in (Measure.CHANGE, Measure.GROWTH):
            change = CHANGE.search(region)
            sign = "-" if change is not None and change["word"] in LESS else ""
            base = self._base(passage.text, number, context)
        if measure in (Measure.CHANGE, Measure.GROWTH):
            context.subject = subject
        for each in self._each(subject):
            yield self._figure(passage, context, each, number, measure, sign=sign, base=base, region=region)

    @staticmethod
    def _stands_alone(words: str) -> bool:
        """Whether a thing that no item knows is named, rather than a cause told."""
        noun = cleaned(words.strip(",:;、()"))
        return 2 <= len(noun) <= 16 and re.search("[,;、]", noun) is None and "原因" not in noun

    @staticmethod
    def _without_measure(region: str, measure: Measure) -> str:
        pattern = {Measure.SHARE: SHARE, Measure.COMPLETION: COMPLETES}.get(measure, CHANGE)
        return pattern.sub("", region)

    def _base(self, text: str, number: Number, context: Context) -> str:
        """Tell what a change is told against: 预算 or 上年; what was said last in the sentence holds on."""
        start = _sentence_start(text, 0, number.start)
        said = [(one.end(), BUDGET if "预算" in _plain_base(one["what"]) else "上年") for one in COMPARED.finditer(text, start, number.start)]
        said += [(one.end(), "上年") for one in YEAR_ON_YEAR.finditer(text, start, number.start)]
        if said:
            context.base = max(said)[1]
        return context.base or "上年"

    # ── Values ────────────────────────────────────────────────────────────────────────────────

    def _value(self, passage: Folded, context: Context, region: str, number: Number) -> Iterator[ReadFigure]:
        lexicon = self._lexicon
        both = BOTH.search(region)
        if both is not None and number.unit in ("万元", "元", "亿元", "万", "亿"):
            pair = self._both(both)
            if pair is not None:
                context.subject = pair
                for each in self._each(pair):
                    yield self._figure(passage, context, each, number, Measure.VALUE, region=region)
                return
        target = TARGET.search(region)
        words = region[: target.start()] if target else region
        subject = find_subject(words, number.unit, lexicon, context.whole)
        if subject is None or subject.item is None:
            subject = self._behind(passage.text, number) or subject
        if subject is None or (subject.far and context.subject is not None and not number.unit):
            subject = self._carried(region, number, context)
        elif subject.item is not None and subject.item.name in ("年初预算", "支出决算", "收入决算"):
            subject = self._of_topic(subject, region, context) or subject
        elif subject.item is None:
            subject = self._as_kin(subject, number, context)
        if subject is None:
            self._leave(passage, number, "不知道是什么的数")
            return
        doubts: tuple[str, ...] = (FAR,) if subject.far else ()
        if not number.unit:
            if subject.item is None or not fits(subject.item, "") or len(number.digits.replace(",", "")) > 7:
                self._leave(passage, number, "没有单位")
                return
            doubts += (NO_UNIT,)
        if target:
            subject = Subject(f"{subject.name}目标")
        figure = self._figure(passage, context, subject, number, Measure.VALUE, region=region, doubts=doubts)
        if number.unit not in ("%", "‰") and not target and figure.year == self._year:
            context.subject = subject
            context.main = context.main or subject
            if not context.whole:
                context.last_whole = subject.name
        yield figure

    def _behind(self, text: str, number: Number) -> Subject | None:
        """Give the item that is named right behind a number: 30个班级, 538.40万元政府性基金预算财政拨款."""
        after = text[number.unit_end : number.unit_end + 24].removeprefix("的")
        found = next(iter(self._lexicon.names_in(after)), None)
        if found is None or found.start:
            return None
        entry = next((one for one in found.entries if fits(one.item, number.unit)), None)
        behind = after[found.end :][:1]
        closes = not behind or behind in ",;。:()[]、用主均全和及为,"
        return Subject(entry.item.name, entry.item) if entry is not None and closes else None

    def _carried(self, region: str, number: Number, context: Context) -> Subject | None:
        """Give what was spoken of last, on the side that the words say."""
        known = context.subject or context.topic
        if known is None:
            return None
        return self._as_kin(self._on_side(known, region), number, context)

    def _of_topic(self, subject: Subject, region: str, context: Context) -> Subject | None:
        """Give the budget, or the outcome, of what the paragraph speaks of rather than that of the whole unit."""
        topic = context.topic
        if topic is None or topic.name == subject.name or subject.item is None:
            return None
        return self._on_side(topic, region)

    def _on_side(self, subject: Subject, region: str) -> Subject:
        side = side_of(region)
        if subject.item is None:
            if side != BUDGET:
                return subject
            return Subject(f"{subject.name}{'年初预算' if '年初' in region else '预算'}")
        if side == BUDGET:
            twin = self._lexicon.twin(subject.item, BUDGET)
            if twin is not None:
                return Subject(twin.name, twin)
            if subject.item.name in _WHOLE_SPENDING and "年初预算" in self._lexicon.items:
                item = self._lexicon.items["年初预算"]
                return Subject(item.name, item)
            return Subject(f"{subject.item.name}{'年初预算' if '年初' in region else '预算'}")
        if side == OUTCOME:
            twin = self._lexicon.twin(subject.item, OUTCOME)
            if twin is not None:
                return Subject(twin.name, twin)
        return subject

    def _as_kin(self, subject: Subject, number: Number, context: Context) -> Subject | None:
        """Give the item counted in this unit that goes with what was spoken of: 19批次、143人."""
        known = subject if subject.item is not None else context.subject
        if known is None or known.item is None or fits(known.item, number.unit):
            return subject
        kin = self._lexicon.kin(known.item, number.unit)
        if kin is not None and (subject is known or len(subject.name) <= 4):
            return Subject(kin.name, kin)
        return subject if subject is not known else None

    def _both(self, match: re.Match[str]) -> Subject | None:
        prefix, kind = match["fiscal"] or "", match["kind"] or "总计"
        prefix = "财政拨款" if prefix else ""
        kind = "总计" if kind in ("总额", "总体", "总计") else ("总计" if prefix else "决算")
        items = self._lexicon.items
        names = [f"{prefix}{side}{kind}" for side in ("收入", "支出")]
        if not all(name in items for name in names):
            return None
        return Subject(names[0], items[names[0]], both=tuple(items[name] for name in names))

    @staticmethod
    def _each(subject: Subject) -> Sequence[Subject]:
        return [Subject(one.name, one) for one in subject.both] or [subject]

    # ── Several at once ───────────────────────────────────────────────────────────────────────

    @staticmethod
    def _waits(text: str, number: Number, ahead: Number | None) -> bool:
        """Whether a number has its unit behind a later one: 各是12.5、3万元."""
        if number.unit or ahead is None or ahead.why:
            return False
        return text[number.end : ahead.start] in ("、", ",", "和") and (bool(ahead.unit) or True)

    def _in_turn(
        self, passage: Folded, context: Context, end: int, several: Sequence[Number]
    ) -> Iterator[ReadFigure]:
        """Yield several numbers that one unit behind the last belongs to, for several names before the first."""
        text = passage.text
        region = text[max(end, _sentence_start(text, end, several[0].start)) : several[0].start]
        unit = several[-1].unit
        names = SEVERAL.sub("", region).rstrip(":,")
        found = [one for one in self._lexicon.names_in(names)][-len(several) :]
        for place, number in enumerate(several):
            own = replace(number, unit=unit)
            subject = None
            if len(found) == len(several):
                stretch = names[: found[place].end]
                subject = find_subject(stretch, unit, self._lexicon, context.whole)
            else:
                parts = [one for one in re.split("[、和,]", names) if one][-len(several) :]
                if len(parts) == len(several):
                    subject = find_subject(parts[place], unit, self._lexicon, context.whole)
            if subject is None or not unit:
                self._leave(passage, number, "几个数连写，分不清各是哪一项")
                continue
            yield self._figure(passage, context, subject, own, Measure.VALUE, region=region)

    # ── Nothing at all ────────────────────────────────────────────────────────────────────────

    def _nothing(self, passage: Folded, found: Sequence[Number]) -> Iterator[ReadFigure]:
        """Yield what the words say that there is none of, where no number says it."""
        text = passage.text
        for match in NONE.finditer(text):
            stop = _HARD.search(text, match.end())
            limit = min(len(text) if stop is None else stop.start(), match.end() + 30)
            comma = re.search(r"[,、(]", text[match.end() : limit])
            limit = match.end() + comma.start() if comma else limit
            if any(match.end() <= one.start < limit and not one.why for one in found):
                continue
            full = stop.start() if stop else len(text)
            if any(match.end() <= one.start < full and not one.why and not float(one.digits.replace(",", "")) for one in found):
                continue
            name = next(iter(self._lexicon.names_in(text[match.end() : limit])), None)
            if name is None or name.start > 12:
                continue
            entry = next((one for one in name.entries if not one.item.unit.dimension.is_ratio), None)
            if entry is None:
                continue
            behind = text[match.end() + name.end : limit]
            item = self._none_of(entry.item, behind, name.entries)
            span = passage.span(match.start("word"), match.end("word"))
            year = self._year_of(text[max(0, match.start() - 12) : match.end() + name.start])
            yield ReadFigure(item.name, Measure.VALUE, "无", "", year, span, self._quote(span))

    @staticmethod
    def _none_of(item: Item, behind: str, entries: Sequence[object]) -> Item:
        """Give the count rather than the amount where people or vehicles are said not to be there."""
        return item

    # ── Figures ───────────────────────────────────────────────────────────────────────────────

    def _year_of(self, region: str) -> int | None:
        """Give the year that words before a number speak of, its own unless they say another."""
        said = [(one.start(), int(one["year"])) for one in YEAR.finditer(region)]
        if self._year is not None:
            said += [(one.start(), self._year - 1) for one in LAST_YEAR.finditer(region)]
        return max(said)[1] if said else self._year

    def _figure(
        self,
        passage: Folded,
        context: Context,
        subject: Subject,
        number: Number,
        measure: Measure,
        *,
        sign: str = "",
        base: str = "",
        region: str = "",
        doubts: tuple[str, ...] = (),
    ) -> ReadFigure:
        name, year = subject.name, self._year
        item = subject.item
        if measure is Measure.VALUE:
            year = self._value_year(region, item)
        elif base == BUDGET:
            rate = measure is Measure.GROWTH
            name, measure = f"{name}较预算{'增减率' if rate else '增减额'}", Measure.VALUE
        elif measure is Measure.COMPLETION:
            name = self._to_complete(subject, region)
        if measure is Measure.SHARE and item is not None and (short := name.removesuffix("决算")) in item.aliases:
            name = short
        span = passage.span(number.start, number.end)
        digits = passage.text[number.start : number.end]
        of = context.whole if context.whole and context.whole != name else None
        return ReadFigure(
            name, measure, sign + digits, number.unit, year, span, self._quote(span), of=of,
            known=name in self._lexicon.items, doubts=doubts,
        )

    def _value_year(self, region: str, item: Item | None) -> int | None:
        if item is not None and item.name.startswith("上年"):
            return self._year
        compared = [one for one in COMPARED.finditer(region)]
        words = region
        if compared and re.search(r"[,]", region[compared[-1].end() :]):
            words = region[compared[-1].end() :]
        words = re.sub("上年(?:度)?(?:结转|结余)", "", words)
        return self._year_of(words)

    def _to_complete(self, subject: Subject, region: str) -> str:
        """Give the name of the budget that a rate of completion is of."""
        if subject.item is None:
            return subject.name
        match = COMPLETES.search(region)
        kind = match["kind"] if match else None
        if subject.item.name in _WHOLE_SPENDING:
            return "年初预算" if kind == "年初" else f"{subject.item.name}预算"
        twin = self._lexicon.twin(subject.item, BUDGET)
        return subject.name if twin is None else twin.name

    def _quote(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _leave(self, passage: Folded, number: Number, why: str) -> None:
        span = passage.span(number.start, number.end)
        self.unread.append(Unread(self._quote(span), span, why))


def _plain_base(words: str) -> str:
    return re.sub("公共预算|基金预算|经营预算", "", words)


def _sentence_start(text: str, start: int, end: int) -> int:
    ends = [one.end() for one in _HARD.finditer(text, start, end)]
    return ends[-1] if ends else start
