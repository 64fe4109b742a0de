"""What gives an account more than it has is asked by one person and confirmed by a second, once."""

import datetime as dt
from functools import partial
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from safeguarding.accounts import operations
from safeguarding.models import AccountChange, AuditEntry, Team, User
from safeguarding.refusals import Refused
from safeguarding.second_person.accounts import to_confirm
from tests.accounts.people import freshly, with_password
from tests.cast import person
from tests.factories import AccountChangeFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 10, 1, 9, tzinfo=dt.UTC)
NEW = {"email": "amber@fableshire.example", "full_name": "Amber Newcomer"}


@pytest.fixture
def first():
    return person("SYSTEM_ADMINISTRATOR")


def ask(by, **changes):
    return operations.ask_user(**NEW | {"role": "CHAIR", "team": None} | changes, by=by, at=NOW)


def confirm(change, by, at=NOW):
    return operations.confirm(change=change, by=by, at=at)


def refused(act, **given):
    with pytest.raises(Refused) as refusal:
        act(**given)
    return refusal.value.sentence


ADMINISTRATOR, CHAIR, REVIEWER = "SYSTEM_ADMINISTRATOR", "CHAIR", "REVIEWER"


@pytest.mark.parametrize(
    ("role", "second", "may"),
    [
        (ADMINISTRATOR, ADMINISTRATOR, True),
        (ADMINISTRATOR, "STRATEGIC_LEAD", False),
        (CHAIR, "STRATEGIC_LEAD", True),
        (CHAIR, "TEAM_MANAGER", False),
        ("TEAM_MANAGER", "STRATEGIC_LEAD", True),
        ("SOCIAL_WORKER", "TEAM_MANAGER", True),
        ("SOCIAL_WORKER", "STRATEGIC_LEAD", False),
        (REVIEWER, "STRATEGIC_LEAD", False),
    ],
)
def test_another_administrator_or_the_manager_confirms(first, role, second, may):
    team = TeamFactory()
    asked, by = ask(first, role=role, team=team), person(second, team=team)
    assert to_confirm(by, NOW.date()).exists() == may
    if may:
        assert confirm(asked, by).role == role
    else:
        assert "Only another administrator" in refused(confirm, change=asked, by=by)


def test_the_manager_of_another_team_confirms_nothing(first):
    asked = ask(first, role="SOCIAL_WORKER", team=TeamFactory())
    assert "Only another" in refused(confirm, change=asked, by=person("TEAM_MANAGER", team=TeamFactory()))


def test_nobody_confirms_what_they_asked_for_or_what_is_for_themselves(first):
    second = person(ADMINISTRATOR)
    asked = operations.ask_password(user=second, by=first, at=NOW)
    assert "You asked for this" in refused(confirm, change=asked, by=first)
    assert "your own account" in refused(confirm, change=asked, by=second)
    assert "your own account" in refused(operations.turn_down, change=asked, reason="No", by=second, at=NOW)


def test_no_account_is_made_at_once_by_a_person(first):
    assert "second person" in refused(operations.add_user, **NEW, role=CHAIR, team=None, by=first, at=NOW)


@pytest.mark.parametrize(
    ("old", "new", "waits"),
    [
        (CHAIR, REVIEWER, False),
        ("TEAM_MANAGER", "SOCIAL_WORKER", False),
        ("SOCIAL_WORKER", "TEAM_MANAGER", True),
        (CHAIR, "MANAGER", True),
        (ADMINISTRATOR, CHAIR, True),
        (CHAIR, ADMINISTRATOR, True),
        (REVIEWER, CHAIR, True),
        (REVIEWER, "INFORMATION_GOVERNANCE", True),
    ],
)
def test_a_role_that_gives_more_waits_and_one_that_gives_less_does_not(first, old, new, waits):
    team = TeamFactory()
    user = UserFactory(role=old, team=team)
    done = operations.change_role(user=user, role=new, team=team, by=first, at=NOW)
    user.refresh_from_db()
    assert (user.role == old) == waits == isinstance(done, AccountChange)
    if waits:
        confirm(done, person(ADMINISTRATOR))
        user.refresh_from_db()
        assert user.role == new and user.sessions_valid_from == NOW


def test_another_team_s_children_wait_for_that_team_s_manager(first):
    old, new = TeamFactory(), TeamFactory()
    worker = UserFactory(role="SOCIAL_WORKER", team=old)
    asked = operations.change_role(user=worker, role="SOCIAL_WORKER", team=new, by=first, at=NOW)
    assert "Only another" in refused(confirm, change=asked, by=person("TEAM_MANAGER", team=old))
    assert confirm(asked, person("TEAM_MANAGER", team=new)).team == new


def test_a_password_confirmed_away_opens_nothing_any_more(first):
    user = with_password(UserFactory())
    confirm(operations.ask_password(user=user, by=first, at=NOW), person("STRATEGIC_LEAD"))
    user.refresh_from_db()
    assert not user.has_usable_password() and user.sessions_valid_from == NOW


def test_one_thing_waits_for_an_account_at_a_time(first):
    user = UserFactory()
    operations.ask_password(user=user, by=first, at=NOW)
    assert "already" in refused(operations.ask_second_check_reset, user=user, by=first, at=NOW)
    ask(first)
    assert "already" in refused(ask, by=first)


def test_what_lapsed_is_confirmed_no_more_and_makes_room(first):
    user, later = UserFactory(), NOW + dt.timedelta(days=8)
    asked, second = operations.ask_password(user=user, by=first, at=NOW), person(ADMINISTRATOR)
    assert "lapsed" in refused(confirm, change=asked, by=second, at=later)
    assert not to_confirm(second, later.date()).exists()
    anew = operations.ask_password(user=user, by=first, at=later)
    asked.refresh_from_db()
    assert asked.outcome == "LAPSED" and confirm(anew, second, later) == user


def test_it_can_be_confirmed_to_the_end_of_the_last_day(first):
    asked = ask(first)
    assert confirm(asked, person(ADMINISTRATOR), NOW + dt.timedelta(days=7)).email == NEW["email"]


def test_what_is_withdrawn_or_refused_says_why_and_is_over(first):
    second = person(ADMINISTRATOR)
    for by, how in ((first, "WITHDRAWN"), (second, "REFUSED")):
        asked = ask(first)
        assert "Enter why" in refused(operations.turn_down, change=asked, reason=" ", by=by, at=NOW)
        ended = operations.turn_down(change=asked, reason="Unknown here", by=by, at=NOW)
        assert (ended.outcome, ended.closed_reason) == (how, "Unknown here")
        assert how.lower() in refused(confirm, change=asked, by=second)


def test_an_account_changed_meanwhile_takes_what_waited_with_it(first):
    user = UserFactory(role="SOCIAL_WORKER", team=TeamFactory())
    asked = operations.change_role(user=user, role=CHAIR, team=None, by=first, at=NOW)
    operations.switch_off(user=user, by=person(ADMINISTRATOR), at=NOW)
    asked.refresh_from_db()
    assert asked.outcome == "WITHDRAWN"


def test_an_address_taken_meanwhile_is_told_to_who_confirms(first):
    asked = ask(first)
    UserFactory(email=NEW["email"])
    assert "already has this email" in refused(confirm, change=asked, by=person(ADMINISTRATOR))


def test_both_people_stand_in_history_and_audit(first):
    asked, second = ask(first), person(ADMINISTRATOR)
    account = confirm(asked, second)
    events = AuditEntry.objects.filter(event__startswith="user.").order_by("id")
    assert [(e.event, e.done_by) for e in events] == [
        ("user.change_asked", first),
        ("user.added", second),
        ("user.change_confirmed", second),
    ]
    assert [row.outcome for row in asked.history.all()][-1] == "CONFIRMED" and account.last_login is None


@pytest.mark.parametrize("who", ["asked_by", "account"])
def test_the_database_too_refuses_a_confirmation_by_one_of_the_two(who):
    asked = AccountChangeFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        AccountChange.objects.update(outcome="CONFIRMED", closed_by=getattr(asked, who), closed_at=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_two_confirmations_at_once_one_is_done(first):
    asked, start, said = ask(first), Barrier(2), []
    seconds = [person(ADMINISTRATOR, email=f"second{n}@fableshire.example") for n in (1, 2)]

    def run(by):
        start.wait()
        try:
            said.append(confirm(asked, by).email)
        except Refused as refusal:
            said.append(refusal.sentence)
        finally:
            connection.close()

    threads = [Thread(target=partial(run, by)) for by in seconds]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(words == NEW["email"] for words in said) == [False, True]
    assert any("was confirmed by" in words for words in said)
    assert User.objects.filter(email=NEW["email"]).count() == 1


# ----- The pages -------------------------------------------------------------------------------------------


def test_who_may_confirm_is_led_there_from_my_work(client, first):
    team = TeamFactory()
    worker, manager = UserFactory(role="SOCIAL_WORKER", team=team), person("TEAM_MANAGER", team=team)
    asked = AccountChangeFactory(account=worker, asked_by=first, last_date=dt.date(2099, 1, 1))
    mine = freshly(client, manager)
    assert "1 change to an account to confirm" in mine.get(reverse("my_work")).content.decode()
    page = mine.get(reverse("account_changes")).content.decode()
    assert reverse("account_change", args=[asked.ref]) in page
    assert "Confirm" in mine.get(reverse("account_change", args=[asked.ref])).content.decode()


def test_the_manager_of_others_reads_nothing_of_it(client):
    asked = AccountChangeFactory(last_date=dt.date(2099, 1, 1))
    mine = freshly(client, person("TEAM_MANAGER", team=TeamFactory()))
    assert mine.get(reverse("account_change", args=[asked.ref])).status_code == 404
    assert mine.post(reverse("account_change_end", args=[asked.ref]), {"reason": "x"}).status_code == 404


def test_the_only_administrator_is_told_what_is_needed(client, first):
    mine = freshly(client, first)
    assert "add_person" in mine.get(reverse("people")).content.decode()
    person(ADMINISTRATOR)
    assert "add_person" not in mine.get(reverse("people")).content.decode()


def test_a_mail_server_that_is_down_is_told_and_shows_no_link(client, first, settings):
    asked = AccountChangeFactory(new=True, asked_by=first, last_date=dt.date(2099, 1, 1))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    mine = freshly(client, person(ADMINISTRATOR))
    page = mine.post(reverse("account_change", args=[asked.ref]), follow=True).content.decode()
    assert "did not take the link" in page and "password/link" not in page


def test_nobody_is_confirmed_into_a_team_that_was_closed_meanwhile(first):
    team, second = TeamFactory(name="East Team"), UserFactory(role=ADMINISTRATOR)
    change = ask(first, role="SOCIAL_WORKER", team=team)
    Team.objects.filter(pk=team.pk).update(is_active=False)
    said = "East Team is out of use. Choose another team"
    assert refused(confirm, change=change, by=second) == said
    assert refused(ask, by=first, role="SOCIAL_WORKER", team=team, email="b@fableshire.example") == said


def test_nobody_is_switched_on_in_a_team_that_was_closed_meanwhile(first):
    team = TeamFactory(name="East Team", is_active=False)
    user, second = (
        UserFactory(role="SOCIAL_WORKER", team=team, is_active=False),
        UserFactory(role=ADMINISTRATOR),
    )
    change = operations.ask_switch_on(user=user, by=first, at=NOW)
    assert refused(confirm, change=change, by=second) == "East Team is out of use. Choose another team"
