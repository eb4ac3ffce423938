"""The check that the page for policy staff shows can be run."""

import re
from pathlib import Path

from jixiao.audit.checks.compiled import compile_checks
from jixiao.files import load_items
from jixiao.files.rules.checks import read_checks
from shared.findings.reviews import RULES

PAGE = Path(__file__).parents[2] / "docs/policy-staff.md"


def test_the_example_is_a_check_of_our_items(tmp_path: Path) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    [example] = [one for one in examples if "\n核查:\n" in one]
    path = tmp_path / "checks.yaml"
    path.write_text(example, "utf-8")
    [check] = compile_checks(read_checks([path]), load_items(RULES / "items.yaml").items)
    assert check.may_be_absent == ("上年结转",)
