"""What a cell shows of its value, as Excel and WPS write it."""

# ruff: noqa: DTZ001 — cells hold times without a zone

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, strategies as st

from jixiao.files.workbook.shown import Value, shown

ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.31, "0.00%", "31.00%"),
        (1.3106, "0.0%", "131.1%"),
        (0.31, "0%", "31%"),
        (1225.18, "#,##0.00", "1,225.18"),
        (1234567.891, "#,##0", "1,234,568"),
        (0, "#,##0.00", "0.00"),
        (0, "#,###", ""),
        (0.5, "#.##", ".5"),
        (-1225.18, "#,##0.00", "-1,225.18"),
        (-1225.18, "#,##0.00_);(#,##0.00)", "(1,225.18)"),
        (-1225.18, "#,##0.00;[Red]-#,##0.00", "-1,225.18"),
        (0, "#,##0.00;[Red]-#,##0.00", "0.00"),
        (0, "0.00%;-0.00%", "0.00%"),
        (-0.001, "0.00", "0.00"),
        (1225.18, ACCOUNTING, "1,225.18"),
        (-1225.18, ACCOUNTING, "-1,225.18"),
        (0, ACCOUNTING, "-"),
        ("无", ACCOUNTING, "无"),
        (0, "0;-0;;@", ""),
        (5, '0.0"万元"', "5.0万元"),
        (2022, '0"年度"', "2022年度"),
        (5, "0人", "5人"),
        (5, '[>10]"多";[<=10]"少"', "少"),
        (1225180, "0.00,", "1225.18"),
        (1225180, '#,##0.00,"千元"', "1,225.18千元"),
        (7, "000", "007"),
        (1225.18, '"￥"#,##0.00', "￥1,225.18"),
        (1225.18, "[$¥-804]#,##0.00", "¥1,225.18"),
        (1225.18, "0.00E+00", "1.23E+03"),
        (0.1 + 0.2, "General", "0.3"),
        (0.1 + 0.2, None, "0.3"),
        (1 / 3, "General", "0.333333333"),
        (2.0, "General", "2"),
        (431200000123456, "General", "431200000123456"),
        (1e20, "General", "100000000000000000000"),
        (0.00001, "General", "0.00001"),
        (0.5, "# ?/?", "0.5"),
        (12.5, '"得分"General"分"', "得分12.5分"),
        (2.675, "0.00", "2.68"),
        (0.125, "0.00", "0.13"),
        (1.005, "0.00", "1.01"),
        (5, "@", "5"),
        ("≥98%", "0.00", "≥98%"),
        ("0012", "@", "0012"),
        (True, "General", "TRUE"),
        (None, "0.00", ""),
        (datetime(2022, 12, 31), "yyyy-mm-dd", "2022-12-31"),
        (datetime(2022, 3, 1), "yyyy/m/d", "2022/3/1"),
        (datetime(2022, 3, 1), 'yyyy"年"m"月"d"日"', "2022年3月1日"),
        (datetime(2022, 3, 1), '[$-804]yyyy"年"m"月";@', "2022年3月"),
        (datetime(2022, 3, 1), "General", "2022-03-01"),
        (datetime(2022, 3, 1, 9, 5), "yyyy-mm-dd hh:mm", "2022-03-01 09:05"),
        (datetime(2022, 3, 1, 15, 5, 7), "h:mm:ss AM/PM", "3:05:07 PM"),
        (date(2022, 3, 1), "mm-dd-yy", "03-01-22"),
        (datetime(2022, 3, 1), "aaaa", "星期二"),
        (time(9, 5), "h:mm", "9:05"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    ],
)  # fmt: skip
def test_it_is_shown(value: Value, number_format: str | None, text: str) -> None:
    assert shown(value, number_format) == text


@given(
    st.one_of(
        st.floats(), st.integers(), st.text(), st.datetimes(), st.times(), st.timedeltas(), st.booleans()
    ),
    st.one_of(st.text('0#?.,%E+-_*"\\[]$¥;@ymdhsa年Generl/<>=1 ', max_size=25), st.text(max_size=10)),
)
def test_any_value_in_any_format_is_some_text(value: Value, number_format: str) -> None:
    assert isinstance(shown(value, number_format), str)


@given(st.decimals(-(10**8), 10**8, places=2))
def test_money_is_shown_to_the_last_fen(amount: object) -> None:
    assert shown(float(amount), "#,##0.00").replace(",", "") == (f"{amount:.2f}" if amount else "0.00")


@pytest.mark.parametrize("piece", ["[<", "0%", '"', "0."])
def test_a_format_longer_than_any_is_none(piece: str) -> None:
    assert shown(0.31, piece * 50_000) == "0.31"
    assert shown("字", piece * 50_000) == "字"
