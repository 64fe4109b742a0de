"""The pages of the words of letters: who reads and writes them, what is looked at before it is saved."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import LetterWording
from conferences.rules.letters_words import PARTS
from conferences.rules.letters_words_part import LetterKind
from safeguarding.rights import Permission, Role, holds
from tests.cast import person
from tests.factories import InvitationFactory, InvitationLetterFactory, LetterWordingFactory
from tests.scheduling import NOW, booked
from tests.views.asking import parts as day_parts
from tests.views.pages import text

pytestmark = pytest.mark.django_db
ON = NOW.date()
CHANGE = reverse("letter_words_change", args=["agency"])


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def admin(client):
    user = person("SYSTEM_ADMINISTRATOR")
    client.force_login(user)
    return user


def sent(**fields):
    ours = {code: part.default for code, part in PARTS[LetterKind.AGENCY].items()}
    return ours | day_parts("from_date", ON) | {"reason": "Agreed", "seen": ""} | fields


@pytest.mark.parametrize("role", list(Role))
def test_they_are_read_and_written_by_those_who_may(client, role):
    client.force_login(person(role))
    reads, writes = holds(role, Permission.READ_POLICY), holds(role, Permission.CHANGE_POLICY)
    pages = [reverse("letter_words"), reverse("letter_words_of", args=["agency"])]
    assert {client.get(page).status_code for page in pages} == {200 if reads else 403}
    assert client.post(CHANGE, sent(CLOSING="Bye")).status_code == (302 if writes else 403)
    assert LetterWording.objects.exists() is writes


def test_the_letter_says_since_when_and_by_whom_and_the_part_has_its_versions(client, admin):
    own = {"kind": "AGENCY", "part": "CLOSING", "set_by": admin, "set_at": NOW, "reason": "Agreed"}
    LetterWordingFactory(**own, text="Best wishes", from_date=ON)
    LetterWordingFactory(**own, text="Kind regards", from_date=ON + dt.timedelta(days=3), version=2)
    shown = text(client.get(reverse("letter_words_of", args=["agency"])))
    assert "Best wishes" in shown and "Your own" in shown and "other words from" in shown
    assert "1 of" in text(client.get(reverse("letter_words")))
    part = text(client.get(reverse("letter_words_part", args=["agency", "closing"])))
    for words in ("Best wishes", "Kind regards", "Yours sincerely", admin.full_name, "To come", "Agreed"):
        assert words in part
    assert "Fill in our words to put them back" in part


def test_a_mistake_is_said_beside_its_field_and_nothing_is_lost(client, admin):
    answer = client.post(CHANGE, sent(CARE="Mind {{ name", CLOSING="Best wishes", reason=""))
    shown = text(answer)
    assert "A tag is broken in line 1, at “Mind {{ name”" in shown and "Enter why the words change" in shown
    assert "Best wishes" in answer.content.decode() and not LetterWording.objects.exists()


def test_words_are_looked_at_before_they_are_saved_as_a_page_and_as_the_pdf(client, admin):
    own = sent(CLOSING="Best wishes for the assessment.", then="look")
    shown = text(client.post(CHANGE, own))
    assert "Not saved yet" in shown and "Best wishes for the assessment." in shown
    assert "plainer word for “assessment” (finding out)" in shown and "Tia Teacher" in shown
    pdf = client.post(CHANGE, own | {"then": "pdf"})
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF")
    assert "broken in line 1" in text(client.post(CHANGE, own | {"CARE": "{{ x"}))
    assert not LetterWording.objects.exists()


def test_our_words_are_put_back_from_the_part(client, admin):
    LetterWordingFactory(kind="AGENCY", part="CLOSING", text="Best wishes", from_date=ON, set_at=NOW)
    page = client.get(f"{CHANGE}?ours=CLOSING").content.decode()
    assert "Yours sincerely" in page and "Best wishes" not in page


def test_the_invented_letter_is_a_page_and_a_pdf_also_with_what_is_to_come(client, admin):
    later = {"from_date": ON + dt.timedelta(days=9), "set_at": NOW, "text": "Until then"}
    LetterWordingFactory(kind="DECISION", part="CLOSING", **later)
    page = reverse("letter_words_preview", args=["decision"])
    assert "Until then" not in text(client.get(page)) and "Until then" in text(
        client.get(f"{page}?when=coming")
    )
    assert "Robin Sample needs a child protection plan." in text(client.get(page))
    pdf = client.get(reverse("letter_words_pdf", args=["decision", 2]))
    assert pdf.content.startswith(b"%PDF")
    for address in (
        "/letter-words/nosuch",
        "/letter-words/decision/preview/9.pdf",
        "/letter-words/decision/parts/x",
    ):
        assert client.get(address).status_code == 404


def test_a_letter_that_waits_says_that_words_changed_and_one_that_went_does_not(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    conference = booked()
    one = InvitationFactory(request=conference.request, put_on_at=NOW)
    made = InvitationLetterFactory(invitation=one, made_at=NOW)
    LetterWordingFactory(kind="AGENCY", part="CLOSING", text="Bye", from_date=ON, set_at=NOW)
    page = reverse("invitation_letter", args=[one.ref])
    assert "words for this letter changed after it was made" in text(client.get(page))
    type(made).objects.unscoped("test").update(
        sent_how="POST", sent_date=ON, sent_by=made.made_by, sent_at=NOW
    )
    assert "words for this letter changed" not in text(client.get(page))


def test_each_page_asks_the_same_few_times_however_many_versions_there_are(client, admin):
    args = (["decision"], ["decision", "heading"])
    pages = [reverse("letter_words"), reverse("letter_words_of", args=args[0]), CHANGE]
    pages += [reverse("letter_words_part", args=args[1]), reverse("letter_words_preview", args=args[0])]

    def asked(page):
        client.get(page)
        with CaptureQueriesContext(connection) as found:
            client.get(page)
        return len(found)

    few = [asked(page) for page in pages]
    for number in range(1, 6):
        day = ON + dt.timedelta(days=number)
        LetterWordingFactory(version=number, from_date=day, set_at=NOW)
    assert [asked(page) for page in pages] == few and max(few) <= 6, few
