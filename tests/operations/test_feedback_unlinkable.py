"""An answer leads to nobody: what the whole database and the log hold before and after one is given."""

import datetime as dt
import logging
import re

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from conferences.models import FeedbackAnswer, FeedbackReading
from conferences.operations import feedback
from conferences.operations.feedback_giving import TABLE, digest_of, give_back
from conferences.rules.feedback import Given, Giver, Wave
from safeguarding import audit
from safeguarding.deployment.logging import without_values
from safeguarding.models import User
from tests.cast import person
from tests.factories import BookingFactory, ChildFactory

AT = dt.datetime(2018, 11, 12, 9, 30, tzinfo=dt.UTC)
ADDRESS = "198.51.100.77"
BROWSER = "Canary/7.7"
WORDS = "The window was open."
TABLES = """
    SELECT relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND relkind IN ('r', 'p') ORDER BY relname
"""
COLUMNS = """
    SELECT column_name, data_type, column_default FROM information_schema.columns WHERE table_name = %s
"""
REFERS = "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass"
REFERRED = """
    SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND confrelid = %s::regclass
"""
SEQUENCES = "SELECT sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences ORDER BY 1"
TIMES = ("timestamp with time zone", "timestamp without time zone", "time without time zone", "interval")


def asked(sql, *given):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def whole_database():
    """{table: its rows as text}, of every table there is, and every sequence."""
    found = {
        name: {row for (row,) in asked(f'SELECT t::text FROM "{name}" AS t')} for (name,) in asked(TABLES)
    }
    return found | {"sequences": {row for (row,) in asked(SEQUENCES)}}


def differences(before, after):
    """{table: (rows gone, rows new)} of every table that is not as it was."""
    return {
        name: (before[name] - after[name], after[name] - before[name])
        for name in after
        if before[name] != after[name]
    }


def slips(number=1):
    return feedback.print_slips(
        giver=Giver.PARENT, wave=Wave.SOON, number=number, by=person("BUSINESS_SUPPORT"), at=AT
    )


def send(client, code, **more):
    with time_machine.travel(AT, tick=False):
        return client.post(
            reverse("feedback_form", args=[code]),
            {"heard": "5", "words": WORDS, **more},
            REMOTE_ADDR=ADDRESS,
            headers={"user-agent": BROWSER},
        )


@pytest.mark.django_db
@pytest.mark.parametrize("is_signed_in", [False, True])
def test_giving_an_answer_changes_nothing_but_itself_and_its_code(client, is_signed_in):
    """Also on a tablet of the unit, on which somebody is signed in."""
    BookingFactory()
    feedback.record_offer(giver=Giver.PARENT, wave=Wave.SOON, number=2, by=person("CHAIR"), at=AT)
    (code,) = slips()
    if is_signed_in:
        client.force_login(person("CHAIR"))
    before = whole_database()
    answer = send(client, code)
    assert answer.status_code == 302 and "sessionid" not in answer.cookies
    found = differences(before, whole_database())
    assert sorted(found) == ["conferences_feedbackanswer", "conferences_feedbackcode"]
    gone, new = found["conferences_feedbackanswer"]
    assert (len(gone), len(new)) == (0, 1) and WORDS in next(iter(new))
    gone, new = found["conferences_feedbackcode"]
    assert (len(gone), len(new)) == (1, 0) and digest_of(code) in next(iter(gone))


@pytest.mark.django_db
def test_a_trace_that_were_left_would_be_found():
    by = person("CHAIR")
    before = whole_database()
    audit.record("feedback.planted", by, by=by, at=AT)
    found = differences(before, whole_database())
    assert sorted(found) == ["safeguarding_auditentry", "sequences"]


@pytest.mark.django_db
def test_an_answer_has_no_time_but_its_quarter_no_number_in_a_row_and_refers_to_nothing():
    columns = asked(COLUMNS, TABLE)
    assert {kind for _, kind, _ in columns} == {"uuid", "character varying", "date", "smallint", "text"}
    assert [name for name, kind, _ in columns if kind == "date" or kind in TIMES] == ["quarter"]
    assert [name for name, _, default in columns if default] == []
    assert asked(REFERS, TABLE) == [(0,)]
    assert asked(REFERRED, TABLE) == [(FeedbackReading._meta.db_table,)]
    codes = asked(COLUMNS, "conferences_feedbackcode")
    assert [name for name, kind, _ in codes if kind == "date" or kind in TIMES] == ["ends_date"]
    assert asked(REFERS, "conferences_feedbackcode") == [(0,)]


@pytest.mark.django_db
def test_what_was_given_stands_in_no_other_table_and_neither_does_a_code(client):
    """Of every row of every table, the times, addresses and codes that would join an answer to a meeting."""
    booking = BookingFactory()
    (code,) = slips()
    send(client, code)
    answer = FeedbackAnswer.objects.get()
    told = [str(answer.pk), WORDS, code, digest_of(code), ADDRESS, BROWSER]
    holding = {
        (name, one)
        for name, rows in whole_database().items()
        for one in told
        if any(one in row for row in rows)
    }
    assert holding == {(TABLE, str(answer.pk)), (TABLE, WORDS)}
    (row,) = whole_database()[TABLE]
    for trace in (
        booking.ref,
        booking.request.ref,
        booking.request.family.ref,
        AT.date(),
        "2018-11",
        "09:30",
    ):
        assert str(trace) not in row
    assert answer.pk.version == 4


@pytest.mark.django_db
def test_the_log_says_nothing_of_an_answer_or_of_a_code(client, caplog):
    caplog.set_level(logging.DEBUG)
    (code,) = slips()
    send(client, code)
    send(client, code)
    lines = " ".join(str(vars(one)) for one in caplog.records if one.name != "django.db.backends")
    assert code not in " ".join(without_values(one.getMessage()) for one in caplog.records)
    assert WORDS not in lines and ADDRESS not in lines and BROWSER not in lines
    assert not re.search(r"conferences_feedbackanswer", lines)


@pytest.mark.django_db
def test_a_wrong_code_leaves_no_address(client):
    before = whole_database()
    answer = client.get(reverse("feedback_form", args=["BCDFGHJKMN"]), REMOTE_ADDR=ADDRESS)
    assert answer.status_code == 404
    found = differences(before, whole_database())
    assert set(found) <= {"cache"} and not any(ADDRESS in row for _, new in found.values() for row in new)


@pytest.mark.django_db(transaction=True)
def test_neither_where_a_row_lies_nor_who_wrote_it_tells_the_order():
    """Between two rows of audit the number of a transaction would tell the minute."""
    codes = slips(24)
    for at, code in enumerate(codes):
        give_back(code=code, given=Given({"heard": 3}, f"{at:02}"), on=AT.date())
        person("CHAIR")
    assert len(asked(f"SELECT DISTINCT xmin::text FROM {TABLE}")) == 1
    lying = [words for (words,) in asked(f"SELECT words FROM {TABLE} ORDER BY ctid")]
    assert sorted(lying) == [f"{at:02}" for at in range(24)] and lying != sorted(lying)
    assert (
        User.objects.count() >= 24 and not ChildFactory._meta.model.objects.unscoped("none is made").exists()
    )
