"""Runs the command where nothing is there that only Unix has: no fork, no alarm, no hang-up; as on Windows, as near as it gets."""

from __future__ import annotations

import os
import signal
import sys

SIGNALS = ("SIGHUP", "SIGALRM", "SIGPIPE", "SIGKILL", "setitimer", "getitimer", "alarm", "pthread_sigmask")
CALLS = ("fork", "sched_getaffinity", "geteuid", "getuid", "mkfifo")
MODULES = ("fcntl", "termios", "resource", "pwd", "grp", "tty", "pty", "durable")


def main() -> int:
    """Take away what only Unix has, and run the command."""
    import multiprocessing
    import pathlib
    import shutil
    import subprocess
    import tempfile

    import rich.console  # asks which system it is on when it is loaded

    assert all((multiprocessing, pathlib, shutil, subprocess, tempfile, rich.console))
    for module, names in ((signal, SIGNALS), (os, CALLS)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    sys.modules.update(dict.fromkeys(MODULES))
    sys.platform = "win32"
    from jixiao.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
