"""A finding rule with a code that `check --explain` knows nothing of."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.audit.codes import CODES, find_code
from jixiao.model.fact import FINDING
from jixiao.model.lint import LintRule
from jixiao.model.messages import nearest


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every rule that gives a finding whose code has no page."""
    for rule, spot in rulebook.asked_rules():
        template = rule.then.get("代码") if rule.then.kind == FINDING else None
        code = None if template is None else template.constant
        if code is not None and find_code(code) is None:
            near = nearest(code, {one.code: one.code for one in CODES})
            yield Found(
                spot,
                f"疑点的代码“{code}”没有说明，jixiao check --explain 查不到{near}。"
                "请改用已有的代码；确要新的代码，不必理会，但要另外告诉复核人它的意思",
            )


LINT = Lint(LintRule("code-unexplained", "疑点的代码没有说明", "info"), find)
