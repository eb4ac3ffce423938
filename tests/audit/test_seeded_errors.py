"""Clean reports give no finding; one broken figure is found wherever something covers it.

JIXIAO_SEEDED=5000 looks at so many cases of either kind instead of a few.
"""

import os
from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest

from jixiao.model.finding import Finding
from shared.cases.paper_cases import GRADES, Made, content, made, reviewed
from shared.cases.papers import Figure, breaks

ROUNDS = 10
PER_ROUND = int(os.environ.get("JIXIAO_SEEDED", "120")) // ROUNDS
EXPECTED = {"case-review", "rule-provisional"}
"""What also a report without a mistake is told."""


def seeds(number: int) -> Iterator[int]:
    yield from range(number * PER_ROUND, (number + 1) * PER_ROUND)


def made_of(seed: int) -> tuple[Made, Random]:
    random = Random(seed)
    return made(random, random.randint(0, 7)), random


def told(one: Made) -> list[Finding]:
    return [
        finding
        for review in reviewed(content(one))
        for finding in review.findings
        if finding.code not in EXPECTED
    ]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_clean_case_of_any_size_gives_no_finding(number: int) -> None:
    for seed in seeds(number):
        one, _ = made_of(seed)
        assert [paper.broken() for paper in one.papers] == [[] for _ in one.papers], "the case is clean"
        assert [(finding.code, finding.message) for finding in told(one)] == [], f"seed {seed}"


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_broken_figure_is_found_wherever_a_relation_covers_it(number: int) -> None:
    """Covered: no true figures within half a unit of what is printed satisfy something that must hold."""
    for seed in seeds(number):
        one, random = made_of(seed)
        paper = random.choice(one.papers)
        name = random.choice(sorted(paper.figures))
        slips = [slip for slip in breaks(paper.figures[name], random) if paper.covering(name, slip[1])]
        if not slips:
            continue
        kind, paper.figures[name] = random.choice(slips)

        owner, *more = name.split("#")[0].split("·")
        wanted = more[0] if owner == "自评" else owner
        found = told(one)
        assert any(wanted in (*finding.items, finding.indicator) for finding in found), (
            f"seed {seed}: {name} {kind}"
        )


def test_the_breaks_are_of_every_kind_and_most_are_covered() -> None:
    kinds, covered, every = set(), 0, 0
    for seed in range(200):
        one, random = made_of(seed)
        paper = random.choice(one.papers)
        name = random.choice(sorted(paper.figures))
        for kind, figure in breaks(paper.figures[name], random):
            every += 1
            if paper.covering(name, figure):
                covered += 1
                kinds.add(kind)
    assert kinds == {"正负号", "单位", "小数点", "一位之差", "换位"}
    assert covered > every * 0.7


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_broken_claim_is_found(number: int) -> None:
    """Score, total, grade, mean and the sums over projects: all of them can be calculated again."""
    for seed in seeds(number):
        one, random = made_of(seed)
        claimed = random.choice(one.claims)
        parts = (
            ["得分", "总分", "等级"] + ["平均分"] * (one.mean is not None) + ["项目合计"] * bool(one.whole)
        )
        part = random.choice(parts)
        words = break_claim(one, claimed, part, random)
        found = told(one)
        assert any(words in finding.title + finding.message for finding in found), f"seed {seed}: {part}"


def break_claim(one: Made, claimed, part: str, random: Random) -> str:
    """Break one claim; give what the finding must speak of."""
    match part:
        case "得分":
            name = random.choice(["预算控制率", "在职人员控制率"])
            claimed.scores[name] += -1 if claimed.scores[name] else 1
            return f"“{name}”自评"
        case "总分":
            claimed.total += random.choice([-1, 1]) * Fraction(1, 2) if claimed.total < 100 else -1
            return "自评总分"
        case "等级":
            claimed.grade = random.choice([name for name, _ in GRADES if name != claimed.grade])
            return "自评等级"
        case "平均分":
            one.mean = Figure(one.mean.number + random.choice([-2, 2]), "分", 2)
            return "平均分"
        case _:
            name = random.choice(sorted(one.whole))
            figure = one.whole[name]
            far = random.choice([-1, 1]) * (20_000 if figure.unit == "元" else 200)
            one.whole[name] = Figure(figure.number + far, figure.unit, figure.decimals)
            return f"“{name}”"
