"""Trials of durable-rules in a process of their own, since it never gives its rulesets back.

    python -W error -m shared.findings.trials same FIRST LAST    both evaluators on random packs
    python -W error -m shared.findings.trials clean TIMES        cases in which no rule fires
    python -W error -m shared.findings.trials memory TIMES       kilobytes that TIMES cases added

With tests/ on PYTHONPATH. Each prints one line.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from random import Random

from jixiao.audit.inference import compile_pack, open_engine
from jixiao.audit.inference.durable import DurableEngine
from jixiao.model.fact import Fact
from jixiao.model.finding_rule import Counted
from shared.findings.rules import finding, pattern, random_facts, random_pack, rule, then

CASES_A_PACK = 2


def same(first: int, last: int) -> str:
    """Run random packs on both; give how many cases there were, fired, chained, and their digest."""
    cases = fired = chained = 0
    digest = sha256()
    for seed in range(first, last):
        random = Random(seed)
        pack = random_pack(random)
        durable, plain = open_engine(pack), open_engine(pack, plain=True)
        for _ in range(CASES_A_PACK):
            facts = random_facts(random, pack)
            expected = plain.saturate(facts)
            random.shuffle(facts)
            assert durable.saturate(facts) == expected, f"seed {seed}"
            cases += 1
            fired += bool(expected)
            chained += any(one.rank > 1 for one in expected)
            digest.update(repr(expected).encode())
    return f"{cases} {fired} {chained} {digest.hexdigest()}"


def clean(times: int) -> str:
    """Run cases in which nothing follows, also such in which no pattern takes any fact."""
    engine = _engine()
    facts = [Fact.of("用数", 来自="c", 数据项="甲"), Fact.of("引用", 指标="率", 数据项="乙")]
    for number in range(times):
        assert engine.saturate(facts[: number % 3]) == ()
    return str(times)


def memory(times: int) -> str:
    """Run cases in which several rules fire; give what they added after the first ones, in KB."""
    engine = _engine()
    facts = [Fact.of("用数", 来自="c", 数据项="甲"), Fact.of("引用", 指标="率", 数据项="甲")]
    for number in range(times + 2_000):
        if number == 2_000:
            before = _resident()
        facts[2:] = [Fact.of("归类", 归类=f"块{number}")]
        assert len(engine.saturate(facts)) == 3
    return str(_resident() - before)


def _engine() -> DurableEngine:
    joined = [pattern("用数", 来自="$查", 数据项="$项"), pattern("引用", 指标="$标", 数据项="$项")]
    rules = [
        rule("甲", joined, finding("a", 来自="$查", 指标="$标")),
        rule("乙", [pattern("疑点", 代码="a", 号="$号"), pattern("归类", 归类="$块")], then("涉及", 疑点="$号", 归类="$块")),
        rule("丙", [pattern("涉及", 疑点="$号")], then("升级", 疑点="$号", 级别="严重", 理由="多"), [pattern("归入")], [Counted(pattern("涉及"), 1)]),
    ]  # fmt: skip
    return DurableEngine(compile_pack(rules))


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4


if __name__ == "__main__":
    trial, *numbers = sys.argv[1:]
    sys.stdout.write({"same": same, "clean": clean, "memory": memory}[trial](*map(int, numbers)))
