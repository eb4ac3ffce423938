"""Places in an order: what each place earns, however the places are written."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError, Unsaid
from jixiao.scoring.scale.said import Value, own
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.sentences.standards import SILENT

NAME = "综合测评"


def meaning(sentence: str, points: int, name: str = NAME) -> Meaning:
    return meaning_of(understand(sentence, name, Fraction(points)), SILENT)


def at(found: Meaning, place: int) -> Fraction:
    """Give what a place earns; one number, since places are whole."""
    low, high = found.span(own(Value(Fraction(place))))
    assert low == high
    return high


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[int], list[int]]:
    """Draw a sentence, the last place of each band but the last, and what the bands earn."""
    widths = draw(st.lists(st.integers(1, 9), min_size=1, max_size=4))
    lasts = [sum(widths[: place + 1]) for place in range(len(widths))]
    points = [2 * (len(widths) - place) + 1 for place in range(len(widths))]
    clauses = []
    for place, (last, earned) in enumerate(zip(lasts, points, strict=True)):
        first = 1 if not place else lasts[place - 1] + 1
        clauses.append(f"{draw(_band(first, last))}得{earned}分")
    after = lasts[-1] + 1
    rest = draw(
        st.sampled_from(
            (
                f"{after}名以后",
                f"第{after}名及以后的",
                f"第{after}名及以下的",
                f"{after - 1}名以后",
                f"未进入前{after - 1}名的",
                "其余",
            )
        )
    )
    return f"{'；'.join(clauses)}；{rest}得1分。", lasts, [*points, 1]


def _band(first: int, last: int) -> st.SearchStrategy[str]:
    lead = st.sampled_from(("", "排名", "全市排名", "位列全县"))
    numbers = f"第{first}名" if first == last else f"第{first}-{last}名"
    ways = [lead.map(lambda words: f"{words}{numbers}的")]
    if first < last:
        ways.append(st.just(f"第{first}名至第{last}名"))
        ways.append(lead.map(lambda words: f"{words}第{first}到{last}位的"))
    if first == 1:
        ways.append(lead.map(lambda words: f"{words}前{last}名"))
        ways.append(st.just(f"进入全省前{last}位的"))
    return st.one_of(ways)


@given(tables(), st.integers(1, 50))
def test_each_place_earns_what_its_band_does(table, place) -> None:
    sentence, lasts, points = table
    band = next((number for number, last in enumerate(lasts) if place <= last), len(lasts))
    assert at(meaning(sentence, points[0]), place) == points[band]


@given(
    st.integers(1, 3),
    st.integers(1, 4),
    st.sampled_from(("每降低一名", "每下降1位", "每后移一个位次", "每退后1名")),
    st.integers(1, 40),
)
def test_each_place_behind_costs_so_much(last, halves, step, place) -> None:
    full, each = 10, Fraction(halves, 2)
    limit = "第1名" if last == 1 else f"前{last}名"
    found = meaning(f"全市排名{limit}得10分，{step}扣{float(each):g}分，扣完为止。", full)
    assert at(found, place) == max(full - max(place - last, 0) * each, 0)


@given(st.integers(2, 6), st.booleans())
def test_points_one_after_another_are_those_of_the_places(count, first) -> None:
    points = [2 * (count - place) for place in range(count)]
    places = f"前{count}名" if first else f"第1-{count}名"
    said = "、".join(f"{one}分" for one in points)
    found = meaning(f"{places}依次得{said}，其他不得分。", points[0])
    assert [at(found, place) for place in range(1, count + 3)] == [*points, 0, 0]


@given(st.integers(1, 30))
def test_even_places_go_on(place) -> None:
    found = meaning("第1名5分；第2名4.5分；第3名4分；依次类推，扣完为止", 5)
    assert at(found, place) == max(5 - Fraction(place - 1, 2), 0)


@pytest.mark.parametrize("text", ["3名", "第3名", "3位", "第3位", "3"])
def test_a_place_may_be_written_in_several_ways(text: str) -> None:
    found = meaning("前2名得5分，每低一名扣1分。", 5)
    assert found.span(read_at(text, found)) == (4, 4)


@pytest.mark.parametrize("words", ["末位", "后3名", "倒数第一名", "最后两名", "倒数前3名"])
def test_places_from_the_end_need_the_number_of_all(words: str) -> None:
    with pytest.raises(Unsaid, match="不知道一共有多少名"):
        understand(f"排名前3名的得5分，{words}的不得分，其他得3分。", NAME, Fraction(5))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("支出执行率排名在全县前10%以内的得5分，前30%以内的得3分，其余不得分。", "支出执行率"),
        ("第1名得5分，第2名得3分，第2名得1分。", NAME),
        ("排名第1-3名依次得5分、3分。", NAME),
    ],
)
def test_what_is_no_order_of_places(sentence: str, name: str) -> None:
    with pytest.raises(LanguageError):
        understand(sentence, name, Fraction(5))


@pytest.mark.parametrize(
    ("sentence", "name", "value", "points"),
    [
        ("居民培训人数达到50名得5分，每少1名扣1分，扣完为止。", "居民培训人数", "48名", 3),
        ("在岗人数达到50名得5分，每少1名扣1分，扣完为止。", "在岗人数", "47名", 2),
        ("前期培训达到50名得5分，低于50名不得分。", "前期培训人数", "49名", 0),
    ],
)
def test_people_are_no_places(sentence: str, name: str, value: str, points: int) -> None:
    found = meaning_of(understand(sentence, name, Fraction(5)), {"不足一步": "不计"})
    assert found.span(read_at(value, found)) == (points, points)
