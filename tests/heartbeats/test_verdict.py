"""What stands still, told from the last signs: the cause alone, in words that say since when and why."""

import datetime as dt

import pytest

from safeguarding.heartbeats import verdict
from safeguarding.heartbeats.verdict import (
    APART,
    BUSY_FOR,
    SILENT_FOR,
    Seen,
    State,
    reason,
    sentence,
    sentence_for_all,
    verdicts,
)
from safeguarding.models import Part

NOW = dt.datetime(2018, 4, 25, 9, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
TWO_MINUTES = dt.timedelta(minutes=2)


def ago(**part: dt.timedelta) -> dict[Part, Seen]:
    """All were seen a second ago, but for these."""
    all_well = dict.fromkeys(Part, SECOND) | {Part[name.upper()]: since for name, since in part.items()}
    return {part: Seen(NOW - since, NOW - since) for part, since in all_well.items()}


def states(seen: dict[Part, Seen]) -> dict[str, State]:
    return {one.part.lower(): one.state for one in verdicts(seen, at=NOW)}


def test_all_is_well():
    assert set(states(ago()).values()) == {State.WORKS}
    assert sentence_for_all(verdicts(ago(), at=NOW)) == ""


def test_what_was_never_seen_stands_still():
    found = verdicts({}, at=NOW)
    assert [one.part for one in found if one.is_still] == [Part.WORKER, Part.BEAT]
    assert sentence(found[0]) == (
        "The worker has never been seen at work: no email leaves, nothing new is found due, and no file is"
        " read."
    )


@pytest.mark.parametrize("part", [Part.WORKER, Part.BEAT, Part.MAIL])
def test_each_is_named_within_two_minutes_with_a_turn_to_spare(part):
    assert SILENT_FOR[part] + 15 * SECOND < TWO_MINUTES
    seen = ago(**{part.lower(): SILENT_FOR[part]})
    assert states(seen)[part.lower()] is State.WORKS
    seen = ago(**{part.lower(): SILENT_FOR[part] + SECOND})
    assert states(seen)[part.lower()] is not State.WORKS


def test_a_dead_timetable_is_told_from_a_dead_worker():
    without_beat = states(ago(beat=TWO_MINUTES, mail=TWO_MINUTES))
    assert (without_beat["worker"], without_beat["beat"]) == (State.WORKS, State.STILL)
    without_worker = states(ago(worker=TWO_MINUTES, mail=TWO_MINUTES))
    assert (without_worker["worker"], without_worker["beat"]) == (State.STILL, State.WORKS)


@pytest.mark.parametrize("cause", ["worker", "beat"])
def test_what_only_a_dead_part_could_tell_is_not_known(cause):
    found = states(ago(**{cause: TWO_MINUTES}, mail=TWO_MINUTES, scan=dt.timedelta(hours=1)))
    assert (found["mail"], found["scan"]) == (State.UNKNOWN, State.UNKNOWN)


def test_e_mail_that_was_tried_in_vain_stands_still_with_why():
    failing = Seen(NOW - TWO_MINUTES, NOW - SECOND, "ConnectionRefusedError")
    found = verdicts(ago() | {Part.MAIL: failing}, at=NOW)
    (still,) = [one for one in found if one.is_still]
    assert sentence(still) == (
        "Email has not worked since 25 April 2018 at 9:58am (nothing answers at its address): emails wait,"
        " and are sent when it answers."
    )
    assert sentence_for_all(found) == (
        "Reminders by email are held up at present. What is due stands on this page."
    )


def test_one_try_in_vain_is_not_told_yet():
    failing = Seen(NOW - 31 * SECOND, NOW - SECOND, "TimeoutError")
    assert states(ago() | {Part.MAIL: failing})["mail"] is State.WORKS


def test_a_worker_with_one_long_thing_in_hand_lets_the_others_wait_for_a_while():
    assert states(ago(mail=TWO_MINUTES))["mail"] is State.WAITS
    assert states(ago(mail=BUSY_FOR + SECOND))["mail"] is State.STILL


def test_after_a_start_the_first_turn_is_waited_for():
    begun = Seen(NOW - SECOND, NOW - SECOND, since_at=NOW - TWO_MINUTES)
    night = Seen(NOW - dt.timedelta(hours=9), NOW - dt.timedelta(hours=9))
    found = states({Part.WORKER: begun, Part.BEAT: begun, Part.SCAN: night})
    assert (found["scan"], found["mail"]) == (State.WAITS, State.STILL)


@pytest.mark.parametrize("part", Part)
def test_a_sign_that_is_dated_in_the_time_to_come_is_no_sign_of_life(part, monkeypatch):
    # Other tests have signs that hold for all time.
    monkeypatch.setattr(verdict, "APART", APART)
    assert states(ago(**{part.lower(): -60 * SECOND}))[part.lower()] is State.WORKS
    (still,) = [one for one in verdicts(ago(**{part.lower(): -61 * SECOND}), at=NOW) if one.is_still]
    assert sentence(still) == (
        f"{part.label}: its last sign is dated in the time to come, so a clock is wrong and nobody knows"
        " whether it works (25 April 2018 at 10:01am)."
    )


def test_an_error_without_words_is_named():
    assert reason("TimeoutError") == "it does not answer"
    assert reason("SMTPServerDisconnected") == "it does not answer, or breaks off"
    assert reason("SMTPHeloError") == "SMTPHeloError"


def test_a_worker_that_waits_for_a_mail_server_is_no_excuse_for_it():
    hanging = Seen(NOW - TWO_MINUTES, NOW - TWO_MINUTES + SECOND, "TimeoutError")
    assert states(ago() | {Part.MAIL: hanging})["mail"] is State.STILL
