"""The pages of letters and copies name who has what was put right since, and lead to what is next."""

import pytest
from django.urls import reverse

from conferences.operations.copies import make_copies, make_copy_again
from conferences.operations.letters import make_letters, mark_letter_sent
from tests.cast import person
from tests.operations.test_documents_again import FATHER, LATER, MOTHER, SENT, go
from tests.operations.test_documents_corrected import put_right
from tests.papers import WRITE, WRITE_COPY
from tests.views.meetings import signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
TITLE = "Send again what was put right"


def test_the_pages_say_who_has_the_former_version_and_what_is_next(client):
    chair, support = person("CHAIR"), person("BUSINESS_SUPPORT")
    record = signed(chair)[1]
    for one in make_copies(record=record, write=WRITE_COPY, by=support, at=SENT):
        document = go(one, chair, support)
        if one.person and one.person.full_name == MOTHER:
            mothers = document
    for letter in make_letters(record=record, write=WRITE, by=support, at=SENT):
        mark_letter_sent(letter=letter, sent_date=SENT.date(), by=support, at=SENT)
    client.force_login(support)
    ref = record.booking.ref
    copies, letters = reverse("record_copies", args=[ref]), reverse("letters", args=[ref])
    assert TITLE not in text(client.get(copies)) + text(client.get(letters))
    put_right(chair)
    page = client.get(copies)
    table = text(page).partition(TITLE)[2].partition("Copies")[0]
    assert table.count(MOTHER) >= 2 and FATHER not in table
    assert "Decision letter, version 1" in table and "Copy of the record, version 1" in table
    assert "The decision for Amy Testcase." in table and "Make a new version" in table
    assert "They have the version sent on 24 April 2018, which was put right on" in text(page)
    again = reverse("record_copy_again", args=[ref, mothers.pk])
    assert f'href="{again}"' in page.content.decode()
    assert TITLE in text(client.get(letters)) and "make a new one and send it" in text(client.get(letters))
    make_copy_again(document=mothers, changed="The category.", write=WRITE_COPY, by=support, at=LATER)
    assert "Somebody else looks at it and releases it" in text(client.get(copies))
