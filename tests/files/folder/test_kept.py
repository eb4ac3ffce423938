"""What is read of a folder of rules is the same when it is recalled."""

from shutil import copytree

import pytest

from jixiao.files import built_in_rules, open_library
from jixiao.files.folder import library as module
from jixiao.kept.keeper import Cache


def never(*_):
    raise AssertionError("read anew")


def read(library):
    """Give everything that can be asked of a folder of rules."""
    tables = [library.at(entry.path) for entry in library.tables]
    return (
        library.items,
        library.tables,
        library.unreadable,
        tables,
        library.checks(),
        library.findings_digest(),
    )


@pytest.fixture
def rules(tmp_path):
    """Give a folder of rules with a table that can't be read."""
    folder = copytree(built_in_rules(), tmp_path / "rules")
    (folder / "broken.yaml").write_text("指标表: 坏的\n适用: {}\n指标: 3\n", encoding="utf-8")
    return folder


def test_a_folder_is_recalled_without_being_read(rules, tmp_path, monkeypatch):
    """Items, index, what is unreadable, tables and checks, with all their places."""
    plainly = read(open_library(rules))
    assert read(open_library(rules, Cache(tmp_path / "cache"))) == plainly
    for name in ("load_items", "index_tables", "load_ruleset", "load_checks"):
        monkeypatch.setattr(module, name, never)
    again = read(open_library(rules, Cache(tmp_path / "cache")))
    assert again == plainly
    assert repr(again) == repr(plainly)


def test_the_same_rules_elsewhere_have_other_places(rules, tmp_path):
    """Places in messages are where the file is now."""
    cache = Cache(tmp_path / "cache")
    read(open_library(rules, cache))
    moved = rules.rename(tmp_path / "moved")
    assert read(open_library(moved, cache)) == read(open_library(moved))


@pytest.mark.parametrize(
    "name", ["items.yaml", "huaihua/department-2022.yaml", "checks/budget.yaml", "findings/claims.yaml"]
)
def test_a_change_of_any_file_counts_at_once(rules, tmp_path, name):
    cache = Cache(tmp_path / "cache")
    before = read(open_library(rules, cache))
    file = rules / name
    file.write_text("# 改过\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert read(open_library(rules, cache)) == read(open_library(rules)) != before


def test_a_new_table_is_found(rules, tmp_path):
    cache = Cache(tmp_path / "cache")
    open_library(rules, cache)
    (rules / "new.yaml").write_text(
        "指标表: 新\n代码: new\n版本: 2024\n适用: {地区: 甲, 对象: 乙, 年度: 2024}\n", encoding="utf-8"
    )
    assert "new@2024" in [entry.reference for entry in open_library(rules, cache).tables]
