"""A person's name is put right by one administrator, at once; their address by two people."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from safeguarding.accounts import operations
from safeguarding.accounts.signin.links import password_path
from safeguarding.clock import now
from safeguarding.models import AccountChange, AuditEntry
from safeguarding.refusals import Refused
from safeguarding.versions import seen_as
from tests.accounts.people import freshly, give_password, with_password
from tests.cast import person
from tests.factories import AccountChangeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return person("SYSTEM_ADMINISTRATOR")


@pytest.fixture
def door(client, administrator):
    return freshly(client, administrator)


@pytest.fixture
def chair():
    return UserFactory(role="CHAIR", full_name="Amber Sampel")


def send(door, user, name, seen=""):
    data = {"full_name": name, "seen": seen}
    return door.post(reverse("user_name", args=[user.ref]), data, follow=True).content.decode()


def test_a_name_is_put_right_and_the_account_s_history_tells_both(door, chair):
    assert 'value="Amber Sampel"' in door.get(reverse("user_name", args=[chair.ref])).content.decode()
    page = send(door, chair, "  Amber   Sample-Fable ")
    assert "The name has been changed." in page and "Amber Sampel to Amber Sample-Fable" in page
    chair.refresh_from_db()
    assert chair.full_name == "Amber Sample-Fable" and not chair.sessions_valid_from
    assert "Amber" not in str(AuditEntry.objects.get(event="user.name_changed").detail)


WRONG = [
    ("", "Enter the person’s full name"),
    (" ", "Enter the person’s full name"),
    ("Amber\0Sample", "Null characters are not allowed"),
    ("Amber\nSample", "Full name must be on one line"),
    ("Amber \u202eelpmaS", "Full name must be without signs that nobody sees"),
    ("Amber\u200bSample", "Full name must be without signs that nobody sees"),
    ("\u0410mber Sample", "Full name must be in one alphabet within a word"),
    ("A" * 151, "150 characters"),
    ("Amber Sampel", "This is already their name"),
]


@pytest.mark.parametrize(("name", "sentence"), WRONG)
def test_what_is_no_name_is_refused_beside_the_field_and_stays(door, chair, name, sentence):
    page = send(door, chair, name)
    assert sentence in page and "error-message" in page
    assert "\n" in name or "\0" in name or f'value="{name.strip()}"' in page or not name.strip()
    chair.refresh_from_db()
    assert chair.full_name == "Amber Sampel"


@pytest.mark.parametrize("name", ["Amber\nSample", "Amber\u202eSample", "Amber\0Sample"])
def test_a_person_is_added_by_the_same_rules(administrator, name):
    with pytest.raises(Refused, match="Full name must be") as refusal:
        operations.ask_user(
            email="a@fableshire.example", full_name=name, role="CHAIR", team=None, by=administrator, at=now()
        )
    assert refusal.value.field == "full_name"


def test_a_page_opened_before_another_s_change_says_so_and_saves_when_sent_again(door, chair):
    seen = seen_as({"full_name": "Amber Sampel"})
    operations.change_name(user=chair, full_name="Amber Sample", by=person("SYSTEM_ADMINISTRATOR"), at=now())
    page = send(door, chair, "Amber Fable", seen)
    newer = seen_as({"full_name": "Amber Sample"})
    assert "It was changed to Amber Sample since you opened this" in page
    assert 'value="Amber Fable"' in page and newer in page
    assert "Amber Sample to Amber Fable" in send(door, chair, "Amber Fable", newer)


NEW = "amber.fable@fableshire.example"


def asks(by, user, email=NEW):
    return operations.ask_address(user=user, email=email, by=by, at=now())


def test_another_address_waits_for_a_second_person_who_sees_both(door, client, chair, mailoutbox):
    sent = door.post(reverse("user_address", args=[chair.ref]), {"email": NEW.upper()}, follow=True)
    assert "Another email address" in sent.content.decode()
    old, asked = chair.email, AccountChange.objects.get()
    chair.refresh_from_db()
    assert chair.email == old and asked.email == NEW and not mailoutbox
    address = reverse("account_change", args=[asked.ref])
    assert "You asked for this" in door.post(address, follow=True).content.decode()
    second = freshly(type(client)(), person("STRATEGIC_LEAD"))
    page = second.get(address).content.decode()
    assert old in page and NEW in page


def test_confirmed_the_new_address_signs_in_and_both_are_told(door, client, chair, administrator, mailoutbox):
    old, link = with_password(chair).email, password_path(chair)
    assert "password1" in type(client)().get(link, follow=True).content.decode()
    theirs = type(client)()
    theirs.force_login(chair)
    asked = asks(administrator, chair)
    second = freshly(type(client)(), person("SYSTEM_ADMINISTRATOR"))
    second.post(reverse("account_change", args=[asked.ref]))
    assert [mail.to for mail in mailoutbox] == [[old], [NEW]]
    assert all("Sample" not in mail.body and "http" not in mail.body for mail in mailoutbox)
    assert theirs.get(reverse("viewed_by_me")).status_code == 302
    stranger = type(client)()
    assert give_password(stranger, old).status_code == 200
    assert "password1" not in stranger.get(link, follow=True).content.decode()
    assert give_password(stranger, NEW).url == reverse("mfa_authenticate")
    page = door.get(reverse("user", args=[chair.ref])).content.decode()
    assert f"{old} to {NEW}" in page
    assert "fableshire" not in str(AuditEntry.objects.get(event="user.address_changed").detail)


NO_ADDRESSES = [
    ("", "Enter the person’s email address"),
    ("amber at fableshire", "in the correct format"),
    ("am\0ber@fableshire.example", "Null characters are not allowed"),
    ("amber@f\u0430bleshire.example", "in the letters a to z"),
    ("basil@fableshire.example\u200b", "without signs that nobody sees"),
    ("basil@fableshire.example", "Someone already has this email address"),
    ("coral@fableshire.example", "waits for a second person already"),
    ("dora@fableshire.example", "already their email address"),
]


@pytest.mark.parametrize(("email", "sentence"), NO_ADDRESSES)
def test_what_cannot_be_their_address_is_refused_beside_the_field(door, administrator, email, sentence):
    user = UserFactory(email="dora@fableshire.example")
    UserFactory(email="Basil@fableshire.example")
    asks(administrator, UserFactory(), "coral@fableshire.example")
    page = door.post(reverse("user_address", args=[user.ref]), {"email": email}).content.decode()
    assert sentence in page and "error-message" in page
    assert AccountChange.objects.count() == 1


def test_an_address_that_was_given_meanwhile_is_refused_when_it_is_confirmed(administrator, chair):
    asked, old = asks(administrator, chair), chair.email
    UserFactory(email=NEW)
    with pytest.raises(Refused, match="Someone already has"):
        operations.confirm(change=asked, by=person("SYSTEM_ADMINISTRATOR"), at=now())
    chair.refresh_from_db()
    assert chair.email == old and not chair.sessions_valid_from


def test_nobody_confirms_their_own_address_nor_a_manager_an_administrator_s(administrator):
    second = person("SYSTEM_ADMINISTRATOR")
    asked = asks(administrator, second)
    for by, sentence in ((second, "your own account"), (person("STRATEGIC_LEAD"), "Only another")):
        with pytest.raises(Refused, match=sentence):
            operations.confirm(change=asked, by=by, at=now())


def test_an_address_of_somebody_switched_off_is_not_asked_for(administrator):
    with pytest.raises(Refused, match="switched off"):
        asks(administrator, UserFactory(is_active=False))


@pytest.mark.parametrize("wrong", [{"email": ""}, {"email": NEW, "full_name": "Amber"}, {"role": "CHAIR"}])
def test_the_database_takes_another_address_with_an_address_alone(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        AccountChangeFactory(**{"kind": "ADDRESS", "email": NEW} | wrong)
