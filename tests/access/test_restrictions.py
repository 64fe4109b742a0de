"""Restricting a record, naming people for it, and barring a person from a family."""

import datetime as dt
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse

from conferences.models import Notice
from conferences.operations.notices_lines import lines_of
from conferences.operations.restrictions import remove_restriction
from safeguarding.access import operations, restrictions, visible_children
from safeguarding.access.operations import Undone
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import BarFactory, ChildFactory, RestrictionRemovalFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 10, 1, 9, tzinfo=dt.UTC)
TODAY = dt.date(2018, 10, 1)


@pytest.fixture
def lead():
    return person("STRATEGIC_LEAD")


@pytest.fixture
def child(lead):
    return operations.restrict(child=ChildFactory(), reason="Relative of staff", by=lead, at=NOW)


def name(child, user, lead, until=TODAY):
    return operations.grant(child=child, user=user, reason="Chairs it", until=until, by=lead, at=NOW)


def sees(user, child, at=NOW):
    return visible_children(user, at).filter(pk=child.pk).exists()


def status(act, **given):
    with pytest.raises(Refused) as refusal:
        act(**given, at=NOW)
    return refusal.value.status


def test_a_restricted_record_is_gone_for_everybody_even_who_restricted_it(child, lead):
    assert not sees(lead, child) and not sees(person("CHAIR"), child)
    assert AuditEntry.objects.filter(event="child.restricted", subject_id=child.pk).exists()


def test_a_named_person_sees_it_to_the_end_of_the_last_day(child, lead):
    chair = person("CHAIR")
    name(child, chair, lead)
    assert sees(chair, child, dt.datetime(2018, 10, 1, 22, 59, 59, tzinfo=dt.UTC))
    assert not sees(chair, child, dt.datetime(2018, 10, 1, 23, 0, tzinfo=dt.UTC))


def test_a_grant_ended_is_ended_at_once(child, lead):
    chair = person("CHAIR")
    operations.end_grant(grant=name(child, chair, lead), by=lead, at=NOW)
    assert not sees(chair, child)


def ask(child, lead, at=NOW):
    return operations.ask_removal(child=child, reason=Undone.NO_LONGER, by=lead, at=at)


def test_the_one_who_asks_neither_opens_nor_reads_it(child, lead):
    asked = ask(child, lead)
    assert not sees(lead, child)
    assert status(remove_restriction, removal=asked, by=lead) == 403
    assert not sees(lead, child)


@pytest.mark.parametrize("second", ["STRATEGIC_LEAD", "INFORMATION_GOVERNANCE"])
def test_a_second_person_opens_it_and_the_named_stay_and_are_told(child, lead, second):
    chair, by = person("CHAIR"), person(second)
    grants = [name(child, user, lead) for user in (chair, person("REVIEWER"))]
    remove_restriction(removal=ask(child, lead), by=by, at=NOW)
    [grant.refresh_from_db() for grant in grants]
    assert [grant.ended_at for grant in grants] == [None, None] and sees(lead, child)
    told = Notice.objects.filter(change="OPENED_AGAIN", child=child)
    assert set(told.values_list("recipient", flat=True)) == {grant.user_id for grant in grants}
    line, *others = lines_of(chair, list(told.filter(recipient=chair)), TODAY).lines
    assert "is open to others again" in line.words and str(child.ref) in line.link and not others


def test_shut_again_the_named_see_it_still_and_the_lead_does_not(child, lead):
    chair = person("CHAIR")
    name(child, chair, lead)
    remove_restriction(removal=ask(child, lead), by=person("INFORMATION_GOVERNANCE"), at=NOW)
    operations.restrict(child=child, reason="Again", by=lead, at=NOW)
    assert sees(chair, child) and not sees(lead, child)


@pytest.mark.parametrize("role", ["CHAIR", "MANAGER", "SYSTEM_ADMINISTRATOR"])
def test_who_governs_no_access_opens_nothing(child, lead, role):
    assert status(remove_restriction, removal=ask(child, lead), by=person(role)) == 403


def test_who_is_barred_from_the_family_opens_nothing(child, lead):
    second = person("INFORMATION_GOVERNANCE")
    BarFactory(user=second, family=child.family)
    assert status(remove_restriction, removal=ask(child, lead), by=second) == 404


def test_what_waits_is_asked_once_ended_with_a_reason_and_lapses(child, lead):
    asked, second = ask(child, lead), person("INFORMATION_GOVERNANCE")
    assert status(ask, child=child, lead=lead) == 409
    assert status(operations.end_removal, removal=asked, reason=" ", by=second) == 409
    ended = operations.end_removal(removal=asked, reason="Not yet", by=second, at=NOW)
    assert ended.outcome == "REFUSED" and child.is_restricted
    later = NOW + dt.timedelta(days=8)
    asked = ask(child, lead)
    with pytest.raises(Refused, match="lapsed"):
        remove_restriction(removal=asked, by=second, at=later)
    assert ask(child, lead, later).pk != asked.pk


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_it_at_once_one_does_and_each_is_told_once(child, lead):
    chair, start, said = person("CHAIR"), Barrier(2), []
    name(child, chair, lead)
    asked = ask(child, lead)
    seconds = [person(role) for role in ("STRATEGIC_LEAD", "INFORMATION_GOVERNANCE")]

    def run(by):
        start.wait()
        try:
            said.append(remove_restriction(removal=asked, by=by, at=NOW).is_restricted)
        except Refused as refusal:
            said.append(refusal.sentence)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[by]) for by in seconds]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert False in said and any("was confirmed by" in str(words) for words in said)
    assert Notice.objects.filter(child=child, recipient=chair).count() == 1


def test_the_pages_show_the_number_and_no_name_to_the_second_person(client, child, lead):
    asked = RestrictionRemovalFactory(child=child, asked_by=lead, last_date=dt.date(2099, 1, 1))
    mine = freshly(client, person("INFORMATION_GOVERNANCE"))
    assert "1 restricted record to open again" in mine.get(reverse("my_work")).content.decode()
    assert child.la_child_id in mine.get(reverse("restriction_removals")).content.decode()
    address = reverse("restriction_removal", args=[asked.ref])
    page = mine.get(address).content.decode()
    assert child.la_child_id in page and child.family_name not in page
    mine.post(address)
    child.refresh_from_db()
    assert not child.is_restricted


@pytest.mark.parametrize("until", [dt.date(2018, 9, 30), dt.date(2018, 12, 31)])
def test_a_grant_ends_within_ninety_days(child, lead, until):
    with pytest.raises(Refused, match="from today to 90 days"):
        name(child, person("CHAIR"), lead, until)


def test_the_ninetieth_day_is_the_last_one_allowed(child, lead):
    assert restrictions.last_day(name(child, person("CHAIR"), lead, dt.date(2018, 12, 30))) == dt.date(
        2018, 12, 30
    )


def test_nobody_names_themselves(child, lead):
    with pytest.raises(Refused, match="cannot name yourself"):
        name(child, lead, lead)


@pytest.mark.parametrize("role", ["INFORMATION_GOVERNANCE", "SYSTEM_ADMINISTRATOR"])
def test_a_role_without_records_is_named_for_none(child, lead, role):
    with pytest.raises(Refused, match="opens no records"):
        name(child, person(role), lead)


def test_the_barred_are_named_for_none(child, lead):
    barred = BarFactory(family=child.family).user
    with pytest.raises(Refused, match="barred"):
        name(child, barred, lead)


def test_nobody_is_named_twice_at_a_time(child, lead):
    chair = person("CHAIR")
    name(child, chair, lead)
    with pytest.raises(Refused, match="already named"):
        name(child, chair, lead)


@pytest.mark.parametrize("role", ["CHAIR", "MANAGER", "INFORMATION_GOVERNANCE"])
def test_only_a_strategic_lead_restricts(role):
    with pytest.raises(Refused, match="Your role does not allow"):
        operations.restrict(child=ChildFactory(), reason="Why not", by=person(role), at=NOW)


def test_a_reason_is_asked(lead):
    with pytest.raises(Refused, match="Enter the reason"):
        operations.restrict(child=ChildFactory(), reason="  ", by=lead, at=NOW)


def test_restricting_twice_is_said_so(child, lead):
    with pytest.raises(Refused, match="already"):
        operations.restrict(child=child, reason="Again", by=lead, at=NOW)


def barred(child, user, by):
    return operations.bar(user=user, child=child, reason="A neighbour", by=by, at=NOW)


def test_a_bar_beats_role_and_name_for_every_child_of_the_family(child, lead):
    chair, sibling = person("CHAIR"), ChildFactory(family=child.family)
    name(child, chair, lead)
    barred(child, chair, lead)
    assert not sees(chair, child) and not sees(chair, sibling)


def test_a_lifted_bar_lets_the_role_see_again(lead):
    chair, child = person("CHAIR"), ChildFactory()
    operations.lift_bar(bar=barred(child, chair, lead), reason=Undone.MISTAKE, by=lead, at=NOW)
    assert sees(chair, child)


def test_a_child_without_a_family_can_be_barred_too(lead):
    chair, child = person("CHAIR"), ChildFactory(family=None)
    barred(child, chair, lead)
    assert not sees(chair, child)


def test_nobody_bars_or_frees_themselves(lead):
    with pytest.raises(Refused, match="cannot bar yourself"):
        barred(ChildFactory(), lead, lead)
    own = BarFactory(user=lead)
    with pytest.raises(Refused, match="cannot lift your own"):
        operations.lift_bar(bar=own, reason=Undone.MISTAKE, by=lead, at=NOW)


def test_nobody_is_barred_twice_at_a_time(lead):
    chair, child = person("CHAIR"), ChildFactory()
    barred(child, chair, lead)
    with pytest.raises(Refused, match="already"):
        barred(child, chair, lead)


def test_nobody_switched_off_meanwhile_is_named(child, lead):
    chair = person("CHAIR")
    type(chair).objects.filter(pk=chair.pk).update(is_active=False)
    with pytest.raises(Refused, match="opens no records"):
        name(child, chair, lead)


def test_who_is_barred_from_a_family_decides_nothing_about_it(child, lead):
    grant, other = name(child, person("CHAIR"), lead), barred(child, person("CHAIR"), lead)
    BarFactory(user=lead, family=child.family)
    mistake = {"reason": Undone.MISTAKE, "by": lead}
    assert status(operations.ask_removal, child=child, **mistake) == 404
    assert status(operations.end_grant, grant=grant, by=lead) == 404
    assert status(operations.lift_bar, bar=other, **mistake) == 404


def test_one_s_own_is_refused_as_a_right_that_nobody_has(child, lead):
    assert status(operations.lift_bar, bar=BarFactory(user=lead), reason=Undone.MISTAKE, by=lead) == 403
    assert status(operations.bar, user=lead, child=ChildFactory(), reason="Mine", by=lead) == 403


def test_all_that_a_name_lacks_is_told_at_once(child, lead):
    with pytest.raises(Refused) as refusal:
        operations.grant(child=child, user=None, reason=" ", until=None, by=lead, at=NOW)
    assert [problem.field for problem in refusal.value.problems] == ["user", "until", "reason"]
