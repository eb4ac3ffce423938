"""What a template may say: names that there are, `for` over lists, `if`, and nothing that runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2 import nodes

from jixiao.dataclass import dataclass
from jixiao.model.suggestion import suggestion
from jixiao.reports.check.content.names import Name
from jixiao.reports.office.template import messages

LOOP = "loop"
LOOP_NAMES = ("first", "last", "index")
"""What a template may ask of where it is in a `for`; Word's merged cells are written with it."""
_WORDS: Mapping[type[nodes.Node], str] = {
    nodes.Call: "( )",
    nodes.Filter: "|",
    nodes.Getitem: "[ ]",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.Macro: "macro",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.FilterBlock: "filter",
    nodes.Test: "is",
}


class NotAllowed(Exception):
    """A template says what it may not; `line` is that of its source."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class _Scope:
    """The names that may be said at a place: of the whole, and of the rows of each `for` around it."""

    names: Mapping[str, Name]
    rows: Mapping[str, Name]
    inner: str = ""
    """The row of the `for` next around it."""

    def within(self, word: str, row: Name) -> _Scope:
        """Give the scope inside a `for`."""
        return _Scope(self.names, {**self.rows, word: row}, word)


def refuse_unknown(template: nodes.Template, names: Sequence[Name]) -> None:
    """Hold a template against the names that there are; raises NotAllowed.

    A `for` inside another goes through a list of the outer one's row, so that what is written is at most as long as
    the content times the template: no template can make a file without end.
    """
    _hold(template.body, _Scope({one.word: one for one in names}, {}))


def _hold(body: Sequence[nodes.Node], scope: _Scope) -> None:
    for node in body:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                if not isinstance(child, nodes.TemplateData):
                    _hold_text(child, scope)
        elif isinstance(node, nodes.For):
            _hold_for(node, scope)
        elif isinstance(node, nodes.If):
            _hold_test(node.test, scope)
            _hold((*node.body, *node.elif_, *node.else_), scope)
        else:
            raise _not_allowed(node)


def _hold_for(node: nodes.For, scope: _Scope) -> None:
    if not isinstance(node.target, nodes.Name) or node.recursive:
        raise _not_allowed(node)
    word = node.target.name
    if word in scope.names or word in scope.rows or word == LOOP:
        raise NotAllowed(messages.NAME_TAKEN.format(name=word), node.lineno)
    named = _named(node.iter, scope)
    is_row = isinstance(node.iter, nodes.Name) and node.iter.name in scope.rows
    if named is None or not named.is_list or is_row:
        raise NotAllowed(messages.IS_TEXT.format(name=_written(node.iter)), node.lineno)
    owner = (
        node.iter.node.name
        if isinstance(node.iter, nodes.Getattr) and isinstance(node.iter.node, nodes.Name)
        else ""
    )
    if scope.inner and owner != scope.inner:
        raise NotAllowed(messages.NOT_OUTER.format(name=_written(node.iter), outer=scope.inner), node.lineno)
    row = Name(_written(node.iter), named.meaning, named.rows)
    inside = scope.within(word, row)
    if node.test is not None:
        _hold_test(node.test, inside)
    _hold(node.body, inside)
    _hold(node.else_, scope)


def _hold_text(node: nodes.Node, scope: _Scope) -> None:
    """Hold what is printed: a text, or one of two."""
    if isinstance(node, nodes.CondExpr):
        _hold_test(node.test, scope)
        for one in (node.expr1, node.expr2):
            if one is not None:
                _hold_text(one, scope)
        return
    named = _named(node, scope)
    if named is not None and named.is_list:
        raise NotAllowed(messages.IS_LIST.format(name=_written(node)), node.lineno)


def _hold_test(node: nodes.Node, scope: _Scope) -> None:
    """Hold a condition: names, compared or joined."""
    if isinstance(node, nodes.And | nodes.Or):
        _hold_test(node.left, scope)
        _hold_test(node.right, scope)
    elif isinstance(node, nodes.Not):
        _hold_test(node.node, scope)
    elif isinstance(node, nodes.Compare):
        _hold_test(node.expr, scope)
        for one in node.ops:
            _hold_test(one.expr, scope)
    else:
        _named(node, scope)


def _named(node: nodes.Node, scope: _Scope) -> Name | None:
    """Give what a name stands for; None for a text or number written out."""
    if isinstance(node, nodes.Const):
        return None
    if isinstance(node, nodes.Name):
        if node.name in scope.rows:
            return scope.rows[node.name]
        return _known(node.name, scope.names, node.lineno, messages.UNKNOWN_NAME)
    if isinstance(node, nodes.Getattr):
        return _attribute(node, scope)
    raise _not_allowed(node)


def _attribute(node: nodes.Getattr, scope: _Scope) -> Name | None:
    if (
        isinstance(node.node, nodes.Name)
        and node.node.name == LOOP
        and scope.inner
        and node.attr in LOOP_NAMES
    ):
        return None
    owner = _named(node.node, scope)
    is_row = isinstance(node.node, nodes.Name) and node.node.name in scope.rows
    if owner is None or not owner.rows or not is_row:
        raise NotAllowed(messages.IS_TEXT.format(name=_written(node.node)), node.lineno)
    return _known(
        node.attr, {one.word: one for one in owner.rows}, node.lineno, messages.NOT_IN_ROW, owner.word
    )


def _known(name: str, names: Mapping[str, Name], line: int, message: str, of: str = "") -> Name:
    found = names.get(name)
    if found is None:
        raise NotAllowed(message.format(name=name, of=of, hint=suggestion(name, [*names])), line)
    return found


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return str(getattr(node, "name", getattr(node, "value", "")))


def _not_allowed(node: nodes.Node) -> NotAllowed:
    word = _WORDS.get(type(node), getattr(node, "operator", type(node).__name__.lower()))
    return NotAllowed(messages.NOT_ALLOWED.format(what=word), node.lineno)
