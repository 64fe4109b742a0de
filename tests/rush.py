"""Acts that begin while what they need is held, and go on once something else was done meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, transaction

from tests.scheduling import NOW

MANY = 10_000


class Hand(threading.Thread):
    """One act on a connection of its own; `said` is why it was refused, None where it was done."""

    def __init__(self, act: Callable[..., object], **given: object) -> None:
        super().__init__()
        self.act, self.given, self.pid = act, given, 0
        self.said: Exception | None = None

    def run(self) -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                self.pid = cursor.fetchone()[0]
            self.act(**self.given, at=NOW)
        except Exception as error:  # Whatever is no refusal would be a page of error 500.
            self.said = error
        finally:
            connection.close()


def wait(hands: Sequence[Hand]) -> bool:
    """Whether each has come to where it waits for a lock, or to its end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT pid FROM pg_locks WHERE NOT granted")
        waiting = {pid for (pid,) in cursor.fetchall()}
    return all(not hand.is_alive() or hand.pid in waiting for hand in hands)


def meanwhile(hands: Sequence[Hand], hold: Callable[[], Any], act: Callable[[], object]) -> list[object]:
    """Begin the hands while something is held; they go on once the act is done: what each was told."""
    with transaction.atomic():
        hold()
        for hand in hands:
            hand.start()
        assert any(wait(hands) for _ in range(MANY))
        act()
    for hand in hands:
        hand.join()
    return [type(hand.said) if hand.said else None for hand in hands]
