"""What commands print as JSON fits the schema of its format: real files, broken ones, misuse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jixiao.cli import main
from shared.cases.desk import CASE, TABLE, write_desk
from shared.formats import FORMATS, held, validator
from shared.issued.drawn import write
from shared.issued.layouts import LAYOUTS
from shared.sentences.examples import Example, examples
from shared.sentences.several import SENTENCES

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "cases").glob("*.yaml"))
TABLES = ("huaihua-department@2022", "project-expenditure@2024", "zhanjiang-department@2021")
BAD = sorted(path for path in (ROOT / "tests/files/bad").rglob("*.yaml") if path.is_file())
LINTS = sorted(path for path in (ROOT / "tests/analysis/lint/rules").iterdir() if path.is_dir())


@pytest.fixture
def told(capsys, monkeypatch):
    """Give what runs a command here and holds its document to the format."""
    monkeypatch.chdir(ROOT)

    def run(*words: str, status: int | None = None) -> Any:
        code = main([*words, "--format", "json"])
        printed = capsys.readouterr().out
        assert status in (None, code), (code, printed[:400])
        return held(printed, words[0])

    return run


def test_every_schema_is_one_and_describes_every_key() -> None:
    def described(schema: dict[str, Any]) -> None:
        assert schema["description"].endswith("。")
        for found in (*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()):
            described(found)
        if "properties" in schema:
            assert schema["additionalProperties"] is False
            assert set(schema["required"]) <= set(schema["properties"])
        if "properties" in schema.get("items", {}):
            described(schema["items"])

    assert FORMATS == ("check", "diff", "import", "items", "lint", "read", "simulate", "standard", "test")
    for name in FORMATS:
        validator(name).check_schema(validator(name).schema)
        described(dict(validator(name).schema))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_real_case(told, case: Path) -> None:
    assert "checks" not in told("check", str(case), status=0)["results"][0]
    assert told("check", str(case), "--checks", status=0)["results"][0]["checks"]


def test_a_folder_of_cases_and_a_finding_set_aside(told, tmp_path: Path) -> None:
    assert len(told("check", "cases", status=0)["summary"]["means"]) == 1
    disposed = "处置:\n  - {代码: claim-above-range, 指纹: %s, 理由: 已核实, 处置人: 甲, 期限: 2999-12-31}\n"
    _, case = write_desk(tmp_path)
    words = ("check", str(case), "--rules", str(tmp_path / "rules"))
    [mark] = [
        one["fingerprint"]
        for one in told(*words)["results"][0]["findings"]
        if one["code"] == "claim-above-range"
    ]
    case.write_text(CASE + disposed % f"'{mark}'", "utf-8")
    assert any("set_aside" in one for one in told(*words)["results"][0]["findings"])


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_every_example_of_a_sentence(told, example: Example) -> None:
    readings = [word for name, value in example.reading.items() for word in ("--reading", f"{name}={value}")]
    ats = [f"--at={at}" for at in example.at]
    words = (example.text, "--points", str(example.points), "--name", example.name)
    shown = told("standard", *words, *ats, *readings)
    assert [one["at"] for one in shown["scores"]] == ([] if shown["error"] else list(example.at))
    told("standard", *words, *ats)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one[0])
def test_every_sentence_of_several_rules(told, sentence: tuple[str, int, str]) -> None:
    name, points, text = sentence
    shown = told("standard", text, "--points", str(points), "--name", name, "--at", "1", "--at", "不知道=1")
    assert shown["form"] == "sum"
    assert shown["scores"][1]["score"] is None
    assert shown["scores"][1]["error"]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_linted_and_compared(told, table: str) -> None:
    assert told("lint", status=0)["files"]
    for other in TABLES:
        told("diff", table, other, "--cases", "cases")


@pytest.mark.parametrize("folder", LINTS, ids=lambda path: path.name)
def test_flaws_of_every_kind(told, folder: Path) -> None:
    told("lint", *map(str, sorted(folder.rglob("*.yaml"))))


@pytest.mark.parametrize("path", BAD, ids=lambda path: str(path.relative_to(ROOT / "tests/files/bad")))
def test_files_that_are_refused(told, path: Path) -> None:
    assert told("check", str(path), status=2)["errors"]
    told("lint", str(path))
    told("test", str(path), status=2)


def test_expectations_and_coverage(told, tmp_path: Path) -> None:
    assert told("test", "--coverage", status=0)["coverage"]["rules"]
    _, case = write_desk(tmp_path, TABLE.replace("①③: 4", "①③: 5"), CASE.replace("扣分: 10", "扣分: 9"))
    shown = told("test", str(case), "--rules", str(tmp_path / "rules"), status=1)
    assert {trial["kind"] for trial in shown["results"] if "changes" in trial} == {"expectation", "example"}


def test_mutation_that_an_example_or_a_case_would_notice(told, tmp_path: Path) -> None:
    _, case = write_desk(tmp_path, case=CASE[: CASE.index("预期:")])
    shown = told("test", str(case), "--rules", str(tmp_path / "rules"), "--mutate", status=0)
    assert {one["notices"] for one in shown["mutation"]["survivors"]} == {"example", "case"}


@pytest.mark.parametrize(("old", "new"), [("100%", "105%"), ("105%", "100%")])
def test_regions_of_a_change(told, tmp_path: Path, old: str, new: str) -> None:
    files = []
    for limit in (old, new):
        table, _ = write_desk(tmp_path / limit, TABLE.replace("不超过100%", f"不超过{limit}"))
        files.append(str(table))
    shown = told(
        "diff", *files, "--cases", str(tmp_path / old / "cases"), "--rules", str(tmp_path / old / "rules")
    )
    assert any(one["regions"] for one in shown["indicators"])
    assert shown["cases"]


def test_tables_that_others_wrote(told, tmp_path: Path) -> None:
    for name, form, tables in (layout() for layout in LAYOUTS):
        file = write(tables, form, tmp_path, name)
        shown = told("import", str(file), status=0)
        assert [one["name"] for table in shown["tables"] for one in table["indicators"]]
        assert {table["written_to"] for table in shown["tables"]} == {None}
    shown = told("import", str(file), "-o", str(tmp_path / "a.yaml"), status=0)
    assert [table["written_to"] for table in shown["tables"]] == [str(tmp_path / "a.yaml")]
    assert shown["tables"][0]["yaml"] == (tmp_path / "a.yaml").read_text("utf-8").replace("\r\n", "\n")
    assert told("import", str(file), "-o", str(tmp_path / "a.yaml"), status=2)["errors"]


def test_items(told) -> None:
    assert told("items", status=0)["items"]
    assert {one["match"] for one in told("items", "三公", status=0)["items"]} == {"name"}


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "none.yaml"),
        ("check", "cases", "--rules", "none"),
        ("check", "cases", "--fail-on", "高"),
        ("standard", "看着给分。", "--points", "5"),
        ("standard", "满分。"),
        ("standard", "大于95%的得满分。", "--points", "5", "--at", "较好"),
        ("standard", "大于95%的得满分。", "--points", "5", "--reading", "没有=是"),
        ("lint", "none.yaml"),
        ("lint", "--nothing"),
        ("test", "none.yaml"),
        ("test", "--min", "many"),
        ("diff", "none", "none"),
        ("diff", "huaihua-department", "huaihua-department", "--cases", "none"),
        ("diff", "one"),
        ("import", "none.xlsx"),
        ("import", "README.md", "b"),
        ("import", "README.md", "--code", "某县"),
        ("import", "README.md"),
        ("items", "a", "b"),
        ("items", "--rules", "none"),
    ],
    ids=" ".join,
)
def test_misuse_is_a_document_too(told, words: tuple[str, ...]) -> None:
    shown = told(*words, status=2)
    assert shown.get("errors") or shown.get("error") or any(one["error"] for one in shown["scores"])
