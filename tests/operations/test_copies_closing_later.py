"""Letters that a plan has ended, where what they tell is put right later, or another plan ended after all."""

import pytest
from django.urls import reverse

from conferences.operations.copies import make_copy_again
from tests.operations import test_copies_closing as closing
from tests.operations.test_copies_closing import FATHER, LATER, due, make, name_of, put_right, send, standing
from tests.operations.test_documents_again import owed, stands
from tests.papers import WRITE_COPY
from tests.views.pages import text

pytestmark = pytest.mark.django_db
live, record, support = closing.live, closing.record, closing.support


def test_a_plan_that_ended_after_all_makes_the_letters_about_it_due(live, support):
    for one in make(live, support):
        send(one, support)
    assert not due(live)
    basils = {"outcome": "PLAN_ENDS", "category": "", "end_reason": "RISK_REDUCED", "step_down": "CIN_PLAN"}
    put_right(live, LATER, child="Basil", **basils)
    assert due(live) and standing(live) == (None, None)
    (fathers,) = make(live, support, LATER)
    assert name_of(fathers) == FATHER
    send(fathers, support, LATER)
    assert standing(live) == (LATER.date(), None) and not due(live)


def test_a_letter_put_right_after_it_was_sent_is_sent_again(client, live, support):
    letters = [send(one, support) for one in make(live, support)]
    put_right(live, LATER, step_down="EARLY_HELP")
    assert owed(live) and stands(live).again_since == LATER.date()
    client.force_login(support)
    page = client.get(reverse("record_copies", args=[live.booking.ref]))
    table = text(page).partition("Send again what was put right")[2].partition("Copies")[0]
    assert table.count("Letter that a plan has ended, version 1") == len(letters)
    assert reverse("record_copy_again", args=[live.booking.ref, letters[0].pk]) in page.content.decode()
    for one in letters:
        assert owed(live)
        send(
            make_copy_again(document=one, changed="The help.", write=WRITE_COPY, by=support, at=LATER),
            support,
            LATER,
        )
    assert not owed(live) and stands(live).again_date == LATER.date()
