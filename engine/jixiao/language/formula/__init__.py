"""The formula language: arithmetic and conditions over data items (DESIGN §6)."""

from jixiao.language.formula.parse import (
    MAX_FORMULA_DEPTH,
    MAX_FORMULA_LENGTH,
    parse_formula,
    parse_indicator_formula,
)
from jixiao.language.formula.tokenise import plain_name, spellings
from jixiao.language.formula.tree import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Logic,
    Minus,
    Name,
    Not,
    Number,
    names,
    replaced,
    walk,
)
from jixiao.language.formula.units import check_condition, infer_units
from jixiao.language.formula.write import write_formula

__all__ = [
    "MAX_FORMULA_DEPTH",
    "MAX_FORMULA_LENGTH",
    "Arithmetic",
    "Call",
    "Comparison",
    "Expression",
    "Logic",
    "Minus",
    "Name",
    "Not",
    "Number",
    "check_condition",
    "infer_units",
    "names",
    "parse_formula",
    "parse_indicator_formula",
    "plain_name",
    "replaced",
    "spellings",
    "walk",
    "write_formula",
]
