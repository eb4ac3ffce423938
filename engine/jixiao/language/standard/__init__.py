"""The language of scoring sentences (评分标准): text to clauses (DESIGN §5).

What a name stands for is loaded when it is first asked for: whoever only needs the tree loads no patterns.
"""

TYPE_CHECKING = False  # as type checkers read it
if TYPE_CHECKING:
    from jixiao.language.standard.consequence import OWN_BLOCKS, Consequence, read_consequence
    from jixiao.language.standard.parse import parse_standard
    from jixiao.language.standard.points_names import is_points_name
    from jixiao.language.standard.tokens.source import (
        MAX_SENTENCE_LENGTH,
        fold_sentence,
        fold_words,
        refuse_length,
    )
    from jixiao.language.standard.tokens.vocabulary import DIRECTIONS
    from jixiao.language.standard.tree import (
        Add,
        Amount,
        AtDiscretion,
        Award,
        Base,
        Below,
        ByFormula,
        ByScore,
        Cap,
        Clause,
        Deduct,
        Definition,
        Direction,
        Each,
        Else,
        End,
        Entry,
        Floor,
        InProportion,
        Interval,
        LeftOut,
        Magnitude,
        Permitted,
        Phrase,
        Pin,
        Points,
        PointsSpan,
        Remark,
        Restated,
        Says,
        Sentence,
        Shares,
        SoOn,
        Spill,
        Step,
        Unfloored,
        Vetoed,
        Words,
    )

__all__ = [
    "DIRECTIONS",
    "MAX_SENTENCE_LENGTH",
    "OWN_BLOCKS",
    "Add",
    "Amount",
    "AtDiscretion",
    "Award",
    "Base",
    "Below",
    "ByFormula",
    "ByScore",
    "Cap",
    "Clause",
    "Consequence",
    "Deduct",
    "Definition",
    "Direction",
    "Each",
    "Else",
    "End",
    "Entry",
    "Floor",
    "InProportion",
    "Interval",
    "LeftOut",
    "Magnitude",
    "Permitted",
    "Phrase",
    "Pin",
    "Points",
    "PointsSpan",
    "Remark",
    "Restated",
    "Says",
    "Sentence",
    "Shares",
    "SoOn",
    "Spill",
    "Step",
    "Unfloored",
    "Vetoed",
    "Words",
    "fold_sentence",
    "fold_words",
    "is_points_name",
    "parse_standard",
    "read_consequence",
    "refuse_length",
]

_HOMES = {
    "OWN_BLOCKS": "consequence",
    "Consequence": "consequence",
    "read_consequence": "consequence",
    "parse_standard": "parse",
    "is_points_name": "points_names",
    "MAX_SENTENCE_LENGTH": "tokens.source",
    "fold_sentence": "tokens.source",
    "fold_words": "tokens.source",
    "refuse_length": "tokens.source",
    "DIRECTIONS": "tokens.vocabulary",
}
"""Where names come from that are not of the tree."""

if not TYPE_CHECKING:  # a type checker that saw it would take any misspelt name for one of ours

    def __getattr__(name):
        """Give a name of the room, loading its module when it is first asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'tree')}"), name)
        globals()[name] = value
        return value
