"""What lints look at is worked out once, however many of them look."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest

from jixiao.analysis.lint import sentence as lint_sentence
from jixiao.desk.lint import lint
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.sentence import understand

ROOT = Path(__file__).parents[3]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    copytree(ROOT / "rules", tmp_path / "rules")
    return tmp_path / "rules"


def test_a_sentence_is_cut_and_understood_once(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the lints and by what makes the table ready to run, together."""
    cut, understood = Counter[str](), Counter[str]()
    parse, read = understand.parse_standard, understand._read

    def counted_parse(text, names):
        cut[text, names] += 1
        return parse(text, names)

    def counted_read(entries, sentence, name, *more):
        understood[sentence, name] += 1
        return read(entries, sentence, name, *more)

    monkeypatch.setattr(understand, "parse_standard", counted_parse)
    monkeypatch.setattr(lint_sentence, "parse_standard", counted_parse)
    monkeypatch.setattr(understand, "_read", counted_read)
    lint(rules / "huaihua")
    assert len(understood) > 10
    assert set(cut.values()) == set(understood.values()) == {1}


def test_pieces_are_drawn_once(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = Counter[Lowered]()
    pieces = Lowered.pieces

    def counted(way):
        drawn[way] += 1
        return pieces(way)

    monkeypatch.setattr(Lowered, "pieces", counted)
    lint(rules / "huaihua")
    assert max(drawn.values()) <= 2
