"""Finding rules from YAML. What is refused, and where, stands in bad/findings."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jixiao.audit.inference import compile_pack, open_engine
from jixiao.files import Library, built_in_rules, load_finding_rules
from jixiao.files.rules.findings import MAX_PATTERNS, MAX_RULES
from jixiao.files.rules.patterns import MAX_CHOICES, MAX_TEXT
from jixiao.model.diagnostic import Refused
from jixiao.model.fact import DERIVED, KINDS, Fact
from jixiao.model.finding_rule import Counted, Pattern, Template, Variable

RULE = """
  - 规则: {name}
    当: [{{事实: 案例}}]
    则: {{事实: 疑点, 代码: found, 级别: 提示, 题目: {text}, 说明: 说明}}
"""


def write(folder: Path, **files: str) -> Path:
    """A folder of rules with these files in findings/."""
    (folder / "findings").mkdir()
    for name, rules in files.items():
        (folder / "findings" / f"{name}.yaml").write_text(f"疑点规则:{rules}", encoding="utf-8")
    return folder


def refusals(folder: Path) -> list[str]:
    with pytest.raises(Refused) as refused:
        load_finding_rules(folder)
    return [
        f"{Path(one.place.file).name}:{one.place.line}:{one.message}" for one in refused.value.diagnostics
    ]


def test_rules_are_read_as_written(good: Path) -> None:
    check, claim, many = load_finding_rules(good / "rules")

    assert (check.name, claim.name, many.name) == ("核查不符", "满分依据有争议", "争议集中")
    assert Path(claim.place.file).name == "first.yaml"
    assert (claim.place.line, claim.place.column) == (7, 9)
    assert claim.when[0] == Pattern(
        "疑点", (("代码", ("check-failed",)), ("来自", Variable("核查")), ("级别", ("一般", "严重")))
    )
    assert claim.absent[0].terms[1] == ("结果", ("低于",))
    assert many.counted == (Counted(Pattern("涉及", (("归类", Variable("块")),)), 2),)
    assert check.then.get("级别") == Template((Variable("级"),))
    assert claim.then.get("题目") == Template(("“", Variable("指标"), "”的自评依据有争议"))
    assert claim.then.get("级别") == Template(("一般",))


def test_a_status_written_as_its_code_is_read_as_its_word(tmp_path: Path) -> None:
    """Rules written before statuses had words stay as they are."""
    when = "当: [{事实: 指标, 状态: [exempt, 待定]}, {事实: 指标, 状态: scored}]"
    rule = RULE.format(name="甲", text="题").replace("当: [{事实: 案例}]", when)

    [read] = load_finding_rules(write(tmp_path, a=rule))

    assert read.when == (
        Pattern("指标", (("状态", ("免评", "待定")),)),
        Pattern("指标", (("状态", ("核算",)),)),
    )


def test_what_is_read_runs(good: Path) -> None:
    facts = [
        Fact.of(
            "核查", 来自="k1", 结果="不符", 级别="严重", 题目="三公经费不等", 说明="合计与明细差 0.1 万元"
        ),
        Fact.of("用数", 来自="k1", 数据项="三公经费决算"),
        Fact.of("引用", 指标="变动率", 数据项="三公经费决算"),
    ]

    check, claim = open_engine(compile_pack(load_finding_rules(good / "rules"))).saturate(facts)

    assert (check.fact["号"], check.fact["级别"], check.fact["说明"]) == (
        "check-failed/k1",
        "严重",
        "合计与明细差 0.1 万元",
    )
    assert (claim.fact["号"], claim.rank) == ("claim-on-disputed-figure/变动率", 2)
    assert claim.fact["说明"] == "这一指标用到“三公经费决算”，而它没有通过核查。"
    assert claim.derivations == ((check.fact, facts[1], facts[2]),)


def test_finding_rules_are_not_taken_for_tables(library: Library) -> None:
    assert [entry.id for entry in library.tables] == ["small"]
    assert library.unreadable == ()


def test_without_a_folder_of_findings_those_of_jixiao_are_read(tmp_path: Path) -> None:
    assert load_finding_rules(tmp_path) == load_finding_rules(built_in_rules())


def test_an_empty_folder_of_findings_has_none(tmp_path: Path) -> None:
    assert load_finding_rules(write(tmp_path)) == ()


def test_the_mistakes_of_all_files_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path, b=RULE.format(name="乙", text="[]"), a=RULE.format(name="甲", text="“{x}”"))

    assert [one.partition(":")[0] for one in refusals(folder)] == ["a.yaml", "b.yaml"]


def test_two_rules_of_one_name_are_refused_across_files(tmp_path: Path) -> None:
    folder = write(tmp_path, a=RULE.format(name="甲", text="题"), b=RULE.format(name="甲", text="题"))

    [message] = refusals(folder)

    assert message.startswith("b.yaml:2:规则“甲”与 ")
    assert "a.yaml:2:9 的重名" in message


def test_rules_may_be_as_many_as_the_limit(tmp_path: Path) -> None:
    files = {
        f"f{number:02}": "".join(RULE.format(name=f"{number}-{n}", text="题") for n in range(50))
        for number in range(4)
    }
    folder = write(tmp_path, **files)
    assert len(load_finding_rules(folder)) == MAX_RULES

    more = RULE.format(name="多", text="题")
    (folder / "findings/g.yaml").write_text(f"疑点规则:{more}", encoding="utf-8")

    assert refusals(folder) == [f"g.yaml:2:疑点规则最多 {MAX_RULES} 条，请合并或删减"]


@pytest.mark.parametrize("part", ["当", "没有", "至少"])
def test_patterns_may_be_as_many_as_the_limit(tmp_path: Path, part: str) -> None:
    def rule(count: int) -> str:
        pattern = "{数目: 1, 事实: 案例}" if part == "至少" else "{事实: 案例}"
        rest = "" if part == "当" else "\n    当: [{事实: 案例}]"
        then = "{事实: 疑点, 代码: found, 级别: 提示, 题目: 题, 说明: 说}"
        return f"\n  - 规则: 甲{rest}\n    {part}: [{', '.join([pattern] * count)}]\n    则: {then}\n"

    assert load_finding_rules(write(tmp_path, a=rule(MAX_PATTERNS)))
    (tmp_path / "findings/a.yaml").write_text(f"疑点规则:{rule(MAX_PATTERNS + 1)}", encoding="utf-8")
    [message] = refusals(tmp_path)
    assert message.endswith(f"最多 {MAX_PATTERNS} 项，请删减")


def test_texts_and_lists_may_be_as_long_as_the_limit(tmp_path: Path) -> None:
    choices = ", ".join(f"甲{number}" for number in range(MAX_CHOICES))
    rule = RULE.format(name="甲", text="字" * MAX_TEXT).replace(
        "{事实: 案例}", f"{{事实: 案例, 案例: [{choices}]}}"
    )

    [found] = load_finding_rules(write(tmp_path, a=rule))

    assert len(found.then.values[2][1].pieces[0]) == MAX_TEXT
    assert len(found.when[0].terms[0][1]) == MAX_CHOICES


def test_texts_are_brought_to_one_form(tmp_path: Path) -> None:
    rule = RULE.format(name="甲", text="题").replace("{事实: 案例}", "{事实: 案例, 案例: 'e\u0301 '}")

    [found] = load_finding_rules(write(tmp_path, a=rule))

    assert found.when[0].terms == (("案例", ("é",)),)


def test_every_kind_and_property_is_described_in_the_schema() -> None:
    """Editors complete from it; whoever adds a kind describes it there."""
    schema = json.loads((built_in_rules() / "schema/findings.schema.json").read_text(encoding="utf-8"))[
        "$defs"
    ]
    properties = {name for names in KINDS.values() for name in names}
    for part, more in (("pattern", {"事实"}), ("counted", {"事实", "数目"})):
        assert set(schema[part]["properties"]) == properties | more
        assert schema[part]["properties"]["事实"]["enum"] == list(KINDS)
        assert len(schema[part]["properties"]["事实"]["markdownEnumDescriptions"]) == len(KINDS)
    concluded = {name for kind in DERIVED for name in KINDS[kind]} - {"号"}
    assert set(schema["then"]["properties"]) == concluded | {"事实"}
    assert schema["then"]["properties"]["事实"]["enum"] == list(DERIVED)
    assert all(
        one["description"]
        for part in ("pattern", "counted", "then")
        for one in schema[part]["properties"].values()
    )


def test_a_copy_elsewhere_reads_the_same(good: Path, tmp_path: Path) -> None:
    shutil.copytree(good / "rules/findings", tmp_path / "findings")

    names = [rule.name for rule in load_finding_rules(tmp_path)]

    assert names == [rule.name for rule in load_finding_rules(good / "rules")]
