"""The schema of the database and how an older one becomes the present one.

`schema/NNNN.sql` are steps: 0001 makes the first schema out of an empty database, each further one
changes what the one before has left. A new database runs all of them, so that there is one
way to every schema. PRAGMA user_version says how far a database has come.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

APPLICATION = 0x444F4953  # "DOIS", in the head of the file


@cache
def steps() -> tuple[str, ...]:
    """The SQL of each step, the first one first."""
    folder = Path(__file__).with_name("schema")
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9].sql"))
    assert [int(f.stem) for f in files] == list(range(1, len(files) + 1)), "a step is missing"
    return tuple(f.read_text("utf-8") for f in files)


def version(connection: sqlite3.Connection) -> int:
    """How many steps a database has behind it; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that a database lacks, all in one transaction.

    sqlite3.Error where one fails; the database is then as it was.
    """
    todo = steps()[version(connection) :]
    if not todo:
        return
    marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {len(steps())};"
    try:
        connection.executescript("\n".join(["BEGIN IMMEDIATE;", *todo, marks, "COMMIT;"]))
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
