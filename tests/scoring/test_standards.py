"""The sentences of ../shared/standards, which others wrote and scored by hand, beside the project where they are there."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.language.error import LanguageError
from shared.sentences.examples import Example, result_of, wanted
from shared.sentences.outside import FIRST, SECOND, needs_shared, shared_examples


def entries() -> list:
    """Give every sentence of the files that are there, as a parameter."""
    return [
        pytest.param(entry, id=f"{file} {place} {entry['name']}")
        for file in (FIRST, SECOND)
        for place, entry in enumerate(shared_examples(file), 1)
    ]


@needs_shared
@pytest.mark.parametrize("entry", entries())
def test_it_scores_what_its_author_says(entry: dict) -> None:
    """Each value, rating and fact gives the points that were worked out by hand, or the sentence is refused."""
    example = Example(
        "",
        "",
        "",
        entry["name"],
        Fraction(entry["points"]),
        entry["text"],
        entry.get("reading", {}),
        entry.get("at", {}),
    )
    if "error" in entry:
        with pytest.raises(LanguageError):
            example.standard()
        return
    for at, score in example.at.items():
        result = result_of(example, at)
        assert (result.low, result.high) == wanted(score), at
