"""What a report claims in running text: its total, its grade, and of indicators score, deduction, rate and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import Folded, fold, pieces
from jixiao.documents.paper import Paper, Paragraph
from jixiao.model.reading import ClaimKind, ReadClaim

_NO_SCALE = r"(?!\(含|\(不含|[及并]?以[上下]|[及并](?:以[上下])?|[-~—–至到])"
"""Not the end of a range: 90分以上, 90分(含)至100分."""
_TOTAL = re.compile(
    r"(?:自评|评价|考核|综合|绩效)*(?P<word>总?得分|总分|综合评分|总评分|自评分|综合得分|自评结果|评分|(?<=自评)分值|(?<=自评绩效)分值)"
    rf"(?:总分)?[数值]?(?:共?计|合计)?(?:为|是|:|达|得)?(?P<score>\d{{1,3}}(?:\.\d+)?)分{_NO_SCALE}"
)
_OF_A_PART = re.compile(r"(?:指标|[率性度]|管理|产出|效益|决策|过程|投入|配置|履职|履行|执行|情况|成本)$")
"""What a bare 得分 behind it is of."""
_FULL = "100"
_GRADES = "优秀|良好|合格|不合格|较差|[优良中差](?![秀好质化])|第?[一二三四]等级|第?[一二三四]级"
_GRADE = re.compile(
    rf"(?:等级|等次|级别|结果|结论|评定|评价|自评)(?:为|是|:|评定为|确定为|属于|属|达到)+(?P<grade>{_GRADES}|第?[一二三四]等|[ABCD](?=[。,;\n]|$))"
)
_BARE_GRADE = re.compile(
    r"(?:自评|评价|考核|评定)(?:结果|结论|等级|等次)(?P<grade>优秀|良好|合格|不合格|较差|[优良中差]|第?[一二三四]等级)(?=[。,;()\n]|$)"
)
_RANKED = re.compile(r"(?:属于|属|评为|定为|列为|达到|为|是)(?P<grade>第[一二三四]等[级次]?)(?=[。,;()\n]|$)")
_OTHER_GRADE = re.compile(
    r"(?:自评|评价|绩效|考核|综合|评定|评分)[^。;,:]{0,10}(?:等级|等次|档次)(?:评定|确定)?(?:为|是|:|属于|达到)+"
    r"(?P<grade>[\u4e00-\u9fffA-Za-z+]{1,6})(?=[。,;()\n]|$)"
)
"""A grade by any other short word: whether a table knows it is not for the reading to say."""
_RANGE = re.compile(
    r"\d分?(?:\((?:不?含)\d*分?\)|[及并]?以[上下]|(?:\(不?含\d*分?\))?[-~—–至到]+\d)|[≥≤<>]=?\d|(?:高于|低于|大于|小于|不足|不低于|达到)\d+分|\d分?[≥≤<>]"
)
_ONE_OF_SEVERAL = re.compile(rf"(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?[、/,;或和及](?:{_GRADES}|[ABCD]\b)")
"""What stands behind a grade that is one of a list: 优(90-100分)、良."""
_SCORE = re.compile(rf"(?:得|计|自评|评|打)(?:分)?(?:为|:)?(?P<score>\d{{1,3}}(?:\.\d+)?)分{_NO_SCALE}")
_DEDUCTION = re.compile(rf"扣(?:除|减)?(?P<score>\d{{1,3}}(?:\.\d+)?)分{_NO_SCALE}")
_NOTHING_OFF = re.compile(
    r"(?P<whole>(?:此项|该项|本项|故|因此|所以|均|都)*(?P<none>(?:不|未|无需?)扣分))(?=[。,;()\n]|$)"
)
_POINTS_KEPT = re.compile(r"(?P<score>\d{1,3}(?:\.\d+)?)分\)?[,;:。]?$")
"""The points of an indicator, with nothing between them and 不扣分."""
_RATE = re.compile(
    r"(?:率(?:视同|均|已)?(?:为|是|达到?|:)?|=)(?P<rate>-?\d+(?:\.\d+)?%|(?<==)-?0(?=[,;。]|$))(?![\d*/+-])"
)
_STANDARD = re.compile(
    r"每(?:少|多|高|低|超|增|降|下|上|有|出|发|个|项|例|次|缺|减|一|\d)|扣完|扣至|扣到|为止|不得分|否则|酌情|按比例|[的者],?(?:则|不|均)*(?:扣|得|计)"
)
"""Words of a standard of scoring, which claims nothing."""
_NAME = re.compile(
    r"(?:^|[。;\n]|\d[、.]|\)|、)(?P<name>[\u4e00-\u9fff()]{3,20}?(?:率|性|度|数|情况|指标|管理|绩效|成本|效益))(?:指标)?(?:[,:(（]|\d|=|为|是|分值|满分|本项|该项)"
)
_LEVELS = (
    r"[一二三四五六七八九十]{1,3}、",
    r"\([一二三四五六七八九十]{1,3}\)",
    r"\d{1,2}[、.](?!\d)",
    r"\(\d{1,2}\)",
    "[①-⑳]",
)
"""How paragraphs are numbered, from chapters down."""
_NUMBERING = re.compile("|".join(f"({one})" for one in _LEVELS))
_HEAD = re.compile(
    rf"(?:{'|'.join(_LEVELS)})+(?P<name>(?![\u4e00-\u9fff]{{0,20}}(?:问题|原因|建议|措施|说明|如下|其中|总结))"
    r"(?:[\u4e00-\u9fff()、]{3,24}?(?:指标)?(?=:|$)|[\u4e00-\u9fff()、]{1,22}?(?:率|性|度|数|效能|效益|管理|情况|指标|绩效|成本|质量|水平)(?=。)))"
    r"(?:[:。]|$)"
)
"""The head of a numbered paragraph: 5、资金使用合规性:…"""
_CLAUSE_ENDS = "。;,\n"
_SENTENCE_ENDS = "。;\n"
MAX_REASON = 60
"""Most signs of a reason; of a longer one its last clauses are taken."""
_HAS_WORDS = re.compile(r"[\u4e00-\u9fff]{3}")


@dataclass(slots=True)
class _Section:
    """The last head of a numbered paragraph, which what follows is of: all that is numbered below it."""

    name: str | None = None
    level: int = 0

    def note(self, text: str) -> None:
        """Note a paragraph that begins."""
        numbered = _NUMBERING.match(text)
        if numbered is None:
            return
        level = numbered.lastindex or 0
        head = _HEAD.match(text)
        if head is not None:
            self.name, self.level = head["name"], level
        elif level <= self.level:
            self.name = None


def prose_claims(paper: Paper) -> Iterator[ReadClaim]:
    """Yield the claims of running text in their order."""
    section = _Section()
    for block in paper.body:
        if not isinstance(block, Paragraph):
            section.name = None
            continue
        passage = fold(paper.text, block.span)
        section.note(passage.text)
        for piece in pieces(passage):
            yield from _of_passage(paper, piece, section.name)


def _of_passage(paper: Paper, passage: Folded, section: str | None) -> Iterator[ReadClaim]:
    text = passage.text
    taken: set[int] = set()
    for match in _totals(text):
        span = passage.span(*match.span("score"))
        taken.add(match.start("score"))
        yield ReadClaim("total", match["score"], ClaimKind.SCORE, span, paper.words(span))
    for start, end in sorted({*_grades(text)}):
        if not _in_scale(text, start, end):
            span = passage.span(start, end)
            yield ReadClaim("grade", text[start:end], ClaimKind.GRADE, span, paper.words(span))
    for match in _SCORE.finditer(text):
        if match.start("score") in taken or _is_standard(text, match.start()):
            continue
        name = _name_before(text, match.start())
        if name is not None:
            yield _claim(paper, passage, match.span("score"), ClaimKind.SCORE, name)
    yield from _deductions(paper, passage, section)


def _claim(
    paper: Paper,
    passage: Folded,
    place: tuple[int, int],
    kind: ClaimKind,
    name: str,
    value: str | None = None,
) -> ReadClaim:
    span = passage.span(*place)
    words = paper.words(span)
    said = value or (words if kind is ClaimKind.REASON else passage.text[slice(*place)])
    return ReadClaim("indicator", said, kind, span, words, name)


# ── Of the whole ─────────────────────────────────────────────────────────────────────────────────


def _totals(text: str) -> Iterator[re.Match[str]]:
    """Yield the totals; 总分100分 beside what is scored of it says how much there is to reach."""
    found = [one for one in _TOTAL.finditer(text) if not _of_a_part(text, one)]
    for one, after in pairwise([*found, None]):
        if one is None:
            continue
        same = after is not None and not re.search(r"[。\n]", text[one.end() : after.start()])
        full = one["score"] == _FULL and one["word"] == "总分" and not one[0].startswith("自评")
        if not (full and same):
            yield one


def _of_a_part(text: str, match: re.Match[str]) -> bool:
    """Whether a bare 得分 is that of an indicator or a block, as the word before it says."""
    bare = match.start() == match.start("word") and match["word"] in ("得分", "评分")
    return bare and _OF_A_PART.search(text, max(0, match.start() - 4), match.start()) is not None


def _grades(text: str) -> Iterator[tuple[int, int]]:
    usual = [one.span("grade") for pattern in (_GRADE, _BARE_GRADE) for one in pattern.finditer(text)]
    usual += [
        one.span("grade")
        for one in _RANKED.finditer(text)
        if re.search("评|得分", text[_start(text, one.start(), _SENTENCE_ENDS) : one.start()])
    ]
    yield from usual
    for one in _OTHER_GRADE.finditer(text):
        start, end = one.span("grade")
        if all(end <= first or last <= start for first, last in usual):
            yield start, end


def _in_scale(text: str, start: int, end: int) -> bool:
    """Whether a grade only says what some score would be called: 90分以上为优, 80-89分为良."""
    clause = _start(text, start, _CLAUSE_ENDS)
    if _RANGE.search(text, clause, start) or _ONE_OF_SEVERAL.match(text, end):
        return True
    sentence = _start(text, start, _SENTENCE_ENDS)
    if clause == sentence or _RANGE.search(text, _start(text, clause - 1, _CLAUSE_ENDS), clause) is None:
        return False
    return _TOTAL.search(text, sentence, clause) is None


# ── Of an indicator ──────────────────────────────────────────────────────────────────────────────


def _deductions(paper: Paper, passage: Folded, section: str | None) -> Iterator[ReadClaim]:
    """Yield what is taken off, or is not, with the rate and the reason that stand before it."""
    text = passage.text
    found = [(one.start(), one.span("score"), one["score"]) for one in _DEDUCTION.finditer(text)]
    found += [(one.start(), one.span("none"), "0") for one in _NOTHING_OFF.finditer(text)]
    last = 0
    for at, place, value in sorted(found):
        start = max(last, _told_from(text, at))
        last = place[1]
        if _is_standard(text, at):
            continue
        name = _name_in(text, start, at) or _own_head(text, start) or section or _name_before(text, at)
        if name is None:
            continue
        kept = _POINTS_KEPT.search(text, start, at) if value == "0" else None
        alone = kept is not None and text[: kept.start()].endswith((name, f"{name}("))
        if kept is not None and alone:
            yield _claim(paper, passage, kept.span("score"), ClaimKind.SCORE, name)
        yield _claim(paper, passage, place, ClaimKind.DEDUCTION, name, value)
        if name.endswith("率"):
            head = _RATE.match(text, text.find(name) + len(name) - 1) if section == name else None
            rate = [*([head] if head else []), *_RATE.finditer(text, start, at)][-1:]
            yield from (_claim(paper, passage, one.span("rate"), ClaimKind.RATE, name) for one in rate)
        if not alone and (reason := _reason(text, start, at)) is not None:
            yield _claim(paper, passage, reason, ClaimKind.REASON, name)


def _told_from(text: str, at: int) -> int:
    """Give where the sentence begins that tells of a deduction: the one before, where it stands alone."""
    start = _start(text, at, _SENTENCE_ENDS)
    return start if start < at or not start else _start(text, start - 1, _SENTENCE_ENDS)


def _name_in(text: str, start: int, at: int) -> str | None:
    """Give the name that a sentence begins with: 预算控制率5分, …; the head of a paragraph is one."""
    head = _HEAD.match(text, start)
    if head is not None:
        return head["name"]
    found = re.compile(
        r"(?P<name>[\u4e00-\u9fff()]{3,20}?(?:率|性|度|效能|管理|效益))(?:指标)?(?:[,:(]|\d|=|分值|满分|本项|该项)"
    ).match(text, start, at)
    return None if found is None else found["name"]


def _own_head(text: str, start: int) -> str | None:
    """Give the head of the paragraph, where the sentence is not its first one."""
    head = _HEAD.match(text) if start else None
    return None if head is None else head["name"]


def _reason(text: str, start: int, at: int) -> tuple[int, int] | None:
    """Give the words before a deduction that tell why; None where only a working stands there."""
    end = at
    while end > start and text[end - 1] in _CLAUSE_ENDS:
        end -= 1
    head = _HEAD.match(text, start)
    if head is not None:
        start = min(head.end(), end)
    last = _start(text, end - 1, _CLAUSE_ENDS) if end > start else start
    first = max(start, last)
    if "=" in text[first:end]:
        return None
    while first > start:
        before = max(start, _start(text, first - 1, _CLAUSE_ENDS))
        if end - before > MAX_REASON or "=" in text[before:first]:
            break
        first = before
    return (first, end) if _HAS_WORDS.search(text, first, end) else None


def _start(text: str, place: int, ends: str) -> int:
    """Give where the clause, or the sentence, begins in which a place stands; no clause ends within 1,443."""
    while True:
        found = max(text.rfind(sign, 0, max(0, place)) for sign in ends)
        if not (0 < found < len(text) - 1 and text[found] == ",") or not (
            text[found - 1].isdigit() and text[found + 1].isdigit()
        ):
            return found + 1
        place = found


def _is_standard(text: str, place: int) -> bool:
    """Whether the words around a place are those of a standard of scoring, which claims nothing."""
    start = _start(text, _start(text, place, _CLAUSE_ENDS) - 1, _CLAUSE_ENDS)
    return _STANDARD.search(text[start:place] + _until(text, place)) is not None


def _until(text: str, place: int) -> str:
    """Give the rest of a clause and the one behind it."""
    return ",".join(re.split("[。;\n]", text[place : place + 60])[0].split(",")[:2])


def _name_before(text: str, place: int) -> str | None:
    """Give the indicator that the words before a score name last."""
    found = [match["name"] for match in _NAME.finditer(text, max(0, place - 160), place)]
    return found[-1] if found else None
