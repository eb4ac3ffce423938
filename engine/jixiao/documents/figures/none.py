"""What the words say that there is none of: 无政府采购, 未安排出国（境）."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jixiao.documents.figures.folded import Folded, plain
from jixiao.documents.figures.lexicon import BUDGET, MONEY, Entry, Found, Lexicon
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject
from jixiao.documents.figures.words import FILLERS, NONE, YEAR
from jixiao.documents.figures.write import Writer
from jixiao.model.reading import ReadFigure
from jixiao.model.ruleset import Item

_ALL_NONE = re.compile("均为?[无零]|都没有|均未发生")
_STOPS = "。;\n!?"
_STOP = re.compile(f"[{_STOPS}]")
REACH = 34
BEFORE = 14
"""How far before the word its year may stand."""


def none_said(
    passage: Folded, found: Sequence[Number], lexicon: Lexicon, writer: Writer, topic: Subject | None = None
) -> Iterator[ReadFigure]:
    """Yield the items that words say there is none of, where no number says so too."""
    of_lists = _all_none(passage, found, lexicon, writer)
    yield from dict.fromkeys([*of_lists, *_none_behind(passage, lexicon, writer)])
    for match in NONE.finditer(passage.text):
        limit = _limit(passage.text, match.end(), found)
        if limit is not None:
            yield from _one_none(passage, match, limit, lexicon, writer)
            said = _THIS.match(passage.text, match.end())
            if said is not None and topic is not None and topic.item is not None:
                yield writer.none(passage, match.start("word"), match.end("word"), topic)


_FAULT = re.compile("超|违|现象|幅度|频繁|行为|问题|不符|虚|截留|挪用|情况$|的(?:项目|情况)")
"""What there is none of is a fault, and not the thing: 无公务接待费超支."""
_THIS = re.compile("(?:此|该|这)(?:项|类|笔)(?:支出|经费|费用|资金|收入|预算|业务)")
"""What stands for the thing that the head names."""


def _all_none(
    passage: Folded, found: Sequence[Number], lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    """Yield the items of a list that is said to be none in all: 经营支出、上缴上级支出均无."""
    text, done = passage.text, 0
    for match in _ALL_NONE.finditer(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in _STOPS) + 1
        before = found[: bisect_left(found, match.start(), key=lambda one: one.start)]
        start = next((max(start, one.unit_end) for one in reversed(before) if not one.why), start)
        listed = text[max(start, done) : match.start()]
        done = match.end()
        for name in lexicon.names_in(listed):
            if listed.startswith("收支", name.end):
                for item in _income_and_spending(plain(listed[name.start : name.end]), lexicon):
                    yield writer.none(passage, match.end() - 1, match.end(), Subject(item.name, item))
                continue
            entry = _entry(name.entries, "", lexicon)
            if entry is not None:
                subject = Subject(entry.item.name, entry.item)
                yield writer.none(passage, match.end() - 1, match.end(), subject)


_BEHIND = re.compile(
    "(?P<when>年初|全年|当年|本年|年内)?(?P<word>没有安排|没有发生|未发生|未安排|未列支|未使用|零支出|零开支|零发生|一分未花|为零|无)(?:预算|支出)?(?=[,;。)、\n]|$)"
)


def _none_behind(passage: Folded, lexicon: Lexicon, writer: Writer) -> Iterator[ReadFigure]:
    """Yield what a clause names first and then says that there is none of: 因公出国费年初未安排."""
    text = passage.text
    for match in _BEHIND.finditer(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in _CLAUSE) + 1
        names = list(lexicon.names_in(text[start : match.start()]))
        if not names or FILLERS.fullmatch(text[start + names[-1].end : match.start()]) is None:
            continue
        entry = _entry(names[-1].entries, "", lexicon)
        if entry is None:
            continue
        item = lexicon.twin(entry.item, BUDGET) if match["when"] == "年初" else None
        item = entry.item if item is None else item
        yield writer.none(passage, match.start("word"), match.end("word"), Subject(item.name, item))


_OF_MONEY = re.compile("费|支出|收入|预算|经费|资金")
_CLAUSE = ",;。:\n"


def _limit(text: str, start: int, found: Sequence[Number]) -> int | None:
    """Give how far what there is none of may be named; None where a number says how much there is."""
    stop = _STOP.search(text, start)
    sentence = len(text) if stop is None else stop.start()
    comma = re.search(r"[,、]", text[start:sentence])
    limit = min(start + REACH, sentence, start + comma.start() if comma else sentence)
    first, last = (bisect_left(found, place, key=lambda one: one.start) for place in (start, sentence))
    said = [one for one in found[first:last] if not one.why]
    return None if any(one.start < limit or _is_nothing(one) for one in said) else limit


def _one_none(
    passage: Folded, match: re.Match[str], limit: int, lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    text, start = passage.text, match.end()
    name = next(iter(lexicon.names_in(text[start:limit])), None)
    if name is None or FILLERS.fullmatch(text[start : start + name.start]) is None:
        return
    behind = text[start + name.end : limit]
    if _FAULT.search(behind):
        return
    said = text[start : start + name.start]
    items = _items(
        match["word"] + said, plain(text[start + name.start : start + name.end]), name, behind, lexicon
    )
    years = YEAR.findall(text[max(0, match.start() - BEFORE) : match.start()])
    for item in items:
        subject, year = Subject(item.name, item), int(years[-1]) if years else None
        yield writer.none(passage, match.start("word"), match.end("word"), subject, year)


def _items(before: str, named: str, name: Found, behind: str, lexicon: Lexicon) -> list[Item]:
    """Give the items that there is none of; `before` are the words that say so."""
    if _BUYS.match(before):
        bought = [
            *lexicon.named(f"购置{named}"),
            *(one for one in name.entries if one.item.name.startswith("新增")),
        ]
        return [one.item for one in bought[:1]]
    behind, fund = behind.lstrip(")"), named.removesuffix("收入")
    if _BOTH.match(behind) and (behind.startswith("收支") or fund != named):
        return _income_and_spending(fund, lexicon)
    if before.endswith("使用") and name.entries[0].item.name.endswith("收入"):
        spent = lexicon.items.get(name.entries[0].item.name.replace("收入", "支出"))
        return [] if spent is None else [spent]
    entries = [one for one in name.entries if not _COUNTED.match(behind) or one.item.unit.dimension != MONEY]
    entry = _entry(entries, behind, lexicon)
    return _same_things(entries) or ([] if entry is None else [entry.item])


_BUYS = re.compile("未(?:购置|更新|新购|购买)")
"""Words after which what is named was not bought, and may be there all the same."""
_BOTH = re.compile("收支|[和及、与]?支出")
_COUNTED = re.compile("人员|团组|批次|人次|任务|活动")
"""What is counted of a thing, and not paid for it: 无出国（境）人员."""


def _income_and_spending(named: str, lexicon: Lexicon) -> list[Item]:
    """Give the items of income and of spending of a fund: 政府性基金收支."""
    found = [
        next(
            (
                one.item
                for middle in ("", "预算")
                for one in lexicon.named(f"{named}{middle}{side}")
                if side in one.item.name
            ),
            None,
        )
        for side in ("收入", "支出")
    ]
    return [one for one in found if one is not None]


def _same_things(entries: Sequence[Entry]) -> list[Item]:
    """Give the items that one thing has several of: of a building that there is none of, plan and outcome."""
    items = [one.item for one in entries if not one.short and one.item.unit.dimension != MONEY]
    return items if len(items) > 1 else []


def _entry(entries: Sequence[Entry], behind: str, lexicon: Lexicon) -> Entry | None:
    """Give what there is none of: people and vehicles are counted, everything else is an amount of money."""
    amounts = [one for one in entries if not one.item.unit.dimension.is_ratio]
    amounts = [one for one in amounts if not one.short] or amounts
    if not amounts:
        return None
    if behind.startswith(BUDGET) and (twin := lexicon.twin(amounts[0].item, BUDGET)) is not None:
        return Entry(amounts[0].surface, twin, BUDGET)
    things = [one for one in amounts if one.item.unit.dimension != MONEY]
    if (
        things
        and all(one.short or one in things for one in amounts)
        and not _OF_MONEY.search(things[0].surface + behind[:2])
    ):
        return things[0]
    first = next((one for one in amounts if one.side != BUDGET), amounts[0])
    if first.side == BUDGET and "预算" not in behind and not first.explicit:
        twin = lexicon.twin(first.item, "决算")
        return first if twin is None else Entry(first.surface, twin, "决算")
    return first


def _is_nothing(number: Number) -> bool:
    return not number.digits.strip("0.,万亿")
