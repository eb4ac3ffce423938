"""Whose number it is: the item, or the thing no item knows, that the words before a number name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.figures.lexicon import BUDGET, MONEY, OUTCOME, Entry, Found, Lexicon, fits
from jixiao.documents.figures.words import ALONGSIDE, BUDGET_WORDS, COMPARED, EMPTY, FILLERS, WHOSE, cleaned
from jixiao.model.ruleset import Item

MAX_NOUN = 24
"""Longest thing named that no item knows."""
SHORT = 4
"""A name shorter than this is taken only where nothing else is joined to it."""
_SOFT = re.compile(r"[,:;()\[\]、=/×+|]")
_IN_NAME = re.compile(
    r"(?<=[\u4e00-\u9fff])\((?![一二三四五六七八九十]+\))([\u4e00-\u9fff]{1,6})\)(?=[\u4e00-\u9fff])"
)
"""A bracket with words of one name on either side: 专项业务(工作)经费."""
_KEPT, _GIVEN = (str.maketrans(*pair) for pair in (("()", "\x01\x02"), ("\x01\x02", "()")))
_REMARK = re.compile(r"(?<=[\u4e00-\u9fff])\([^()\d]*\)$")
"""What is put in brackets between a name and its number."""
MAX_OPEN = 12
"""Most words between a name and its number where the name allows any."""
_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z]")
_CARRIES = re.compile(",[^,:(]*$")
"""Words behind a comma that name nothing go on with what was spoken of before."""
_COPULAS = ("为", "是", "达到", "达", "有", "共")
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number is of: a known item, or a name; `both` where income and spending are told in one."""

    name: str
    item: Item | None = None
    both: tuple[Item, ...] = ()
    far: bool = False
    """Whether other words stand between the name and the number."""
    surface: str = ""
    """How the text calls it."""
    outcome: Item | None = None
    """What was spent of it, where it is a budget of which its name does not say so."""
    unit: str = ""
    """The unit that a thing which no item knows was told in."""


def _segments(words: str) -> list[str]:
    """Give the stretches that may each be a name; a bracket within a name stays in it."""
    kept = _IN_NAME.sub(lambda one: one[0].translate(_KEPT), words)
    return [one.translate(_GIVEN) for one in _SOFT.split(kept)]


def side_of(words: str) -> str:
    """Tell which side words are of: budget or outcome; empty where they do not say."""
    budget = [one.end() for one in BUDGET_WORDS.finditer(words)]
    outcome = [
        one.end()
        for one in re.finditer("决算|支出|实际|支付|发生|开支|列支|花费|执行|实支|实付|用去|使用", words)
    ]
    if budget and (not outcome or budget[-1] > outcome[-1]):
        return BUDGET
    return OUTCOME if outcome else ""


def find_subject(
    region: str, unit: str, lexicon: Lexicon, around: Collection[str] = _NOBODY, side: str = OUTCOME
) -> Subject | None:
    """Give what the words before a number name; None where they name nothing.

    `region` is the folded text from the last number, or from the beginning of the sentence, to this one;
    `around` are the things that are spoken of, under which short names are understood; `side` is what a name
    means of which no word says whether its budget or its outcome is meant.
    """
    words = ALONGSIDE.sub("", COMPARED.sub("", region))
    found = list(lexicon.names_in(words))
    remark = _REMARK.search(words)
    if remark is not None and not any(one.start < remark.start() < one.end - 1 for one in found):
        words = words[: remark.start()]
        found = [one for one in found if one.end <= len(words)]
    for one in reversed(found):
        tail = words[one.end :]
        entries = _meant(one, unit, around)
        if FILLERS.fullmatch(tail) is None:
            bare = cleaned(tail)
            entries = [
                each
                for each in one.entries
                if each.open
                and fits(each.item, unit)
                and len(tail) <= MAX_OPEN
                and _SOFT.search(tail) is None
                and bare.endswith(each.closing)
            ]
            entries.sort(key=lambda each: -len(each.closing))
            if not entries:
                break
        if not entries:
            continue
        if _joined(words[: one.start], one, entries):
            continue  # one before it may allow words behind it: 更新执法执勤车辆
        entry = _on_side(entries, words[: one.start], tail, lexicon, side)
        if (
            entry.item.name in GENERIC
            and (own := _own_side(words, one, entry.item, found, lexicon)) is not None
        ):
            return own
        if _is_planned(words[: one.start], entry.item, lexicon):
            return Subject(f"{entry.item.name.removesuffix('决算')}预算")
        return Subject(entry.item.name, entry.item, surface=one.entries[0].surface)
    return _unknown(words, unit, found, lexicon, around)


def _is_planned(head: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether 预算 right before a name makes it a budget that no item tells: 预算总收入."""
    if not head.endswith(BUDGET) or BUDGET in item.name or item.unit.dimension != MONEY:
        return False
    return lexicon.twin(item, BUDGET) is None


GENERIC = {"年初预算": BUDGET, "全年预算数": BUDGET, "支出预算数": BUDGET, "支出决算": OUTCOME}
"""Items of the whole unit whose names only say the side of what is named right before them."""
WHOLES = frozenset(
    "一般公共预算财政拨款支出 一般公共预算财政拨款收入 财政拨款支出 支出决算 收入决算 财政拨款收入 基本支出决算".split()
)
"""Items whose budget at the year's beginning is that of the whole unit."""
_CLASS = re.compile("[\u4e00-\u9fff]{2,18}(?:支出|费|经费)$")


def _own_side(
    words: str, generic: Found, item: Item, found: Sequence[Found], lexicon: Lexicon
) -> Subject | None:
    """Give the budget, or the outcome, of what is named right before a word for it: 农林水支出年初预算数, 三公经费:年初预算."""
    side = GENERIC[item.name]
    named = generic.start - (words[generic.start - 1 : generic.start] == ":")
    before = next((one for one in found if one.end == named), None)
    known = (
        None
        if before is None
        else next((e for e in before.entries if not e.short and fits(e.item, "万元")), None)
    )
    if known is None or known.item.name in GENERIC:
        noun = cleaned(_segments(words[: generic.start])[-1])
        if (
            before is not None
            or _CLASS.fullmatch(noun) is None
            or EMPTY.fullmatch(noun)
            or FILLERS.fullmatch(noun)
        ):
            return None
        return Subject(f"{noun}{'年初预算' if side == BUDGET else ''}")
    twin = lexicon.twin(known.item, side)
    if twin is not None:
        return Subject(twin.name, twin)
    if side == OUTCOME:
        return Subject(known.item.name, known.item)
    if known.item.name in WHOLES:
        return Subject(item.name, item, outcome=known.item)
    return Subject(f"{known.item.name}年初预算")


def _meant(found: Found, unit: str, around: Collection[str]) -> list[Entry]:
    """Give what a name may mean beside this unit, where these things are spoken of."""
    entries = [one for one in found.entries if fits(one.item, unit)]
    short = [one for one in entries if one.short and not set(one.item.within).isdisjoint(around)]
    return short or [one for one in entries if not one.short]


def _joined(head: str, found: Found, entries: Sequence[Entry]) -> bool:
    """Whether a short name is only the end of a longer one that nobody knows."""
    if _BEGINS.search(_SOFT.split(head)[-1]) and all(one.item.name.startswith("年末") for one in entries):
        return True
    if _NARROWED.search(head) and not any(one.loose for one in entries):
        return True
    if found.end - found.start >= SHORT or any(one.loose or one.closing for one in entries):
        return False
    if _COUNTS.search(head):
        return False
    rest = cleaned(_segments(f"{head}名")[-1].removesuffix("名"))  # 社区(村)会议费
    if WHOSE.fullmatch(rest):
        return False
    return bool(_HAN.search(rest)) and FILLERS.fullmatch(rest) is None and EMPTY.fullmatch(rest) is None


_NARROWED = re.compile(
    "(?:其他|其它|集中|分散|[车人户批次辆生]均|平均|单车|每[辆车人次批户]|[\u4e00-\u9fff]类)$"
)
"""What stands before a name that makes it a narrower thing: 其他一般公共服务支出, 运转类项目经费, 集中采购预算, 车均运行维护费."""
_BEGINS = re.compile("年初|上年|去年")
"""What stands before a name for what was left at the year's end where another year's end is meant: 年初财政拨款结转和结余."""
_COUNTS = re.compile("(?:共有|现有|实有|设有|拥有|有|核定|下达|批准|为|是)$")
"""What stands before a name that is told for itself: 中心共有编制96个."""


def _on_side(entries: Sequence[Entry], head: str, tail: str, lexicon: Lexicon, default: str) -> Entry:
    """Give the entry on the side that the words around a name say."""
    side = side_of(tail) or side_of(_SOFT.split(head)[-1]) or default
    for entry in entries:
        if entry.explicit and side != BUDGET:
            return entry
        if entry.explicit and entry.side == BUDGET:
            return entry
        if not entry.side and side != BUDGET:
            return entry
    first = entries[0]
    twin = lexicon.twin(first.item, side)
    return first if twin is None else Entry(first.surface, twin, side)


def _unknown(
    words: str, unit: str, found: Sequence[Found], lexicon: Lexicon, around: Collection[str]
) -> Subject | None:
    """Give the thing named right before the number; or, where other words come between, a known one further off."""
    segments = [one for one in _segments(words) if one]
    for place, segment in enumerate(reversed(segments)):
        noun = cleaned(segment)
        if _is_no_name(segment, noun):
            if place == 0 and _CARRIES.search(words) and _HAN.search(segment) and segment not in _COPULAS:
                break
            continue
        if len(noun) <= MAX_NOUN:
            return Subject(noun)
        if place == 0:
            break
    for one in reversed(found):
        entries = _meant(one, unit, around)
        if entries:
            entry = _on_side(entries, words[: one.start], words[one.end :], lexicon, OUTCOME)
            return Subject(entry.item.name, entry.item, far=True)
        if (kin := _kin(one, words[one.end :], unit, lexicon)) is not None:
            return kin
    last = cleaned(segments[-1]) if segments else ""
    if not _HAN.search(last) or FILLERS.fullmatch(last) is not None or EMPTY.fullmatch(last) is not None:
        return None
    return Subject(last[-MAX_NOUN:], far=True)


def _is_no_name(segment: str, noun: str) -> bool:
    """Whether words, and what is left of them without small ones, are no name of anything: 使用情况."""
    empty = any(one.fullmatch(noun) for one in (FILLERS, EMPTY)) or FILLERS.fullmatch(segment)
    return not _HAN.search(noun) or bool(empty) or noun.endswith("情况")


def _kin(found: Found, tail: str, unit: str, lexicon: Lexicon) -> Subject | None:
    """Give what counts a thing named right before a number in another unit: 开展人员培训，人数20人."""
    if FILLERS.fullmatch(tail) is None:
        return None
    kin = next((lexicon.kin(one.item, unit) for one in found.entries if not one.short), None)
    return None if kin is None else Subject(kin.name, kin)
