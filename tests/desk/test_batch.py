"""`batch` of a table of units and `check` of each row as a case file: the same scores, claims and refusals."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from jixiao.desk.batch import batch, explain_row
from jixiao.files import open_library
from jixiao.files.case.case import case_of_text
from jixiao.model.diagnostic import BadQuestion, Refused
from jixiao.model.standing import Standing, score_standing, total_standing
from jixiao.quantity import decimal_text
from jixiao.scoring.evaluate import evaluate_project
from jixiao.scoring.program.program import compile_ruleset
from shared.bulk.units import HEADS, case_text, many_rows, write_rules


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rules(tmp_path_factory.mktemp("rules"))


@pytest.fixture(scope="module")
def program(rules: Path):
    return compile_ruleset(open_library(rules).ruleset("jia@2022"))


def write_csv(path: Path, table: list[dict[str, str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerow(table[0])
        writer.writerows(row.values() for row in table)
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def word(standing: Standing) -> str:
    return {"unclaimed": "", "above": "above", "below": "below"}.get(str(standing), "within")


def checked(row: dict[str, str], program) -> dict[str, str] | None:
    """What `check` gives of a row's case file; None where it refuses it."""
    try:
        case = case_of_text(case_text(row), "case.yaml", program.ruleset)
        found = evaluate_project(case, case.whole, program)
    except Refused:
        return None
    told = {
        "score_low": decimal_text(found.low),
        "score_high": decimal_text(found.high),
        "grade": "、".join(found.grades),
        "claim_status": word(total_standing(found)),
    }
    for one in found.results:
        told[f"{one.indicator.id}_low"] = decimal_text(one.low)
        told[f"{one.indicator.id}_high"] = decimal_text(one.high)
        if f"自评.{one.indicator.name}" in HEADS:
            told[f"{one.indicator.id}_claim_status"] = word(score_standing(one, case.whole.claim))
    return told


def test_a_row_is_scored_as_its_case_file_is(rules, program, tmp_path) -> None:
    """Every score, grade and claim is the same, by the program and by the engine; what `check` refuses is set aside."""
    table = [{"号": str(at), **row} for at, row in enumerate(many_rows(1_500), 1)]
    source = write_csv(tmp_path / "units.csv", table)
    outs = {}
    for engine in ("local", "exact"):
        found = batch("jia@2022", source, tmp_path / f"{engine}.csv", engine=engine, rules=rules, processes=1)
        assert found.bad is not None
        outs[engine] = read_csv(found.output), found.bad.read_text("utf-8-sig")
        assert (found.tally.program > 800) == (engine == "local")
    assert outs["local"] == outs["exact"]
    scored, bad = outs["local"]
    by_number = {row["号"]: row for row in scored}
    for number, row in ((one["号"], dict(list(one.items())[1:])) for one in table):
        told = checked(row, program)
        if told is None:
            assert number not in by_number
            assert f"\n{number},{int(number) + 1}," in bad
        else:
            assert {key: by_number[number][key] for key in told} == told, row


def test_the_program_takes_most_rows_that_are_in_order(rules, tmp_path) -> None:
    """The law above would hold too if the engine scored every row."""
    table = [
        dict(
            zip(
                HEADS,
                ["9", "10", "30000", "2", "90", "①②", "效果一般", "", "2", "20", "10", "4"],
                strict=True,
            )
        )
    ] * 50
    found = batch("jia@2022", write_csv(tmp_path / "a.csv", table), tmp_path / "o.csv", rules=rules)
    assert (found.tally.program, found.tally.engine, found.tally.bad) == (50, 0, 0)


def test_a_row_explained_is_the_case_that_it_is(rules, tmp_path, program) -> None:
    table = [
        dict(zip(HEADS, ["11", "10", "30000", "2", "90", "①②", "", "", "2", "20", "10", "4"], strict=True)),
        dict(zip(HEADS, ["9", "10", "0", "无", "89", "①", "", "", "", "", "", ""], strict=True)),
    ]
    source = write_csv(tmp_path / "a.csv", table)
    for number, row in enumerate(table, 1):
        [review] = explain_row("jia@2022", source, number, rules=rules).reviews
        told = checked(row, program)
        assert decimal_text(review.evaluation.low) == told["score_low"]
        assert decimal_text(review.evaluation.high) == told["score_high"]
    with pytest.raises(Refused, match="没有第 3 行，表头以下共 2 行"):
        explain_row("jia@2022", source, 3, rules=rules)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"engine": "fast"}, "没有名为“fast”的引擎"),
        ({"output": "o.docx"}, "认不出要写哪一种文件"),
        ({"output": "a.csv"}, "不能把结果写到输入文件"),
        ({"output": "o.csv::得分"}, "“::得分”只用于 .duckdb"),
        ({"output": "b.csv", "pipe": True}, "不是普通文件"),
        ({"input": "postgresql:///x::单位", "resume": True}, "不能用 --resume 接着算"),
    ],
)
def test_what_is_asked_wrongly_is_told(rules, tmp_path, more, message) -> None:
    source = write_csv(tmp_path / "a.csv", [{"在职人数": "1", "编制数": "1"}])
    output = tmp_path / more.pop("output", "o.csv")
    is_pipe = more.pop("pipe", False)
    if is_pipe:
        os.mkfifo(output)
    with pytest.raises(BadQuestion, match=message):
        batch("jia@2022", more.pop("input", source), output, rules=rules, **more)
    left = ["a.csv", "b.csv"] if is_pipe else ["a.csv"]
    assert sorted(one.name for one in tmp_path.iterdir()) == left or more.get("engine")
