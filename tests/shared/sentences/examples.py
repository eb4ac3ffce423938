"""The examples of scoring sentences (tests/scoring/examples): read, and scored as a case would be.

They are tests, and docs/language is made from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import yaml

from jixiao.language.formula import plain_name
from jixiao.model.case import Rating
from jixiao.model.diagnostic import Place
from jixiao.model.evaluation import Result
from jixiao.model.ruleset import Indicator, Text
from jixiao.scoring.indicator.ratings import rated_ways
from jixiao.scoring.indicator.result import draw_together
from jixiao.scoring.indicator.ways import scored_ways
from jixiao.scoring.program.indicator import compile_indicator
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.measure import shown_unit
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand

FOLDER = Path(__file__).parents[2] / "scoring" / "examples"
SPELLINGS = FOLDER.parent / "spellings.yaml"
NOWHERE = Place("")
GROUND = Fraction(100)
"""What the table of an example can give."""
LEFT_OUT, REFUSED = "剔除", "拒绝"
"""What stands for points where the indicator is left out, and where a value is refused."""


@dataclass(frozen=True)
class Example:
    """One sentence: what it must score at each value, or with what words it is refused."""

    file: str
    title: str
    form: str
    name: str
    points: Fraction
    text: str
    reading: dict[str, str] = field(default_factory=dict)
    at: dict[str, str | list[str]] = field(default_factory=dict)
    beyond: dict[str, str] = field(default_factory=dict)
    """What is taken off the total besides, by value; nothing where it is not named."""
    error: str = ""
    mend: str = ""
    """A sentence that means the same and is understood, for one that is refused."""
    gap: str = ""
    """Why the engine does not do this yet; left out of the pages."""

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"

    @property
    def refused(self) -> bool:
        """Whether the sentence must be refused."""
        return self.form == "error"

    def standard(self) -> Standard:
        """Give what the engine understands; raises LanguageError where it is refused."""
        return _understood(self.text, self.name, self.points)

    def meaning(self) -> Meaning:
        """Give what the sentence means, read as the example says."""
        return meaning_of(self.standard(), self.reading)

    def rule(self) -> Rule:
        """Give the sentence as the standard of an indicator without a formula."""
        return _compiled(self.text, self.name, self.points, tuple(self.reading.items()))


@cache
def _understood(text: str, name: str, points: Fraction) -> Standard:
    return understand(text, name, points)


@cache
def _compiled(text: str, name: str, points: Fraction, readings: tuple[tuple[str, str], ...]) -> Rule:
    sentence = Text(text, NOWHERE)
    indicator = Indicator(name, "example", points, sentence, NOWHERE, readings=dict(readings), ground=GROUND)
    rule = compile_indicator(indicator, {}, {})
    return replace(rule, dimension=shown_unit(rule.standard, name).dimension)


def examples() -> list[Example]:
    """Give every example, file by file, in the order of the files."""
    return [one for file in sorted(FOLDER.glob("*.yaml")) for one in read_examples(file)]


@cache
def read_examples(file: Path) -> tuple[Example, ...]:
    """Read one file of examples; every scalar stays the text that it is."""
    entries = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return tuple(
        Example(file=file.stem, **entry | {"points": Fraction(entry["points"])}) for entry in entries
    )


def result_of(example: Example, at: str) -> Result:
    """Evaluate one value, rating or fact; raises RatingError where the sentence can't take it."""
    return scored(example.rule(), example, at)


def scored_as(standard: Standard, example: Example, at: str) -> Result:
    """Evaluate it by another standard than the example's own sentence gives."""
    rule = example.rule()
    return scored(replace(rule, meaning=meaning_of(standard, example.reading)), example, at)


def scored(rule: Rule, example: Example, at: str) -> Result:
    """Evaluate one value, rating or fact by a rule."""
    if is_fact(rule.standard, at):
        rating = Rating(example.name, by="评定人", grounds="依据", place=NOWHERE, fact=at)
        ways = list(rated_ways(rule, (rating,)))
    else:
        ways = list(scored_ways(rule, read_at(at, rule.meaning)))
    return draw_together(rule, ways, {}, [], judged=rule.standard.form.takes != "value")


def is_fact(standard: Standard, at: str) -> bool:
    """Whether it is a fact that exempts or vetoes, not something that the form scores."""
    facts = [one.fact for one in standard.exemptions] + [one.fact for one in standard.vetoes]
    return plain_name(at) in map(plain_name, facts)


def wanted(score: str | list[str]) -> tuple[Fraction, Fraction]:
    """Give the lowest and highest score that an example states."""
    low, high = score if isinstance(score, list) else (score, score)
    return Fraction(low), Fraction(high)


@dataclass(frozen=True)
class Spellings:
    """One sentence and the words that may stand in it for one another."""

    what: str
    name: str
    points: Fraction
    frame: str
    words: tuple[str, ...]

    def sentences(self) -> list[str]:
        """Give the sentence with each of the words in its place."""
        return [self.frame.replace("{}", one) for one in self.words]


def read_spellings() -> list[Spellings]:
    """Read the groups of words that mean the same (tests/scoring/spellings.yaml)."""
    entries = yaml.load(SPELLINGS.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        Spellings(one["什么"], one["指标"], Fraction(one["分值"]), one["句子"], tuple(one["写法"]))
        for one in entries
    ]
