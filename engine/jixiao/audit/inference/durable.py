"""The evaluator on durable-rules, held to what that library does reliably.

It only joins positive patterns by equality; levels, absence, counting and conclusions are
`saturate`'s. Each guard stands against a fault that was measured in durable-rules 2.0.28:

- Every property is a whole number (`columns`): no text reaches the library, however long or
  quoted, and every fact has every property.
- Every join ends with an equality that always holds (`TAIL`); without it a join may crash.
- A sentinel rule fires first in every case: `delete_state` crashes where no rule ever fired.
- One fact is never taken for two patterns of a rule, so it is given once for each (`columns`).
- Facts that no pattern can take are kept back: asserting one raises.
- Every fact has an `id` of its own; without one, different facts may count as duplicates.
- The host starts no timer threads, and the clock stands still: a slow action would be dropped.
- Actions only record. An exception in one is swallowed, so the state is asked for it; Ctrl-C waits.
- Rulesets are never given back, and states only by `delete_state`: one ruleset for a pack, one
  live state, a lock.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from threading import Lock
from typing import Any, TypeAlias

from jixiao.audit.inference.columns import SENTINEL, TAIL, Columns, Numbers
from jixiao.audit.inference.conclusion import Conclusion, Premises
from jixiao.audit.inference.pack import Pack
from jixiao.audit.inference.saturate import Run
from jixiao.audit.inference.sieve import CLASS, Sieve
from jixiao.model.fact import Fact

_Row: TypeAlias = dict[str, int | str]

_RULESET, _STATE, _SENTINEL_RULE = "rules", "case", "sentinel"
_SENTINEL_NUMBER = -1
"""Stands among the numbers of rules for that of the sentinel."""


class DurableFailure(RuntimeError):
    """durable-rules did not do what it can be trusted with; nothing it found may be used."""


@cache
def durable_version() -> str | None:
    """Give the version of durable-rules that can be imported here, or None."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        import durable.engine  # noqa: F401

        return version("durable-rules")
    except (ImportError, PackageNotFoundError):
        return None


class DurableEngine:
    """A pack compiled by durable-rules, ready to run over any number of cases."""

    def __init__(self, pack: Pack) -> None:
        self.name = f"durable-rules {durable_version()}"
        self._pack = pack
        self._columns = Columns(pack)
        self._fired: list[tuple[int, dict[str, Any]]] = []
        self._lock = Lock()
        self._is_sound = True
        self._begun = False
        """Whether the case that is under way has a state."""
        self._host = _host({_RULESET: self._ruleset()})

    def saturate(self, facts: Iterable[Fact]) -> tuple[Conclusion, ...]:
        """Give everything that follows from the facts; raises Refused where it is too much."""
        with self._lock:
            self._begun = False
            try:
                matcher = _DurableMatcher(self._pack, self._columns, self._take)
                return Run(self._pack, matcher).saturate(facts)
            finally:
                if self._begun and self._is_sound:
                    self._host.delete_state(_RULESET, _STATE)

    def _first(self, rows: list[_Row]) -> list[tuple[int, dict[str, Any]]]:
        """Assert the first facts of a case with the sentinel, which must fire, so that the state can be deleted."""
        fired = self._assert([{"id": "sentinel", "sid": _STATE, **self._columns.sentinel()}, *rows])
        self._begun = True
        matched = [one for one in fired if one[0] != _SENTINEL_NUMBER]
        if len(matched) != len(fired) - 1:
            self._is_sound = False
            raise DurableFailure("the sentinel rule did not fire")
        return matched

    def _ruleset(self) -> dict[str, Any]:
        """Give the rules as data, afresh: durable-rules changes what it is given."""
        rules = {
            f"r{number}": {"all": self._columns.conditions(number), "run": self._record(number)}
            for number in range(len(self._pack.rules))
        }
        sentinel = {"m0": {"$and": [{CLASS: SENTINEL}, {TAIL: 1}]}}
        return {_SENTINEL_RULE: {"all": [sentinel], "run": self._record(_SENTINEL_NUMBER)}, **rules}

    def _record(self, number: int) -> Callable[[Any], None]:
        def action(closure: Any) -> None:
            self._fired.append((number, closure._m))  # noqa: SLF001 — the only way to the facts it fired for

        return action

    def _take(self, rows: list[_Row]) -> list[tuple[int, dict[str, Any]]]:
        return self._assert(rows) if self._begun else self._first(rows)

    def _assert(self, rows: list[_Row]) -> list[tuple[int, dict[str, Any]]]:
        """Assert facts, and give which rules fired for which facts.

        Whatever goes wrong leaves a state that cannot be trusted, nor safely be deleted.
        """
        if not self._is_sound:
            raise DurableFailure("durable-rules failed before")
        self._is_sound = False
        self._fired.clear()
        try:
            with _uninterrupted():
                self._host.assert_facts(_RULESET, rows)
            if "exception" in self._host.get_state(_RULESET, _STATE):
                raise DurableFailure("an action was cut short")
        except Exception as error:
            raise DurableFailure("durable-rules failed over facts") from error
        self._is_sound = True
        return list(self._fired)


_WAITING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
"""Signals whose handlers raise, here or in `cli/to_file.py`."""


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and `kill` wait: durable-rules would swallow them, as it does whatever an action raises."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _WAITING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _DurableMatcher:
    """The facts of one case as durable-rules knows them."""

    def __init__(
        self,
        pack: Pack,
        columns: Columns,
        assert_rows: Callable[[list[_Row]], list[tuple[int, dict[str, Any]]]],
    ) -> None:
        self._pack = pack
        self._columns = columns
        self._assert = assert_rows
        self._numbers = Numbers()
        self._facts: list[Fact] = []
        self._sieve = Sieve(columns.needs)

    def add(self, facts: Sequence[Fact]) -> list[tuple[int, Premises]]:
        """Give each new match once."""
        rows: list[_Row] = []
        for number, fact in enumerate(facts, len(self._facts)):
            for row in self._columns.rows(fact, self._numbers):
                row["id"], row["sid"] = f"f{number}.{row[CLASS]}", _STATE
                rows.append(row)
        rows = self._sieve.kept(rows)
        self._facts.extend(facts)
        return (
            [(number, self._premises(number, found)) for number, found in self._assert(rows)] if rows else []
        )

    def _premises(self, number: int, found: dict[str, Any]) -> Premises:
        rows = (found[f"m{place}"] for place in range(len(self._pack.rules[number].when)))
        return tuple(self._facts[int(row["id"][1:].partition(".")[0])] for row in rows)


def _host(rulesets: dict[str, Any]) -> Any:
    """Give a host of its own for these rules, without threads and with a clock that stands still."""
    from durable import engine

    class Host(engine.Host):  # type: ignore[misc]
        def _run(self) -> None:
            """Start no timers."""

    engine._unix_now = lambda: 0.0  # noqa: SLF001
    host = Host()
    host.register_rulesets(rulesets)
    return host
