"""A mistake of ours over one sentence stays there: every command goes on with the others and tells it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from jixiao.cli import main
from jixiao.scoring.sentence import meaning, understand

ROOT = Path(__file__).parents[2]
FILES = len(list((ROOT / "rules").rglob("*.yaml"))) + 1
"""Files of the rules that a test has: the project's, and one of its own."""
TABLE = """\
指标表: 某县项目表
代码: county-project
版本: 2022
适用: {地区: 某县, 对象: 项目, 年度: 2022}
满分: 10
等级: {优: 9, 差: 0}
指标:
  - {名称: 到位率, 代码: funded, 分值: 5, 评分标准: 到位率≥90%的得满分，否则不得分。, 例: {95%: 5}}
  - {名称: 完工率, 代码: built, 分值: 5, 评分标准: 完工率≥80%的得满分，否则不得分。, 例: {85%: 5}}
"""
BAD = "完工率≥80%"
"""The sentence over which something fails here."""


def fail(*_: object) -> None:
    raise IndexError("tuple index out of range")


def fails_on_bad(what: Callable[..., object], said: Callable[..., str]) -> Callable[..., object]:
    """Give the same function, which fails where the bad sentence is looked at."""
    return lambda *given, **more: fail() if BAD in said(*given) else what(*given, **more)


@pytest.fixture(params=["understanding", "lowering"])
def _one_mistake(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JIXIAO_DEBUG", raising=False)
    monkeypatch.setenv("JIXIAO_CACHE", "off")
    if request.param == "understanding":
        broken = fails_on_bad(understand.bounds_of, lambda _, context: context.sentence)
        monkeypatch.setattr(understand, "bounds_of", broken)
    else:
        broken = fails_on_bad(meaning.read_every_way, lambda lower, _: str(lower.__self__.form))
        monkeypatch.setattr(meaning, "read_every_way", broken)


@pytest.fixture
def rules(folder: Path, _one_mistake: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the project's rules and a table of two sentences, of which one fails."""
    copytree(ROOT / "rules", folder / "rules")
    (folder / "rules/table.yaml").write_text(TABLE, "utf-8")
    monkeypatch.chdir(folder)
    return folder / "rules"


@pytest.fixture
def run(rules: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*words: str) -> tuple[int, str, str]:
        status = main(list(words))
        shown = capsys.readouterr()
        assert "Traceback" not in shown.out + shown.err
        return status, shown.out, shown.err

    return run


def told(text: str) -> bool:
    return "程序内部错误（IndexError），评分标准“完工率≥80%" in text and "请把它发给开发者" in text


def test_check_goes_on(run) -> None:
    Path("case.yaml").write_text(
        Path("quiet.yaml")
        .read_text("utf-8")
        .replace("quiet-2022", "county-2022")
        .replace("huaihua-department@2022", "county-project@2022")
        .replace("部门整体支出\n指标表", "项目\n指标表")
        .replace("湖南省怀化市", "某县"),
        "utf-8",
    )
    status, out, err = run("check", "quiet.yaml", "case.yaml", "--format", "json")
    document = json.loads(out)
    assert status == 2
    assert [one["case"]["id"] for one in document["results"]] == ["quiet-2022"]
    assert [one["file"] for one in document["errors"]] == ["rules/table.yaml"]
    assert told(err)


def test_lint_goes_on(run) -> None:
    status, out, err = run("lint", "rules")
    assert status == 2
    assert told(err)
    assert err.count("程序内部错误") == 1
    assert f"检查了 {FILES} 个文件" in out
    assert "grade-gap" in out


def test_show_goes_on(run) -> None:
    status, out, _ = run("show", "county-project")
    assert status == 2
    assert told("".join(out.split()).replace("│", ""))
    assert "到位率≥90%" in out


def test_test_goes_on(run) -> None:
    status, out, err = run("test", "quiet.yaml", "claim.yaml")
    assert (status, err) == (0, "")
    status, out, err = run("test")
    assert status == 2
    assert told(err)
    assert "核对" in out


def test_standard_tells_it(run) -> None:
    status, out, err = run("standard", f"{BAD}的得满分，否则不得分。", "--points", "5", "--name", "完工率")
    assert status == 2
    assert told("".join((out + err).split()))
