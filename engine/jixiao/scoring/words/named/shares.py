"""Shares of a named amount, which are what a rate is: 养护面积不足应养面积的80%, 补贴资金占总投入的比重在30%以上."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.language.standard import Clause, Interval, Phrase, Sentence, Step, Words
from jixiao.language.standard.build.amount import ends_of
from jixiao.language.standard.tokens.vocabulary import OPERATORS
from jixiao.quantity import PLAIN

_COMPARED = "|".join(sorted(map(re.escape, OPERATORS.keys() - {"完成"}), key=len, reverse=True))
_PART = "(?P<part>[^，,、;。不未没无非]*?)"
_ALL = "(?P<of>[^，,、;。不未没无非与和比较占]{2,14}?)"
_SHARE = re.compile(f"{_PART}(?:(?P<operator>{_COMPARED})|占){_ALL}的?")
"""养护面积达到应养面积的 before 80%."""
_QUOTIENT = re.compile(
    f"{_PART}占{_ALL}的?(?:比重|比例|比率|百分比|份额)(?P<operator>{_COMPARED}|)(?:应|应当|须|为|在|控制在|要)*"
)
"""补贴资金占总投入的比重 before 30%以上."""
_OTHER = re.compile(
    "上一?年|去年|往年|同期|历年|平均|全[省市县区国]|上级|排[名位]|中央|地方|目标|计划|任务|控制|预算[数额]?$"
)
"""What makes a share one of something else than of what a rate divides by."""
_RATES = ("率", "占比", "比例", "比重", "度", "强度")
_OWED = ("应", "总", "全部", "规定", "核定", "既定")


@dataclass(frozen=True, slots=True)
class _Found:
    part: str
    of: str
    subject: tuple[Phrase, ...]


def with_shares(entries: Sentence, name: str) -> Sentence:
    """Give the entries without the words that say of what their numbers are shares; the same ones where none does.

    All shares of a sentence must be of one amount.
    """
    found = [_found(one.subject, name) if isinstance(one, Clause) else None for one in entries]
    said = [one for one in found if one is not None]
    if not said or not _akin("".join(one.part + one.of for one in said), name):
        return entries
    if not _alike([one.of for one in said]) or not _alike([one.part for one in said if one.part]):
        return entries
    return tuple(
        entry.read_as(one.subject) if isinstance(entry, Clause) and one is not None else entry
        for entry, one in zip(entries, found, strict=True)
    )


def is_other_share(words: str, name: str) -> bool:
    """Whether words speak of a share of something that the indicator is not of: 支出数占收入数 for a 预算执行率."""
    return "占" in words and not _akin(words, name)


def _akin(words: str, name: str) -> bool:
    """Whether words speak of what the indicator is of: 成活株数 of 苗木成活率."""
    core = re.sub("(?:综合)?(?:率|占比|比例|比重|强度|度)$", "", name)
    return any(core[place : place + 2] in words for place in range(max(len(core) - 1, 1)))


def _alike(names: Sequence[str]) -> bool:
    """Whether all names are of one thing, some of them shortened."""
    longest = max(names, key=len, default="")
    return all(name in longest or longest.endswith(name[-2:]) for name in names)


def _found(subject: tuple[Phrase, ...], name: str) -> _Found | None:
    match subject:
        case (Words() as words, Interval() as number, *rest) if _is_ratio(number):
            quotient = _QUOTIENT.fullmatch(words.text)
            share = quotient or _SHARE.fullmatch(words.text)
            if share is None or not _fits(share, name):
                return None
            compared = _compared(number, share["operator"] or "")
            if compared is None or (number.bare and compared.bare and not quotient):
                return None
            part, whole = share["part"], bool(quotient) or name.rstrip("”）)").endswith(_RATES)
            named = () if whole or not part else (Words(part, words.span),)
            return _Found(part, share["of"], (*named, replace(compared, of=share["of"]), *rest))
        case (Words() as words, Step() as step) if (found := _QUOTIENT.fullmatch(words.text)) and _fits(
            found, name
        ):
            return _Found(found["part"], found["of"], (step,))
        case _:
            return None


def _fits(found: re.Match[str], name: str) -> bool:
    """Whether a share of the amount can be the value: of a rate what it divides by, of an amount what there should be."""
    part, of = found["part"], found["of"]
    if _OTHER.search(of) or _OTHER.search(part):
        return False
    if name.rstrip("”）)").endswith(_RATES):
        return True
    return of.startswith(_OWED) and (not part or part in name or name in part or part[-2:] in name)


def _is_ratio(number: Interval) -> bool:
    return all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in number.ends)


def _compared(number: Interval, word: str) -> Interval | None:
    """Give the number compared as the word before its amount says; None where both say something else."""
    operator = OPERATORS.get(word, "")
    if not number.bare:
        fits = not operator or (operator in ("≥", "=") and number.low is not None)
        return number if fits else None
    if not operator or number.low is None:
        return number
    low, high = ends_of(operator, number.low.amount)
    return replace(number, low=low, high=high, bare=operator == "=")
