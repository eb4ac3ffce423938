"""The forms that come nearest to a sentence that is not understood, and where it is not."""

import pytest

from jixiao.language.standard import parse_standard
from jixiao.scoring.forms.listed import FORMS
from jixiao.scoring.sentence.nearest import SHOWN_FORMS, nearest


@pytest.mark.parametrize("example", [listed.example for listed in FORMS])
def test_nothing_is_nearer_to_an_example_than_its_own_form(example):
    """A sentence of the same kinds of clauses comes first of the three that are shown."""
    shown = nearest(parse_standard(example))
    assert shown[0] == example
    assert len(shown) == SHOWN_FORMS == 3
