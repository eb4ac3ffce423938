"""Jixiao (绩效): scoring tables that run, with a reason for every point.

The questions of the command line, for programs (docs/api.md):

>>> import jixiao
>>> answer = jixiao.standard("不超过100%的，得满分；每超过1%，扣1分。", points=5, at="102%")

Importing it is instant: what a name stands for is loaded when it is first asked for.
"""

__version__ = "0.1.0"
"""The version of the engine; pyproject.toml repeats it, and a test compares the two."""

TYPE_CHECKING = False  # as type checkers read it; typing itself would take longer to load than all of this
if TYPE_CHECKING:
    from jixiao.desk.batch import batch, explain_row
    from jixiao.desk.batch_output import BatchRun
    from jixiao.desk.check import check
    from jixiao.desk.diff import diff
    from jixiao.desk.framework import framework, frameworks
    from jixiao.desk.import_table import import_table
    from jixiao.desk.items import items
    from jixiao.desk.lint import lint
    from jixiao.desk.read import read
    from jixiao.desk.rules import open_rules
    from jixiao.desk.show import show
    from jixiao.desk.simulate import simulate
    from jixiao.desk.sql import sql
    from jixiao.desk.standard import standard
    from jixiao.desk.take_over import meaning_of, take_back, take_into
    from jixiao.desk.test import test
    from jixiao.face import form, new, to_json
    from jixiao.files.folder.library import Library
    from jixiao.model.answer import Answer, AtScore, Scored
    from jixiao.model.case import Case
    from jixiao.model.check import CheckReport
    from jixiao.model.coverage import Coverage
    from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused
    from jixiao.model.difference import CaseImpact, Comparison, IndicatorDifference, TableChange
    from jixiao.model.draft import Draft, ReadCase, ReadRun
    from jixiao.model.evaluation import Deduction, Evaluation, Figure, Result
    from jixiao.model.finding import Finding
    from jixiao.model.framework import CommonIndicator, Framework
    from jixiao.model.imported import Import, ImportedIndicator, ImportedTable
    from jixiao.model.item_list import FoundItem, ItemList
    from jixiao.model.lint import Flaw, LintRule, LintRun
    from jixiao.model.portrait import IndicatorPortrait, Misread, Portrait, TablePortrait
    from jixiao.model.review import Mean, Review, Run
    from jixiao.model.ruleset import Indicator, Item, Ruleset
    from jixiao.model.simulation import Simulation, Variant
    from jixiao.model.takeover import Edit, Takeover
    from jixiao.model.trial import Trial, TrialRun

_NAMES = {
    "desk.batch": "batch explain_row",
    "desk.batch_output": "BatchRun",
    "desk.check": "check",
    "desk.diff": "diff",
    "desk.framework": "framework frameworks",
    "desk.import_table": "import_table",
    "desk.items": "items",
    "desk.lint": "lint",
    "desk.read": "read",
    "desk.rules": "open_rules",
    "desk.show": "show",
    "desk.simulate": "simulate",
    "desk.sql": "sql",
    "desk.standard": "standard",
    "desk.take_over": "meaning_of take_back take_into",
    "desk.test": "test",
    "face": "form new to_json",
    "files.folder.library": "Library",
    "model.answer": "Answer AtScore Scored",
    "model.case": "Case",
    "model.check": "CheckReport",
    "model.coverage": "Coverage",
    "model.diagnostic": "BadQuestion Diagnostic Place Refused",
    "model.difference": "CaseImpact Comparison IndicatorDifference TableChange",
    "model.draft": "Draft ReadCase ReadRun",
    "model.evaluation": "Deduction Evaluation Figure Result",
    "model.finding": "Finding",
    "model.framework": "CommonIndicator Framework",
    "model.imported": "Import ImportedIndicator ImportedTable",
    "model.item_list": "FoundItem ItemList",
    "model.lint": "Flaw LintRule LintRun",
    "model.portrait": "IndicatorPortrait Misread Portrait TablePortrait",
    "model.review": "Mean Review Run",
    "model.ruleset": "Indicator Item Ruleset",
    "model.simulation": "Simulation Variant",
    "model.takeover": "Edit Takeover",
    "model.trial": "Trial TrialRun",
}
"""Where each name of the face comes from; a test holds it to be what type checkers read above."""

_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Answer",
    "AtScore",
    "BadQuestion",
    "BatchRun",
    "Case",
    "CaseImpact",
    "CheckReport",
    "CommonIndicator",
    "Comparison",
    "Coverage",
    "Deduction",
    "Diagnostic",
    "Draft",
    "Edit",
    "Evaluation",
    "Figure",
    "Finding",
    "Flaw",
    "FoundItem",
    "Framework",
    "Import",
    "ImportedIndicator",
    "ImportedTable",
    "Indicator",
    "IndicatorDifference",
    "IndicatorPortrait",
    "Item",
    "ItemList",
    "Library",
    "LintRule",
    "LintRun",
    "Mean",
    "Misread",
    "Place",
    "Portrait",
    "ReadCase",
    "ReadRun",
    "Refused",
    "Result",
    "Review",
    "Ruleset",
    "Run",
    "Scored",
    "Simulation",
    "TableChange",
    "TablePortrait",
    "Takeover",
    "Trial",
    "TrialRun",
    "Variant",
    "__version__",
    "batch",
    "check",
    "diff",
    "explain_row",
    "form",
    "framework",
    "frameworks",
    "import_table",
    "items",
    "lint",
    "meaning_of",
    "new",
    "open_rules",
    "read",
    "show",
    "simulate",
    "sql",
    "standard",
    "take_back",
    "take_into",
    "test",
    "to_json",
]

if not TYPE_CHECKING:  # a type checker that saw it would take any misspelt name for one of ours

    def __getattr__(name):
        """Give a name of the face, loading its room when it is first asked for."""
        if name not in _HOMES:
            raise AttributeError(f"module 'jixiao' has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"jixiao.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__():
        """Give every name there is, loaded or not."""
        return sorted({*globals(), *_HOMES})
