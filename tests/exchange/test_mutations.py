"""Hundreds of spoilt files: each is read or refused in a sentence, never half, never with a traceback."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as some

from conferences.exchange.census.file_checks import look_at
from conferences.models import Plan
from safeguarding.refusals import Refused
from tests.demo_database import address
from tests.exchange.census import MOST, census, child, episode, judged, plan, s47, taken
from tests.exchange.spoilt import FULL, spoilt


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
def test_two_hundred_spoilt_files_leave_all_or_nothing_in_a_process_with_limits():
    environment = {
        **os.environ,
        "DATABASE_URL": address(connection.settings_dict["NAME"]),
        "REDIS_URL": settings.REDIS_URL,
    }
    command = [sys.executable, "-m", "tests.exchange.spoilt", "--first", "5000", "--files", "200"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    found = json.loads(done.stdout)
    # Neither all nor none: both ways out were taken.
    assert 30 < found["read"] == 200 - found["refused"] < 190


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


@examples(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
