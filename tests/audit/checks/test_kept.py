"""Checks made ready in an earlier run."""

import pytest

from jixiao.audit.checks import kept
from jixiao.audit.checks.kept import ready_checks
from jixiao.files import built_in_rules, open_library
from jixiao.kept.keeper import Cache

LIBRARY = open_library(built_in_rules())


def never(*_):
    raise AssertionError("made anew")


@pytest.mark.parametrize("reference", [table.reference for table in LIBRARY.tables])
def test_checks_are_recalled_without_being_read(reference, tmp_path, monkeypatch):
    ruleset, checks = LIBRARY.ruleset(reference), LIBRARY.checks()
    plainly = ready_checks(ruleset, checks)
    assert plainly
    assert ready_checks(ruleset, checks, "digest", Cache(tmp_path)) == plainly
    monkeypatch.setattr(kept, "compile_checks", never)
    monkeypatch.setattr(kept, "identity_checks", never)
    again = ready_checks(ruleset, checks, "digest", Cache(tmp_path))
    assert again == plainly
    assert [check.names for check in again] == [check.names for check in plainly]
    with pytest.raises(AssertionError, match="made anew"):
        ready_checks(ruleset, checks, "another digest", Cache(tmp_path))
