"""Who keeps what is understood: whatever happens to its files, the value is the same."""

import json
import os
import threading
from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.kept import keeper
from jixiao.kept.keeper import (
    FORGETFUL,
    MOST_BYTES,
    MOST_FILES,
    Cache,
    digest_of,
    digest_of_files,
    engine_digest,
    open_keeper,
)

VALUE = (1, "二", Fraction(1, 3), {"a": (True, None)})


class Making:
    """Makes the value, and counts how often."""

    def __init__(self, value=VALUE):
        self.value, self.times = value, 0

    def __call__(self):
        self.times += 1
        return self.value


def recall(cache, make, key="key", kind="kind"):
    return cache.recall(kind, lambda: key, (), make)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "jixiao"


def only_file(folder):
    (file,) = folder.iterdir()
    return file


def test_what_was_made_once_is_recalled(folder):
    make = Making()
    assert [recall(Cache(folder), make) for _ in range(3)] == [VALUE] * 3
    assert make.times == 1
    assert only_file(folder).name.startswith("kind-")


def test_another_key_kind_or_engine_is_another_value(folder, monkeypatch):
    recall(Cache(folder), Making())
    for named in ({"key": "other"}, {"kind": "other"}):
        make = Making("another")
        assert recall(Cache(folder), make, **named) == "another"
        assert make.times == 1
    monkeypatch.setattr(keeper, "engine_digest", lambda: "a later engine")
    make = Making("later")
    assert recall(Cache(folder), make) == "later"


DAMAGE = {
    "cut short": lambda data: data[:-3],
    "cut to half": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "one sign changed": lambda data: data.replace("二".encode(), "三".encode()),
    "no text": lambda data: b"\xff\xfe" * 9,
    "another document": lambda data: b'{"again":[],"value":7}',
    "longer": lambda data: data + b" ",
}
WHOLE = {
    "no value": '{"again":[]}',
    "no object": "[1,2]",
    "an unknown class": '{"again":[],"value":[99,1]}',
    "a place that is not there": '{"again":[],"value":[5,3]}',
    "no fraction": '{"again":[],"value":[1,1,0]}',
    "nested without end": '{"again":[],"value":' + "[0," * 100_000 + "1" + "]" * 100_000 + "}",
    "no JSON": "{",
}
"""Files that are whole, as far as their digest tells, and hold nothing that can be read."""


@pytest.mark.parametrize("damage", [*DAMAGE, *WHOLE])
def test_a_damaged_file_is_made_anew(folder, damage):
    recall(Cache(folder), Making())
    file = only_file(folder)
    good = file.read_bytes()
    if damage in DAMAGE:
        file.write_bytes(DAMAGE[damage](good))
    else:
        file.write_text(f"{digest_of((file.name, WHOLE[damage]))}\n{WHOLE[damage]}", encoding="utf-8")
    make = Making()
    assert recall(Cache(folder), make) == VALUE
    assert make.times == 1
    assert file.read_bytes() == good, "what is damaged is written again"


def test_a_file_in_the_place_of_another_is_made_anew(folder):
    """Both are whole; but what stands under a name was written under it."""
    recall(Cache(folder), Making())
    other = only_file(folder)
    recall(Cache(folder), Making(("another",)), key="another")
    [file] = [one for one in folder.iterdir() if one != other]
    file.write_bytes(other.read_bytes())
    assert recall(Cache(folder), Making(("another",)), key="another") == ("another",)


def test_what_is_too_large_to_be_ours_is_not_read(folder):
    recall(Cache(folder), Making())
    file = only_file(folder)
    os.truncate(file, MOST_BYTES + 1)
    assert recall(Cache(folder), Making()) == VALUE
    assert file.stat().st_size < MOST_BYTES


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(folder):
    recall(Cache(folder), Making())
    file = only_file(folder)
    file.unlink()
    os.mkfifo(file)
    assert recall(Cache(folder), Making()) == VALUE


def test_a_folder_in_the_place_of_the_file_changes_nothing(folder):
    recall(Cache(folder), Making())
    file = only_file(folder)
    file.unlink()
    file.mkdir()
    assert recall(Cache(folder), Making()) == VALUE
    assert list(folder.iterdir()) == [file], "nothing is left beside it"


def test_where_nothing_can_be_written_the_value_is_made(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    make = Making()
    assert [recall(Cache(tmp_path / "file" / "jixiao"), make) for _ in range(2)] == [VALUE] * 2
    assert make.times == 2


def test_what_changed_while_it_was_read_is_not_kept(folder):
    keys = iter(["before", "after"])
    assert Cache(folder).recall("kind", lambda: next(keys), (), Making()) == VALUE
    assert not folder.exists()


def test_what_is_refused_is_refused_each_time(folder):
    def refuse():
        raise ValueError("the table is wrong")

    for _ in range(2):
        with pytest.raises(ValueError, match="the table is wrong"):
            recall(Cache(folder), refuse)
    assert not folder.exists()


def test_text_that_is_no_unicode_is_not_kept(folder):
    assert recall(Cache(folder), Making("\udcff")) == "\udcff"
    assert list(folder.iterdir()) == []


def test_many_who_write_at_once_leave_a_whole_file(folder):
    makes = [Making() for _ in range(8)]
    threads = [threading.Thread(target=recall, args=(Cache(folder), make)) for make in makes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    make = Making("not made")
    assert recall(Cache(folder), make) == VALUE
    assert make.times == 0


def test_old_files_are_deleted(folder):
    for number in range(MOST_FILES + 5):
        recall(Cache(folder), Making(number), key=str(number))
        for age, file in enumerate(sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime_ns)):
            os.utime(file, (age, age))
    assert len(list(folder.iterdir())) == MOST_FILES
    last = Making("not made")
    assert recall(Cache(folder), last, key=str(MOST_FILES + 4)) == MOST_FILES + 4
    assert recall(Cache(folder), Making("made anew"), key="0") == "made anew"


def test_nobody_else_can_read_the_folder(folder):
    recall(Cache(folder), Making())
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0


def test_where_it_is_kept(monkeypatch, tmp_path):
    """In the user's cache folder, in the folder that is named, or nowhere."""
    monkeypatch.setenv("JIXIAO_CACHE", "off")
    assert open_keeper() is FORGETFUL
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "named"))
    recall(open_keeper(), Making())
    assert only_file(tmp_path / "named")
    monkeypatch.delenv("JIXIAO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    recall(open_keeper(), Making())
    assert only_file(tmp_path / "xdg" / "jixiao")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    recall(open_keeper(), Making())
    assert only_file(tmp_path / "home" / ".cache" / "jixiao")


def test_a_user_without_a_home_keeps_nothing(monkeypatch):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("JIXIAO_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert open_keeper() is FORGETFUL


def test_the_engine_is_told_by_its_files(tmp_path):
    source = tmp_path / "room" / "module.py"
    source.parent.mkdir()
    source.write_text("a = 1", encoding="utf-8")
    before = engine_digest(str(tmp_path))
    (tmp_path / "room" / "__pycache__").mkdir()
    (tmp_path / "room" / "__pycache__" / "module.pyc").write_bytes(b"bytecode")
    assert engine_digest(str(tmp_path)) == before
    source.write_text("a = 12", encoding="utf-8")
    assert engine_digest(str(tmp_path)) != before


def test_files_are_told_by_place_and_content(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("1", encoding="utf-8")
    second.write_text("1", encoding="utf-8")
    digests = {
        digest_of_files(files) for files in ((first,), (second,), (first, second), (tmp_path / "c",), ())
    }
    assert len(digests) == 5
    assert digest_of(("ab", "c")) != digest_of(("a", "bc"))
    assert json.dumps(digest_of_files((first,)))
