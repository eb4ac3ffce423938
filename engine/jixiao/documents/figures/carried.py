"""What a number is of whose own words do not name it: what was spoken of before, on the side they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.documents.figures.context import Context
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon, fits
from jixiao.documents.figures.subject import WHOLES, Subject, side_of
from jixiao.documents.figures.words import COMPLETES, cleaned
from jixiao.model.ruleset import Item

WHOLE_SPENDING = WHOLES
"""Items whose budget at the year's beginning is 年初预算."""
_BUDGETS = ("年初预算", "全年预算数", "本年追加预算", "上年结转")
"""What the whole unit could spend; what it spent is told behind it."""
BESIDE = ("本年追加预算", "年末结余", "上年结转")
_BUDGET_ALONE = ("预算", "预算数", "预算总额")
_SPENT = {"项目预算": "项目支出"}
"""Budgets whose outcome has another name."""
_SOFT = re.compile("[,;。:、()]")
SPOKEN_FOR = 3
"""A name of at most so many signs may stand for one counted in another unit."""


class Carried:
    """Finds what goes with something that was spoken of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def on_side(self, subject: Subject, words: str) -> Subject:
        """Give the budget, or the outcome, of a thing, as the words before a number say."""
        side = side_of(words)
        other = subject.name.replace("收入", "支出")
        if (
            other != subject.name
            and other in self._lexicon.items
            and cleaned(_SOFT.split(words)[-1]) == "支出"
        ):
            return self._item(other)
        if subject.item is None:
            if side == BUDGET:
                return Subject(f"{subject.name}{_budget_word(words)}")
            return self.outcome(subject) if side == OUTCOME else subject
        if side == BUDGET:
            return self._budget_of(subject, subject.item, words)
        if side == OUTCOME and subject.outcome is not None:
            return Subject(subject.outcome.name, subject.outcome)
        if side == OUTCOME and subject.name in _BUDGETS:
            return self._item("全年执行数" if subject.name == "全年预算数" else "支出决算")
        return self.outcome(subject) if side == OUTCOME else subject

    def _budget_of(self, subject: Subject, item: Item, words: str) -> Subject:
        """Give the budget of a known thing; beside what was added or left, that of the whole unit."""
        if subject.name in BESIDE and cleaned(_SOFT.split(words)[-1]) in _BUDGET_ALONE:
            return self._item("年初预算")
        twin = self._lexicon.twin(item, BUDGET)
        if twin is not None:
            return Subject(twin.name, twin)
        if item.name in WHOLE_SPENDING and "年初预算" in self._lexicon.items:
            return self._item("年初预算")
        if "预算" in item.name.removeprefix("一般公共预算").removeprefix("政府性基金预算"):
            return subject
        return Subject(f"{item.name.removesuffix('决算')}{_budget_word(words)}")

    def outcome(self, subject: Subject) -> Subject:
        """Give the outcome of a thing of which the budget may have been spoken."""
        if subject.item is None and subject.name.endswith("预算"):
            stem = subject.name.removesuffix("预算").removesuffix("年初")
            name = next((one for one in (f"{stem}决算", stem) if one in self._lexicon.items), stem)
            return Subject(name, self._lexicon.items.get(name))
        if subject.item is None or subject.both:
            return subject
        if subject.name in _SPENT and _SPENT[subject.name] in self._lexicon.items:
            return self._item(_SPENT[subject.name])
        twin = self._lexicon.twin(subject.item, OUTCOME) if subject.item.name.endswith("预算") else None
        return subject if twin is None else Subject(twin.name, twin)

    def within(self, subject: Subject, context: Context) -> Subject:
        """Give what a name is short for where something longer is spoken of: 财政拨款支出 below 一般公共预算财政拨款支出."""
        for known in (context.subject, context.topic):
            if known is None or known.item is None or subject.item is None or known.item is subject.item:
                continue
            longer = known.item.name
            if longer.endswith(subject.item.name) and subject.item.name in WHOLE_SPENDING:
                return known
            if subject.surface and longer.startswith(subject.surface) and len(longer) > len(subject.surface):
                return known
        return subject

    def of_topic(self, subject: Subject, words: str, context: Context) -> Subject:
        """Give the budget, or the outcome, of what the paragraph speaks of rather than that of the whole unit."""
        topic = context.topic
        before = context.subject
        if (
            before is not None
            and subject.name == "支出决算"
            and before.name.endswith("预算")
            and before.name not in _BUDGETS
        ):
            if before.item is not None:
                return self.outcome(before)
            return Subject(before.name.removesuffix("预算").removesuffix("年初"))
        if (
            before is not None
            and before.name in _BUDGETS
            and subject.name == "支出决算"
            and context.around & {"全年预算数"}
        ):
            return self._item("全年执行数")
        if topic is None or subject.item is None or topic.name == subject.name or topic.both:
            return subject
        if subject.name in ("收入总计", "支出总计"):
            fiscal = topic.name.startswith("财政拨款") and f"财政拨款{subject.name}" in self._lexicon.items
            return self._item(f"财政拨款{subject.name}") if fiscal else subject
        if topic.item is not None and topic.item.name.endswith(subject.item.name):
            return topic
        if subject.item.name == "年初预算" or words.rstrip("数为:").endswith(("支出决算", "决算", "支出")):
            if (
                topic.item is not None
                and topic.item.name in WHOLE_SPENDING
                and subject.item.name != "年初预算"
            ):
                return (
                    topic if topic.item.name.endswith("支出") and subject.item.name == "支出决算" else subject
                )
            return self.on_side(topic, words)
        return subject

    def for_unit(self, subject: Subject, unit: str) -> Subject | None:
        """Give a thing, or the one counted in this unit that goes with it; None where none does."""
        if subject.item is None or fits(subject.item, unit):
            return subject
        kin = self._lexicon.kin(subject.item, unit)
        return None if kin is None else Subject(kin.name, kin)

    def kin(self, subject: Subject, unit: str, carried: Subject | None) -> Subject:
        """Give what a short name counts of a thing that was spoken of: 团组, 来宾."""
        if (
            carried is None
            or carried.item is None
            or len(subject.name) > SPOKEN_FOR
            or fits(carried.item, unit)
        ):
            return subject
        kin = self._lexicon.kin(carried.item, unit)
        if kin is not None and unit == "%" and not kin.name.endswith(subject.name):
            kin = self._lexicon.items.get(f"{carried.item.name}{subject.name}")
        return subject if kin is None else Subject(kin.name, kin)

    def sum_of(self, context: Context) -> Subject | None:
        """Give the item that the values told last add up to: 合计 behind the three kinds of 三公经费."""
        names = [one.item for one in context.values]
        for item in self._lexicon.items.values():
            if item.identity is None or "+" not in item.identity.text:
                continue
            parts = {one.strip() for one in item.identity.text.split("+")}
            parts |= self._parts_of(parts)
            if len(parts.intersection(names)) >= min(len(parts), 2) and set(names[-2:]) <= parts:
                return Subject(item.name, item)
        return None

    def _parts_of(self, names: set[str]) -> set[str]:
        """Give the parts of which those that are sums themselves consist."""
        sums = (self._lexicon.items.get(one) for one in names)
        return {
            part.strip()
            for one in sums
            if one is not None and one.identity is not None and "+" in one.identity.text
            for part in one.identity.text.split("+")
        }

    def total_of(self, context: Context, unit: str) -> Subject | None:
        """Give what 共61名 behind a list adds up to: the item that the sentence told first, or the topic."""
        for known in (context.main, context.topic):
            if (
                known is not None
                and known.item is not None
                and fits(known.item, unit)
                and len(context.values) > 1
            ):
                return known
        return None

    def generic(self, words: str) -> Subject | None:
        """Give what 收入 or 支出 alone mean, where nothing else is spoken of."""
        word = cleaned(_SOFT.split(words)[-1]).removesuffix("总额").removesuffix("数")
        name = {"收入": "收入决算", "支出": "支出决算", "预算": "年初预算"}.get(word)
        return None if name is None else self._item(name)

    def both(self, match: re.Match[str]) -> Subject | None:
        """Give income and spending told in one: 收、支总计."""
        prefix = "财政拨款" if match["fiscal"] else ""
        kind = match["kind"] or "总计"
        kind = "总计" if prefix or kind in ("总额", "总体", "总计") else "决算"
        names = [f"{prefix}{side}{kind}" for side in ("收入", "支出")]
        items = self._lexicon.items
        if not all(name in items for name in names):
            return None
        return Subject(names[0], items[names[0]], both=tuple(items[name] for name in names))

    @staticmethod
    def each(subject: Subject) -> Sequence[Subject]:
        """Give the one thing, or the two."""
        return [Subject(one.name, one) for one in subject.both] or [subject]

    def to_complete(self, subject: Subject, region: str) -> Subject:
        """Give the budget that a rate of completion is of."""
        if subject.item is None or subject.name.endswith("预算"):
            subject = self.outcome(subject)
        if subject.item is None:
            return subject
        match = COMPLETES.search(region)
        if subject.item.name in WHOLE_SPENDING:
            early = match is not None and "年初" in match[0]
            return self._item("年初预算") if early else Subject(f"{subject.item.name}预算")
        twin = self._lexicon.twin(subject.item, BUDGET)
        known = twin is not None and f"{twin.name}完成率" in self._lexicon.items
        return Subject(twin.name, twin) if twin is not None and known else subject

    def _item(self, name: str) -> Subject:
        return Subject(name, self._lexicon.items.get(name))


def _budget_word(words: str) -> str:
    return "年初预算" if "年初" in words else "预算"
