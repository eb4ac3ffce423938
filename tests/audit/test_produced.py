"""The facts given to finding rules say only what the lint of rules takes for possible."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest

from jixiao.audit import open_auditor
from jixiao.audit.inference import Conclusion
from jixiao.audit.produced import CLAIMED, PRODUCED
from jixiao.files import find_cases, load_case, open_library
from jixiao.model.fact import CLAIM, DERIVED, KINDS, Fact
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import compile_ruleset
from jixiao.scoring.total.totals import mean_of
from shared.cases.paper_cases import content, made, reviewed_by
from shared.cases.papers import breaks
from shared.findings.reviews import RULES, TODAY, engine, project_checks


def broken(seed: int) -> dict:
    random = Random(seed)
    one = made(random, 7)
    for paper in one.papers:
        for name in random.sample(sorted(paper.figures), 8):
            paper.figures[name] = random.choice(
                breaks(paper.figures[name], random) or [("", paper.figures[name])]
            )[1]
    for claimed in one.claims:
        claimed.scores["效能"] = random.choice([40, 25, 0])
        claimed.grade = random.choice(["优", "差", "合格"])
    return content(one)


class Recorder:
    """An engine that remembers what it is given."""

    name = "recorder"

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    def saturate(self, facts: Iterable[Fact]) -> tuple[Conclusion, ...]:
        given = tuple(facts)
        self.facts += given
        return engine().saturate(given)


def check(facts: Iterable[Fact]) -> None:
    for fact in facts:
        for (kind, name), texts in PRODUCED.items():
            assert fact.kind != kind or fact[name] in texts, str(fact)
        assert fact.kind != CLAIM or fact["结果"] in CLAIMED[fact["项"]], str(fact)


def test_the_properties_are_those_of_facts_that_are_given() -> None:
    assert all(name in KINDS[kind] and kind not in DERIVED for kind, name in PRODUCED)


@pytest.mark.parametrize("seed", range(20))
def test_made_up_cases_say_nothing_else(seed: int) -> None:
    recorder = Recorder()
    reviewed_by(recorder, broken(seed))
    assert recorder.facts
    check(recorder.facts)


def test_the_real_cases_say_nothing_else() -> None:
    library = open_library(RULES)
    recorder = Recorder()
    for path in find_cases([RULES.parent / "cases"]):
        case, ruleset = load_case(path, library)
        program = compile_ruleset(ruleset)
        evaluations = run_program(case, program)
        open_auditor(program, project_checks(), recorder).review(evaluations, mean_of(evaluations), TODAY)
    assert recorder.facts
    check(recorder.facts)
