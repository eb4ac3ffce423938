"""Where a text names a project: brackets and endings may differ, a short name never runs into another word."""

import pytest

from jixiao.documents.projects.mentions import Mentions

NAMES = ("专项业务（工作）经费", "工作经费", "办公楼运行经费", "村道硬化")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("专项业务工作经费12万元", ["专项业务（工作）经费"]),
        ("维稳工作经费3万元", []),
        ("其中工作经费3万元", ["工作经费"]),
        ("办公楼运行维护费9万元", ["办公楼运行经费"]),
        ("村道硬化项目支出5万元，工作经费2万元", ["村道硬化", "工作经费"]),
    ],
)
def test_a_project_is_found_by_its_name(text: str, found: list[str]) -> None:
    assert [one.project for one in Mentions((NAMES,)).of(text)] == found


def test_two_spellings_in_two_places_are_one_project() -> None:
    assert Mentions((NAMES, ("办公楼运行维护费", "村道硬化项目"))).names == NAMES
    assert Mentions((NAMES,)).same("县道硬化") is None


def test_names_beside_each_other_are_several_projects() -> None:
    """A name that goes on where another one ends is another's, where one table has both."""
    both = ("农村道路", "农村道路养护项目")
    mentions = Mentions((both, ("农村道路养护", "农村道路项目")))
    assert mentions.names == both
    assert [one.project for one in mentions.of("农村道路养护支出5万元，农村道路支出9万元")] == [
        *reversed(both)
    ]
