"""Names of files that a run makes in one folder."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from jixiao.cli.file_names import FileNames, harmless
from jixiao.cli.read_forms import stem_of


def test_a_unit_names_a_file_in_signs_that_can_be_seen() -> None:
    assert stem_of("\u202e某/办\t", 2022) == "_某_办_-2022"


def test_dots_alone_name_no_file() -> None:
    assert stem_of("." * 60, 2022) == "case"


@given(st.text())
def test_what_is_harmless_stays(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)
    assert len(harmless(text)) == len(text)


@pytest.mark.parametrize("text", ["怀化市某办（本级）", "huaihua-department-2022"])
def test_plain_names_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.lists(st.sampled_from(["甲", "A", "a", "a-2", "A-2", "a-3"]), max_size=12))
def test_no_two_files_have_one_name_on_any_system(stems: list[str]) -> None:
    names = FileNames()
    given_out = [names.free(stem) for stem in stems]
    assert len({one.casefold() for one in given_out}) == len(stems) == len(names)
    assert given_out[:1] == stems[:1]
