"""Names of case files that are made of forms."""

from __future__ import annotations

from jixiao.cli.read_forms import _name


def test_a_unit_names_a_file_in_signs_that_can_be_seen() -> None:
    assert _name("\u202e某/办\t-2022", set()) == "_某_办_-2022"
    assert _name("..", set()) == "case"
