"""`jixiao schema`: every schema into a folder, all or none."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCHEMAS = {path.relative_to(ROOT / "rules/schema"): path for path in (ROOT / "rules/schema").rglob("*.json")}


def files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_every_schema(jixiao, folder: Path) -> None:
    done = jixiao("schema", "-o", "某处/格式")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"已写入 某处/格式：格式说明 {len(SCHEMAS)} 个\n"
    assert files(folder / "某处/格式") == set(SCHEMAS)
    for name, source in SCHEMAS.items():
        assert (folder / "某处/格式" / name).read_bytes() == source.read_bytes()
    assert {"case", "ruleset", "items", "checks", "findings"} <= {
        name.name.removesuffix(".schema.json") for name in SCHEMAS
    }


def test_older_ones_are_replaced_and_other_files_stay(jixiao, folder: Path) -> None:
    (folder / "格式").mkdir()
    (folder / "格式/case.schema.json").write_text("{}", "utf-8")
    (folder / "格式/我的.txt").write_text("我的", "utf-8")
    assert jixiao("schema", "-o", "格式").returncode == 0
    assert json.loads((folder / "格式/case.schema.json").read_text("utf-8"))["title"] == "案例"
    assert (folder / "格式/我的.txt").read_text("utf-8") == "我的"


def test_where_one_can_not_be_written_none_is(jixiao, folder: Path) -> None:
    (folder / "格式/ruleset.schema.json").mkdir(parents=True)
    done = jixiao("schema", "-o", "格式")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "写不了“格式/ruleset.schema.json”：这是文件夹\n"
    assert files(folder / "格式") == set()
    assert not (folder / "格式/output").exists()


def test_a_place_that_is_no_folder_is_told(jixiao, folder: Path) -> None:
    before = files(folder)
    done = jixiao("schema", "-o", "quiet.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "路径里有一段不是文件夹" in done.stderr
    assert files(folder) == before


def test_it_says_what_is_missing_or_too_much(jixiao) -> None:
    assert "缺少选项 -o" in jixiao("schema").stderr
    assert "请去掉“case”" in jixiao("schema", "case", "-o", "x").stderr
