"""`jixiao standard`: what is said of a sentence, exit statuses, JSON whatever happens."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jixiao.cli import main
from shared.sentences.outside import needs_shared, shared_examples, title

STEPS = "不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。"
LOST_SIGN = "三公经费变动率0，计5分；每超过一个百分点扣0.5分。"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run the command in this process."""
    status = main(["standard", *words])
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def document(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    status, out, _ = run(capsys, *words, "--format", "json")
    return status, json.loads(out)


@needs_shared
@pytest.mark.parametrize("example", shared_examples(), ids=title)
def test_every_shared_example_through_the_command(capsys, example: dict) -> None:
    """The command's own JSON gives exactly the points listed, or refuses as listed."""
    words = [example["text"], "--points", example["points"], "--name", example["name"]]
    for name, value in (example["reading"] or {}).items():
        words += ["--reading", f"{name}={value}"]
    for at in example.get("at", {}):
        words += ["--at", at]
    status, given = document(capsys, *words)
    if "error" in example:
        assert (status, given["understood"], given["scores"]) == (2, False, [])
        assert example["error"] in given["error"]["message"]
        return
    assert (status, given["understood"], given["form"]) == (0, True, example["form"])
    for entry, (at, wanted) in zip(given["scores"], example["at"].items(), strict=True):
        exact = wanted if isinstance(wanted, str) else {"low": wanted[0], "high": wanted[1]}
        assert (entry["at"], entry["score"]) == (at, exact)


def test_in_a_process_of_its_own_it_answers_in_chinese(jixiao) -> None:
    done = jixiao("standard", STEPS, "--points", "5", "--at", "102%", "--reading", "不足一步=不计")
    assert (done.returncode, done.stderr) == (0, "")
    assert "分步扣分" in done.stdout
    assert "102%  4分" in done.stdout


@pytest.mark.parametrize("at", ["-12%", "-0.12", "－12%", "−12%"])
def test_a_negative_value_is_a_value_not_an_option(capsys, at: str) -> None:
    sentence = "“三公经费”变动率≦0，计5分；每超过一个百分点扣0.5分。"
    status, given = document(capsys, sentence, "--points", "5", "--name", "“三公经费”变动率", "--at", at)
    assert (status, given["scores"][0]["at"], given["scores"][0]["score"]) == (0, at, "5")


def test_a_sentence_may_begin_with_a_negative_number(capsys) -> None:
    status, given = document(capsys, "-5%至5%的，得满分；否则不得分。", "--points", "5", "--at", "-6%")
    assert (status, given["scores"][0]["score"]) == (0, "0")


def test_commas_belong_to_the_value(capsys) -> None:
    sentence = "①有制度，1分；②制度完整，1分；③有效执行，1分。"
    status, given = document(capsys, sentence, "--points", "3", "--at", "1,3", "--at", "无")
    assert status == 0
    assert [one["score"] for one in given["scores"]] == ["2", "0"]


def test_without_values_it_only_says_what_it_understands(capsys) -> None:
    status, given = document(capsys, STEPS, "--points", "5")
    assert (status, given["scores"], given["form"]) == (0, [], "steps")
    assert given["canonical"] == "≤100%的，得5分；每超过1个百分点，扣0.5分。"


def test_a_value_that_does_not_fit_is_2_and_the_others_are_scored(capsys) -> None:
    status, out, err = run(capsys, STEPS, "--points", "5", "--at", "100%", "--at", "很多", "--format", "json")
    assert status == 2
    assert [one["score"] for one in json.loads(out)["scores"]] == ["5", None]
    assert err == "--at 很多：“很多”不是数字，应为数值，如 101.3% 或 1.013\n"
    status, out, err = run(capsys, STEPS, "--points", "5", "--at", "很多")
    assert (status, err) == (2, "")
    assert "不能核算" in out


def test_a_sentence_that_is_not_understood_shows_where(capsys) -> None:
    status, out, err = run(capsys, LOST_SIGN, "--points", "5", "--name", "三公经费变动率", "--at", "1%")
    assert (status, out) == (2, "")
    lines = err.splitlines()
    assert "缺少比较符号" in lines[0]
    assert lines[1:3] == [f"  {LOST_SIGN}", "  " + " " * 14 + "^"]


def test_without_a_name_it_says_how_to_give_one(capsys) -> None:
    _, _, err = run(capsys, "得分=（预算执行率+资金到位率）×5", "--points", "10")
    assert err.splitlines()[-1] == "句中如果写了指标的名称，请用 --name 写明，如 --name 预算执行率"


@pytest.mark.parametrize(
    "sentence",
    ["不超过100%的，得5元。", "90%（含以上计5分。", "不超过100%的，得0..5分。", "≤0，计8分。", LOST_SIGN],
)
def test_where_no_name_can_help_none_is_asked_for(capsys, sentence: str) -> None:
    status, _, err = run(capsys, sentence, "--points", "5")
    assert status == 2
    assert "--name" not in err


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        (STEPS, "边界归属=高分"),
        (STEPS, "无指标值=满分"),
        (STEPS, "舍入=去尾"),
        ("不超过100%的，得满分；每超过1个百分点扣1分，不足1个百分点的不扣分。", "不足一步=按比例"),
    ],
)
def test_a_reading_that_changes_nothing_is_told(capsys, sentence: str, reading: str) -> None:
    status, out, err = run(
        capsys, sentence, "--points", "5", "--reading", reading, "--at", "1", "--format", "json"
    )
    assert (status, json.loads(out)["scores"][0]["score"]) == (0, "5")
    assert err == f"口径“{reading.partition('=')[0]}”对这一句不起作用：句中用不到，或已经写明\n"


@pytest.mark.parametrize(("value", "score"), [("是", "0"), ("否", "4.8")])
def test_a_guard_by_statute_asks_for_its_reading(capsys, value: str, score: str) -> None:
    sentence = "按完成比例计算得分，60%以下不得分。"
    words = ("--points", "8", "--at", "60%", "--reading", f"以上以下含本数={value}", "--format", "json")
    status, out, err = run(capsys, sentence, *words)
    given = json.loads(out)
    assert (status, err, given["scores"][0]["score"]) == (0, "", score)
    assert [one["name"] for one in given["readings"]] == ["以上以下含本数"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((STEPS,), "缺少选项 --points"),
        (
            (STEPS, "--points", "零"),
            "选项 --points：“零”不是可以精确读取的数字，请写成 225.18 这样的十进制数",
        ),
        ((STEPS, "--points", "9" * 40), "选项 --points：数字过长（40 位），最多 30 位"),
        (("", "--points", "5"), "参数是空的，应为：评分标准"),
        ((" \n", "--points", "5"), "参数是空的，应为：评分标准"),
        ((STEPS, "--points", "0"), "分值“0”不行"),
        ((STEPS, "--points", "-5"), "分值“-5”不行"),
        ((STEPS, "再来一句", "--points", "5"), "评分标准只能是一句，请用引号括起来；多出来的是“再来一句”"),
        ((STEPS, "--points", "5", "--reading", "不足一步"), "口径“不足一步”应写成 名称=值"),
        ((STEPS, "--points", "5", "--reading", "不足1步=不计"), "没有名为“不足1步”的口径，是否为“不足一步”"),
        (
            (STEPS, "--points", "5", "--reading", "不足一步=不算"),
            "口径“不足一步”不能是“不算”，可用：不计、按比例、按一步",
        ),
        (
            (STEPS, "--points", "5", "--reading", "不足一步=不计", "--reading", "不足一步：按一步"),
            "口径“不足一步”写了两次",
        ),
        ((STEPS, "--points", "5", "--at"), "选项 --at 后面缺少参数"),
        ((STEPS, "--points", "5", "--format", "html"), "选项 --format 不能是“html”，可用：text、json"),
    ],
)
def test_misuse_is_one_line_and_2(capsys, words: tuple[str, ...], message: str) -> None:
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert err.startswith(f"jixiao standard：{message}")
    assert err.count("\n") == 1


def test_misuse_prints_its_json_too(capsys) -> None:
    status, given = document(capsys, STEPS, "--at", "100%")
    assert status == 2
    assert (given["format"], given["understood"]) == ("jixiao.standard/1", False)
    assert "--points" in given["error"]["message"]


@pytest.mark.parametrize(
    "sentence", ["。", "（", "＝＝＝", "\x1b[31m", "每" * 1999, "9" * 500, "a" * 3000, "①" * 900]
)
def test_any_sentence_ends_in_an_answer(capsys, sentence: str) -> None:
    status, given = document(capsys, sentence, "--points", "5", "--at", "1")
    assert (status, given["understood"]) == (2, False)
    status, out, err = run(capsys, sentence, "--points", "5")
    assert (status, out) == (2, "")
    assert "程序内部错误" not in err
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("at", "said"),
    [("93.37%", "计得0分"), ("93.3700000000000000000000007%", "数值超过4000位，不再计算，得0至5分")],
)
def test_three_hundred_factors(capsys, at: str, said: str) -> None:
    """What Python won't write at once is written all the same; what is longer by far is not worked out, and said."""
    group = f"({'×'.join(['执行率'] * 20)})"
    words = [f"得分={'×'.join([group] * 15)}×分值", "--points", "5", "--name", "执行率", "--at", at]
    status, out, _ = run(capsys, *words)
    assert status == 0
    assert said in "".join(out.split())
    assert document(capsys, *words)[0] == 0
