"""An administrator keeps the accounts: adds people, changes their rights, and never their own."""

import datetime as dt
import re
from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.urls import reverse

from safeguarding.accounts import operations
from safeguarding.audit import system_user
from safeguarding.clock import now
from safeguarding.models import AccountChange, AuditEntry, User
from safeguarding.refusals import Refused
from tests.accounts.people import freshly, give_password, with_password
from tests.cast import person
from tests.factories import AccountChangeFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return person("SYSTEM_ADMINISTRATOR")


@pytest.fixture
def door(client, administrator):
    return freshly(client, administrator)


def add(door, **changes):
    data = {
        "full_name": "Amber Newcomer",
        "email": "Amber.Newcomer@fableshire.example",
        "role": "CHAIR",
        "team": "",
    }
    return door.post(reverse("user_add"), data | changes, follow=True)


def test_the_list_finds_people_by_name_and_state(door):
    UserFactory(full_name="Basil Fable", is_active=False)
    UserFactory(full_name="Coral Fable")
    page = door.get(reverse("people"), {"q": "fable", "state": "OFF"}).content.decode()
    assert "Basil Fable" in page and "Coral Fable" not in page


def test_the_list_shows_who_has_no_second_check(door):
    UserFactory(full_name="Basil Fable", second_factor=False)
    assert "Not set up" in door.get(reverse("people"), {"q": "Basil"}).content.decode()


def test_the_list_makes_a_fixed_number_of_queries(door, django_assert_max_num_queries):
    UserFactory.create_batch(50)
    with django_assert_max_num_queries(10):
        door.get(reverse("people"))


def confirm(change, by=None):
    return operations.confirm(change=change, by=by or person("SYSTEM_ADMINISTRATOR"), at=now())


def test_a_new_account_is_nobody_s_until_a_second_person_confirms_it(door, client, mailoutbox):
    page = add(door).content.decode()
    assert "waits for a second person" in page and "password/link" not in page
    assert not User.objects.filter(email__startswith="amber").exists() and not mailoutbox
    second = freshly(type(client)(), person("SYSTEM_ADMINISTRATOR"))
    answer = second.post(reverse("account_change", args=[AccountChange.objects.get().ref]), follow=True)
    assert "password/link" not in answer.content.decode()
    assert mailoutbox[0].to == ["amber.newcomer@fableshire.example"]
    assert mailoutbox[0].subject == "Set your password"


def test_a_new_person_sets_their_password_by_the_link_in_the_mail(door, client, mailoutbox):
    add(door)
    second = freshly(type(client)(), person("SYSTEM_ADMINISTRATOR"))
    second.post(reverse("account_change", args=[AccountChange.objects.get().ref]))
    link = re.search(r"http://testserver(/account/password/link/\S+)", mailoutbox[0].body)[1]
    stranger = type(client)()
    form = stranger.get(link, follow=True).request["PATH_INFO"]
    stranger.post(form, {"password1": "three invented words", "password2": "three invented words"})
    address = "amber.newcomer@fableshire.example"
    assert give_password(stranger, address).url == reverse("my_work")


def test_the_link_goes_again_to_its_person_until_there_is_a_password(door, mailoutbox):
    newcomer = UserFactory(password="!none")
    door.post(reverse("user_link", args=[newcomer.ref]))
    assert [m.to for m in mailoutbox] == [[newcomer.email]]
    with_password(newcomer)
    page = door.post(reverse("user_link", args=[newcomer.ref]), follow=True).content.decode()
    assert "needs a second person" in page and len(mailoutbox) == 1


def test_an_address_is_taken_whatever_its_capitals(door):
    UserFactory(email="amber.newcomer@fableshire.example")
    assert "Someone already has this email address" in add(door).content.decode()


def test_a_social_worker_needs_a_team(door):
    page = add(door, role="SOCIAL_WORKER").content.decode()
    assert "Choose a team" in page and "Amber Newcomer" in page


def test_mistakes_are_told_in_the_order_of_the_page(door):
    page = add(door, full_name="", email="", role="").content.decode()
    said = ("Enter the person’s full name", "Enter the person’s email address", "Select a role")
    places = [page.index(sentence) for sentence in said]
    assert places == sorted(places)


def test_nothing_is_offered_that_would_be_refused_while_something_waits(door):
    user = person("CHAIR")
    asks = [reverse(name, args=[user.ref]) for name in ("user_address", "user_further")]
    page = door.get(reverse("user", args=[user.ref])).content.decode()
    assert all(ask in page for ask in asks)
    AccountChangeFactory(account=user, last_date=dt.date(2099, 1, 1))
    page = door.get(reverse("user", args=[user.ref])).content.decode()
    assert not any(ask in page for ask in asks) and "Nothing else can be asked for this account" in page


def test_who_works_with_children_does_not_belong_to_the_safeguarding_unit(administrator):
    unit, said = TeamFactory(is_safeguarding_unit=True), "holds no children"
    asked = {"email": "w@x.example", "full_name": "Sample", "team": unit, "by": administrator, "at": now()}
    with pytest.raises(Refused, match=said):
        operations.ask_user(role="SOCIAL_WORKER", **asked)
    assert operations.ask_user(role="CHAIR", **asked).team == unit
    chair = person("CHAIR", team=unit)
    with pytest.raises(Refused, match=said):
        operations.ask_further_role(user=chair, role="TEAM_MANAGER", by=administrator, at=now())


def test_a_change_of_role_ends_sessions_at_once_and_is_noted(door, client, administrator):
    chair = person("CHAIR")
    theirs = type(client)()
    theirs.force_login(chair)
    door.post(reverse("user_role", args=[chair.ref]), {"role": "REVIEWER", "team": ""})
    assert theirs.get(reverse("viewed_by_me")).status_code == 302
    entry = AuditEntry.objects.get(event="user.role_changed")
    assert entry.detail["role"] == ["CHAIR", "REVIEWER"] and entry.done_by == administrator
    assert chair.history.last().role == "REVIEWER"


def test_the_switched_off_are_out_at_once_and_back_when_switched_on(door, client):
    chair = with_password(person("CHAIR"))
    theirs = type(client)()
    theirs.force_login(chair)
    door.post(reverse("user_off", args=[chair.ref]))
    assert theirs.get(reverse("viewed_by_me")).status_code == 302
    assert give_password(theirs, chair.email).url == reverse("account_inactive")
    door.post(reverse("user_on", args=[chair.ref]))
    confirm(AccountChange.objects.get())
    assert give_password(theirs, chair.email).url == reverse("mfa_authenticate")


def test_a_reset_second_check_is_gone_and_its_owner_is_told(door, client, mailoutbox):
    chair = person("CHAIR")
    door.post(reverse("user_reset_check", args=[chair.ref]))
    assert Authenticator.objects.filter(user=chair).exists()
    second = freshly(type(client)(), person("STRATEGIC_LEAD"))
    second.post(reverse("account_change", args=[AccountChange.objects.get().ref]))
    assert not Authenticator.objects.filter(user=chair).exists()
    assert [m.subject for m in mailoutbox] == ["Your second check was removed"]


OWN = [
    "user_name",
    "user_address",
    "user_role",
    "user_off",
    "user_reset_check",
    "user_link",
    "user_reset_password",
]


@pytest.mark.parametrize("name", OWN)
def test_nobody_changes_their_own_account(door, administrator, name):
    data = {"role": "STRATEGIC_LEAD", "team": ""}
    page = door.post(reverse(name, args=[administrator.ref]), data, follow=True).content.decode()
    assert "You cannot change your own account" in page
    administrator.refresh_from_db()
    assert administrator.role == "SYSTEM_ADMINISTRATOR" and administrator.is_active


@pytest.mark.parametrize("name", ["user_role", "user_off", "user_reset_check"])
def test_changing_an_account_asks_for_the_password_after_a_while(client, administrator, name):
    client.force_login(administrator)
    address = reverse(name, args=[person("CHAIR").ref])
    response = client.post(address)
    assert response.url == f"{reverse('account_reauthenticate')}?next={address.replace('/', '%2F')}"


def test_the_system_is_no_account(door):
    assert door.get(reverse("user", args=[system_user().ref])).status_code == 404


def test_an_operation_refuses_somebody_without_the_right():
    with pytest.raises(Refused, match="does not allow you to ask for accounts"):
        operations.switch_off(user=person("CHAIR"), by=person("MANAGER"), at=now())


def test_all_that_an_account_lacks_is_told_at_once(door):
    page = add(door, full_name=" ", email="", role="").content.decode()
    for words in ("Enter the person’s full name", "Enter the person’s email address", "Select a role"):
        assert words in page
    assert not User.objects.filter(full_name="").exists()


def test_what_is_no_address_makes_no_account(administrator):
    with pytest.raises(Refused, match="in the correct format") as refusal:
        operations.ask_user(
            email="amber at fableshire",
            full_name="Amber",
            role="CHAIR",
            team=None,
            by=administrator,
            at=now(),
        )
    assert refusal.value.field == "email"


CHANGES = [
    partial(operations.ask_address, email="amber@fableshire.example"),
    partial(operations.change_name, full_name="Amber Sample"),
    partial(operations.change_role, role="MANAGER", team=None),
    operations.switch_off,
    operations.ask_switch_on,
    operations.ask_password,
    operations.ask_second_check_reset,
    operations.note_link,
]


@pytest.mark.parametrize("change", CHANGES)
def test_no_operation_changes_one_s_own_account_or_the_system_s(change, administrator):
    for user, status in ((administrator, 403), (system_user(), 404)):
        with pytest.raises(Refused) as refusal:
            change(user=user, by=administrator, at=now())
        assert refusal.value.status == status


def test_no_link_is_given_to_somebody_switched_off_meanwhile(administrator):
    chair = person("CHAIR", is_active=False)
    with pytest.raises(Refused, match="switched off"):
        operations.note_link(user=chair, by=administrator, at=now())


def test_nothing_changed_is_said_so():
    team = TeamFactory()
    worker = person("SOCIAL_WORKER", team=team)
    with pytest.raises(Refused, match="already their role"):
        operations.change_role(
            user=worker, role="SOCIAL_WORKER", team=team, by=person("SYSTEM_ADMINISTRATOR"), at=now()
        )


def test_the_first_administrator_is_made_by_a_command(capsys, settings):
    settings.SITE_URL = "https://work.fableshire.example"
    call_command("add_person", "first@fableshire.example", "First Sample", "SYSTEM_ADMINISTRATOR")
    told = capsys.readouterr().out
    assert told.startswith("https://work.fableshire.example/account/password/link/")
    assert User.objects.get(email="first@fableshire.example").role == "SYSTEM_ADMINISTRATOR"
