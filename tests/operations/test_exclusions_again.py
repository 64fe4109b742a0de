"""An exclusion that two write at once, whose meeting was moved after the telling, or that is told twice."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest

from conferences.documents.exclusions import writer
from conferences.models import Exclusion
from conferences.operations import exclusions as operations
from conferences.operations import exclusions_letters as letters
from conferences.operations import exclusions_lifted as lifted
from conferences.operations import exclusions_outcome as outcomes
from conferences.operations.recording_signing import sign
from conferences.operations.scheduling import move
from conferences.queries.exclusions import excludable, kept_from, tellings_before, to_do
from conferences.rules.documents import SentHow
from conferences.rules.exclusions import Answer, Given, Instead, LiftReason, ToldHow
from conferences.rules.workflow import MoveReason
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import NOON, RelationshipFactory, excluded
from tests.rules.test_exclusions import ASKED, DECIDED
from tests.scheduling import NOW, booked, place
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
FIRST, THEN, LAST = (NOW + dt.timedelta(hours=hours) for hours in (1, 3, 5))
TOMORROW = FIRST + dt.timedelta(days=1)
NOT_SO = replace(DECIDED, answer=Answer.NOT, instead=None, letter_why="", teller="")
WRITE = writer("Fableshire Council")


@pytest.fixture
def conference():
    return booked()


@pytest.fixture
def one(conference):
    """An exclusion of somebody on record, decided on the day on which the meeting was put in the diary."""
    asked = conference.request.children.get()
    told = {"person__full_name": "Jay Exemplar", "person__address": "1 Sample Road"}
    father = RelationshipFactory(child=asked.child, person__postcode="ZZ1 1ZZ", **told).person
    fields = {"decided_at": NOW, "put_at": NOW - dt.timedelta(days=1), "saved_at": NOW}
    return excluded(conference, person=father, name="Jay Exemplar", **fields)


def row():
    return Exclusion.objects.unscoped("test").get()


def tell(one, at, day=None, how=ToldHow.IN_PERSON):
    told = {"how": how, "told_date": day or at.date(), "by": person("BUSINESS_SUPPORT")}
    return operations.tell_excluded(exclusion=one, at=at, **told)


def moved(conference, at):
    where = place(chair=conference.chair, day=dt.date(2018, 11, 27))
    return move(booking=conference, reason=MoveReason.FAMILY, by=person("BUSINESS_SUPPORT"), at=at, **where)


def waits(meeting):
    return to_do(meeting.chair, NOW.date()) != []


# ----- Two who write at once -------------------------------------------------------------------------------


def decided(one):
    """What is decided as its form has it, and the mark with which a page is opened now."""
    stands = operations.standing(row(), operations.DECISION)
    return operations.decided_from(stands.theirs), stands.seen


def save(one, conference, told, seen, at=LAST):
    return operations.decide_exclusion(exclusion=one, told=told, seen=seen, by=conference.chair, at=at)


def test_better_words_from_an_old_page_leave_that_somebody_was_told_of_what_was_decided_since(
    one, conference
):
    was, seen = decided(one)
    save(one, conference, replace(was, instead=Instead.TELEPHONE), seen, at=FIRST)
    tell(one, THEN)
    save(one, conference, replace(was, reasons="Said better"), seen)
    assert (row().instead, row().reasons) == ("TELEPHONE", "Said better")
    assert (row().told_how, row().told_date) == ("IN_PERSON", NOW.date())
    assert row().decided_at == FIRST


def test_an_old_page_on_which_nobody_was_excluded_takes_neither_telling_nor_what_they_get(one, conference):
    save(one, conference, NOT_SO, None, at=FIRST)
    was, seen = decided(one)
    save(one, conference, replace(DECIDED, reasons=was.reasons), seen, at=FIRST)
    tell(one, THEN)
    given = {"letter": Given.YES, "record": Given.NO, "words": "Their right."}
    outcomes.decide_outcome(exclusion=one, **given, by=conference.chair, at=THEN)
    save(one, conference, replace(was, reasons="Said better"), seen)
    assert (row().answer, row().told_date, row().gets_letter) == ("WHOLE", NOW.date(), "YES")


def test_what_two_wrote_that_does_not_go_together_is_shown_to_who_was_slower(one, conference):
    part = replace(DECIDED, answer=Answer.PART, part="The end", instead=Instead.WRITTEN)
    save(one, conference, part, None, at=FIRST)
    was, seen = decided(one)
    save(one, conference, replace(was, instead=Instead.OTHER_PARTS), seen, at=THEN)
    with pytest.raises(StaleVersion):
        save(one, conference, replace(was, answer=Answer.WHOLE, part=""), seen)
    assert (row().answer, row().instead) == ("PART", "OTHER_PARTS")


# ----- Asked for again -------------------------------------------------------------------------------------


def ask(one, who=None, name="", at=LAST):
    act = {"request": one.request, "person": who, "name": name, "told": ASKED, "at": at}
    return operations.ask_exclusion(**act, by=person("BUSINESS_SUPPORT"))


def test_whom_the_chair_did_not_exclude_may_be_asked_for_again(one, conference):
    assert excludable(conference.chair, one.request) == []
    save(one, conference, NOT_SO, None, at=FIRST)
    assert [who for who, _ in excludable(conference.chair, one.request)] == [one.person]
    again = ask(one, one.person)
    assert again.pk != one.pk
    with pytest.raises(Refused, match="already an exclusion of this person"):
        save(one, conference, DECIDED, None)
    save(again, conference, DECIDED, None)
    assert [kept.name for kept in kept_from(one.request)] == ["Jay Exemplar"]


def test_who_stands_on_record_is_not_asked_for_by_name_alone(one):
    with pytest.raises(Refused, match="already an exclusion of this person") as refused:
        ask(one, name="jay exemplar")
    assert refused.value.field == "name"


def test_who_stands_by_name_alone_is_not_asked_for_by_their_record(conference, one):
    operations.lift_exclusion(exclusion=one, reason=LiftReason.MISTAKE, by=conference.chair, at=FIRST)
    ask(one, name="Jay EXEMPLAR", at=FIRST)
    assert excludable(conference.chair, one.request) == []
    with pytest.raises(Refused, match="already an exclusion of this person") as refused:
        ask(one, one.person)
    assert refused.value.field == "person"


# ----- A letter that went before they were let in again ----------------------------------------------------


@pytest.mark.parametrize("is_lifted", [True, False])
def test_a_letter_that_went_before_they_were_let_in_is_told_as_sent_until_that_day(
    one, conference, is_lifted
):
    support = person("BUSINESS_SUPPORT")
    act = {"exclusion": one, "version": None, "changed": "", "write": WRITE}
    letter = letters.make_letter(**act, by=support, at=FIRST)
    if is_lifted:
        reason = LiftReason.CHANGED
        operations.lift_exclusion(exclusion=one, reason=reason, by=conference.chair, at=TOMORROW)
    else:
        save(one, conference, NOT_SO, None, at=TOMORROW)
    late = TOMORROW + dt.timedelta(days=2)
    told = {"letter": letter, "how": SentHow.POST, "by": support, "at": late}
    with pytest.raises(Refused, match="not excluded any more since 13 November 2018") as refused:
        letters.mark_letter_sent(sent_date=late.date(), **told)
    assert refused.value.field == "sent_date"
    letters.mark_letter_sent(sent_date=TOMORROW.date(), **told)
    letters.correct_letter_sent(sent_date=NOW.date(), **told)
    letter.refresh_from_db()
    assert letter.sent_date == NOW.date()
    assert (row().told_date, row().was_told_date) == (None, NOW.date())
    assert to_do(support, late.date()) == [one]


# ----- Told of the day that stands -------------------------------------------------------------------------


def test_who_is_told_again_on_the_day_on_which_it_was_moved_is_told_of_the_new_day(one, conference):
    tell(one, FIRST)
    again = moved(conference, THEN)
    assert waits(again)
    tell(one, LAST)
    assert not waits(again)


def test_who_is_told_again_where_nothing_was_moved_was_told_when_they_were_told_first(one):
    tell(one, FIRST)
    tell(one, LAST)
    assert row().told_at == FIRST


def test_a_telling_of_before_that_is_corrected_tells_nobody_of_the_new_day(one, conference):
    tell(one, FIRST)
    again = moved(conference, TOMORROW)
    tell(one, TOMORROW + dt.timedelta(hours=2), day=NOW.date(), how=ToldHow.TELEPHONE)
    assert waits(again)
    tell(one, TOMORROW + dt.timedelta(hours=3))
    assert not waits(again)


def send(one, version, made, sent, day=None):
    support = person("BUSINESS_SUPPORT")
    words = "" if version is None else "The day."
    act = {"exclusion": one, "version": version, "changed": words, "write": WRITE}
    letter = letters.make_letter(**act, by=support, at=made)
    told = {"how": SentHow.RECORDED_POST, "sent_date": day or sent.date()}
    return letters.mark_letter_sent(letter=letter, **told, by=support, at=sent)


@pytest.mark.parametrize("how", [ToldHow.IN_PERSON, ToldHow.LETTER])
def test_the_letter_with_the_new_day_tells_them_of_it_also_on_the_day_of_the_first(one, conference, how):
    tell(one, FIRST, how=how)
    again = moved(conference, THEN)
    send(one, None, THEN, LAST)
    assert not waits(again)
    assert (row().told_how, row().told_at) == ("LETTER", LAST)


def test_a_letter_to_who_was_told_of_the_day_that_stands_leaves_how_they_were_told(one):
    tell(one, FIRST)
    send(one, None, THEN, LAST)
    assert (row().told_how, row().told_at) == ("IN_PERSON", FIRST)


def test_once_it_was_held_nobody_is_told_of_its_new_day():
    booking, amy, basil = meeting(person("CHAIR"))
    mother = amy.requested_child.child.relationships.get().person
    told = {"told_how": "LETTER", "told_date": NOON.date(), "told_by": booking.chair, "told_at": NOON}
    given = {"gets_letter": "YES", "gets_record": "YES", "outcome_words": "So", "outcome_at": NOON}
    names = {"person": mother, "name": mother.full_name, "outcome_by": booking.chair}
    excluded(booking, **names, **told, **given)
    type(booking).every.filter(pk=booking.pk).update(booked_at=NOON + dt.timedelta(hours=1))
    assert waits(booking)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=booking.chair, at=AFTER)
    assert not waits(booking)


def lift(one, by):
    return operations.lift_exclusion(exclusion=one, reason=LiftReason.CHANGED, by=by, at=LAST)


def let_in(one, at, day=None, how=ToldHow.TELEPHONE):
    told = {"how": how, "told_date": day or at.date(), "by": person("BUSINESS_SUPPORT")}
    return lifted.tell_let_in(exclusion=one, at=at, **told)


def test_whoever_was_told_is_told_that_it_stands_no_more_and_the_chair_sees_to_it(conference, one):
    with pytest.raises(Refused, match="This exclusion stands"):
        let_in(one, THEN)
    tell(one, FIRST)
    lift(one, conference.chair)
    assert to_do(conference.chair, TOMORROW.date()) == [one]
    with pytest.raises(Refused, match="before it stood no more") as refused:
        let_in(one, TOMORROW, day=LAST.date() - dt.timedelta(days=1))
    assert refused.value.field == "told_date"
    let_in(one, TOMORROW)
    assert (row().let_in_how, row().let_in_date) == ("TELEPHONE", TOMORROW.date())
    assert to_do(conference.chair, TOMORROW.date()) == []
    let_in(one, TOMORROW, how=ToldHow.IN_PERSON)
    assert (row().let_in_how, row().told_how) == ("IN_PERSON", "IN_PERSON")


def test_whom_nobody_told_is_told_of_no_end_and_who_is_excluded_anew_of_that(conference, one):
    lift(one, conference.chair)
    assert to_do(conference.chair, TOMORROW.date()) == []
    with pytest.raises(Refused, match="Nobody was told"):
        let_in(one, TOMORROW)
    other = excluded(conference, person=one.person, name=one.name, decided_at=NOW, saved_at=NOW)
    tell(other, FIRST)
    lift(other, conference.chair)
    assert to_do(conference.chair, TOMORROW.date()) == [other]
    excluded(conference, person=one.person, name=one.name, decided_at=NOW, saved_at=NOW, told_date=None)
    assert other not in to_do(conference.chair, TOMORROW.date())
    with pytest.raises(Refused, match="excluded again"):
        let_in(other, TOMORROW)
    let_in(other, TOMORROW, day=LAST.date())


def test_whoever_was_told_is_told_that_they_are_not_excluded_after_all(conference, one):
    support = person("BUSINESS_SUPPORT")
    tell(one, FIRST)
    save(one, conference, NOT_SO, None)
    assert (row().told_date, row().was_told_date) == (None, FIRST.date())
    assert to_do(conference.chair, TOMORROW.date()) == to_do(support, TOMORROW.date()) == [one]
    assert to_do(person("CHAIR"), TOMORROW.date()) == to_do(person("STRATEGIC_LEAD"), TOMORROW.date()) == []
    with pytest.raises(Refused, match="before it stood no more"):
        let_in(one, TOMORROW, day=LAST.date() - dt.timedelta(days=1))
    let_in(one, TOMORROW)
    assert to_do(conference.chair, TOMORROW.date()) == []
    # Excluded again, they know of nothing that stands.
    save(one, conference, DECIDED, None, at=TOMORROW)
    assert (row().was_told_date, row().let_in_date) == (None, None)
    assert not row().is_told_no_more


def test_who_was_told_of_more_than_was_decided_since_is_told_once_that_is_lifted(conference, one):
    tell(one, FIRST)
    save(one, conference, replace(DECIDED, answer=Answer.PART, part="From eleven"), None)
    assert row().told_date is None
    lift(one, conference.chair)
    assert to_do(person("BUSINESS_SUPPORT"), TOMORROW.date()) == [one]


def test_it_stays_to_be_told_once_the_conference_is_over_until_somebody_says_why_not():
    booking, amy, basil = meeting(person("CHAIR"))
    support, on, whom = person("BUSINESS_SUPPORT"), AFTER.date(), amy.requested_child.child
    told = {"told_how": "LETTER", "told_date": NOON.date(), "told_by": booking.chair, "told_at": NOON}
    over = {"lift_reason": "CHANGED", "lifted_by": booking.chair, "lifted_at": NOON}
    mother = whom.relationships.get().person
    one = excluded(booking, person=mother, name=mother.full_name, **told, **over)
    sign(record=fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, [])), by=booking.chair, at=AFTER)
    assert to_do(booking.chair, on) == to_do(support, on) == [one]
    with pytest.raises(Refused, match="Enter why nobody tells them"):
        lifted.say_not_let_in(exclusion=one, why=" ", by=support, at=AFTER)
    lifted.say_not_let_in(exclusion=one, why="They moved abroad.", by=support, at=AFTER)
    assert to_do(booking.chair, on) == to_do(support, on) == []
    let_in(one, AFTER)
    assert (row().let_in_date, row().let_in_not) == (on, "")


def take_back(one, at, why="Another person."):
    support = person("BUSINESS_SUPPORT")
    seen = lifted.telling_mark(row())
    return lifted.take_back_telling(exclusion=one, why=why, seen=seen, by=support, at=at)


def test_the_same_form_sent_twice_takes_back_one_telling(conference, one):
    tell(one, FIRST)
    lift(one, conference.chair)
    let_in(one, TOMORROW)
    seen, by = lifted.telling_mark(row()), person("BUSINESS_SUPPORT")
    act = partial(lifted.take_back_telling, exclusion=one, why="Nobody.", seen=seen, at=TOMORROW)
    act(by=by)
    with pytest.raises(Refused, match="Another telling is the last"):
        act(by=by)
    assert row().told_date and not row().let_in_date


def test_a_telling_that_did_not_happen_is_taken_back_the_last_first(conference, one):
    with pytest.raises(Refused, match="none to take back"):
        take_back(one, FIRST)
    tell(one, FIRST)
    lift(one, conference.chair)
    let_in(one, TOMORROW)
    with pytest.raises(Refused, match="Enter why it was recorded"):
        take_back(one, TOMORROW, why="")
    take_back(one, TOMORROW)
    assert (row().let_in_date, row().let_in_by, row().untold_why) == (None, None, "Another person.")
    assert to_do(conference.chair, TOMORROW.date()) == [one]
    take_back(one, TOMORROW)
    assert (row().told_date, row().told_how) == (None, "")
    assert to_do(conference.chair, TOMORROW.date()) == []
    assert len(tellings_before(row())) == 1
