"""Every lint, one module each, in the order of the documentation.

A lint is a module with `LINT`, a page docs/lints/<code>.md and fixtures in
tests/analysis/lint/rules/<code>/.
"""

from __future__ import annotations

from jixiao.analysis.lint.found import Lint
from jixiao.analysis.lint.rules import (
    alias_shared,
    band_contested,
    band_gap,
    band_open_end,
    band_overlap,
    band_unreachable,
    band_whole_gap,
    cannot_run,
    cap_never_reached,
    check_twice,
    checklist_sum,
    code_unexplained,
    common_formula,
    division_by_zero,
    entry_twice,
    exemption_never,
    floor_never_reached,
    formula_not_understood,
    formula_unused,
    grade_gap,
    grade_order,
    invalid_file,
    item_undefined,
    item_unused,
    look_alike,
    not_monotonic,
    not_understood,
    points_misfit,
    points_total,
    provisional,
    reading_open,
    reading_unused,
    rule_never,
    score_above_full,
    step_too_coarse,
    table_twice,
    term_names_alike,
    term_unreachable,
    to_fill,
    unit_mismatch,
    waiver_unused,
    years_gap,
    years_overlap,
)

_MODULES = (
    # the file
    invalid_file,
    to_fill,
    look_alike,
    # the sentence
    not_understood,
    points_misfit,
    checklist_sum,
    band_overlap,
    band_gap,
    band_whole_gap,
    band_open_end,
    band_contested,
    band_unreachable,
    entry_twice,
    not_monotonic,
    score_above_full,
    floor_never_reached,
    step_too_coarse,
    cap_never_reached,
    term_unreachable,
    term_names_alike,
    reading_open,
    reading_unused,
    # the formula and its items
    formula_not_understood,
    formula_unused,
    unit_mismatch,
    division_by_zero,
    common_formula,
    exemption_never,
    item_undefined,
    item_unused,
    alias_shared,
    # the table
    points_total,
    grade_gap,
    grade_order,
    provisional,
    cannot_run,
    waiver_unused,
    # checks and finding rules
    check_twice,
    rule_never,
    code_unexplained,
    # several tables
    table_twice,
    years_gap,
    years_overlap,
)

LINTS: tuple[Lint, ...] = tuple(module.LINT for module in _MODULES)
"""Every lint there is."""
