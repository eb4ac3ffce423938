"""A PostgreSQL of the tests' own: in a folder of its own, on a socket there, with nothing else to reach it by."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from shared.office.parts import needed

SETTINGS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c unix_socket_directories={folder}"


@contextmanager
def postgres() -> Iterator[psycopg.Connection]:
    """Start one and give a connection to it; skips the test where it is not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    control = needed("pg_ctl", "PostgreSQL", str(folders[-1]) if folders else None)
    folder = Path(tempfile.mkdtemp(prefix="jixiao-pg-"))
    who = {}
    if os.geteuid() == 0:  # it refuses to run as root
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def run(*words: str) -> None:
        subprocess.run([control, "-D", folder / "data", *words], check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60, **who)  # fmt: skip

    try:
        run("initdb", "-o", "-A trust -U jixiao -E UTF8 --locale=C --no-sync")
        run("-w", "-l", str(folder / "log"), "-o", SETTINGS.format(folder=folder), "start")
        try:
            with psycopg.connect(
                host=str(folder), user="jixiao", dbname="postgres", autocommit=True
            ) as connection:
                yield connection
        finally:
            run("-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
