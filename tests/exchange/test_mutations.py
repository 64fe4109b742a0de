"""Hundreds of spoilt files: each is read or refused in a sentence, never half, never with a traceback."""

import io
import random

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from conferences.exchange.census.file_checks import look_at
from conferences.models import FileStatus, ImportedFile, ImportFault, Plan
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.exchange.census import MOST, census, child, episode, in_need, judged, plan, s47, taken

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


def test_two_thousand_spoilt_files_are_judged_or_refused():
    refused = 0
    for seed in range(2_000):
        xml = spoilt(seed)
        try:
            look_at(io.BytesIO(xml), MOST)
            assert all(fault.sentence for fault in judged(xml)[1]), seed
        except Refused as refusal:
            refused += 1
            assert str(refusal).endswith("."), seed
    # Neither all nor none: both ways out were taken.
    assert 200 < refused < 1_800


@pytest.mark.django_db
def test_a_hundred_spoilt_files_leave_all_or_nothing():
    read = 0
    for seed in range(5_000, 5_100):
        with transaction.atomic():
            read += one_file(seed)
            transaction.set_rollback(True)
    assert 15 < read < 95


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


@pytest.mark.django_db
def test_a_spoilt_file_beside_a_good_one_spoils_nothing():
    taken(FULL)
    before = Plan.objects.unscoped("a test").count()
    for seed in range(9_000, 9_030):
        with transaction.atomic():
            try:
                taken(spoilt(seed))
            except Refused:
                assert Plan.objects.unscoped("a test").count() == before, seed
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            transaction.set_rollback(True)


words = some.text(some.characters(blacklist_categories=("Cs", "Cc")), max_size=40).map(
    lambda text: text.replace("&", "+").replace("<", "(").replace(">", ")")
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words, words, words, words)
def test_any_words_in_any_field_are_judged(number, day, code, answer):
    xml = census(
        child(
            episode(
                s47(S47ActualStartDate=day, ICPCnotRequired=answer),
                plan(day, CPPstartDate=day, InitialCategoryOfAbuse=code, NumberOfPreviousCPP=answer),
                CINreferralDate=day,
                ReferralSource=code,
            ),
            LAchildID=number,
            UPN=code,
            PersonBirthDate=day,
            Sex=code,
            Ethnicity=code,
        )
    )
    children, faults = judged(xml)
    assert len(children) == 1
    assert faults
