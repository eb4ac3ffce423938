"""Scores a file on two Spark workers that are processes of their own, and kills one while they work.

Run as a program, since a process has room for one Spark: python cluster.py INPUT OUTPUT TABLE. Says which process it
killed, and how many tasks were done by then.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

CLUSTER = "local-cluster[2,1,1024]"
TASKS = 6
PATIENCE = 120


def main(source: str, output: str, table: str) -> None:
    import pyspark
    from pyspark.sql import SparkSession

    from jixiao.bulk.spark.scored import BAD, TOLD, scored
    from jixiao.desk.rules import find_table, open_rules
    from jixiao.scoring.program.program import compile_ruleset

    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master(CLUSTER)
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "OFF")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "512m")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")  # few rows are done before it is compiled
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .getOrCreate()
    )
    program = compile_ruleset(find_table(table, open_rules()))
    rows = session.read.parquet(source).repartition(TASKS)
    killer = threading.Thread(target=kill_one, args=(session.sparkContext,), daemon=True)
    killer.start()
    scored(program, rows, source, {}).rows.drop(BAD, TOLD).write.options(header=True).csv(output)
    killer.join(PATIENCE)
    session.stop()


def kill_one(context) -> None:
    """Wait until some tasks are done and others are not, then kill one of the two workers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for stage in context.statusTracker().getActiveStageIds():
            told = context.statusTracker().getStageInfo(stage)
            if told is not None and told.numTasks == TASKS and 0 < told.numCompletedTasks < TASKS - 1:
                workers = list(executors())
                os.kill(workers[0], signal.SIGKILL)
                say(f"killed 1 of {len(workers)} after {told.numCompletedTasks} of {TASKS} tasks")
                return
        time.sleep(0.02)
    say("nothing was killed")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def executors() -> Iterator[int]:
    """Yield the processes of this one's own executors."""
    parents: dict[int, int] = {}
    names: dict[int, bytes] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                names[int(folder.name)] = (folder / "cmdline").read_bytes()
            except OSError:  # it has ended meanwhile
                continue
    for process, name in names.items():
        if b"CoarseGrainedExecutorBackend" in name and b"java" in name.split(b"\0")[0]:
            above = process
            while above in parents and above != os.getpid():
                above = parents[above]
            if above == os.getpid():
                yield process


if __name__ == "__main__":
    main(*sys.argv[1:])
