"""rules/findings/*.yaml → finding rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.existence import is_folder, yaml_files
from jixiao.files.home import built_in_rules
from jixiao.files.rules.patterns import PatternReader
from jixiao.files.rules.then import read_then
from jixiao.files.schema.document import read_document
from jixiao.files.yaml.node import Mapping
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.finding_rule import FindingRule
from jixiao.model.messages import filled

FOLDER = "findings"
"""The folder of finding rules in a folder of rules."""

MAX_RULES = 200
"""Most rules of a folder; some dozens are in use. Stops packs that take long to compile."""

MAX_PATTERNS = 8
"""Most patterns in each of 当, 没有 and 至少; three is usual. Stops joins that never end."""


def load_finding_rules(root: Path) -> tuple[FindingRule, ...]:
    """Read all finding rules of a folder of rules; without findings/ there, those of Jixiao.

    Raises Refused with the mistakes of all files.
    """
    return read_finding_rules(finding_files(root))


def read_finding_rules(paths: Iterable[Path]) -> tuple[FindingRule, ...]:
    """Read the rules of these files together; raises Refused with the mistakes of all."""
    rules: list[FindingRule] = []
    found: list[Diagnostic] = []
    for path in paths:
        try:
            rules.extend(_rules(path))
        except Refused as refused:
            found.extend(refused.diagnostics)
    found.extend(_repeated(rules))
    if len(rules) > MAX_RULES:
        found.append(Diagnostic(rules[MAX_RULES].place, filled(messages.TOO_MANY_RULES, limit=MAX_RULES)))
    if found:
        raise Refused(*found)
    return tuple(rules)


def finding_files(root: Path) -> list[Path]:
    """Give every file of finding rules, sorted by name."""
    return own_finding_files(root if is_folder(root / FOLDER) else built_in_rules())


def own_finding_files(root: Path) -> list[Path]:
    """Give the files of finding rules that a folder of rules has itself, sorted by name."""
    folder = root / FOLDER
    return yaml_files(folder)


def _rules(path: Path) -> list[FindingRule]:
    collector = Collector()
    nodes = read_document(path, "findings").root.mappings("疑点规则")
    rules = [_rule(node, collector) for node in nodes]
    collector.refuse_if_any()
    return rules


def _rule(node: Mapping, collector: Collector) -> FindingRule:
    """Read a rule that fits the schema; where there are mistakes, they are noted and passed over."""
    for part in ("当", "没有", "至少"):
        for extra in node.mappings(part)[MAX_PATTERNS : MAX_PATTERNS + 1]:
            collector.add(extra.place, messages.TOO_MANY, limit=MAX_PATTERNS)
    reader = PatternReader(collector)
    when = tuple(reader.pattern(one) for one in node.mappings("当")[:MAX_PATTERNS])
    reader.close()
    absent = tuple(reader.pattern(one) for one in node.mappings("没有")[:MAX_PATTERNS])
    counted = tuple(reader.counted(one) for one in node.mappings("至少")[:MAX_PATTERNS])
    then = node.mapping("则")
    name = node.scalar("规则")
    assert then is not None, "the schema asks for it"
    assert name is not None, "the schema asks for it"
    title = reader.text(name)
    return FindingRule(title, when, absent, counted, read_then(then, reader), name.place)


def _repeated(rules: Iterable[FindingRule]) -> Iterator[Diagnostic]:
    first: dict[str, FindingRule] = {}
    for rule in rules:
        earlier = first.setdefault(rule.name, rule)
        if earlier is not rule:
            message = filled(messages.SAME_RULE, name=rule.name, earlier=earlier.place)
            yield Diagnostic(rule.place, message)
