"""A client's store with a history as long as wanted: as if all of it had been fetched."""

import sqlite3


def lengthen(store, count):
    """Makes the history in the store `count` lines long by lines older than all that are there."""
    connection = sqlite3.connect(store)
    with connection:
        connection.execute(
            """
            WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?),
              oldest(at) AS (SELECT min(created_at) FROM ledger),
              words(title, place, search) AS (SELECT title, place, search FROM ledger LIMIT 1)
            INSERT INTO ledger (id, kind, points, title, place, created_at, search)
            SELECT 'led_old_' || n, 'earn', 1 + n % 90, title, place, at - n * 60000, search || ' ' || n
            FROM number, oldest, words
            """, (max(0, count - lines(connection)),))
        connection.execute(
            "UPDATE ledger_stretch SET bottom_at = NULL, bottom_id = NULL, cursor = NULL")
    assert lines(connection) == count
    connection.close()


def lines(connection):
    return connection.execute("SELECT count(*) FROM ledger").fetchone()[0]
