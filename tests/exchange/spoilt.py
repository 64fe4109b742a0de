"""Spoilt census files, the same for the same seed; and a process of its own that reads many of them, within
limits of time and memory.

python -m tests.exchange.spoilt --first 0 --files 10000
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import time

import django
from django.db import connection, transaction

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safeguarding.settings")
    django.setup()

from conferences.models import FileStatus, ImportedFile, ImportFault, Plan
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.exchange.census import census, child, episode, in_need, plan, s47, taken

MOST_MEMORY = 1_500_000_000
SECONDS_A_FILE = 20
FULL = census(
    child(
        episode(
            s47(),
            plan("2023-09-01", "2024-02-14", CPPendDate="2024-03-01", LatestCategoryOfAbuse="EMO"),
            in_need("2024-03-01"),
            DateOfInitialCPC="2023-06-14",
        ),
        disabilities=("HAND", "VIS"),
    ),
    child(
        episode(
            plan(CPPstartDate="2022-01-10", CPPendDate="2022-12-01"),
            CINclosureDate="2023-12-01",
            ReasonForClosure="RC7",
        ),
        LAchildID="FB002",
        UPN=None,
        UPNunknown="UN4",
    ),
    child(PersonBirthDate=None, ExpectedPersonBirthDate="2024-06-01", Sex="U", LAchildID="FB003", UPN=None),
)
PIECES = [
    b"<CPPendDate>",
    b"</Reviews>",
    b"<Child>",
    b"&amp;",
    b"2023-06-14",
    b"0001-01-01",
    b"9999-12-31",
    b"\x00",
]


def flip(xml: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randrange(1, 6)):
        xml[dice.randrange(len(xml))] = dice.randrange(256)


def cut(xml: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(xml))
    del xml[start : start + dice.randrange(1, 200)]


def double(xml: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(xml))
    block = xml[start : start + dice.randrange(1, 400)]
    xml[start:start] = block


def insert(xml: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(xml))
    xml[at:at] = dice.choice(PIECES)


def swap_digits(xml: bytearray, dice: random.Random) -> None:
    """Other digits in place: the file stays whole, and its dates and codes do not."""
    places = [at for at, byte in enumerate(xml) if 48 <= byte <= 57]
    for at in dice.sample(places, dice.randrange(1, 8)):
        xml[at] = dice.randrange(48, 58)


def swap_parts(xml: bytearray, dice: random.Random) -> None:
    """An element's name in place of another's, at both its ends."""
    names = [
        b"CPPstartDate",
        b"CPPendDate",
        b"Section47",
        b"Reviews",
        b"LAchildID",
        b"CINdetails",
        b"UPN",
        b"Sex",
    ]
    one, other = dice.sample(names, 2)
    xml[:] = bytes(xml).replace(one, other)


def spoilt(seed: int) -> bytes:
    dice = random.Random(seed)
    xml = bytearray(FULL)
    kinds = [flip, cut, double, insert, swap_digits, swap_digits, swap_digits, swap_parts]
    for kind in dice.sample(kinds, dice.randrange(1, 3)):
        kind(xml, dice)
    return bytes(xml)


def one_file(seed: int) -> bool:
    """Read a spoilt file; afterwards all of it is there, and holds, or nothing is."""
    try:
        file = taken(spoilt(seed))
    except Refused:
        assert not Child.objects.unscoped("a test").exists(), seed
        assert not ImportedFile.objects.exists() and not ImportFault.objects.exists(), seed
        return False
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    assert file.status == FileStatus.READ, seed
    assert file.counts["children"]["added"] == Child.objects.unscoped("a test").count(), seed
    assert file.counts["plans"]["added"] == Plan.objects.unscoped("a test").count(), seed
    return True


def read_many(first: int, files: int) -> dict[str, float]:
    """Read so many spoilt files, each taken back; how many were read and refused, and at what cost.

    Raises whatever a file brings about that is no refusal, with the seed of the file.
    """
    found = {"read": 0, "refused": 0}
    for seed in range(first, first + files):
        signal.alarm(SECONDS_A_FILE)
        try:
            with transaction.atomic():
                found["read" if one_file(seed) else "refused"] += 1
                transaction.set_rollback(True)
        except Exception as error:
            error.add_note(f"The spoilt file of seed {seed}.")
            raise
    signal.alarm(0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    return {**found, "seconds": time.process_time(), "memory_mb": memory}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--files", type=int, default=10_000)
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    print(json.dumps(read_many(given.first, given.files)))


if __name__ == "__main__":
    main()
