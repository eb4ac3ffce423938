"""The plain evaluator against the definition, word by word, on small packs and facts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from random import Random

import pytest

from jixiao.audit.inference import Conclusion, Pack, open_engine
from jixiao.audit.inference.conclusion import MAX_DERIVATIONS
from jixiao.model.fact import Fact
from jixiao.model.finding_rule import FindingRule, Pattern, Variable
from shared.findings.rules import random_facts, random_pack

Way = tuple[Fact, str, tuple[Fact, ...]]


@pytest.mark.parametrize("seed", range(400))
def test_it_concludes_what_the_definition_says(seed: int) -> None:
    random = Random(seed)
    pack, facts = random_pack(random), None
    facts = random_facts(random, pack, 6)

    assert open_engine(pack, plain=True).saturate(facts) == defined(pack, facts)


def defined(pack: Pack, facts: Sequence[Fact]) -> tuple[Conclusion, ...]:
    known, ways = set(facts), set()
    for level in range(pack.height):
        rules = [one for one, its in zip(pack.rules, pack.levels, strict=True) if its == level]
        before = -1
        while len(ways) > before:
            before = len(ways)
            ways |= {way for rule in rules for way in ways_of(rule, known)}
            known |= {fact for fact, _, _ in ways}
    ranks = dict.fromkeys(facts, 0)
    while True:
        better = {}
        for fact, _, premises in ways:
            if all(one in ranks for one in premises):
                rank = 1 + max(ranks[one] for one in premises)
                if rank < ranks.get(fact, rank + 1):
                    better[fact] = min(rank, better.get(fact, rank))
        if not better:
            break
        ranks |= better
    found: dict[tuple[int, Fact, str], list[tuple[Fact, ...]]] = {}
    for fact, name, premises in ways:
        if ranks[fact] == 1 + max(ranks[one] for one in premises):
            found.setdefault((ranks[fact], fact, name), []).append(premises)
    return tuple(Conclusion(*key, tuple(sorted(found[key])[:MAX_DERIVATIONS])) for key in sorted(found))


def ways_of(rule: FindingRule, known: set[Fact]) -> set[Way]:
    ways = set()
    for premises in product(sorted(known), repeat=len(rule.when)):
        if not all(one.kind == pattern.kind for one, pattern in zip(premises, rule.when, strict=True)):
            continue
        values = bindings(rule.when, premises, {})
        if values is None or any(matches(pattern, fact, values) for pattern in rule.absent for fact in known):
            continue
        sets = [
            ({fact for fact in known if matches(one.pattern, fact, values)}, one.at_least)
            for one in rule.counted
        ]
        if any(len(found) < least for found, least in sets):
            continue
        more = sorted({fact for found, _ in sets for fact in found} - set(premises))
        said = {
            name: "".join(
                piece if isinstance(piece, str) else values[piece.name] for piece in template.pieces
            )
            for name, template in rule.then.values
        }
        if rule.then.kind == "疑点":
            said["号"] = "/".join(said[name] for name in ("代码", "来自", "指标", "归类") if said.get(name))
        ways.add((Fact.of(rule.then.kind, said), rule.name, (*premises, *more)))
    return ways


def matches(pattern: Pattern, fact: Fact, values: dict[str, str]) -> bool:
    return fact.kind == pattern.kind and bindings([pattern], [fact], values) is not None


def bindings(
    patterns: Sequence[Pattern], facts: Sequence[Fact], values: dict[str, str]
) -> dict[str, str] | None:
    found: dict[str, set[str]] = {name: {value} for name, value in values.items()}
    for pattern, fact in zip(patterns, facts, strict=True):
        for name, term in pattern.terms:
            if isinstance(term, Variable):
                found.setdefault(term.name, set()).add(fact[name])
            elif fact[name] not in term:
                return None
    if any(len(texts) != 1 or "" in texts for texts in found.values()):
        return None
    return {name: next(iter(texts)) for name, texts in found.items()}
