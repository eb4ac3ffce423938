"""Finding rules and facts for tests: written by hand in short, and made at random."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from jixiao.audit.inference import Pack, compile_pack
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.fact import DERIVED, FINDING, KINDS, Fact
from jixiao.model.finding_rule import Counted, FindingRule, Pattern, Template, Term, Then, Variable

PLACE = Place("rules.yaml", 3, 5)


def pattern(kind: str, **terms: str | tuple[str, ...]) -> Pattern:
    """A pattern; `$x` is a variable."""
    return Pattern(kind, tuple((name, _term(term)) for name, term in terms.items()))


def then(kind: str, **values: str) -> Then:
    """What follows; `$x` is a variable, all else is constant."""
    return Then(kind, tuple((name, Template((_piece(value),))) for name, value in values.items()))


def finding(code: str, **more: str) -> Then:
    """A finding that follows."""
    return then(FINDING, 代码=code, 级别="一般", 题目="题", 说明="说", **more)


def rule(
    name: str,
    when: Sequence[Pattern],
    then: Then,
    absent: Sequence[Pattern] = (),
    counted: Sequence[Counted] = (),
) -> FindingRule:
    """A rule that stands at PLACE."""
    return FindingRule(name, tuple(when), tuple(absent), tuple(counted), then, PLACE)


def _term(term: str | tuple[str, ...]) -> Term:
    if isinstance(term, tuple):
        return term
    return Variable(term[1:]) if term.startswith("$") else (term,)


def _piece(value: str) -> str | Variable:
    return Variable(value[1:]) if value.startswith("$") else value


# ── At random ────────────────────────────────────────────────────────────────────────────────────────────────────────

TEXTS = ("甲", "“三公经费”变动率", '他说"3月"\\', "x", "年初预算 = 决算")
"""Values that facts share, so that they join; some of them hard to quote."""

_GIVEN = ("用数", "引用", "归类", "自评")
_NAMES = ("a", "b", "c")
_MOST_PROPERTIES = 3
_COMMON = (*TEXTS[:2], *TEXTS[:2], *TEXTS, "")


def random_pack(random: Random) -> Pack:
    """A pack of a few rules, often with recursion, absence and counting over several levels."""
    while True:
        heads = [random.choice(DERIVED) for _ in range(random.randint(1, 6))]
        rules = [_random_rule(random, number, heads) for number in range(len(heads))]
        try:
            return compile_pack(rules)
        except Refused:
            continue


def random_facts(random: Random, pack: Pack, most: int = 14) -> list[Fact]:
    """Some facts, most of kinds that the rules read, some repeated."""
    kinds = (*_GIVEN, *(pattern.kind for rule in pack.rules for pattern in rule.when))
    facts = [_random_fact(random, random.choice(kinds)) for _ in range(random.randint(0, most))]
    return facts + random.sample(facts, len(facts) // 5)


def _random_fact(random: Random, kind: str) -> Fact:
    return Fact.of(kind, {name: random.choice(_COMMON) for name in _properties(kind)})


def _properties(kind: str) -> tuple[str, ...]:
    """The properties that tests use: few, so that facts join."""
    return KINDS[kind][1:4] if kind == FINDING else KINDS[kind][:_MOST_PROPERTIES]


def _random_rule(random: Random, number: int, heads: Sequence[str]) -> FindingRule:
    def some(counts: Sequence[int]) -> list[Pattern]:
        return [_random_pattern(random, heads) for _ in range(random.choice(counts))]

    when = some((1, 1, 2, 2, 3, 4))
    bound = sorted({variable.name for one in when for variable in one.variables})
    counted = [Counted(one, random.randint(1, 3)) for one in some((0, 0, 0, 1))]
    then = _random_then(random, heads[number], bound)
    return rule(f"规则{number}", when, then, some((0, 0, 0, 1, 2)), counted)


def _random_pattern(random: Random, heads: Sequence[str]) -> Pattern:
    kind = random.choice((*_GIVEN, *heads))
    names = [name for name in _properties(kind) if random.random() < 0.6]
    return Pattern(kind, tuple((name, _random_term(random)) for name in names))


def _random_term(random: Random) -> Term:
    chance = random.random()
    if chance < 0.75:
        return Variable(random.choice(_NAMES))
    if chance < 0.9:
        return (random.choice(_COMMON),)
    return tuple(random.sample(("", *TEXTS), 3))


def _random_then(random: Random, kind: str, bound: Sequence[str]) -> Then:
    pieces: list[str | Variable] = [*map(Variable, bound), *map(Variable, bound), *TEXTS[:2]]
    values = {name: Template((random.choice(pieces),)) for name in _properties(kind) if random.random() < 0.9}
    if kind == FINDING:
        values["代码"] = Template((random.choice(TEXTS[:2]),))
        values["说明"] = Template(("说：", *map(Variable, bound), "。"))
    return Then(kind, tuple(values.items()))
