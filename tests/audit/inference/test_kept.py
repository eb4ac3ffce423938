"""Finding rules made ready in an earlier run."""

import pytest

from jixiao.audit.inference import compile_pack, kept
from jixiao.audit.inference.kept import ready_pack
from jixiao.files import built_in_rules, load_finding_rules
from jixiao.kept.keeper import Cache
from jixiao.model.diagnostic import Diagnostic, Place, Refused


def never():
    raise AssertionError("read anew")


def test_rules_are_recalled_without_being_read(tmp_path, monkeypatch):
    rules = load_finding_rules(built_in_rules())
    plainly = compile_pack(rules)
    assert plainly.rules
    assert ready_pack(lambda: rules, lambda: "digest", Cache(tmp_path)) == plainly
    monkeypatch.setattr(kept, "compile_pack", lambda _: never())
    again = ready_pack(never, lambda: "digest", Cache(tmp_path))
    assert again == plainly
    with pytest.raises(AssertionError, match="read anew"):
        ready_pack(never, lambda: "another", Cache(tmp_path))


def test_rules_that_are_refused_are_refused_each_time(tmp_path):
    def refuse():
        raise Refused(Diagnostic(Place("a.yaml"), "写错了"))

    for _ in range(2):
        with pytest.raises(Refused, match="写错了"):
            ready_pack(refuse, lambda: "digest", Cache(tmp_path))
