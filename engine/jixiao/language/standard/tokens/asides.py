"""What a sentence carries besides its rules: headings, definitions of the value, clauses in brackets.

评分标准：…；执行率=支出数÷预算数×100%；（没有预算的，得满分）
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.language.standard.tokens.expressions import expression_end
from jixiao.language.standard.tokens.patterns import AWARDED
from jixiao.language.tokens import Token

_HEADING = re.compile(
    r"""(?:(?:具体)?(?:评分|计分|评价|考核|扣分|得分|赋分|打分)(?:标准|规则|办法|方法|细则|依据|要点|说明)|考核要点|其中|备注|注|说明)
       (?:如下|为)?:|其中,
       |^(?:根据|依据|按照?|以|依)(?:(?!比例|比率|比重|程度|折算|酌情|公式)[^,;。:\d]){0,20}
            (?:结果|情况|等次|等级|档次|级别)(?:分档|分级|分等次)?(?:进行)?(?:计分|评分|打分|赋分|给分|评定|评价)[,:;。](?=.*\d分)
       |(?:分)?(?:为|按)?(?:[优良中差好]、?){2,5}[两二三四五]个?(?:档|档次|等|等次|等级|级)?(?:评分|计分|打分|赋分|评定):""",
    re.VERBOSE,
)
_RESTATED = re.compile(
    "(?:每?[有缺少])?[一1]项(?:不符合|未达到|不达标|达不到|未落实|不满足)(?:要求|标准|规定|条件)?的?,?"
    "扣(?:除|减)?(?:相应|该项|对应)的?(?:分值|分数|分)(?=[;。]|$)"
    "|每?(?:实现|完成|达到|满足|符合|具备)[一1]项,?(?:即?可?取?得|获得|计)(?:该项|相应|对应)的?(?:分数|分值|得分|分)"
    "(?:,(?:未|不|没有)(?:实现|完成|达到|满足|符合|具备)的?项?的?,?不得分)?(?=[;。]|$)"
    "|每?[缺少]{1,2}[一1]项的?,?(?:扣(?:除|减)?|不得)(?:相应|该项|对应)的?(?:分值|分数|得分|分)(?=[,;。]|$)"
    "|(?:未|不|没有)(?:(?![高低大小多少优劣]于|超)[^,;。\\d]){1,12}的?,?(?:则)?不得(?:该项|相应|对应)的?(?:分值|分数|得分|分)(?=[,;。]|$)"
    "|每项(?:未|不|没有)(?:实现|完成|达到|达标|满足|符合|具备)的?,?(?:则)?(?:该项)?不得分(?=[,;。]|$)"
    "|(?:满足|符合|达到|具备)(?:的|要求)?,?得(?:相应|该项|对应)?(?:的?分值|分),?(?:不|未|没有)(?:满足|符合|达到|具备)(?:的|要求)?,?不得分(?=[;。]|$)"
    "|(?:否则|缺项的?|不符合的?),?(?:相应扣分|扣(?:除|减)?(?:相应|对应)的?(?:分值|分数|分))(?=[;。]|$)"
)
"""有一项不符合要求的，扣相应分值: what a list says anyway."""
DEFINED = re.compile(
    r"(?:计算公式(?:为|是|如下)?:?|计算方法(?:为|是)?:?|指标说明:?)?([^,;。:=<>≤≥()\n]{2,30}(?:\([^()]{1,30}\))?)\n?="
)
"""How a definition of the value begins, and what it names."""
_SCORED = re.compile("得分|计分|评分|分数|分值|满分|得[^到]|扣")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_TIMES_WHOLE = re.compile(r"[×*]\(?100%\)?")
_PLAIN = re.compile(r"(?<=\w)[×*]\d+(?=[)\]])|(?:^|(?<=[(\[]))1-|-1(?=[)\]]|$)|(?<=[)\]])[÷/]2(?=[)\]])")
"""Numbers that change no quotient's kind: (计划月数×30), 1-甲÷乙, 甲÷乙-1, a mean of two. What they make is looked at again."""
_NAMED_QUOTIENT = re.compile(r"[^\d\W][^/÷]*[/÷].*[^\d\W]")
_GIVEN = re.compile("(?:[计给得赋评打]分|确定|确定分值)$")
MAX_DEFINITION = 300
"""Longest definition read. Stops text without end from being searched again and again."""


def aside_at(text: str, start: int) -> tuple[str, int] | None:
    """Give the heading, definition or restatement that begins a clause here, as a token and where it ends."""
    if heading := _HEADING.match(text, start):
        return "SEMI", heading.end()
    if restated := _RESTATED.match(text, start):
        return "RESTATED", restated.end()
    end = definition_end(text, start)
    return ("DEFINITION", end) if end > start else None


def definition_end(text: str, start: int) -> int:
    """Give where “执行率=支出数÷预算数×100%” ends; `start` where it is nothing of the kind.

    It must name what it divides, and say nothing of points, of comparisons or of other numbers.
    """
    head = DEFINED.match(text, start)
    if head is None or _SCORED.search(head[1]):
        return start
    end = expression_end(text[: start + MAX_DEFINITION], head.end(), ",:")
    return end if is_quotient(text[head.end() : end]) else start


def is_quotient(text: str) -> bool:
    """Whether a text is what a rate is made of: 支出数÷预算数×100%."""
    bare = _PLAIN.sub("", _YEAR.sub("", _TIMES_WHOLE.sub("", text)))
    telling = re.search(r"[<>≤≥=\d]", bare) or _SCORED.search(bare)
    return not telling and _NAMED_QUOTIENT.search(bare) is not None


def ends_award(text: str, end: int) -> bool:
    """Whether words that close a range of shares stand before a place: 按分值的100%-80%计分."""
    return _GIVEN.search(text, max(0, end - 4), end) is not None


def open_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Let what stands in brackets behind an award, or alone between two signs, be a clause of its own."""
    found = list(tokens)
    opened: list[tuple[int, bool, bool]] = []
    for place, one in enumerate(tokens):
        if one.type == "LPAR":
            before = tokens[place - 1] if place else None
            alone = before is None or before.type == "SEMI"
            opened.append((place, alone, before is not None and _closes_award(before)))
        elif one.type in ("RPAR", "AWARD_RPAR") and opened:
            start, alone, behind_award = opened.pop()
            ended = place + 1 == len(tokens) or tokens[place + 1].type == "SEMI"
            if not opened and (behind_award or (alone and ended)):
                for end in (start, place):
                    found[end] = found[end].of_kind("SEMI")
    return found


def _closes_award(one: Token) -> bool:
    return one.type in AWARDED or (one.type == "TEXT" and _GIVEN.search(one) is not None)
