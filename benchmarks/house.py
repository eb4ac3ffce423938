"""All that the benchmarks take from inside the engine: the one place to adapt when its rooms move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from jixiao.analysis.differences.impact import impact_of
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.paper import Paper
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.documents.readers.text import paper_of_text as text_to_paper
from jixiao.files import built_in_rules, load_case, open_library
from jixiao.model.case import Case, Claim, Project, Statement
from jixiao.model.diagnostic import Place
from jixiao.model.difference import Impact
from jixiao.model.evaluation import Evaluation
from jixiao.model.reading import Reading
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import Quantity, find_unit
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


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def table(path: Path, indicators: int | None = None) -> Ruleset:
    """Read a table by its path; only so many of its indicators, where that is said."""
    whole = open_library(built_in_rules()).at(path)
    rows = whole.indicators[:indicators]
    return replace(whole, indicators=rows, full=sum((row.points for row in rows), Fraction(0)))


def score_of_amounts(
    amounts: Mapping[str, Fraction], program: Program
) -> tuple[dict[str, Fraction], Fraction, str]:
    """Evaluate a case that states these amounts in 元, to the cent: the score of each indicator, total and grade.

    Raises AssertionError where one of them is not certain.
    """
    here = Place("")
    said = {
        item: (Statement(item, Quantity(amount, find_unit("元"), 2), "", here),)
        for item, amount in amounts.items()
    }
    project = Project(None, said, (), {}, Claim(), {})
    case = Case("", "row", "", "", 2026, "", "", {}, project, (), "", here)
    evaluation = evaluate_project(case, project, program)
    assert evaluation.low == evaluation.high, amounts
    assert len(evaluation.grades) == 1, amounts
    assert all(one.low == one.high for one in evaluation.results), amounts
    scores = {one.indicator.name: one.low for one in evaluation.results}
    return scores, evaluation.low, evaluation.grades[0]


@dataclass(frozen=True)
class RowScorer:
    """What scores rows by a table, made ready."""

    prepare: Callable[[Mapping[str, Any]], Any]
    """Takes columns of 分, by the names of items."""
    score: Callable[[Any], Any]
    read: Callable[[Any], tuple[list[Any], Any, Any]]
    """Gives scores of each indicator, totals, and the places of grades; points in hundredths.

    Raises AssertionError where a score is not certain.
    """
    in_blocks: bool = True
    """Whether it holds no more than some rows at a time besides what comes out."""


def row_scorers(ruleset: Ruleset, cores: int) -> dict[str, RowScorer]:
    """Give the ways in which the engine scores rows: its program of whole numbers, as it is and as a kernel."""
    import numpy as np

    from jixiao.bulk import vector
    from jixiao.bulk.frame import Frame, Scores
    from jixiao.bulk.kernel.kernel import Kernel, Room
    from jixiao.bulk.table import lower_table

    items = {name for rule in compile_ruleset(ruleset).rules for name in rule.wanted}
    program = lower_table(compile_ruleset(ruleset), dict.fromkeys(items, Fraction(1, 100)))
    assert not program.not_lowered

    def prepare(given: Mapping[str, Any]) -> Frame:
        count = len(next(iter(given.values())))
        return Frame(count, {name: given[name] for name in program.grains}, {}, np.zeros(count, np.bool_))

    def read(scores: Scores) -> tuple[list[Any], Any, Any]:
        assert not scores.engine.any()
        pairs = zip((*scores.low, scores.total_low), (*scores.high, scores.total_high), strict=True)
        ends = [(_hundredths(low), _hundredths(high)) for low, high in pairs]
        assert all((low == high).all() for low, high in ends)
        places = np.log2(scores.grades.astype(np.float64)).astype(np.int8)
        assert (scores.grades == 1 << places.astype(np.int64)).all()
        return [low for low, _ in ends[:-1]], ends[-1][0], places

    kernel, room = Kernel(program, cores), Room()
    return {
        "jixiao": RowScorer(prepare, lambda frame: kernel.score(frame, room), read),
        "jixiao, new memory each time": RowScorer(prepare, kernel.score, read),
        "jixiao, NumPy": RowScorer(
            prepare, lambda frame: vector.score(program, frame), read, in_blocks=False
        ),
    }


HUNDREDTHS = 100


def _hundredths(points: Any) -> Any:
    assert isinstance(points.below, int)
    import numpy as np

    return points.above.astype(np.int64) * (HUNDREDTHS // points.below)


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
