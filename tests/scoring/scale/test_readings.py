"""Making something of readings: once for every way to read those that are asked for and left open."""

from __future__ import annotations

from itertools import product

from hypothesis import given, strategies as st

from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.readings import DEFAULTS, READINGS, read_every_way, values_of

names = st.lists(st.sampled_from(sorted(READINGS)), max_size=4)
given_readings = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values_of(name)) for name in READINGS}
)


@given(names, given_readings)
def test_there_is_a_way_for_every_value_of_what_is_left_open(asked: list[str], known: Readings) -> None:
    """What is given or usual forks nothing; what was asked is remembered, in order, each once."""

    def make(readings: Readings) -> tuple[str, ...]:
        return tuple(readings[name] for name in asked)

    read = read_every_way(make, known)
    assert read.asks == tuple(dict.fromkeys(asked))
    every = [(known.get(name) or DEFAULTS.get(name),) if name in known or name in DEFAULTS else values_of(name)
             for name in read.asks]  # fmt: skip
    wanted = [dict(zip(read.asks, values, strict=True)) for values in product(*every)]
    assert [made for _, made in read.ways] == [tuple(way[name] for name in asked) for way in wanted]
    open_ones = [name for name in read.asks if name not in known and name not in DEFAULTS]
    assert [dict(chosen) for chosen, _ in read.ways] == [
        {name: way[name] for name in open_ones} for way in wanted
    ]


def test_what_is_asked_under_one_reading_only_forks_there() -> None:
    """Of a miss that earns nothing nobody asks how it counts in proportion."""

    def make(readings: Readings) -> str:
        return readings["按比例计分"] if readings["未达标"] == "按比例" else ""

    read = read_every_way(make, {})
    assert [made for _, made in read.ways] == ["", *values_of("按比例计分")]
    assert read.asks == ("未达标", "按比例计分")
