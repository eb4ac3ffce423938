"""A page that `check` wrote gives back the cases that it is of, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "cases").glob("*.yaml"))
RULES = str(ROOT / "rules")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_comes_back_from_its_page(jixiao, folder: Path, path: Path) -> None:
    assert jixiao("check", str(path), "--rules", RULES, "-o", "page.html").returncode == 0
    assert jixiao("read", "page.html", "-o", "back.yaml").returncode == 0
    assert (folder / "back.yaml").read_bytes() == path.read_bytes()


def test_all_cases_of_a_page_come_back_by_their_codes(jixiao, folder: Path) -> None:
    assert jixiao("check", str(ROOT / "cases"), "--rules", RULES, "-o", "page.html").returncode == 0
    done = jixiao("read", "page.html", "-o", "back")
    assert done.returncode == 0
    assert {one.name: one.read_bytes() for one in (folder / "back").iterdir()} == {
        one.name: one.read_bytes() for one in CASES
    }
    assert jixiao("read", "page.html", "-o", "one.yaml").returncode == 2


def test_whatever_bytes_a_file_has_come_back(jixiao, folder: Path) -> None:
    """GB18030, CRLF, remarks and blanks at ends of lines."""
    text = (folder / "quiet.yaml").read_text("utf-8").replace("\n", "  # 说明 \r\n", 3)
    (folder / "odd.yaml").write_bytes(text.encode("gb18030"))
    assert jixiao("check", "odd.yaml", "--rules", RULES, "-o", "page.html").returncode == 0
    assert jixiao("read", "page.html", "-o", "back.yaml").returncode == 0
    assert (folder / "back.yaml").read_bytes() == (folder / "odd.yaml").read_bytes()


def test_a_draft_comes_back_as_it_was_read(jixiao, folder: Path) -> None:
    (folder / "报告.txt").write_text(
        "怀化市某局2022年度部门整体支出绩效自评报告\n编制数19人，在职人员20人。自评得分95分。\n", "utf-8"
    )
    assert jixiao("check", "报告.txt", "--rules", RULES, "-o", "page.html").returncode == 0
    assert jixiao("read", "page.html", "-o", "back.yaml", "--rules", RULES).returncode == 0
    assert jixiao("read", "报告.txt", "-o", "drafted.yaml", "--rules", RULES).returncode == 0
    back, drafted = ((folder / name).read_text("utf-8") for name in ("back.yaml", "drafted.yaml"))
    assert [one for one in back.splitlines() if "$schema" not in one] == [
        one for one in drafted.splitlines() if "$schema" not in one
    ]


def test_a_page_whose_case_was_touched_is_refused(jixiao, folder: Path) -> None:
    assert jixiao("check", "quiet.yaml", "--rules", RULES, "-o", "page.html").returncode == 0
    page = (folder / "page.html").read_text("utf-8")
    at = page.index("jixiao.case/1 ") + 120
    (folder / "page.html").write_text(page[:at] + ("B" if page[at] != "B" else "C") + page[at + 1 :], "utf-8")
    done = jixiao("read", "page.html", "-o", "back.yaml")
    assert done.returncode == 2
    assert "这是 jixiao 写出的结果" in done.stderr
    assert not (folder / "back.yaml").exists()
