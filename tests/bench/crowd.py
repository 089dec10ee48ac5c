"""Makes a database with a crowd in it: `python -m tests.bench.crowd PATH PEOPLE ANSWERS`.

One person does real work through the site's own code; SQL then gives each of the others a copy of all that is theirs,
and answers of their own. Everything follows from the numbers of rows: the same every time.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

WORKED = 30  # items that everybody has answered right, with what that led to
DAYS = 364
UNIQUE = re.compile(r', CONSTRAINT "(\w+)" UNIQUE \(([^)]*)\)')
MIXED = "((n * 2654435761 + 40503) & 4294967295)"  # a number without a pattern in n
FAST = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-2000000", "temp_store=MEMORY", "foreign_keys=OFF")


def main() -> None:
    path, people, answers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    draft = path.with_suffix(".part")
    for old in (path, draft):
        for suffix in ("", "-wal", "-shm"):
            Path(f"{old}{suffix}").unlink(missing_ok=True)
    os.environ["DATABASE_URL"] = f"sqlite:///{draft}"
    django.setup()
    first = real_person()
    with sqlite3.connect(draft, isolation_level=None) as database:
        for pragma in FAST:
            database.execute(f"PRAGMA {pragma}")
        fill(database, first, people, answers)
    database.close()
    real_learner(people)
    with sqlite3.connect(draft) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    draft.rename(path)


def real_person() -> int:
    """Return the key of somebody who has answered some items, through the site's own code, in a new database."""
    from django.core.management import call_command  # what needs Django can be imported only now
    from django.db import connection

    from quiz.people.models import User

    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
    person = User.objects.create_user("person-0")
    work(person, WORKED)
    connection.close()
    return person.pk


def work(person: object, count: int) -> None:
    """Let the person answer so many items, one session long, and solve an exercise."""
    from exercises.models import Exercise, Submission
    from quiz.bank.answers import record_answer
    from quiz.bank.models import Item
    from quiz.practice.drawing import start_session
    from quiz.practice.wish import Wish

    items = Item.objects.filter(live=True, kind__in=("single", "multiple"), question__state="published")
    for seed, item in enumerate(items.select_related("question")[:count]):
        response = {"chosen": sorted(item.content.correct)}
        record_answer(person, item, seed, response, 20.0)
    start_session(person, Wish())
    exercise = Exercise.objects.select_related("version").get(slug="softmax")
    Submission.objects.create(
        user=person, exercise=exercise, version=exercise.version, framework="numpy", source="def softmax(x): ...",
        verdict="accepted", seed=1, report={"verdict": "accepted", "cases": []},
    )  # fmt: skip


def fill(database: sqlite3.Connection, first: int, people: int, answers: int) -> None:
    """Copy the first person, give each copy what is theirs, and add answers."""
    owned = owned_tables(database)
    with without_indexes(database, [*owned, "bank_answer", "people_user"]):
        with timed("people"):
            new = {"id": f"{first} + n", "username": "'person-' || n", "is_superuser": "0"}
            copy(database, "people_user", f"id = {first}", new, people)
        for table in owned:
            with timed(table):
                copy(database, table, f"user_id = {first}", owned_by(database, table, first), people)
        with timed("answers"):
            copy(
                database,
                "bank_answer",
                "id = (SELECT MIN(id) FROM bank_answer)",
                answer_of(database, first, people, answers),
                answers,
            )
        started = time.monotonic()
    print(f"  indexes {time.monotonic() - started:.0f} s")
    with timed("statistics of the database"):
        database.execute("ANALYZE")


def tables(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in rows]


def owned_tables(database: sqlite3.Connection) -> list[str]:
    """Return the tables whose rows are somebody's, but for those that also point at another such row."""
    owned = {table for table in tables(database) if "user_id" in columns(database, table)}
    points_at = {table: {row[2] for row in database.execute(f"PRAGMA foreign_key_list({table})")} for table in owned}
    return sorted(table for table in owned - {"bank_answer"} if not points_at[table] & owned)


def columns(database: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def owned_by(database: sqlite3.Connection, table: str, first: int) -> dict[str, str]:
    """What differs in a copy of a row that belongs to somebody: the owner, and when it was."""
    names = columns(database, table)
    new = {"user_id": f"{first} + n", "id": "NULL"}
    new |= {name: f"datetime({name}, '-' || (n % {DAYS}) || ' days')" for name in ("created", "reached", "sent")}
    new["week"] = f"date('now', 'weekday 0', '-6 days', '-' || (7 * ((n % {DAYS}) / 7)) || ' days')"
    return {name: value for name, value in new.items() if name in names}


def answer_of(database: sqlite3.Connection, first: int, people: int, answers: int) -> dict[str, str]:
    """What differs in the answers: everything. Of one person they lie apart, as in life."""
    items = database.execute("SELECT MIN(id), COUNT(*) FROM bank_item").fetchone()
    return {
        "id": "NULL",
        "user_id": f"{first} + 1 + {MIXED} % {people}",
        "item_id": f"{items[0]} + ({MIXED} >> 9) % {items[1]}",
        "seed": f"{WORKED} + n",
        "response": f"'{{\"chosen\": [' || ({MIXED} >> 5) % 3 || ']}}'",
        "outcome": f"CASE WHEN ({MIXED} >> 7) % 10 < 6 THEN 'right' ELSE 'wrong' END",
        "score": f"CASE WHEN ({MIXED} >> 7) % 10 < 6 THEN 1.0 ELSE 0.0 END",
        "seconds": f"2.0 + ({MIXED} >> 11) % 90",
        "created": f"datetime('now', '-' || (({answers} - n) * {DAYS} * 1440 / {answers} + 1) || ' minutes')",
    }


def copy(database: sqlite3.Connection, table: str, which: str, new: dict[str, str], times: int) -> None:
    """Insert each of these rows so many times, n counting from 1, with the new values."""
    names = columns(database, table)
    values = ", ".join(new.get(name, f'row."{name}"') for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    database.execute(
        f"WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {times}) "
        f"INSERT INTO {table} ({quoted}) SELECT {values} FROM number, (SELECT * FROM {table} WHERE {which}) AS row"
    )


@contextmanager
def without_indexes(database: sqlite3.Connection, names: list[str]) -> Iterator[None]:
    """Take the indexes away while rows are inserted, those of unique constraints too: sorting them once is faster."""
    later = [statement for name in names for statement in without_constraints(database, name)]
    marks = ", ".join("?" for _ in names)
    query = f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})"
    indexes = database.execute(query, names).fetchall()
    for name, _ in indexes:
        database.execute(f'DROP INDEX "{name}"')
    yield
    for statement in [*later, *(sql for _, sql in indexes)]:
        database.execute(statement)


def without_constraints(database: sqlite3.Connection, table: str) -> list[str]:
    """Make the table anew without its unique constraints; return what makes unique indexes of them."""
    [(sql,)] = database.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", [table]).fetchall()
    found = UNIQUE.findall(sql)
    if not found:
        return []
    indexes = database.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?", [table]
    ).fetchall()
    database.execute("PRAGMA legacy_alter_table=ON")  # what refers to the table goes on doing so
    database.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    database.execute(UNIQUE.sub("", sql))
    database.execute(f"INSERT INTO {table} SELECT * FROM old_{table}")
    database.execute(f"DROP TABLE old_{table}")
    for (index,) in indexes:
        database.execute(index)
    return [f'CREATE UNIQUE INDEX "{name}" ON {table} ({fields})' for name, fields in found]


@contextmanager
def timed(what: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    print(f"  {what} {time.monotonic() - started:.0f} s", flush=True)


def real_learner(people: int) -> None:
    """One more person, who has worked more than anybody: it is their pages that are measured."""
    from quiz.people.models import User

    learner = User.objects.create_user("learner", is_staff=True, is_superuser=True)
    work(learner, 10 * WORKED)
    print(f"  {people:,} people and one learner")


if __name__ == "__main__":
    main()
