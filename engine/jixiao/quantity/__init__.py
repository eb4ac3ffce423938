"""Exact numbers with units: text in, quantities out.

Nothing here knows of rules or cases. Binary floats never appear.
"""

from jixiao.quantity.alike import MAX_NEAR, alike, meant
from jixiao.quantity.chinese import NUMERAL, parse_numeral
from jixiao.quantity.comparing import counts_alike, inexact, is_counted, is_share, is_time
from jixiao.quantity.number import NumberError, PrintedNumber, fold_width, parse_number, whole_text
from jixiao.quantity.printed import Printed, Span, as_printed, rounds_to, side_by_side
from jixiao.quantity.quantity import Quantity, is_to_the_cent, parse_quantity
from jixiao.quantity.render import (
    decimal_text,
    hundredfold_of,
    hundredfold_text,
    percent_of,
    percent_text,
    points_apart,
    points_text,
    shown_of,
    shown_text,
    value_text,
)
from jixiao.quantity.rounding import ROUNDINGS, cut_off, is_printed_as, round_to
from jixiao.quantity.said import parse_said, unit_said
from jixiao.quantity.sums import exact_sum
from jixiao.quantity.unit import PLAIN, RANK, Dimension, Unit, UnitError, find_unit, name_in_files, unit_names

__all__ = [
    "MAX_NEAR",
    "NUMERAL",
    "PLAIN",
    "RANK",
    "ROUNDINGS",
    "Dimension",
    "NumberError",
    "Printed",
    "PrintedNumber",
    "Quantity",
    "Span",
    "Unit",
    "UnitError",
    "alike",
    "as_printed",
    "counts_alike",
    "cut_off",
    "decimal_text",
    "exact_sum",
    "find_unit",
    "fold_width",
    "hundredfold_of",
    "hundredfold_text",
    "inexact",
    "is_counted",
    "is_printed_as",
    "is_share",
    "is_time",
    "is_to_the_cent",
    "meant",
    "name_in_files",
    "parse_number",
    "parse_numeral",
    "parse_quantity",
    "parse_said",
    "percent_of",
    "percent_text",
    "points_apart",
    "points_text",
    "round_to",
    "rounds_to",
    "shown_of",
    "shown_text",
    "side_by_side",
    "unit_names",
    "unit_said",
    "value_text",
    "whole_text",
]
