"""Every fixture in bad/ is refused where and as its first line says: `# line:column piece`."""

import re
from pathlib import Path

import pytest

from jixiao.audit.checks.compiled import compile_checks
from jixiao.files import Library, load_case, load_items, load_ruleset
from jixiao.files.rules.checks import read_checks
from jixiao.files.rules.common import read_frameworks
from jixiao.files.rules.findings import read_finding_rules
from jixiao.model.diagnostic import Refused

BAD = Path(__file__).parent / "bad"
FIXTURES = sorted(BAD.rglob("*.yaml"))


def read(path: Path, library: Library) -> None:
    """Read a fixture as what its folder says it is."""
    if path.parent.name == "items":
        load_items(path)
    elif path.parent.name == "findings":
        read_finding_rules([path])
    elif path.parent.name == "checks":
        compile_checks(read_checks([path]), library.items.items)
    elif path.parent.name == "common":
        read_frameworks([path], library.items)
    elif path.parent.name == "rulesets":
        load_ruleset(path, library.items)
    else:
        load_case(path, library)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_bad_file_gets_one_message_at_the_place_of_its_mistake(path: Path, library: Library) -> None:
    first_line = path.read_text(encoding="utf-8").partition("\n")[0]
    expected = re.fullmatch(r"# (\d+):(\d+) (.+)", first_line)
    assert expected is not None, "the first line says what to expect"

    with pytest.raises(Refused) as refused:
        read(path, library)

    [diagnostic] = refused.value.diagnostics
    place = diagnostic.place
    assert (place.line, place.column) == (int(expected[1]), int(expected[2])), str(diagnostic)
    assert place.file == str(path)
    assert expected[3] in diagnostic.message


def test_each_kind_of_file_has_fixtures() -> None:
    assert {path.parent.name for path in FIXTURES} == {
        "yaml", "items", "rulesets", "cases", "checks", "findings", "common",
    }  # fmt: skip
