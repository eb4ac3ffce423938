"""Tables are found by reference, by path, or by what they apply to."""

import shutil
from pathlib import Path
from shutil import rmtree

import pytest

from jixiao.files import built_in_rules, find_rules, load_case, open_library
from jixiao.model.diagnostic import Place, Refused


@pytest.fixture
def rules(good: Path, tmp_path: Path) -> Path:
    """A copy of good/rules to add tables to."""
    return Path(shutil.copytree(good / "rules", tmp_path / "rules"))


def add(rules: Path, name: str, code: str = "small", version: str = "2022") -> Path:
    """Add a table that differs from small@2022 in its code and version only."""
    text = (rules / "small-2022.yaml").read_text("utf-8")
    text = text.replace("代码: small\n版本: 2022\n", f"代码: {code}\n版本: {version}\n")
    path = rules / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("reference", ["small@2022", "small"])
def test_a_table_is_found_by_code_and_version_or_by_code_alone(rules: Path, reference: str) -> None:
    assert open_library(rules).ruleset(reference).reference == "small@2022"


def test_a_code_with_two_versions_lists_them(rules: Path) -> None:
    add(rules, "small-2023.yaml", version="2023")
    library = open_library(rules)
    with pytest.raises(Refused, match="“small”有多个版本：small@2022、small@2023"):
        library.ruleset("small")
    assert library.ruleset("small@2023").version == "2023"


def test_a_table_is_matched_by_region_subject_and_any_of_its_years(rules: Path) -> None:
    library = open_library(rules)
    assert library.match("甲省乙市", "部门整体支出", 2023) is library.ruleset("small@2022")


def test_no_match_lists_what_there_is_at_the_place_asked_from(rules: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_library(rules).match("丙省", "部门整体支出", 2022, asked_at=Place("case.yaml", 3, 1))
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.place == Place("case.yaml", 3, 1)
    assert "“丙省 部门整体支出 2022”" in diagnostic.message
    assert "small@2022（甲省乙市 部门整体支出 2022、2023）" in diagnostic.message


def test_two_matches_are_an_error_until_the_case_names_one(rules: Path, good: Path) -> None:
    add(rules, "other.yaml", code="other")
    library = open_library(rules)
    with pytest.raises(Refused, match="不止一个：other@2022、small@2022"):
        load_case(good / "cases" / "minimal.yaml", library)
    assert load_case(good / "cases" / "everything.yaml", library)[1].reference == "small@2022"


def test_the_reference_wins_over_the_year_of_the_case(rules: Path, good: Path, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    text = (good / "cases" / "minimal.yaml").read_text("utf-8").replace("年度: 2022", "年度: 1999")
    path.write_text(text + "指标表: small\n", "utf-8")
    assert load_case(path, open_library(rules))[1].reference == "small@2022"


def test_two_files_of_one_table_are_an_error_only_when_it_is_needed(rules: Path) -> None:
    add(rules, "copy/small.yaml")
    add(rules, "other.yaml", code="other", version="1")
    library = open_library(rules)
    assert library.ruleset("other").version == "1"
    with pytest.raises(Refused, match=r"“small@2022”有多个文件：.*small-2022\.yaml.*请改其中的代码或版本"):
        library.ruleset("small@2022")


@pytest.mark.parametrize("broken", ["\t坏", "指标表: 坏\n代码: broken\n指标: []\n", "{"])
def test_a_broken_table_does_not_stop_cases_of_others(rules: Path, broken: str) -> None:
    (rules / "broken.yaml").write_text(broken, "utf-8")
    library = open_library(rules)
    assert library.ruleset("small").id == "small"
    with pytest.raises(Refused, match="没有指标表“broken@1”") as refused:
        library.ruleset("broken@1")
    assert any("broken.yaml" in one.place.file for one in refused.value.diagnostics)


def test_what_is_wrong_in_the_table_that_is_needed_is_told(rules: Path) -> None:
    path = rules / "small-2022.yaml"
    path.write_text(path.read_text("utf-8").replace("公式:", "公试:", 1), "utf-8")
    library = open_library(rules)
    with pytest.raises(Refused, match=r"small-2022.yaml:16:5：不认识的键“公试”，是否为“公式”"):
        library.match("甲省乙市", "部门整体支出", 2022)


def test_a_table_whose_scope_is_broken_is_told_when_nothing_matches(rules: Path) -> None:
    path = rules / "small-2022.yaml"
    path.write_text(path.read_text("utf-8").replace("地区:", "地域:", 1), "utf-8")
    with pytest.raises(Refused, match=r"没有适用于.*不认识的键“地域”，是否为“地区”"):
        open_library(rules).match("甲省乙市", "部门整体支出", 2022)


def test_a_table_given_as_a_path_takes_the_nearest_items_above_it(rules: Path, tmp_path: Path) -> None:
    library = open_library(rules)
    path = tmp_path / "elsewhere" / "deep" / "table.yaml"
    path.parent.mkdir(parents=True)
    shutil.copy(rules / "small-2022.yaml", path)
    (tmp_path / "elsewhere" / "items.yaml").write_text("数据项: {甲: {单位: 人, 含义: 乙}}\n", "utf-8")
    assert list(library.ruleset(str(path)).items) == ["甲"]
    assert library.ruleset(str(rules / "small-2022.yaml")).items is library.items.items


def test_a_path_without_items_above_it_takes_those_of_the_library(rules: Path, tmp_path: Path) -> None:
    path = tmp_path / "table.yml"
    shutil.copy(rules / "small-2022.yaml", path)
    assert "编制数" in open_library(rules).ruleset(str(path)).items


def test_files_that_are_no_tables_are_passed_over(rules: Path) -> None:
    for name in (
        "schema/x.yaml",
        "checks/x.yaml",
        "findings/x.yaml",
        "deep/items.yaml",
        "notes.yaml",
        ".git/x.yaml",
    ):
        path = rules / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("说明: 不是指标表\n", "utf-8")
    shutil.copy(rules / "small-2022.yaml", rules / "checks" / "small.yaml")
    library = open_library(rules)
    assert [table.reference for table in library.tables] == ["small@2022"]
    assert library.unreadable == ()


def test_a_case_in_the_folder_of_rules_is_not_taken_for_a_broken_table(rules: Path, good: Path) -> None:
    shutil.copytree(good / "cases", rules / "cases")
    assert open_library(rules).unreadable == ()


def test_a_library_without_sound_items_is_refused(rules: Path) -> None:
    (rules / "items.yaml").write_text("数据项: {甲: {单位: 万, 含义: 乙}}", "utf-8")
    with pytest.raises(Refused, match="不认识的单位“万”"):
        open_library(rules)


def test_rules_are_those_named_else_those_here_else_those_that_came_along(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_rules(None) == Path("rules")
    assert find_rules(rules) == rules
    (rules / "items.yaml").unlink()
    assert find_rules(None) == Path("rules")
    rmtree(rules)
    assert find_rules(None) == built_in_rules()
    rules.mkdir()
    (rules / "eslint.yaml").write_text("extends: standard\n", "utf-8")
    assert find_rules(None) == built_in_rules()
    assert (built_in_rules() / "schema" / "case.schema.json").is_file()


def test_a_folder_that_holds_no_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"没有 items\.yaml"):
        find_rules(tmp_path)
    with pytest.raises(Refused, match="找不到文件夹"):
        find_rules(tmp_path / "absent")


def test_a_missing_case_is_refused(rules: Path) -> None:
    with pytest.raises(Refused, match="找不到文件"):
        load_case(rules / "absent.yaml", open_library(rules))
