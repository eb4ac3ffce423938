"""Files and folders that may not be looked into, also where the tests are run by root, who may read everything."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

CAPABILITIES = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3."""
OVERRIDE = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: what makes permissions nothing to root."""


@contextlib.contextmanager
def closed(path: Path, mode: int = 0) -> Iterator[None]:
    """Close a file or folder for the time being; skips the test where that is nothing to this user."""
    before = path.stat().st_mode & 0o7777
    path.chmod(mode)
    try:
        with _as_anybody():
            if os.access(path, os.R_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
                pytest.skip("this user may read everything")
            yield
    finally:
        path.chmod(before)


@contextlib.contextmanager
def _as_anybody() -> Iterator[None]:
    """Do without what root may do with any file, as far as this system lets it go and come back."""
    if os.geteuid() != 0 or not hasattr(ctypes.CDLL(None), "capset"):
        yield
        return
    libc = ctypes.CDLL(None)
    head = (ctypes.c_uint32 * 2)(CAPABILITIES, 0)
    sets = (
        ctypes.c_uint32 * 6
    )()  # effective, permitted, inheritable of capabilities 0 to 31; again of 32 to 63
    libc.capget(head, sets)
    before = sets[0]
    sets[0] = before & ~OVERRIDE
    libc.capset(head, sets)
    try:
        yield
    finally:
        sets[0] = before
        libc.capset(head, sets)
