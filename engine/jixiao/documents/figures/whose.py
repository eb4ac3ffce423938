"""Whose a value is: what the words before or behind it name, or what was spoken of before."""

from __future__ import annotations

import re

from jixiao.documents.figures.carried import BESIDE, Carried
from jixiao.documents.figures.context import Context
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Lexicon, fits
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.words import COMPLETES, WHOSE

MONEY = ("万元", "元", "亿元", "千元", "万", "亿")
GENERIC = ("年初预算", "支出决算", "收入决算", "财政拨款支出", "财政拨款收入", "收入总计", "支出总计")
_NOUN = re.compile("[\u4e00-\u9fff]{2,16}")
_APPROVED = re.compile(
    "(?:批复|批准|下达|核定|安排)[^,;。:、]{0,8}(?:部门|支出|收支|单位)预算(?:总额|数)?(?:为|共|共计)?$"
)
_PARTS = {"支出": "基本支出", "收入": "财政拨款收入"}
"""The part that is told first of all spending, and of all income."""
_IN_ALL = re.compile(f"(?:{WHOSE.pattern})?(?:总共|累计|合计|共计?)(?P<side>支出|收入)")
_YEARS_SPENDING = re.compile(
    "(?:^|[,;。:])(?:截[至止][^,;。:]{0,14})?(?:(?:上年|去年|全年|本年|当年)度?)?(?:实际|共|总|累计)*支出(?:为|了)?$"
)
_FUNDED = (*BESIDE, "实际到位资金")
"""What is no spending, though it is told beside it: 结余9万元,上年支出80万元."""
_PROJECTS = re.compile("项目(?=[,;。:()、]|开展|进行|$)")
"""Projects that are counted: 对2个项目开展绩效自评; 3个项目跨年 are only some of them."""
_PAID = re.compile(
    "[、,](?:共|合计|实际|费用)*(?:支出|开支|花费|列支|支付|用去)(?:资金|费用|经费)?(?:为|共计?)?"
)
"""What stands between a count and the amount that was paid for it."""
_PURPOSE = re.compile("用于|为(?:了|完成|保障|确保)|保障")
"""How words begin that say what money is spent on, and not what it is: 用于保障机构正常运转的日常支出."""
MAX_FORMULA = 120
"""Most signs of a formula that is written out before its result."""
_FORMULA = re.compile(r"(?:^|[。;,:\n(])([^。;,:\n=(]{2,24})=[^。;\n]*$")
_BESIDE = re.compile("[,(](?:其?年初|批复)")
"""How a clause begins that tells a budget beside what was spent of it."""
_OF_IT = re.compile(r"的\d")


class Whose:
    """Finds what a value of a report is of."""

    def __init__(self, lexicon: Lexicon, carried: Carried) -> None:
        self._lexicon = lexicon
        self._carried = carried

    def of(self, text: str, words: str, number: Number, context: Context) -> Subject | None:
        """Give what a value is of."""
        worked = self._result(text, words, number, context) or self._cost(words, number, context)
        if worked is not None:
            return worked
        subject = self._spoken(text, words, number, context)
        if subject is None and re.search("合计|共计?|总计", words):
            whole = self._carried.sum_of(context) or self._carried.total_of(context, number.unit)
            if whole is not None:
                return self._carried.on_side(whole, words)
        if subject is None or subject.item is None:
            subject = self._behind(text, number) or subject
        carried = context.carried(number.unit)
        if subject is None or (subject.far and carried is not None and subject.item is None):
            if carried is None or (carried.name in _FUNDED and _YEARS_SPENDING.search(words)):
                return self._carried.generic(words) or subject
            return self._carried.for_unit(self._carried.on_side(carried, words), number.unit)
        if subject.item is None:
            return self._headed(subject, number, context) or self._carried.kin(subject, number.unit, carried)
        if subject.item.name in GENERIC and subject.outcome is None:
            return self._of_generic(subject, subject.item.name, text, words, number, context)
        return subject

    def _of_generic(
        self, subject: Subject, name: str, text: str, words: str, number: Number, context: Context
    ) -> Subject:
        """Give the budget, or the outcome, of what is spoken of, where no other is told in all."""
        if context.topic is not None and self._has_parts(text, number, name[:2]):
            return subject
        carried = context.carried(number.unit)
        if carried is not None and carried.item is not None and is_completed(text, words, number):
            return self._carried.on_side(carried, words)
        beside = self._budget_beside(words, context) if name == "年初预算" else None
        return beside or self._carried.of_topic(subject, words, context)

    def _budget_beside(self, words: str, context: Context) -> Subject | None:
        """Give the budget of what the sentence told before, where that is one thing: 三公经费支出8万元,年初预算9万元."""
        told, main = context.subject, context.main
        if told is None or told.item is None or main is None or main.name != told.name or context.whole:
            return None
        budget = self._lexicon.twin(told.item, BUDGET) if _BESIDE.match(words) else None
        return None if budget is None else Subject(budget.name, budget)

    def _cost(self, words: str, number: Number, context: Context) -> Subject | None:
        """Give what was paid for what was counted right before: 更新车辆11辆、支出212.75万元."""
        counted = context.subject
        if counted is None or counted.item is None or number.unit not in MONEY or not _PAID.fullmatch(words):
            return None
        kin = None if fits(counted.item, number.unit) else self._lexicon.kin(counted.item, number.unit)
        return None if kin is None else Subject(kin.name, kin)

    @staticmethod
    def _headed(subject: Subject, number: Number, context: Context) -> Subject | None:
        """Give what the head names, where the first value below it is named by its purpose only."""
        topic = context.topic
        if topic is None or topic.item is None or context.spoken or context.whole:
            return None
        named = _PURPOSE.match(subject.name) is not None and fits(topic.item, number.unit)
        return topic if named else None

    def _spoken(self, text: str, words: str, number: Number, context: Context) -> Subject | None:
        """Give what the words before a value name: an item, what its unit spent or was granted, or a thing."""
        side = BUDGET if context.whole.endswith("预算") else OUTCOME
        subject = find_subject(words, number.unit, self._lexicon, context.around, side)
        if subject is not None and subject.item is None and number.unit in MONEY:
            subject = self._of_unit(text, subject, number) or subject
        if (subject is None or subject.item is None) and _APPROVED.search(words):
            return self._carried.generic("预算") or subject
        return subject

    def _of_unit(self, text: str, subject: Subject, number: Number) -> Subject | None:
        """Give what a unit spent, or took in, in all: 我处支出409.69万元，其中基本支出; 项目共支出89.59万元."""
        in_all = _IN_ALL.fullmatch(subject.name)
        if in_all is not None:
            return self._carried.generic(in_all["side"])
        for side in _PARTS:
            if subject.name.endswith(side) and self._has_parts(text, number, side):
                return self._carried.generic(side)
        return None

    @staticmethod
    def _has_parts(text: str, number: Number, side: str) -> bool:
        """Whether the parts of all spending, or of all income, are told right behind a number."""
        behind = text[number.unit_end : number.unit_end + 12]
        return side in _PARTS and re.match(f"[,;。]?(?:其中)?:?{_PARTS[side]}", behind) is not None

    def _result(self, text: str, words: str, number: Number, context: Context) -> Subject | None:
        """Give what the result of a formula is of that is written out."""
        said = text[max(0, number.start - MAX_FORMULA) : number.start]
        formula = _FORMULA.search(said) if words.endswith("=") else None
        return (
            None
            if formula is None
            else find_subject(formula[1], number.unit or "%", self._lexicon, context.around)
        )

    def _behind(self, text: str, number: Number) -> Subject | None:
        """Give the item that is named right behind a number: 30个班级, 538.40万元政府性基金预算财政拨款."""
        after = text[number.unit_end : number.unit_end + 24].removeprefix("的")
        if number.unit == "个" and _PROJECTS.match(after):
            return Subject("项目个数", self._lexicon.items.get("项目个数"))
        found = next(iter(self._lexicon.names_in(after)), None)
        if found is None or found.start:
            return None
        entry = next((one for one in found.entries if fits(one.item, number.unit) and not one.short), None)
        behind = after[found.end :][:1]
        closes = not behind or behind in ",;。:()[]、用主均全和及为,"
        return Subject(entry.item.name, entry.item) if entry is not None and closes else None


def is_completed(text: str, words: str, number: Number) -> bool:
    """Whether a budget is told for how much of it was used: 完成年初预算9万元的79.69%; the text goes on with what was."""
    return COMPLETES.search(words) is not None and _OF_IT.match(text, number.unit_end) is not None


def noun_behind(text: str, number: Number) -> Subject | None:
    """Give the thing that is counted right behind a number: 为220户残疾人家庭改造."""
    if number.unit in MONEY or number.unit in ("", "%", "‰"):
        return None
    noun = _NOUN.match(text, number.unit_end)
    return None if noun is None else Subject(noun[0].removeprefix("的"), far=True)
