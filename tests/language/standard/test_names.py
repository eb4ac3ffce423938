"""The names of the room, each loaded when it is first asked for."""

import ast
import inspect

import pytest

import jixiao.language.standard as room


def homes():
    """Give where type checkers read each name from."""
    tree = ast.parse(inspect.getsource(room))
    return {
        name.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(room.__name__)
        for name in node.names
    }


def test_every_name_is_read_from_where_type_checkers_read_it():
    assert sorted(homes()) == sorted(room.__all__)
    for name, home in homes().items():
        assert room._HOMES.get(name, "tree") == home.removeprefix(f"{room.__name__}."), name
        assert getattr(room, name) is not None


def test_other_names_are_not_there():
    with pytest.raises(AttributeError, match="has no attribute 'Clauses'"):
        room.Clauses  # noqa: B018
