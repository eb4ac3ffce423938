"""Every word of a sentence accounted for: part of what it means, the value's name, or a remark that changes no score.

What may change a score (`words/telling.py`) is either held by the form, or kept beside it in `Standard.words`, so that a
sentence that says otherwise means otherwise; where it can be neither, the sentence is refused at that word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from jixiao.dataclass import fields, replace
from jixiao.language.error import LanguageError
from jixiao.language.formula import Expression, plain_name, write_formula
from jixiao.language.span import Cited, Span
from jixiao.language.standard import (
    AtDiscretion,
    ByFormula,
    Clause,
    Definition,
    Each,
    End,
    InProportion,
    Interval,
    LeftOut,
    Phrase,
    Remark,
    Restated,
    Sentence,
    Step,
    Words,
)
from jixiao.language.standard.build.subject import JOINING, bare_name
from jixiao.language.standard.tokens.asides import is_quotient
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.words.altering import altering_word
from jixiao.scoring.words.at_most import most_counted
from jixiao.scoring.words.called import called_of
from jixiao.scoring.words.context import TIERS, Context
from jixiao.scoring.words.line import VALUE
from jixiao.scoring.words.ranks import IN_ORDER
from jixiao.scoring.words.signs import CAUSED, declines
from jixiao.scoring.words.telling import (
    EXCEPTED,
    EXCEPTS,
    joined_in,
    negation_in,
    rule_in_remark,
    rule_word,
    telling_word,
)
from jixiao.scoring.words.valued import value_of
from jixiao.scoring.words.wording import disguise_in, hidden_rule, hides_rule, without_marks

_BY_RATE = re.compile(
    "(?:则)?(?:得分)?[以按]照?(?:实际)?(.{2,}?率)(?:计算|折算|确定)?(?:得分|计分|给分|赋分|记分)$"
)
"""按完成率计分, which names the rate."""
_UNASKED = "这里只问指标的值，看不出这个条件是否满足。请把两个条件分成两条各写分数，或去掉一个"
_ALSO = re.compile("^(?:具有|经|并|且|同时|有)+(?!提供|附)")
"""How words behind a number begin that ask for more than evidence of it."""
_HALVED = re.compile("减半|折半|一半|半数|[一二三四五六七八九]成|[一二三四五六七八九]折|加倍|翻倍|双倍")
_LETTER_IS = re.compile("(?:其中)?[A-Za-z](?:为|是|指|表示|代表)(.+)")
"""What a letter of a formula stands for: X为超支率."""
_ANY_CASE = frozenset(("发现", "出现", "发生", "查出", "有", "存在", "完成", "获得", "取得"))
"""What is said of any case that is counted, so that it tells nothing."""


def accounted(entries: Sentence, standard: Standard, context: Context) -> Standard:
    """Give the standard with its words, definitions and remarks.

    Raises LanguageError at the first word that nothing takes.
    """
    counting = any(isinstance(entry, Clause) and _counts(entry) for entry in entries)
    account = _Account(standard, context, counting=counting)
    account.of_number([entry for entry in entries if isinstance(entry, Clause)])
    tails = _tails(entries, context)
    for entry in entries:
        match entry:
            case Clause():
                account.of_clause(entry, tail=entry.span in tails)
            case Definition():
                account.definitions[entry.text] = None
            case Restated() if standard.form.takes not in (Takes.MET, Takes.SEVERAL):
                account.refuse(entry.span, "这里只有清单才能这样写")
            case _:
                pass
    if context.quotient is not None:
        account.computed(context.quotient)
    return replace(
        standard,
        words=tuple(account.words),
        definitions=tuple(account.definitions),
        remarks=tuple(account.remarks),
        called=called_of(entries, context) if standard.form.takes == Takes.VALUE else "",
    )


class _Account:
    """What was found of a sentence so far."""

    def __init__(self, standard: Standard, context: Context, *, counting: bool) -> None:
        self.words = [] if context.quotient is None else [write_formula(context.quotient)]
        self.definitions: dict[str, None] = {}
        self.remarks: dict[Cited, None] = {}
        self._takes = standard.form.takes
        self._held = tuple(_strings(standard))
        compared = (*standard.amounts(), *standard.form.compared())
        self._compared = {abs(amount.base) for amount in compared}
        self._counting = counting
        self._context = context
        self._seen: set[Span] = set()

    def of_number(self, clauses: Sequence[Clause]) -> None:
        """Refuse 四项全部符合 beside a list of three."""
        listed = sum(clause.mark and clause.award is None for clause in clauses)
        for clause in clauses:
            match clause.said:
                case (Interval(bare=True, low=End(amount=amount)) as number, Words(text=text), *_) if (
                    listed and text.startswith(("全部", "均", "都")) and amount.value != listed
                ):
                    self.refuse(number.span, f"列出的是{listed}项")
                case _:
                    pass

    def computed(self, quotient: Expression) -> None:
        """Note the quotient that a formula for the score works on: it says what the value is."""
        text = f"{VALUE}={write_formula(quotient).replace(' ', '')}"
        if is_quotient(text.partition("=")[2]):
            self.definitions[text] = None
        else:
            self.words.append(text)

    def of_clause(self, clause: Clause, *, tail: bool) -> None:
        """Account for the words of one clause, once where it was written for several.

        A `tail` stands behind a rule and before none, so that what it says can only be of that rule.
        """
        if clause.span in self._seen:
            return
        self._seen.add(clause.span)
        text = self._context.folded(clause.span)
        if self._takes == Takes.SEVERAL and clause.award is None and most_counted(text) is not None:
            return
        if (
            tail
            and self._takes != Takes.GIVEN
            and not self._is_held(text)
            and (fault := rule_in_remark(text))
        ):
            self._refuse_remark(clause.span, fault)
        if clause.award is not None or not self._is_held(self._context.folded(clause.span)):
            self._unheld(clause)

    def _unheld(self, clause: Clause) -> None:
        """Account for the words of a clause that is not a note held as it stands."""
        self._before_award(clause)
        if isinstance(clause.award, InProportion):
            said = clause.award.words.replace(plain_name(self._context.name), "")
            if halved := _HALVED.search(said):
                self.refuse(clause.award.span, "看不出按什么比例计算", halved[0])
            if negated := negation_in(said):
                self.refuse(clause.award.span, "看不出按什么比例计算", negated)
            named = _BY_RATE.match(clause.award.words)
            if named and not self._context.means_value(named[1]):
                self.refuse(clause.award.span, f"不是本指标“{self._context.name}”的值", named[1])
        if isinstance(clause.award, AtDiscretion):
            bounds = re.sub(
                r"[^\d.一二两三四五六七八九十零点-]+", "", self._context.folded(clause.award.span)
            )
            self.words += [f"扣{bounds}分"] if bounds else []  # 每处扣0.5-2分, of which nobody knows how many
        self.words += [text for text in clause.read if any(sign.isdigit() for sign in text)]
        if clause.award is None and all(isinstance(one, Words | Remark) for one in clause.said):
            self._bare(clause)
            return
        if clause.award is None and (rule := rule_word(self._context.folded(clause.span))):
            self._refuse_remark(clause.span, rule)
        for phrase in clause.said:
            if isinstance(phrase, Words | Remark) and (rule := disguise_in(phrase.text)):
                self._refuse_remark(phrase.span, rule)
            self._phrase(phrase, clause)

    def _before_award(self, clause: Clause) -> None:
        """Refuse words right before an award that change it: 可不扣, 少扣."""
        if clause.award is None or clause.award.span.start <= clause.span.start:
            return
        span = Span(clause.span.start, clause.award.span.start)
        if word := altering_word(self._context.folded(span), clause.award):
            self.refuse(span, "会改变得分，这里没有规则用到它", word)

    def _bare(self, clause: Clause) -> None:
        """Account for words alone: a requirement that a count refers to, else a remark."""
        if self._takes == Takes.GIVEN:
            return  # the words are the rule
        text = self._context.folded(clause.span)
        if self._context.of_order and IN_ORDER.fullmatch(text):
            self.words.append(text)  # of what the places are
            return
        letter = _LETTER_IS.fullmatch(text)
        if letter and self._takes == Takes.VALUE and not self._context.means_value(letter[1]):
            self.refuse(clause.span, f"不是本指标“{self._context.name}”的值", letter[1])
        fault = rule_in_remark(text)
        if not fault:
            if not clause.mark:
                self.remarks[self._context.cite(clause.span)] = None
            elif self._takes == Takes.COUNT:
                self.words.append(text)  # one of the things that a count is of
        elif self._is_held(text):
            pass
        elif self._takes == Takes.VALUE:
            self._refuse_remark(clause.span, fault)
        elif rule := rule_word(text):
            self._refuse_remark(clause.span, rule)
        else:
            self.words.append(text)

    def _phrase(self, phrase: Phrase, clause: Clause) -> None:
        match phrase:
            case Words():
                self._written(phrase, clause)
            case Remark():
                self._bracket(phrase, clause)
            case Each():
                what = "" if phrase.what in _ANY_CASE else phrase.what
                self.words.append(f"每{what}一{phrase.unit.name}")
            case Step(amount=amount) if amount.base not in self._compared:
                self._keep(phrase.span)
            case Interval() if any(abs(end.amount.base) not in self._compared for end in phrase.ends):
                self._keep(phrase.span)
            case _:
                pass

    def _written(self, words: Words, clause: Clause) -> None:
        """Account for words: the value's name, what the form holds, or what is kept beside it."""
        text = _without_particles(words.text)
        bare = bare_name(text)
        names_value = any(map(self._context.means_value, (text, bare))) or self._context.is_any_value(bare)
        telling = telling_word(
            plain_name(text).replace(plain_name(self._context.name), "") if names_value else text
        )
        if text in self._held:
            return
        if CAUSED.fullmatch(text) and any(isinstance(one, Step) for one in clause.said):
            self.words.append(text)
            return
        self._condition(words, clause)
        if not telling:
            if self._takes == Takes.COUNT and any(isinstance(one, Each) for one in clause.said) and bare:
                self.words.append(text)
            return
        if (hidden := hidden_rule(without_marks(text))) and not names_value and not self._is_held(text):
            self.refuse(words.span, "这里像是评分的规则，但写法不认识", hidden)
        if not names_value and self._takes == Takes.VALUE and not self._is_held(text):
            beside = [one for one in clause.said if isinstance(one, Interval | Step)]
            known = text in TIERS or declines(text)
            if beside and not known and not _counts(clause):
                self.refuse(words.span, "会改变得分，这里没有规则用到它", telling)
            if isinstance(clause.award, ByFormula):
                self.refuse(words.span, "会改变得分，这里没有规则用到它", telling)
            if not beside and not self._counting and not _labels(clause):
                return  # 未达到的, 其他的: the form reads such words, or does not claim the clause
        self.words.append(text)

    def _condition(self, words: Words, clause: Clause) -> None:
        """Refuse a condition joined to a value, which nothing asks for: 执行率≥90%且资料齐全."""
        if self._takes != Takes.VALUE or words.text in JOINING or isinstance(clause.award, LeftOut):
            return
        said = plain_name(words.text).replace(plain_name(self._context.name), "")
        word = joined_in(said) or (words.text if self._follows_share(words, clause) else "")
        if word and not self._is_held(words.text):
            self.refuse(words.span, _UNASKED, word)

    def _follows_share(self, words: Words, clause: Clause) -> bool:
        """Whether words stand between a share of the value and its points, and so ask for something else."""
        place = clause.said.index(words)
        before = clause.said[place - 1] if place and clause.award is not None else None
        if not isinstance(before, Interval) or not all(
            end.amount.unit.dimension.is_ratio for end in before.ends
        ):
            return False
        text = bare_name(_without_particles(words.text)).strip("，,")
        known = self._context.means_value(text) or self._context.is_any_value(text)
        return not known and text not in ("", "或", "或者", "部分")

    def _bracket(self, remark: Remark, clause: Clause) -> None:
        if remark.defines:
            named = remark.text if "=" in remark.text else f"{plain_name(self._context.name)}={remark.text}"
            self.definitions[named] = None
        elif self._takes == Takes.VALUE and value_of(clause) is not None:
            pass
        elif self._asks_more(remark, clause):
            self.refuse(remark.span, _UNASKED)
        elif not (fault := rule_in_remark(_beside_goal(remark, clause))):
            self.remarks[self._context.cite(remark.span)] = None
        elif self._is_held(remark.text):
            pass
        elif self._takes != Takes.VALUE and not hides_rule(remark.text):
            self.words.append(remark.text)
        else:
            self._refuse_remark(remark.span, fault)

    def _asks_more(self, remark: Remark, clause: Clause) -> bool:
        """Whether a remark without brackets asks for something else beside the value: 执行率≥90%有说明的."""
        written = self._context.sentence[remark.span.start]
        goal = any(isinstance(one, Interval) and one.words for one in clause.subject)
        return (
            self._takes == Takes.VALUE
            and written not in "(（"
            and not goal
            and _ALSO.match(remark.text) is not None
        )

    def _keep(self, span: Span) -> None:
        """Keep a number that the scale does not compare with: 抽查8份, 3月底前下达40%."""
        text = self._context.folded(span)
        if self._is_held(text) or self._takes != Takes.VALUE:
            self.words.append(text)
        else:
            self.refuse(span, "这个数没有规则用到")

    def _is_held(self, text: str) -> bool:
        return any(text in one for one in self._held)

    def _refuse_remark(self, span: Span, fault: str) -> NoReturn:
        excepts = EXCEPTS.search(self._context.folded(span))
        if excepts is not None:
            self.refuse(span, EXCEPTED, excepts[0])
        self.refuse(span, "会改变得分，这里没有规则用到它", fault)

    def refuse(self, span: Span, why: str, word: str = "") -> NoReturn:
        """Raise LanguageError at a word of a span, or at all of it."""
        cited = self._context.cite(span)
        place = cited.find(word) if word else -1
        start, length = (span.start, span.end - span.start) if place < 0 else (span.start + place, len(word))
        raise LanguageError(f"无法理解“{word or cited}”：{why}", start, length)


def _tails(entries: Sentence, context: Context) -> frozenset[Span]:
    """Give the clauses without points that stand behind a rule, and before none that a comma joins them to."""
    found: list[Span] = []
    clauses = [entry for entry in entries if isinstance(entry, Clause)]
    scored = False
    for clause, after in zip(clauses, (*clauses[1:], None), strict=False):
        if clause.award is not None:
            scored = True
        elif scored and not clause.mark:
            between = "" if after is None else context.sentence[clause.span.end : after.span.start]
            if after is None or any(sign in between for sign in "。；;\n"):
                found.append(clause.span)
    return frozenset(found)


def _without_particles(text: str) -> str:
    return re.sub("(?:的|时|者)+$", "", text)


def _beside_goal(remark: Remark, clause: Clause) -> str:
    """Give a remark's text, without 并 where it is part of a goal in words: 完成年度创建任务，并通过复核."""
    goal = any(isinstance(one, Interval) and one.words for one in clause.subject)
    return re.sub("^(?:并|且|同时)+", "", remark.text) if goal else remark.text


def _counts(clause: Clause) -> bool:
    ends = [end for one in clause.said if isinstance(one, Interval) for end in one.ends]
    return bool(ends) and all(not end.amount.unit.dimension.is_ratio for end in ends)


def _labels(clause: Clause) -> bool:
    """Whether a clause is a level's name with its values in brackets."""
    return value_of(clause) is not None


def _strings(made: Any) -> Iterator[str]:
    """Give every text that a standard holds as part of what it means."""
    if isinstance(made, str):
        yield made
    elif isinstance(made, tuple):
        for one in made:
            yield from _strings(one)
    elif hasattr(made, "__match_args__"):
        for one in fields(made):
            if one.compare:
                yield from _strings(getattr(made, one.name))
