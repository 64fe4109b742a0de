"""What is asked of a file that was read is done once, by whoever comes first, and whole or not at all."""

import datetime as dt

import pytest
from django.db import connection
from kombu.exceptions import OperationalError

from conferences import tasks
from conferences.exchange.census import asked, following, inbox, proposing
from conferences.exchange.census.importing import LOCK
from conferences.models import FileAsked, FileStatus, ImportQuestion, Plan
from conferences.operations import imports
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.cast import person
from tests.exchange.census import READ_AT, census, child, episode, of_year, plan, taken
from tests.exchange.test_proposing import FIRST, proposed

LATER = READ_AT + dt.timedelta(seconds=300)


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    """The tasks that were sent, in place of the broker."""
    found = []
    monkeypatch.setattr(asked.app, "send_task", lambda name, args, **how: found.append((name, args)))
    return found


def keep(file, by=None):
    return asked.ask_to_keep(file=file, anyway=False, by=by or person("MANAGER"), at=READ_AT)


def test_a_worker_is_told_by_number_only_and_once(db, sent, django_capture_on_commit_callbacks):
    file = proposed(census(*FIRST))
    with django_capture_on_commit_callbacks(execute=True):
        keep(file)
        keep(file)
    assert set(map(str, sent)) == {str(("conferences.tasks.do_what_is_asked_of_file", [file.pk]))}
    tasks.do_what_is_asked_of_file(file.pk)
    tasks.do_what_is_asked_of_file(file.pk)
    file.refresh_from_db()
    assert (file.status, file.asked, file.not_done, Child.every.count()) == ("READ", "", {}, 3)
    keep(file)
    file.refresh_from_db()
    assert file.asked == ""


def test_nothing_else_is_asked_meanwhile(db):
    file = proposed(census(*FIRST))
    keep(file)
    with pytest.raises(Refused, match="Something else is being done"):
        asked.ask(file=file, what=FileAsked.DISCARD, by=person("MANAGER"), at=READ_AT)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_was_killed_leaves_it_to_the_next(monkeypatch):
    file = proposed(census(*FIRST))
    keep(file)
    with monkeypatch.context() as killed:
        killed.setattr(imports, "end_asking", lambda **given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            asked.do(file_id=file.pk, clock=lambda: READ_AT)
    file.refresh_from_db()
    assert (file.status, file.asked, Child.every.count()) == ("PROPOSED", "KEEP", 0)
    assert asked.send_all(before=READ_AT) == 0
    assert asked.send_all(before=LATER) == 1
    tasks.do_what_is_asked_of_file(file.pk)
    assert Child.every.count() == 3 and asked.send_all(before=LATER) == 0


def test_without_a_broker_it_waits(db, monkeypatch):
    def down(*args, **how):
        raise OperationalError("no broker")

    monkeypatch.setattr(asked.app, "send_task", down)
    assert asked.send(keep(proposed(census(*FIRST)))) is False


def test_it_is_not_done_for_somebody_who_may_no_longer_import(db):
    file, by = proposed(census(*FIRST)), person("MANAGER")
    keep(file, by)
    type(by).objects.filter(pk=by.pk).update(is_active=False)
    tasks.do_what_is_asked_of_file(file.pk)
    file.refresh_from_db()
    assert (file.status, file.asked) == ("PROPOSED", "")
    assert file.not_done["sentence"] == asked.NO_LONGER


@pytest.mark.django_db(transaction=True)
def test_a_file_in_a_workers_hands_is_left_to_it():
    file = proposed(census(*FIRST))
    keep(file)
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [LOCK, file.pk])
        file.refresh_from_db()
        standing = inbox.standing(file, at=LATER)
        waiting = inbox.standing(keep(proposed(of_year(2025, *FIRST))), at=LATER)
        tasks.do_what_is_asked_of_file(file.pk)
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, file.pk])
    other.close()
    assert (standing.running, standing.stuck, Child.every.count()) == (True, False, 0)
    # The worker has another file in its hands: nothing is wrong with this one.
    assert (waiting.running, waiting.stuck) == (False, False)
    assert inbox.standing(file, at=LATER).stuck


@pytest.mark.django_db(transaction=True)
def test_how_far_it_is_is_seen_while_the_file_is_kept(monkeypatch):
    monkeypatch.setattr("conferences.exchange.census.retelling.EVERY", 1)
    file = proposed(census(*FIRST))
    seen, tell = [], inbox.ProgressConnection.tell

    def told(self, children):
        tell(self, children)
        seen.append(type(file).objects.get(pk=file.pk).progress)

    monkeypatch.setattr(inbox.ProgressConnection, "tell", told)
    keep(file)
    tasks.do_what_is_asked_of_file(file.pk)
    file.refresh_from_db()
    assert (seen, file.status) == ([1, 2, 3], FileStatus.READ)


# ----- Answers ---------------------------------------------------------------------------------------------


def asking():
    def one(number, *parts):
        return child(*parts, LAchildID=number, UPN=None, UPNunknown="UN4")

    taken(of_year(2024, one("FB001", episode(plan())), one("FB002", episode(plan()))))
    return proposed(of_year(2025, one("FB003")))


def answer(file, number, what):
    question = ImportQuestion.objects.get(file=file, number=number)
    asked.answer(questions=[question], answer=what, by=person("MANAGER"), at=READ_AT)
    return question


def test_a_question_that_is_asked_again_keeps_its_row(db):
    file = asking()
    before = dict(ImportQuestion.objects.values_list("number", "pk"))
    answer(file, "FB001", "NEVER")
    tasks.do_what_is_asked_of_file(file.pk)
    assert dict(ImportQuestion.objects.values_list("number", "pk")) == before
    keep(file)
    tasks.do_what_is_asked_of_file(file.pk)
    assert dict(ImportQuestion.objects.values_list("number", "pk")) == before
    assert Plan.every.count() == 1


def test_a_question_that_is_asked_no_longer_goes(db):
    file = asking()
    assert file.questions.count() == 2
    taken(of_year(2024, child(episode(plan()), LAchildID="FB001", UPN=None, UPNunknown="UN4")))
    with pytest.raises(Refused, match="since you looked"):
        proposing.keep(file=file, by=person("MANAGER"), clock=lambda: READ_AT)
    assert [one.number for one in file.questions.all()] == ["FB001"]


def test_an_answer_that_comes_while_others_are_followed_is_followed_after_them(db, sent, monkeypatch):
    file = asking()
    answer(file, "FB001", "NEVER")
    looked = following.take_in_answers

    def meanwhile(**given):
        left = looked(**given)
        answer(file, "FB002", "NEVER")
        return left

    with monkeypatch.context() as busy:
        busy.setattr(following, "take_in_answers", meanwhile)
        tasks.do_what_is_asked_of_file(file.pk)
    file.refresh_from_db()
    assert (file.asked, sent[-1][1]) == ("LOOK", [file.pk])
    assert file.changes.filter(how="WITHDRAWN", kind="plans").count() == 1
    tasks.do_what_is_asked_of_file(file.pk)
    file.refresh_from_db()
    assert file.asked == "" and file.changes.filter(how="WITHDRAWN", kind="plans").count() == 2


def test_of_a_kept_file_answers_reach_the_record(db):
    file = asking()
    keep(file)
    tasks.do_what_is_asked_of_file(file.pk)
    answer(file, "FB001", "NEVER")
    answer(file, "FB002", "NEVER")
    assert Plan.every.count() == 2
    tasks.do_what_is_asked_of_file(file.pk)
    assert Plan.every.count() == 0
