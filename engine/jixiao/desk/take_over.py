"""A table in Excel or Word taken back: as the file that it was made of, or as edits of a rule file; and what those mean."""

from __future__ import annotations

from pathlib import Path

from jixiao.analysis.differences.table import compare_tables
from jixiao.dataclass import replace
from jixiao.desk import messages
from jixiao.desk.edit_places import at_cells
from jixiao.desk.foreign import seen_of_issued
from jixiao.desk.rules import Rules, open_rules
from jixiao.documents.issued.read import read_issued
from jixiao.documents.own.opened import open_own
from jixiao.files import Library
from jixiao.files.folder.forms import is_form
from jixiao.files.schema.document import document_of
from jixiao.files.table.edit.merge import merged
from jixiao.files.table.edit.take_over import take_over
from jixiao.files.table.printed import print_table
from jixiao.files.yaml.encoding import read_bytes
from jixiao.files.yaml.node import Mapping
from jixiao.files.yaml.original import Original
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.difference import Comparison, TableChange
from jixiao.model.messages import filled
from jixiao.model.seen import SeenTable
from jixiao.model.takeover import Takeover
from jixiao.scoring.program.program import compile_ruleset

INSIDE = "{file}（其中的原文）"
"""How a message names the file that travels in another."""
ANOTHER = "这个文件是指标表 {own} 的，--into 写的却是 {other} 的规则文件；请换一个"
NO_TABLE = "这里没有读到指标表：没有表头有 指标、分值、评分标准 的表"
SEVERAL = "这里有 {count} 张指标表，分不清要收哪一张；请只留一张"
ITEMS_BEFORE = "原来的规则文件就有错，比不出含义：{why}"


def take_back(file: str | Path) -> Takeover | None:
    """Give the file that an Excel or Word file of ours was made of, with what was edited there since.

    None where it is not ours, or lost what travels in it. Raises Refused where an edit can't be carried over.
    """
    own = open_own(Path(file))
    return None if own is None else take_over(own.data, INSIDE.format(file=file), own.seen)


def take_into(file: str | Path, rules_file: str | Path) -> Takeover:
    """Give what a rule file becomes by what was edited in an Excel or Word file. Nothing is written.

    A file of ours is held against what it was made of, so that what changed in the rule file since then stays; any other is
    held against the rule file itself. Raises Refused for edits that can't be carried over, or that contradict each other.
    """
    path, target = Path(file), Path(rules_file)
    data = read_bytes(target)
    theirs = _root(data, str(target))
    own = open_own(path)
    if own is None:
        return take_over(data, str(target), _foreign(path, theirs))
    seen = own.seen
    if own.data != data:
        base = _root(own.data, INSIDE.format(file=file))
        if base.text("代码") != theirs.text("代码"):
            text = filled(ANOTHER, own=base.text("代码"), other=theirs.text("代码"))
            raise Refused(Diagnostic(Place(str(path)), text))
        seen = merged(print_table(base), seen, print_table(theirs))
    return take_over(data, str(target), seen)


def meaning_of(taken: Takeover, rules_file: str | Path, rules: Rules = None) -> Comparison:
    """Give what the edits of a rule file change in meaning, as `diff` does.

    Raises Refused, at the cells, where the file would no longer be in order. A file that was not in order before is
    not compared; `errors` then says so.
    """
    path = Path(rules_file)
    library = open_rules(rules)
    problems = _problems(taken.before, path, library)
    try:
        new = compile_ruleset(library.as_if(path, _text(taken.after, path)))
    except Refused as refused:
        fresh = [one for one in refused.diagnostics if one.message not in {old.message for old in problems}]
        if fresh:
            raise Refused(*at_cells(fresh, taken)) from refused
        new = None
    if problems or new is None:
        text = filled(ITEMS_BEFORE, why=problems[0].message if problems else "")
        return Comparison((), (), (Diagnostic(Place(str(path)), text),))
    old = compile_ruleset(library.as_if(path, _text(taken.before, path)))
    return Comparison((TableChange(compare_tables(old, new)),), ())


def _problems(data: bytes, path: Path, library: Library) -> tuple[Diagnostic, ...]:
    try:
        compile_ruleset(library.as_if(path, _text(data, path)))
    except Refused as refused:
        return refused.diagnostics
    return ()


def _text(data: bytes, path: Path) -> str:
    return Original.of(data, str(path)).text


def _root(data: bytes, file: str) -> Mapping:
    return document_of(Original.of(data, file).text, file, "ruleset").root


def _foreign(path: Path, theirs: Mapping) -> SeenTable:
    if is_form(path):
        raise Refused(Diagnostic(Place(str(path)), messages.IS_A_FORM))
    found = read_issued(path)
    if len(found.tables) != 1:
        text = filled(SEVERAL, count=len(found.tables)) if found.tables else NO_TABLE
        raise Refused(Diagnostic(Place(str(path)), text))
    seen = seen_of_issued(found.tables[0], print_table(theirs))
    return replace(seen, remarks=(*found.remarks, *seen.remarks))
