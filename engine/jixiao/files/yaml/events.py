"""PyYAML's events of a text: what its parser reads, up to the first fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

LINE_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What ends a line in YAML 1.1, and so in the places that the parser gives."""


def events(text: str) -> Iterator[yaml.Event]:
    """Give the events that yaml.parse gives, which asks for each of them twice."""
    return iter(getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text).get_event, None)


def first_fault(text: str) -> yaml.Mark | None:
    """Give where the parser stops in a text; None where it reads all of it, or can't say where."""
    try:
        for _ in events(text):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark or error.context_mark
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return None
