"""The page of the letters that a plan has ended: made, released by another, sent, replaced, owed no more."""

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Document
from tests.cast import person
from tests.operations.test_copies_closing import ended, put_right
from tests.views.meetings import AFTER, signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
SENT = {"how": "POST", "sent_date_day": "24", "sent_date_month": "4", "sent_date_year": "2018", "proof": ""}
GOES = {"outcome": "PLAN_CONTINUES", "category": "NEG", "end_reason": "", "step_down": ""}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AFTER, tick=False):
        yield


@pytest.fixture
def record():
    return ended(person("CHAIR"))


@pytest.fixture
def support(client):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


def page(record, *more, name="closing_letters"):
    return reverse(name, args=[record.booking.ref, *more])


def kept():
    return list(Document.objects.unscoped("test").filter(kind="CLOSING"))


def make(client, record):
    ticked = client.get(page(record)).context["form"].initial["recipients"]
    return client.post(page(record), {"recipients": ticked}, follow=True)


def test_letters_are_made_released_and_sent(client, record, support):
    first = text(client.get(page(record)))
    assert "No letter has been made yet." in first and "has no letter yet" not in first
    assert "Amy Testcase. Why it ended: risk reduced" in first
    assert "Basil" not in first and "Father" not in first
    made = text(make(client, record))
    assert "4 letters made." in made and "4 letters still to send." in made
    one = kept()[0]
    own = text(client.get(page(record, one.pk, name="record_copy_release")))
    assert "You made this letter" in own and "Release a letter" in own
    assert client.post(page(record, one.pk, name="record_copy_release"), {"release": "1"}).status_code == 403
    client.force_login(record.booking.chair)
    assert "Letter to Mother Samplewood: a plan has ended" in text(client.get(reverse("releases")))
    for one in kept():
        answer = client.post(page(record, one.pk, name="record_copy_release"), {"release": "1"}, follow=True)
        assert "The letter to" in text(answer) and answer.redirect_chain[-1][0] == page(record)
    client.force_login(support)
    for one in kept():
        answer = client.post(page(record, one.pk, name="record_copy_sent"), SENT, follow=True)
    assert "The letters were sent: the last went on 24 April 2018." in text(answer)


def test_one_is_replaced_and_called_off_on_its_pages(client, record, support):
    make(client, record)
    one = kept()[0]
    again = page(record, one.pk, name="record_copy_again")
    assert "Make a new version of a letter" in text(client.get(again))
    assert "version 1 of the letter to" in text(client.post(again, {"changed": "A name."}, follow=True))
    newest = next(two for two in kept() if two.supersedes_id == one.pk)
    off = page(record, newest.pk, name="record_copy_off")
    answer = client.post(off, {"reason": "It was told in person."}, follow=True)
    assert "It will not be sent" in text(answer) and "It was told in person." in text(answer)


def test_it_is_reached_from_the_record_its_copies_and_its_letters_where_a_plan_ended(client, record, support):
    other = signed(person("CHAIR"))[1]
    for name in ("record", "record_copies", "letters"):
        assert page(record) in client.get(page(record, name=name)).content.decode()
        assert page(other) not in client.get(page(other, name=name)).content.decode()
    said = text(client.get(page(other)))
    assert "no child protection plan ended at this conference" in said and "Make letters" not in said


def test_nothing_chosen_is_said_beside_the_choice(client, record, support):
    answer = client.post(page(record), {})
    assert "Select at least one person who should have a letter" in text(answer)


def test_a_letter_of_a_plan_that_did_not_end_after_all_says_so_and_offers_no_other(client, record, support):
    make(client, record)
    client.force_login(record.booking.chair)
    for one in kept():
        client.post(page(record, one.pk, name="record_copy_release"), {"release": "1"})
    client.force_login(support)
    client.post(page(record, kept()[0].pk, name="record_copy_sent"), SENT)
    put_right(record, AFTER, **GOES)
    said = text(client.get(page(record)))
    assert "holds no more" in said and "new version of the decision letter" in said
    assert page(record) in client.get(page(record, name="record_copies")).content.decode()


def test_a_social_worker_sees_no_such_page(client, record):
    client.force_login(person("SOCIAL_WORKER"))
    assert client.get(page(record)).status_code in (403, 404)
