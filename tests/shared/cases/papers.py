"""Reports made up so that everything in them agrees, and what each figure must agree with.

A paper is what one project's report prints. Its amounts come from exact ones, each printed with
its own unit and decimals; what is calculated (ratios, differences) is calculated from the
printed figures, as whoever checks it would. `relations` is written down beside the figures, apart
from the engine: what must hold between them, for telling whether a break could be seen at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

FACTORS = {"元": 1, "万元": 10_000, "亿元": 100_000_000, "%": Fraction(1, 100)}
MEASURED = tuple(FACTORS)
WAN = 10_000


@dataclass(frozen=True)
class Figure:
    """A number as it is printed."""

    number: Fraction
    unit: str
    decimals: int = 0
    exact: bool = False
    """Whether nothing was rounded away."""

    @property
    def text(self) -> str:
        return f"{Decimal(self.number.numerator) / self.number.denominator:.{self.decimals}f}"

    @property
    def value(self) -> Fraction:
        """In base units."""
        return self.number * FACTORS.get(self.unit, 1)

    @property
    def slack(self) -> Fraction:
        """Half a unit of the last decimal; counts are exact, and so is a bare 0 of money."""
        if (
            self.exact
            or self.unit not in MEASURED
            or (not self.decimals and not self.number and self.unit != "%")
        ):
            return Fraction(0)
        return Fraction(FACTORS[self.unit]) / 10**self.decimals / 2

    @property
    def ends(self) -> tuple[Fraction, ...]:
        return (self.value - self.slack, self.value + self.slack) if self.slack else (self.value,)


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Round half up, away from zero."""
    scaled = abs(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**decimals)


def printed(value: Fraction, unit: str, decimals: int) -> Figure:
    return Figure(rounded(value / FACTORS.get(unit, 1), decimals), unit, decimals)


Linear = Mapping[str, int]
"""Name of a figure → how often it counts; "" is the number one."""


@dataclass(frozen=True)
class Relation:
    """left = top ÷ bottom, or ≤; without bottom left = top."""

    left: Linear
    sign: str
    top: Linear
    bottom: Linear | None = None

    @property
    def names(self) -> tuple[str, ...]:
        parts = (self.left, self.top, self.bottom or {})
        return tuple(dict.fromkeys(name for part in parts for name in part if name))

    def distances(self, figures: Mapping[str, Figure]) -> list[Fraction] | None:
        """Give left − right where every figure is as low or as high as printing allows.

        A sum, and a quotient of sums, is lowest and highest at such corners. None where a zero
        may divide.
        """
        figures = self._side_by_side(figures)
        if self.bottom is None:
            weights = {name: self.left.get(name, 0) - self.top.get(name, 0) for name in self.names}
            middle = sum((weight * figures[name].value for name, weight in weights.items()), Fraction(0))
            middle -= self.top.get("", 0)
            slack = sum(abs(weight) * figures[name].slack for name, weight in weights.items())
            return [middle - slack, middle + slack]
        found = []
        for corner in product(*(figures[name].ends for name in self.names)):
            values = {"": Fraction(1), **dict(zip(self.names, corner, strict=True))}
            left, top, bottom = (
                sum(count * values[name] for name, count in part.items())
                for part in (self.left, self.top, self.bottom)
            )
            if bottom <= 0:
                return None
            found.append(left - top / bottom)
        return found

    def _side_by_side(self, figures: Mapping[str, Figure]) -> dict[str, Figure]:
        """Give its figures; a whole number among decimals of its unit lost its zeros, and is exact."""
        own = {name: figures[name] for name in self.names}
        fine = {one.unit for one in own.values() if one.decimals and one.unit != "%"}
        return {
            name: replace(one, exact=True) if not one.decimals and one.unit in fine else one
            for name, one in own.items()
        }

    def is_broken(self, figures: Mapping[str, Figure]) -> bool:
        """Whether no true values behind the printed figures satisfy it."""
        found = self.distances(figures)
        if found is None:
            return False
        return min(found) > 0 or (self.sign == "=" and max(found) < 0)


@dataclass
class Paper:
    """One project's report: figures by name, and what must hold between them.

    Names: an item; `item·part`, `item·part占比`, `item·part完成率`; `item#1` is a second statement.
    """

    figures: dict[str, Figure] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    breakdowns: dict[str, tuple[str, tuple[str, ...], bool]] = field(default_factory=dict)
    """label → item, names of parts, whether they are all."""
    claims: dict[str, dict[str, Figure | str]] = field(default_factory=dict)
    exact: dict[str, Fraction] = field(default_factory=dict)

    def broken(self) -> list[Relation]:
        return [one for one in self.relations if one.is_broken(self.figures)]

    def covering(self, name: str, figure: Figure) -> list[Relation]:
        """Give the relations that no longer hold once a figure is this one instead."""
        figures = {**self.figures, name: figure}
        return [one for one in self.relations if name in one.names and one.is_broken(figures)]


# ── Making one ───────────────────────────────────────────────────────────────────────────────────


class Writer:
    """Writes a paper figure by figure."""

    def __init__(self, random: Random, *, coarse: bool, whole: bool = False) -> None:
        self.random = random
        self.paper = Paper()
        self.coarse = coarse
        """Whether amounts are rounded when printed; otherwise they are exact."""
        self.whole = whole
        """Whether they are rounded to whole ones, all of them: whole numbers among decimals only lost their zeros."""

    # ── figures ──

    def money(self, name: str, amount: Fraction) -> None:
        """Print an amount in 元, in a unit and with decimals of its own."""
        self.paper.exact[name] = amount
        self.paper.figures[name] = self._print(amount)
        if self.random.random() < 0.08:
            self.paper.figures[f"{name}#1"] = self._print(amount)
            self.equal({name: 1}, {f"{name}#1": 1})

    def _print(self, amount: Fraction) -> Figure:
        if self.coarse:
            one = printed(amount, *self._printing(amount))
            is_little = amount and not one.number and not one.decimals  # which nobody prints as a bare 0
            return printed(amount, "元", 0) if is_little else one
        ways = [(unit, places) for unit in ("元", "万元") for places in (0, 1, 2)]
        self.random.shuffle(ways)
        for unit, places in ways:
            one = printed(amount, unit, places)
            if one.value == amount:
                return one
        raise AssertionError(amount)

    def _printing(self, amount: Fraction) -> tuple[str, int]:
        if self.whole:
            return self.random.choice(["元", "万元", "万元"]), 0
        if abs(amount) >= 10**9 and self.random.random() < 0.2:
            return "亿元", 2
        unit = self.random.choice(["元", "万元", "万元"])
        return unit, self.random.choice([1, 2, 2]) if unit == "万元" else 2

    def count(self, name: str, number: int, unit: str) -> None:
        self.paper.figures[name] = Figure(Fraction(number), unit)

    def difference(self, name: str, one: str, other: str) -> None:
        """Print the difference of two printed figures, to the last digit."""
        value = self.value(one) - self.value(other)
        self.paper.figures[name] = printed(value, *self._exactly(value))
        self.equal({name: 1}, {one: 1, other: -1})

    def _exactly(self, value: Fraction) -> tuple[str, int]:
        wan = value / WAN
        places = next((places for places in range(3) if rounded(wan, places) == wan), None)
        return ("万元", places) if places is not None else ("元", 0 if self.whole else 2)

    def rate(self, name: str, top: Linear, bottom: Linear) -> bool:
        """Print a ratio of printed figures; nothing where a zero may divide."""
        figures = self.paper.figures
        low = sum(
            count * figures[one].value - abs(count) * figures[one].slack for one, count in bottom.items()
        )
        if low <= 0:
            return False
        value = self._sum(top) / self._sum(bottom)
        figures[name] = printed(value, "%", self.random.choice([0, 1, 2, 2]))
        self.paper.relations.append(Relation({name: 1}, "=", top, bottom))
        return True

    def value(self, name: str) -> Fraction:
        return self.paper.figures[name].value

    def _sum(self, part: Linear) -> Fraction:
        return sum((count * self.value(name) for name, count in part.items()), Fraction(0))

    # ── relations ──

    def equal(self, left: Linear, right: Linear) -> None:
        self.paper.relations.append(Relation(left, "=", right))

    def at_most(self, left: str, *right: str) -> None:
        self.paper.relations.append(Relation({left: 1}, "≤", dict.fromkeys(right, 1)))

    # ── amounts ──

    def amount(self, least: int, most: int) -> Fraction:
        """An amount in 元; on the grid of 0.01 万元 where amounts are exact."""
        step = Fraction(1, 100) if self.coarse else Fraction(100)
        return self.random.randint(int(least / step), int(most / step)) * step

    def share(self, amount: Fraction) -> Fraction:
        """Some of an amount, on the same grid."""
        return self.amount(0, int(amount))

    def split(self, amount: Fraction, parts: int) -> list[Fraction]:
        found = []
        for _ in range(parts - 1):
            found.append(self.share(amount))
            amount -= found[-1]
        return [*found, amount]

    # ── breakdowns ──

    def breakdown(self, item: str, names: tuple[str, ...], *, label: str = "", complete: bool = True) -> None:
        amounts = self.split(self.paper.exact[item], len(names) + (not complete))
        keys = [f"{item}·{name}" for name in names]
        for key, amount in zip(keys, amounts, strict=False):
            self.paper.figures[key] = self._print(amount)
        self.paper.breakdowns[label or item] = (item, names, complete)
        parts = dict.fromkeys(keys, 1)
        if not complete:
            self.paper.relations.append(Relation(parts, "≤", {item: 1}))
            return
        self.equal({item: 1}, parts)
        if self.random.random() < 0.6 and len(keys) <= 6 and self._sum(parts) > 0:
            done = [key for key in keys if self.rate(f"{key}占比", {key: 1}, parts)]
            if len(done) == len(keys):
                self.equal({f"{key}占比": 1 for key in keys}, {"": 1})


PURPOSES = ("一般公共服务", "社会保障和就业", "卫生健康", "住房保障", "商业服务业", "农林水")
KINDS = ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出")


def paper(random: Random, size: int, *, coarse: bool, whole: bool = False) -> Paper:
    """Make up a paper of so many groups of figures."""
    writer = Writer(random, coarse=coarse, whole=whole)
    for group in (*random.sample(GROUPS, min(size, len(GROUPS))), _budget, _people):
        group(writer)
    return writer.paper


def _budget(writer: Writer) -> None:
    """The year's budget, which covers what is spent, and what was added to it."""
    spent = writer.paper.exact.get("支出决算", Fraction(0))
    writer.money("年初预算", spent + writer.amount(500_000, 90_000_000))
    writer.money("本年追加预算", writer.share(writer.paper.exact["年初预算"] / 5))
    if spent:
        writer.at_most("支出决算", "年初预算", "本年追加预算", "上年结转")
    if writer.random.random() < 0.7:
        writer.rate("预算追加率", {"本年追加预算": 1}, {"年初预算": 1})


def _spending(writer: Writer) -> None:
    staff, running, project = (writer.amount(300_000, 40_000_000) for _ in range(3))
    running += writer.paper.exact.get("三公经费决算", Fraction(0))
    spent = staff + running + project
    for name, amount in {
        "人员经费决算": staff, "公用经费决算": running, "基本支出决算": staff + running, "项目支出": project,
        "支出决算": spent, "机关运行经费决算": running,
    }.items():  # fmt: skip
        writer.money(name, amount)
    writer.equal({"基本支出决算": 1}, {"人员经费决算": 1, "公用经费决算": 1})
    writer.equal({"支出决算": 1}, {"基本支出决算": 1, "项目支出": 1})
    writer.equal({"机关运行经费决算": 1}, {"公用经费决算": 1})
    if "三公经费决算" in writer.paper.exact:
        writer.at_most("三公经费决算", "公用经费决算")
    if "上年结转" not in writer.paper.exact:
        writer.money("上年结转", writer.share(spent / 4))
    carried = min(writer.paper.exact["上年结转"], spent / 4)
    writer.money("收入决算", spent - writer.share(carried))
    writer.at_most("支出决算", "收入决算", "上年结转")
    total = spent + writer.share(carried)
    writer.money("支出总计", total)
    writer.money("收入总计", total)
    writer.equal({"收入总计": 1}, {"支出总计": 1})
    writer.at_most("支出决算", "支出总计")
    writer.breakdown("支出决算", PURPOSES[: writer.random.randint(2, 6)], label="功能")
    if writer.random.random() < 0.5:
        writer.breakdown("基本支出决算", KINDS, label="经济分类")
    if writer.random.random() < 0.5:
        writer.breakdown("项目支出", ("专项业务", "信息化"), complete=False)


def _growth(writer: Writer) -> None:
    """Totals of grants, with what they grew by since last year."""
    total, before = writer.amount(2_000_000, 90_000_000), writer.amount(2_000_000, 90_000_000)
    for side in ("收入", "支出"):
        name = f"财政拨款{side}总计"
        writer.money(name, total)
        writer.paper.figures[f"{name}较上年增减额"] = printed(
            total - before, "万元", 0 if writer.whole else 2
        )
        grown = f"{name}较上年增减额"
        writer.rate(f"{name}较上年增减率", {grown: 1}, {name: 1, grown: -1})
    writer.equal({"财政拨款收入总计": 1}, {"财政拨款支出总计": 1})
    writer.equal({"财政拨款支出总计较上年增减额": 1}, {"财政拨款收入总计较上年增减额": 1})


def _hospitality(writer: Writer) -> None:
    """三公经费: budget and outcome, each of three kinds, one of two."""
    for side in ("预算", "决算"):
        abroad, guests, bought, run = (writer.amount(10_000, 75_000) for _ in range(4))
        if side == "决算":
            abroad = guests * 0
        for name, amount in {
            "因公出国境费": abroad, "公务接待费": guests, "公务用车购置费": bought, "公务用车运行维护费": run,
            "公务用车购置及运行维护费": bought + run, "三公经费": abroad + guests + bought + run,
        }.items():  # fmt: skip
            writer.money(f"{name}{side}", amount)
        vehicles = f"公务用车购置及运行维护费{side}"
        writer.equal({vehicles: 1}, {f"公务用车购置费{side}": 1, f"公务用车运行维护费{side}": 1})
        writer.equal({f"三公经费{side}": 1}, {f"因公出国境费{side}": 1, f"公务接待费{side}": 1, vehicles: 1})
    for name in ("三公经费", "公务接待费", "公务用车购置及运行维护费"):
        if writer.random.random() < 0.5:
            changed = f"{name}决算较预算增减额"
            writer.difference(changed, f"{name}决算", f"{name}预算")
            writer.rate(f"{name}决算较预算增减率", {changed: 1}, {f"{name}预算": 1})
    if "公用经费决算" in writer.paper.exact:
        writer.at_most("三公经费决算", "公用经费决算")
    writer.rate("三公经费预算完成率", {"三公经费决算": 1}, {"三公经费预算": 1})
    writer.count("公务接待人次", writer.random.randint(100, 900), "人次")
    writer.count("公务接待团组数", writer.random.randint(10, 90), "个")
    writer.count("公务用车保有量", writer.random.randint(2, 5), "辆")
    writer.count("车辆数", writer.random.randint(5, 9), "辆")
    writer.count("新增车辆数", 1, "辆")
    writer.at_most("公务接待团组数", "公务接待人次")
    writer.at_most("公务用车保有量", "车辆数")
    writer.at_most("新增车辆数", "车辆数")


def _assets(writer: Writer) -> None:
    cost = writer.amount(1_000_000, 90_000_000)
    worn = writer.share(cost)
    for name, amount in {"固定资产原值": cost, "累计折旧": worn, "固定资产净值": cost - worn}.items():
        writer.money(name, amount)
    writer.equal({"固定资产净值": 1}, {"固定资产原值": 1, "累计折旧": -1})


def _procurement(writer: Writer) -> None:
    names = ("政府采购预算", "实际政府采购金额", "授予中小企业合同金额", "授予小微企业合同金额")
    amount = writer.amount(1_000_000, 9_000_000)
    for name in names:
        writer.money(name, amount)
        amount = writer.share(amount) / 2 + amount / 2 if writer.coarse else amount - writer.share(amount / 2)
        amount = rounded(amount, 2)
    for part, whole in zip(names[1:], names, strict=False):
        writer.at_most(part, whole)
    for size in ("中小", "小微"):
        writer.rate(f"{size}企业合同金额占比", {f"授予{size}企业合同金额": 1}, {names[1]: 1})


def _funds(writer: Writer) -> None:
    """Funds spent and carried over; in exact amounts, since both rates are to make 100 %."""
    budget = writer.random.randint(10_000, 900_000) * 100
    spent = writer.random.randint(budget // 200, budget // 100) * 100
    figures = writer.paper.figures
    for name, amount in {"财政资金预算": budget, "财政资金支出": spent, "结转结余": budget - spent}.items():
        figures[name] = printed(Fraction(amount), "万元", 2)
    writer.equal({"结转结余": 1}, {"财政资金预算": 1, "财政资金支出": -1})
    writer.at_most("财政资金支出", "财政资金预算")
    writer.rate("财政资金支出完成率", {"财政资金支出": 1}, {"财政资金预算": 1})
    writer.rate("财政资金结转结余率", {"结转结余": 1}, {"财政资金预算": 1})
    writer.equal({"财政资金支出完成率": 1, "财政资金结转结余率": 1}, {"": 1})
    figures["国库集中支付结转结余存量资金"] = Figure(Fraction(5), "万元", 2)


def _people(writer: Writer) -> None:
    staff = writer.random.randint(10, 99)
    writer.count("在职人员数", staff, "人")
    writer.count("编制数", staff + writer.random.randint(0, 9), "人")
    writer.count("新增人员数", writer.random.randint(3, 9), "人")
    writer.count("人才引进新增人员数", writer.random.randint(0, 3), "人")
    writer.at_most("新增人员数", "在职人员数")
    writer.at_most("人才引进新增人员数", "新增人员数")


def _completed(writer: Writer) -> None:
    """What was done of a project's money, kind by kind, against the budget for it."""
    names = ("设备购置", "差旅", "劳务")
    if "上年结转" not in writer.paper.exact:
        writer.money("上年结转", writer.amount(0, 2_000_000))
    writer.money("本年预算数", writer.amount(1_000_000, 9_000_000))
    total = writer.paper.exact["上年结转"] + writer.paper.exact["本年预算数"]
    received = total - writer.share(total / 10)
    for name, amount in {
        "全年预算数": total, "实际到位资金": received, "全年执行数": received - writer.share(received / 10),
    }.items():  # fmt: skip
        writer.money(name, amount)
    writer.equal({"全年预算数": 1}, {"上年结转": 1, "本年预算数": 1})
    writer.at_most("实际到位资金", "全年预算数")
    writer.at_most("全年执行数", "实际到位资金")
    for name in ("全年预算数", "全年执行数"):
        writer.breakdown(name, names)
    for name in names:
        done, planned = f"全年执行数·{name}", f"全年预算数·{name}"
        writer.rate(f"{done}完成率", {done: 1}, {planned: 1})


GROUPS = (_spending, _growth, _hospitality, _assets, _procurement, _funds, _completed)


# ── Breaking one ─────────────────────────────────────────────────────────────────────────────────


def breaks(figure: Figure, random: Random) -> list[tuple[str, Figure]]:
    """Give one of each kind of slip that the figure may suffer, by name of the kind."""
    found = [("正负号", replace(figure, number=-figure.number))]
    if figure.unit in ("元", "万元"):
        found.append(("单位", replace(figure, unit="万元" if figure.unit == "元" else "元")))
    if figure.decimals:
        found.append(("小数点", Figure(figure.number * 10, figure.unit, figure.decimals - 1)))
    digits = figure.text.lstrip("-")
    places = [place for place, sign in enumerate(digits) if sign != "."]
    place = random.choice(places)
    other = random.choice([digit for digit in "0123456789" if digit != digits[place]])
    found.append(("一位之差", _read(digits[:place] + other + digits[place + 1 :], figure)))
    pairs = [
        place for place, sign in enumerate(digits[:-1]) if sign.isdigit() and digits[place + 1].isdigit()
    ]
    if pairs:
        place = random.choice(pairs)
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        found.append(("换位", _read(swapped, figure)))
    return [(kind, one) for kind, one in found if one.value != figure.value]


def _read(digits: str, figure: Figure) -> Figure:
    sign = -1 if figure.number < 0 else 1
    return replace(figure, number=sign * Fraction(digits))
