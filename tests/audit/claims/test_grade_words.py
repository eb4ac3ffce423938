"""What grade of a table a report means by its own word."""

import pytest

from jixiao.audit.claims.grade_words import grade_meant

USUAL = ("优", "良", "中", "差")
LONG = ("优秀", "良好", "合格", "不合格")
COUNTED = ("第一等级", "第二等级", "第三等级", "第四等级")
THREE = ("A", "B", "C")


@pytest.mark.parametrize(
    ("said", "names", "grade"),
    [
        ("优", USUAL, "优"),
        ("优秀", USUAL, "优"),
        ("“良好”", USUAL, "良"),
        ("优秀等级", USUAL, "优"),
        ("第一等级", USUAL, "优"),
        ("二等", USUAL, "良"),
        ("B级", USUAL, "良"),
        ("一般", USUAL, "中"),
        ("不合格", USUAL, "差"),
        ("优", LONG, "优秀"),
        ("中等", LONG, "合格"),
        ("优秀", COUNTED, "第一等级"),
        ("差", COUNTED, "第四等级"),
        ("一等", COUNTED, "第一等级"),
        ("A级", THREE, "A"),
    ],
)
def test_a_word_means_a_grade(said: str, names: tuple[str, ...], grade: str):
    assert grade_meant(said, names) == grade


@pytest.mark.parametrize(
    ("said", "names"),
    [("很好", USUAL), ("第五等级", USUAL), ("优", THREE), ("", USUAL), ("等级", USUAL), ("甲", USUAL)],
)
def test_another_word_is_not_guessed_at(said: str, names: tuple[str, ...]):
    assert grade_meant(said, names) is None
