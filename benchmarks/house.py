"""All that the benchmarks take from inside the engine: the one place to adapt when its rooms move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from jixiao.analysis.differences.impact import impact_of
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.paper import Paper
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.documents.readers.text import paper_of_text as text_to_paper
from jixiao.files import built_in_rules, load_case, open_library
from jixiao.model.case import Case
from jixiao.model.difference import Impact
from jixiao.model.evaluation import Evaluation
from jixiao.model.reading import Reading
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import evaluate_project
from jixiao.scoring.program.program import Program, compile_ruleset


def read_cases(files: Sequence[Path]) -> tuple[list[Case], Ruleset]:
    """Give the cases of at least one file, and the table that all of them name."""
    library = open_library(built_in_rules())
    loaded = [load_case(file, library) for file in files]
    return [case for case, _ in loaded], loaded[0][1]


def under(ruleset: Ruleset, readings: Mapping[str, str]) -> Ruleset:
    """Give the table with these 口径 besides its own."""
    return replace(ruleset, readings={**ruleset.readings, **readings})


def reworded(ruleset: Ruleset, indicator: str, before: str, after: str) -> Ruleset:
    """Give the table with some words of one indicator's sentence put in another way."""
    rows = tuple(
        replace(row, standard=replace(row.standard, text=row.standard.text.replace(before, after)))
        if row.name == indicator
        else row
        for row in ruleset.indicators
    )
    assert rows != ruleset.indicators, f"“{before}” must stand in the sentence of {indicator}"
    return replace(ruleset, indicators=rows)


def understand(ruleset: Ruleset) -> Program:
    """Make a table ready to run."""
    return compile_ruleset(ruleset)


def evaluate(case: Case, program: Program) -> Evaluation:
    """Evaluate a case without projects; nobody has read its reasons yet."""
    return evaluate_project(case, case.whole, program)


def ledger(evaluation: Evaluation) -> dict[str, tuple[Fraction, Fraction, list[Fraction]]]:
    """Give lowest and highest score and the points of every deduction, by the code of the indicator."""
    return {
        result.indicator.id: (result.low, result.high, [one.points for one in result.deductions])
        for result in evaluation.results
    }


def reasons(evaluation: Evaluation) -> dict[str, str]:
    """Give the reason of every indicator in words, by its code, and word every deduction too."""
    for result in evaluation.results:
        for deduction in result.deductions:
            str(deduction.reason)
    return {result.indicator.id: str(result.explanation) for result in evaluation.results}


def impact(cases: Sequence[Case], before: Program, after: Program) -> Impact:
    """Give what a change of the table, all names kept, does to every case."""
    return impact_of(cases, before, after, {row.name: row.name for row in before.ruleset.indicators})


# ── Reports ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def reader() -> tuple[Callable[[Paper], Reading], frozenset[str]]:
    """Give what reads the figures of a paper, and the names and aliases of the items that it knows."""
    items = open_library(built_in_rules()).items.items
    lexicon = Lexicon(items)
    known = frozenset(name for item in items.values() for name in (item.name, *item.aliases))
    return lambda paper: read_report(paper, items, lexicon), known


def paper_of_file(path: Path) -> Paper:
    """Read a report of any format."""
    return read_paper(path)


def paper_of_text(text: str) -> Paper:
    """Find the blocks of a plain text."""
    return text_to_paper(text, "report")
