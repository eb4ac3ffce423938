"""YAML files in, model objects out, or diagnostics with line and column.

Everything that people hand in is read here and nowhere else. Nothing is scored.
"""

from jixiao.files.case_folder import find_cases
from jixiao.files.document import Document, read_document
from jixiao.files.encoding import decode, read_text
from jixiao.files.finding_rules_file import load_finding_rules
from jixiao.files.home import built_in_rules, find_rules
from jixiao.files.items_file import ItemsFile, load_items
from jixiao.files.library import Library, load_case, open_library
from jixiao.files.ruleset_file import load_ruleset
from jixiao.files.table_index import TableEntry
from jixiao.files.yaml_tree import parse_tree

__all__ = [
    "Document",
    "ItemsFile",
    "Library",
    "TableEntry",
    "built_in_rules",
    "decode",
    "find_cases",
    "find_rules",
    "load_case",
    "load_finding_rules",
    "load_items",
    "load_ruleset",
    "open_library",
    "parse_tree",
    "read_document",
    "read_text",
]
