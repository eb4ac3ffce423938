"""A command watched to its end: time, processor time, and the memory of it and all that it starts."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil
from command import ROOT, environment

EVERY = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Usage:
    """What a command and its children took."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    """Highest sum over all processes at a time; what they share is counted once where the system can tell."""
    processes: int
    """Most that ran at a time."""


def watch(line: Sequence[str]) -> Usage:
    """Run a command without its output; raises CalledProcessError where it fails."""
    before, start = _children_cpu(), time.perf_counter()
    started = subprocess.Popen(
        line, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    peak, most = 0, 0
    while True:
        sizes = _sizes(started.pid)
        peak, most = max(peak, sum(sizes)), max(most, len(sizes))
        try:
            started.wait(EVERY)
            break
        except subprocess.TimeoutExpired:
            continue
    seconds = time.perf_counter() - start
    told = started.stderr.read() if started.stderr else ""
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, line, stderr=told)
    return Usage(seconds, _children_cpu() - before, peak, most)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _sizes(pid: int) -> list[int]:
    """Give the bytes of each process of the tree that is still there."""
    try:
        root = psutil.Process(pid)
        tree = [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
    return [size for one in tree if (size := _size(one))]


def _size(process: psutil.Process) -> int:
    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", 0) or full.uss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
