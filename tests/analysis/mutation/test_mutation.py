"""Every change that nothing notices comes with what notices it; pasted, it does."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.analysis.mutation.figures import find_figures, project_of
from jixiao.analysis.mutation.mutants import is_same, mutants_of, unmade_mutants_of
from jixiao.analysis.mutation.notice import examples_notice
from jixiao.analysis.mutation.run import mutate
from jixiao.analysis.mutation.values import simple_between
from jixiao.analysis.mutation.witness import example_of, find_example
from jixiao.analysis.trials.examples import fits, score_example
from jixiao.desk.test import Tried, try_all
from jixiao.files import find_cases
from jixiao.model.mutation import CaseHint, ExampleHint, Mutation, Source, Survivor
from jixiao.reports.test.mutation_lines import case_lines, example_line
from shared.cases.desk import CASE, TABLE, write_desk
from shared.sentences.examples import Example as Sentence, examples

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 6, 30)
SILENT = CASE[: CASE.index("预期:")]
SENTENCES = [one for one in examples() if not one.refused and not one.gap]


def tried(folder: Path) -> Tried:
    found = try_all(find_cases([folder / "cases"]), folder / "rules", every_table=True, today=TODAY)
    assert found.run.errors == ()
    assert found.run.failed == ()
    return found


def mutation(folder: Path) -> Mutation:
    found = tried(folder)
    assert found.bench is not None
    return mutate(found.bench, found.programs, found.reviewed)


# ── Sentences ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sentence", SENTENCES, ids=str)
def test_the_example_given_kills_its_mutant(sentence: Sentence) -> None:
    """It holds of the true sentence, not of the changed one; where none is given, scores are the same."""
    rule = sentence.rule()
    table = _Table()
    mutants = list(unmade_mutants_of(rule, table))  # type: ignore[arg-type]
    some = max(min(len(mutants), SOME), len(mutants) * settings.default.max_examples // 400)
    for make in random.Random(sentence.text).sample(mutants, min(some, len(mutants))):
        mutant = make()
        if mutant.rule is None or is_same(rule, mutant.rule):
            continue
        hint = find_example(rule, mutant.rule)
        if hint is None:
            for at in sentence.at:
                ours, theirs = score_example(at, rule), score_example(at, mutant.rule)
                assert ours.error or [(way.low, way.high) for way in ours.ways] == [
                    (way.low, way.high) for way in theirs.ways
                ]
            continue
        example = example_of(hint)
        assert fits(example, score_example(hint.at, rule))
        told = replace(rule, indicator=replace(rule.indicator, examples=(example,)))
        assert examples_notice(told, mutant.rule), (mutant.text, hint)


SOME = 6
"""So many mutants of a sentence are tried at least, the same in every run; all of them with HYPOTHESIS_PROFILE=thorough."""


class _Table:
    """A table of nothing but its readings."""

    items: dict[str, object] = {}  # noqa: RUF012
    readings: dict[str, str] = {}  # noqa: RUF012


@settings(max_examples=settings.default.max_examples * 3 // 10)
@given(st.sampled_from(SENTENCES), st.fractions(-1, 3, max_denominator=1000))
def test_what_is_said_to_mean_the_same_scores_the_same(sentence: Sentence, value: Fraction) -> None:
    rule = sentence.rule()
    at = (
        f"{float(value) * 100:.4f}%" if rule.standard.form.takes == "value" else str(abs(value.numerator) % 9)
    )
    mutants = list(unmade_mutants_of(rule, _Table()))  # type: ignore[arg-type]
    for make in random.Random(str(value)).sample(mutants, min(3 * SOME, len(mutants))):
        mutant = make()
        if mutant.rule is not None and is_same(rule, mutant.rule):
            ours, theirs = score_example(at, rule), score_example(at, mutant.rule)
            assert bool(ours.error) == bool(theirs.error)
            assert {(way.low, way.high) for way in ours.ways} == {(way.low, way.high) for way in theirs.ways}


@given(st.fractions(-200, 200), st.fractions(-200, 200))
def test_a_simple_number_lies_between(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    if low < high:
        assert low < simple_between(low, high) < high


# ── Tables and cases ─────────────────────────────────────────────────────────────────────────────


def paste(folder: Path, survivors: tuple[Survivor, ...]) -> None:
    """Paste every example under its indicator, and write a case for all figures."""
    for file in {one.place.file for one in survivors}:
        path = Path(file)
        lines = path.read_text("utf-8").splitlines()
        for one in survivors:
            if isinstance(one.hint, ExampleHint) and one.place.file == file:
                _paste_example(lines, one.indicator, example_line(one.hint.at, one.hint.points))
        path.write_text("\n".join(lines) + "\n", "utf-8")
    for number, one in enumerate(survivors):
        if isinstance(one.hint, CaseHint):
            head = f"案例: 例{number}\n代码: hint-{number}\n单位: 甲\n地区: 甲省\n年度: 2022\n对象: 甲\n指标表: {one.table}\n"
            body = "\n".join(case_lines(one.indicator, one.hint))
            (folder / "cases" / f"hint-{number}.yaml").write_text(f"{head}{body}\n", "utf-8")


def _paste_example(lines: list[str], indicator: str, line: str) -> None:
    start = next(at for at, text in enumerate(lines) if text.strip() == f"- 名称: {indicator}")
    end = next((at for at in range(start + 1, len(lines)) if lines[at].startswith("  - ")), len(lines))
    mark = next((at for at in range(start, end) if lines[at].startswith("    例:")), None)
    if mark is not None and "{" in lines[mark]:
        lines[mark] = lines[mark].replace("{", f"{{{line}, ", 1) if line not in lines[mark] else lines[mark]
        return
    if mark is None:
        lines.insert(start + 1, "    例:")
        mark = start + 1
    if f"      {line}" not in lines[mark:end]:
        lines.insert(mark + 1, f"      {line}")


def test_pasting_what_is_given_leaves_no_survivor(tmp_path: Path) -> None:
    write_desk(tmp_path, "\n".join(line for line in TABLE.splitlines() if "例: {" not in line) + "\n", SILENT)
    before = mutation(tmp_path)
    assert {type(one.hint) for one in before.survivors} == {ExampleHint, CaseHint}
    paste(tmp_path, before.survivors)
    after = mutation(tmp_path)
    assert after.survivors == ()
    assert (after.refused, after.killed) == (before.refused, before.killed + len(before.survivors))
    assert after.same == before.same


@pytest.mark.parametrize("number", range(3))
def test_pasting_kills_every_survivor_of_the_projects_tables(tmp_path: Path, number: int) -> None:
    copytree(ROOT / "rules", tmp_path / "rules")
    copytree(ROOT / "cases", tmp_path / "cases")
    found = tried(tmp_path)
    assert found.bench is not None
    before = mutate(found.bench, [found.programs[number]], found.reviewed)
    assert before.survivors
    paste(tmp_path, before.survivors)
    again = tried(tmp_path)
    assert again.bench is not None
    program = next(
        one for one in again.programs if one.ruleset.reference == found.programs[number].ruleset.reference
    )
    assert mutate(again.bench, [program], again.reviewed).survivors == ()


def test_expectations_of_cases_notice(tmp_path: Path) -> None:
    """Without examples, what the case expects still kills; without expectations, nothing does."""
    bare = "\n".join(
        line for line in TABLE.splitlines() if not line.startswith(("    例", "      1", "      2"))
    )
    write_desk(tmp_path / "a", f"{bare}\n")
    write_desk(tmp_path / "b", f"{bare}\n", SILENT)
    watched, silent = mutation(tmp_path / "a"), mutation(tmp_path / "b")
    assert watched.killed >= 10
    assert silent.killed == 0
    assert watched.tried == silent.tried


def test_figures_tell_formulas_apart_by_a_score_where_they_can(tmp_path: Path) -> None:
    write_desk(tmp_path)
    [program] = tried(tmp_path).programs
    rule, items = program.rules[0], program.ruleset.items
    found = [
        (mutant, find_figures(rule, mutant.rule, items))
        for mutant in mutants_of(program.rules[1], program.ruleset)
        if mutant.rule is not None and mutant.source is Source.EXEMPTION
    ]
    assert found
    hints = [find_figures(program.rules[1], one.rule, items) for one, _ in found if one.rule]
    assert all(hint is not None and hint.key == "得分" for hint in hints)
    stated = {name: Fraction(number) for name, number, _ in hints[0].figures}  # type: ignore[union-attr]
    assert set(project_of(stated, items).statements) == {"年初预算", "决算数"}
