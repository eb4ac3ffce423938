"""One indicator before and after: where its points differ, and what else changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.analysis.differences.cycles import told_once
from jixiao.analysis.differences.formulas import formula_note
from jixiao.analysis.differences.regions import regions, score_text
from jixiao.analysis.differences.terms import compare_terms
from jixiao.analysis.lint.counted import is_counted
from jixiao.analysis.portraits.choices import choices_of
from jixiao.language.formula import Expression, write_formula
from jixiao.language.formula.agree import agree
from jixiao.model.difference import IndicatorDifference, Region, Score, TermDifference
from jixiao.model.term import Choice
from jixiao.quantity import points_text
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.readings import DEFAULTS, SCORE_READINGS
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import shown_unit
from jixiao.scoring.sentence.standard import Standard

UNPROVEN = "得分不是数值的一段段直线，不能逐段比较，只比较了机器理解的写法"


def compare_rules(old: Rule, new: Rule) -> IndicatorDifference:
    """Compare an indicator before and after."""
    terms, found, proven = _points(old, new)
    notes = [*_names(old, new), *_formulas(old, new), *_around(old, new), *_readings(old, new)]
    if not terms:  # the words of a rule that changed are told with it
        notes += _words(old, new)
    notable = any(note for note in notes if note not in _harmless(old, new))
    changed = bool(found or terms) or not proven or notable
    reworded = _written(old) != _written(new)
    if not proven:
        notes += [*_readings_asked(old, new), UNPROVEN]
    return IndicatorDifference(
        new.indicator.id,
        new.indicator.name,
        "changed" if changed else "reworded" if reworded or notes else "same",
        found,
        tuple(notes),
        old.indicator.name,
        proven,
        old.indicator.standard.text,
        new.indicator.standard.text,
        terms,
        told_once(found),
    )


def _harmless(old: Rule, new: Rule) -> tuple[str, ...]:
    """Give the notes that change no score."""
    if old.indicator.extra != new.indicator.extra:
        return ()
    if old.formula is None or new.formula is None or not agree(old.formula, new.formula):
        return tuple(_names(old, new))
    return (*_names(old, new), *_formulas(old, new))


def _written(rule: Rule) -> tuple[str, str]:
    formula = rule.indicator.formula
    return rule.indicator.standard.text, "" if formula is None else formula.text


def _names(old: Rule, new: Rule) -> Iterator[str]:
    one, other = old.indicator, new.indicator
    if one.name != other.name:
        yield f"名称由“{one.name}”改为“{other.name}”"
    if one.category != other.category:
        yield f"归类由“{'、'.join(one.category)}”改为“{'、'.join(other.category)}”"
    if one.extra != other.extra:
        yield f"附加由“{_EXTRA[one.extra]}”改为“{_EXTRA[other.extra]}”"
    if one.provenance != other.provenance:
        yield f"出处由“{one.provenance}”改为“{other.provenance}”"


_EXTRA = {"": "不是附加", "bonus": "加分", "penalty": "减分"}


def _formulas(old: Rule, new: Rule) -> Iterator[str]:
    one, other = old.formula, new.formula
    if one is not None and other is not None:
        if one != other:
            yield formula_note(one, other, {}, new.dimension)
    elif one is not None or other is not None:
        yield f"公式由“{_formula(one)}”改为“{_formula(other)}”"


def _formula(tree: Expression | None) -> str:
    return "（没有公式）" if tree is None else write_formula(tree)


def _around(old: Rule, new: Rule) -> Iterator[str]:
    """Facts that exempt or veto, the conditions that decide them, and how low the score can go."""
    several = Takes.SEVERAL in (old.meaning.takes, new.meaning.takes)
    if several and old.standard.floor != new.standard.floor:
        yield f"扣分的限度由{_floor(old.standard)}改为{_floor(new.standard)}"
    if old.standard.bounds.spills != new.standard.bounds.spills:
        yield "扣完以后由“{}”改为“{}”".format(*(_SPILLS[one.standard.bounds.spills] for one in (old, new)))
    for label, before, after in (
        ("免评", _exemptions(old), _exemptions(new)),
        ("否决", _vetoes(old.standard), _vetoes(new.standard)),
    ):
        yield from (
            f"新增{label}：{fact}（{effect}）" for fact, effect in after.items() if fact not in before
        )
        yield from (
            f"删去{label}：{fact}（{effect}）" for fact, effect in before.items() if fact not in after
        )
        yield from (
            f"{label}“{fact}”由{before[fact]}改为{effect}"
            for fact, effect in after.items()
            if fact in before and before[fact] != effect
        )


_SPILLS = {True: "从总分里扣", False: "不再扣"}


def _floor(standard: Standard) -> str:
    return "没有限度" if standard.floor is None else f"最低 {points_text(standard.floor)} 分"


def _exemptions(rule: Rule) -> dict[str, str]:
    conditions = {fact: write_formula(tree) for fact, tree in rule.conditions}
    return {
        one.fact: ("剔除后折算" if one.leaves_out else "得满分")
        + (f"，条件 {conditions[one.fact]}" if one.fact in conditions else "")
        for one in rule.standard.exemptions
    }


def _vetoes(standard: Standard) -> dict[str, str]:
    return {one.fact: one.effect_text for one in standard.vetoes}


def _readings(old: Rule, new: Rule) -> Iterator[str]:
    """口径 of the score itself; those of the sentence show in the regions."""
    for name in SCORE_READINGS:
        one, other = old.readings.get(name), new.readings.get(name)
        if one != other:
            yield f"口径“{name}”由{one or '没有写'}改为{other or '没有写'}"


def _words(old: Rule, new: Rule) -> Iterator[str]:
    """What the rules say besides that may change a score, and how the value is worked out."""
    for label, before, after in (
        ("条件", old.standard.words, new.standard.words),
        ("数值的算法", old.standard.definitions, new.standard.definitions),
    ):
        if sorted(before) != sorted(after):
            yield f"{label}由{_quoted(before, after)}改为{_quoted(after, before)}"


def _quoted(words: Sequence[str], others: Sequence[str]) -> str:
    told = [f"“{one}”" for one in words if one not in others]
    return "、".join(told) or "没有写"


_Points = tuple[tuple[TermDifference, ...], tuple[Region, ...], bool]


def _points(old: Rule, new: Rule) -> _Points:
    """Give which small rules changed, where the points differ, and whether that is proven for every value."""
    before, after = old.meaning, new.meaning
    unit, same = shown_unit(new.standard, new.indicator.name), before == after
    if Takes.SEVERAL in (before.takes, after.takes):
        terms, found = ((), ()) if same else compare_terms(before, after, new.indicator.name, unit)
        return terms, found, True
    if before.takes != after.takes or old.dimension != new.dimension:
        return (), (), False
    if same:
        return (), (), True
    if after.takes not in (Takes.VALUE, Takes.COUNT):
        return ((), *_rated(before, after))
    mine, theirs = before.functions(), after.functions()
    if not mine or not theirs:
        return (), (), before.is_same(after)
    counted = after.takes == Takes.COUNT or is_counted(unit)
    return (), regions(mine, theirs, unit, counted=counted), True


def _readings_asked(old: Rule, new: Rule) -> Iterator[str]:
    """口径 that a sentence asks for, where they are not read alike; usual ones may go without saying."""
    before, after = ({**DEFAULTS, **rule.readings, **dict(rule.standard.settled)} for rule in (old, new))
    for name in dict.fromkeys((*old.meaning.asks, *new.meaning.asks)):
        if before.get(name) != after.get(name):
            yield f"口径“{name}”由{before.get(name, '没有写')}改为{after.get(name, '没有写')}"


def _rated(before: Meaning, after: Meaning) -> tuple[tuple[Region, ...], bool]:
    """Compare what an assessor may choose, choice by choice."""
    if before.is_same(after):
        return (), True
    old, new = _choices(before), _choices(after)
    changed = tuple(
        _choice(name, old.get(name), new.get(name))
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    )
    return changed, bool(changed)


def _choices(meaning: Meaning) -> dict[str, Score]:
    return {_label(choice): (choice.low, choice.high) for choice in choices_of(meaning)}


def _label(choice: Choice) -> str:
    return f"{choice.words}（扣）" if choice.cost else choice.words


def _choice(name: str, old: Score | None, new: Score | None) -> Region:
    before = "没有这一项" if old is None else score_text(old)
    after = "没有这一项" if new is None else score_text(new)
    text = f"“{name}” 由 {before}变为 {after}"
    return Region(None, None, False, False, (old, old), (new, new), text, choice=name)


def added(rule: Rule) -> IndicatorDifference:
    """Tell of an indicator that is only in the new table."""
    points = points_text(rule.indicator.points)
    note = f"新增，{points} 分：{rule.indicator.standard.text}"
    return IndicatorDifference(rule.indicator.id, rule.indicator.name, "added", (), (note,))


def removed(rule: Rule) -> IndicatorDifference:
    """Tell of an indicator that is only in the old table."""
    note = f"删去，原为 {points_text(rule.indicator.points)} 分"
    return IndicatorDifference(
        rule.indicator.id, rule.indicator.name, "removed", (), (note,), rule.indicator.name
    )


def moved_weight(old: Rule, new: Rule) -> str:
    """Say how the points of an indicator moved; empty where they did not."""
    before, after = old.indicator.points, new.indicator.points
    if before == after:
        return ""
    return f"分值由 {points_text(before)} 分改为 {points_text(after)} 分"
