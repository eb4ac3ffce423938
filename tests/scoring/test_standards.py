"""The sentences of ../shared/standards, which others wrote and scored by hand, beside the project where they are there."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from jixiao.language.error import LanguageError
from shared.sentences.examples import Example, result_of, wanted

FOLDER = Path(__file__).parents[3] / "shared" / "standards"
FILES = ("examples.yaml", "examples-2.yaml")
WHERE = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/standards is not there")


def entries() -> list:
    """Give every sentence of the files that are there, as a parameter."""
    found = [(file, FOLDER / file) for file in FILES if (FOLDER / file).is_file()]
    return [
        pytest.param(entry, id=f"{file} {place} {entry['name']}")
        for file, path in found
        for place, entry in enumerate(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader), 1)
    ]


@WHERE
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
