"""YAML files in, model objects out, or diagnostics with line and column.

Everything that people hand in is read here and nowhere else. Nothing is scored.
"""

from jixiao.files.folder.cases import find_cases
from jixiao.files.folder.library import Library, load_case, open_library
from jixiao.files.home import built_in_rules, find_rules, lint_page
from jixiao.files.rules.findings import load_finding_rules
from jixiao.files.rules.items import ItemsFile, load_items
from jixiao.files.schema.document import Document, read_document
from jixiao.files.table.index import TableEntry
from jixiao.files.table.ruleset import load_ruleset
from jixiao.files.yaml.encoding import decode, read_text
from jixiao.files.yaml.tree import parse_tree

__all__ = [
    "Document",
    "ItemsFile",
    "Library",
    "TableEntry",
    "built_in_rules",
    "decode",
    "find_cases",
    "find_rules",
    "lint_page",
    "load_case",
    "load_finding_rules",
    "load_items",
    "load_ruleset",
    "open_library",
    "parse_tree",
    "read_document",
    "read_text",
]
