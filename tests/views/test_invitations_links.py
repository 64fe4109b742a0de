"""An agency gives its report by a link and a code, without an account; and the unit reads what came."""

import datetime as dt
import logging

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from conferences.documents.invitations import writer
from conferences.models import AgencyReport, InvitationLetterFile, Notice, ReportLink
from conferences.operations.invitations import take_off
from conferences.operations.invitations_letters import make_letters
from conferences.operations.invitations_links import NOT_CHAIR, end_link, make_code, mark_report_read
from conferences.operations.requests_children import take_out
from conferences.operations.scheduling import cancel
from conferences.queries.invitations_reports import is_waited_for
from conferences.rules.feedback import code_shown
from conferences.rules.invitations import OffReason
from conferences.rules.invitations_links import length_of
from conferences.rules.workflow import CancelReason
from safeguarding.access.operations import restrict
from safeguarding.deployment.logging import without_values
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import InvitationFactory, RequestedChildFactory
from tests.golive import live_from
from tests.operations.asking import asker_of
from tests.papers import pdf_text
from tests.scheduling import NOW, booked
from tests.views.pages import text
from tests.views.report_links import Door, day_fields

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def conference():
    return booked()


@pytest.fixture
def nurse(conference):
    return InvitationFactory(
        request=conference.request,
        name="Nora Thermometer",
        agency_kind="HEALTH_VISITING",
        put_on_at=NOW,
        told_at=NOW,
    )


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def door(nurse, support):
    return Door(nurse, support)


def only():
    return AgencyReport.every.get()


def test_a_report_is_sent_read_and_told_as_the_one_fact_that_it_came(
    client, conference, nurse, door, support
):
    live_from(NOW.date())
    assert "The code that you were told" in text(door.client.get(door.path))
    page = door.post()
    child = conference.request.children.get().child
    assert "The conference is on" in text(page) and child.family_name not in text(page)
    assert "Files cannot be sent here" in text(page) and page.headers["Cache-Control"].count("no-store")
    page = door.send(page)
    assert page.status_code == 302 and page.url == reverse("report_sent")
    nurse.refresh_from_db()
    assert (nurse.received_date, nurse.shared_date) == (NOW.date(), NOW.date())
    assert nurse.shared_how == "As the agency tells it, shown to Both parents." and not is_waited_for(nurse)
    assert nurse.told_by.is_system
    told = set(Notice.objects.filter(change="REPORT_CAME").values_list("recipient", flat=True))
    assert told == {conference.chair_id, support.pk}
    client.force_login(conference.chair)
    page = client.get(reverse("invited", args=[conference.request.ref]))
    assert "Read the report" in text(page) and "Not read by the chair" in text(page)
    page = client.get(reverse("meeting_day", args=[conference.ref]))
    assert "Not read by the chair: the report of Nora Thermometer" in text(page)
    page = client.get(reverse("agency_report", args=[nurse.ref, 1]))
    assert "I visit the family each week." in text(page) and "the flat" not in text(page)
    assert "the flat" in text(client.get(reverse("agency_report_sheet", args=[nurse.ref, 1])))
    page = client.post(reverse("agency_report_read", args=[nurse.ref, 1]), follow=True)
    assert conference.chair.full_name in text(page) and only().read_by == conference.chair
    client.force_login(person("MANAGER"))
    assert client.get(reverse("agency_report", args=[nurse.ref, 1])).status_code == 200
    assert client.get(reverse("agency_report_sheet", args=[nurse.ref, 1])).status_code == 403


def test_a_report_shared_before_it_came_counts_from_its_day(conference, nurse, door):
    page = door.post()
    with time_machine.travel(NOW + dt.timedelta(days=1), tick=False):
        assert door.send(page).status_code == 302
    nurse.refresh_from_db()
    assert nurse.shared_date == NOW.date() < nurse.received_date


def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(door):
    page = door.post(act="send", well="The baby grows well.", score="11", shared_with="Both")
    assert "Enter what you do with the children or the family" in text(page)
    assert "Enter your name" in text(page) and "Enter a whole number from 0 to 10" in text(page)
    assert "What you typed is saved" in text(page) and "The baby grows well." in text(page)
    assert not AgencyReport.every.exists()
    assert "The baby grows well." in text(door.post())


def test_a_hundred_identical_posts_are_one_report_and_one_notice(conference, door):
    live_from(NOW.date())
    for _ in range(100):
        assert door.send().status_code == 302
    assert only().version == 1 and ReportLink.every.get().draft == {}
    assert Notice.objects.filter(change="REPORT_CAME", recipient=conference.chair).count() == 1


def test_a_correction_is_a_version_and_the_first_stays_and_is_not_shown(nurse, door):
    door.send()
    page = door.post()
    assert "Here you send a correction" in text(page) and "I visit the family" not in text(page)
    page = door.post(act="send", version="1", writer="Nora", writer_role="Nurse", well="She laughs now.")
    assert "Enter what is other than in what you sent before" in text(page)
    typed = {"writer": "Nora Thermometer", "writer_role": "Health visitor", "well": "She laughs now."}
    carried = {name: page.context["form"].data[name] for name in ("mark", "version")}
    page = door.post(act="send", changed="What goes well", **typed, **carried)
    assert page.status_code == 302
    first, second = AgencyReport.every.order_by("version")
    assert first.texts["WELL"] == "The baby grows." and first.changed == ""
    assert second.texts == first.texts | {"WELL": "She laughs now."} and second.sheet == first.sheet
    assert second.shared_with == "Both parents"
    nurse.refresh_from_db()
    assert nurse.received_date == NOW.date()


def test_two_who_send_at_once_are_told_of_each_other(door):
    mine, other = door.post(), door.post()
    assert door.send(mine).status_code == 302
    page = door.send(other, well="Something else is well.")
    assert "A report was sent from another window" in text(page) and only().texts["WELL"] == "The baby grows."
    assert "Something else is well." in text(page)


def test_two_who_save_at_once_lose_nothing(door):
    first, second = door.post(), door.post()
    mark = first.context["form"].data["mark"]
    assert mark == second.context["form"].data["mark"]
    page = door.post(act="save", mark=mark, well="Mine is saved here.")
    assert "Saved. You can close this page" in text(page)
    page = door.post(act="save", mark=mark, well="Theirs comes a little later.")
    assert page.status_code == 409
    assert "Mine is saved here." in text(page) and "Theirs comes a little later." in text(page)
    assert ReportLink.every.get().draft == {"well": "Mine is saved here."}
    page = door.send(second, well="Sent over the draft of another.")
    assert not AgencyReport.every.exists() and page.status_code == 409
    mark = page.context["form"].data["mark"]
    assert door.post(act="save", mark=mark, well="Theirs stays.").status_code == 200


def by_itself(door, page, **typed):
    """What the script of an opened page saves; with the mark that it then carries."""
    carried = {name: page.context["form"].data[name] for name in ("mark", "version", "page")}
    answer = door.post(**carried | {"draft-only": "script"} | typed)
    return answer.status_code, answer.json()


def test_what_is_typed_is_saved_by_itself_and_found_again(door):
    page = door.post()
    status, told = by_itself(door, page, well="She sleeps")
    assert (status, told["kept_at"], told["say"]) == (200, "10am", "")
    # The answer with the new mark never came: what the page saved is its own.
    assert by_itself(door, page, well="She sleeps through")[0] == 200
    assert "She sleeps through" in door.post().content.decode()
    # Sent at once after it, with the mark of the page as it was opened.
    assert door.send(page).status_code == 302
    # What comes behind is kept no more.
    status, told = by_itself(door, page, well="She sleeps through")
    assert status == 409 and "A report was sent from another window" in told["say"]
    assert ReportLink.objects.unscoped("test").get().draft == {}


def test_what_a_page_saved_by_itself_and_came_behind_stays_behind(door):
    page = door.post()
    assert by_itself(door, page, well="She sleeps through", **{"draft-turn": "3"})[0] == 200
    assert by_itself(door, page, well="She sle", **{"draft-turn": "2"})[0] == 409
    assert ReportLink.every.get().draft == {"well": "She sleeps through"}
    assert by_itself(door, page, well="She sleeps all night", **{"draft-turn": "4"})[0] == 200
    # Saved with the button, the page that is shown then begins anew, and the one before stays behind.
    carried = {name: page.context["form"].data[name] for name in ("mark", "version", "page")}
    after = door.post(act="save", well="She sleeps and eats", **carried | {"draft-turn": "6"})
    assert by_itself(door, page, well="She sleeps", **{"draft-turn": "5"})[0] == 409
    assert by_itself(door, after, well="She sleeps, eats and laughs", **{"draft-turn": "1"})[0] == 200
    assert ReportLink.every.get().draft == {"well": "She sleeps, eats and laughs"}


def test_two_who_type_at_once_lose_nothing_by_it(door):
    one, other = door.post(), door.post()
    assert by_itself(door, one, well="Mine")[0] == 200
    status, told = by_itself(door, other, well="Theirs")
    assert status == 409 and "Somebody else saved something here" in told["say"]
    assert ReportLink.objects.unscoped("test").get().draft["well"] == "Mine"


def test_a_page_whose_link_is_taken_no_more_is_told_so_and_keeps_its_words(door, nurse, support):
    page = door.post()
    end_link(invitation=nurse, by=support, at=NOW)
    status, told = by_itself(door, page, well="Mine")
    assert status == 404 and "Copy it before you leave this page" in told["say"]
    assert Client().post(door.path, {"code": "WRONG", "draft-only": "script"}).status_code == 404


def test_a_page_whose_code_was_replaced_is_told_so_and_counts_as_a_wrong_code(
    door, nurse, support, monkeypatch
):
    page = door.post()
    make_code(invitation=nurse, by=support, at=NOW + dt.timedelta(minutes=1))
    counted = []
    monkeypatch.setattr(
        "conferences.views.invitations_giving.ratelimit.consume",
        lambda request, **told: counted.append(told["action"]) or len(counted) < 2,
    )
    status, told = by_itself(door, page, well="Mine")
    assert status == 404 and "or has a new code" in told["say"] and counted == ["report_wrong_code"]
    assert by_itself(door, page, well="Mine")[0] == 429
    assert ReportLink.every.get().draft == {}


def test_what_is_too_long_is_not_kept_by_itself(door):
    status, told = by_itself(door, door.post(), well="word " * 60_000)
    assert status == 413 and "too long to be kept" in told["say"]


def test_wrong_codes_are_few_and_end_the_link(door, support, nurse):
    answers = [door.post(code="WRONG").status_code for _ in range(6)]
    assert answers == [404] * 6 and ReportLink.every.get().tries == 5
    page = door.post()
    assert "This link is not taken" in text(page)
    assert AuditEntry.objects.filter(event="report_link.locked").count() == 1
    again = Door(nurse, support)
    assert again.post(code="WRONG").status_code == 404 and again.post().status_code == 200
    assert ReportLink.every.get(ended_at=None).tries == 0


def test_an_ended_and_an_unknown_link_are_one_page(conference, nurse, door, support):
    bodies = set()

    def look(path):
        page = door.client.get(path)
        assert page.status_code == 404
        bodies.add(text(page))

    look(reverse("report_give", args=["nosuch"]))
    kept = door.post(act="save", well="Typed before the end.")
    assert kept.status_code == 200
    end_link(invitation=nurse, by=support, at=NOW)
    look(door.path)
    second = Door(nurse, support)
    with time_machine.travel(conference.starts_at + dt.timedelta(days=8), tick=False):
        look(second.path)
    third = Door(nurse, support)
    look(second.path)
    take_off(invitation=nurse, reason=OffReason.MISTAKE, by=support, at=NOW)
    look(third.path)
    assert len(bodies) == 1 and "Nora" not in bodies.pop()
    page = third.send(well="Typed in an old tab.")
    assert page.status_code == 404 and "Typed in an old tab." in text(page)
    assert not AgencyReport.every.exists()


def test_a_cancelled_meeting_closes_its_links(conference, door, support):
    cancel(booking=conference, reason=CancelReason.BOOKED_WRONGLY, note="", by=support, at=NOW)
    assert door.client.get(door.path).status_code == 404 and door.send().status_code == 404


def test_a_new_link_takes_the_draft_along(nurse, door, support):
    door.post(act="save", well="Begun on the first link.")
    assert "Begun on the first link." in text(Door(nurse, support).post())


def test_the_link_of_one_agency_opens_no_other(conference, nurse, door, support):
    other = Door(InvitationFactory(request=conference.request, put_on_at=NOW, told_at=NOW), support)
    door.post(act="save", well="The words of the nurse.")
    assert "The words of the nurse." not in text(other.post())
    assert door.post(code=other.code).status_code == 404
    other.send(writer="Edith Chalkdust")
    assert only().invitation_id != nurse.pk


def test_hostile_words_are_words(client, conference, nurse, door):
    hostile = "<script>alert(1)</script>"
    page = door.post(act="save", well=f"{hostile} and a\x00nul")
    assert page.status_code == 200 and hostile.encode() not in page.content
    assert ReportLink.every.get().draft["well"] == f"{hostile} and anul"
    assert door.send(page, well=hostile).status_code == 302
    client.force_login(conference.chair)
    page = client.get(reverse("agency_report", args=[nurse.ref, 1]))
    assert hostile.encode() not in page.content and b"&lt;script&gt;alert(1)" in page.content


def test_what_is_too_long_is_said_and_shown_again(door):
    page = door.post(act="send", well="long " * 2_000)
    assert not AgencyReport.every.exists() and "long long" in text(page)
    assert "What goes well" in text(page) and page.context["form"].errors["well"]
    page = door.post(act="save", well="long " * 40_000)
    assert "This is too long to be kept" in text(page)


def test_a_link_is_shown_once_and_only_its_hash_is_kept(client, nurse, support):
    client.force_login(support)
    path = reverse("report_link", args=[nurse.ref])
    assert "There is none" in text(client.get(path))
    page = client.post(path, {"act": "make"})
    rows = {row.key: row.value for row in page.context["page"].door}
    assert "shown once" in text(page) and rows["Link"].startswith("http")
    secret = rows["Link"].rsplit("/", 1)[1]
    assert secret not in text(client.get(path))
    kept = str(list(ReportLink.every.values()))
    assert secret not in kept and rows["Code"].replace(" ", "") not in kept
    page = client.post(path, {"act": "end"}, follow=True)
    assert "what was begun on its page is deleted" in text(page)
    assert Client().get(reverse("report_give", args=[secret])).status_code == 404


def test_a_letter_has_a_link_where_the_address_of_the_service_is_set(conference, nurse, support):
    values = {"request": conference.request, "invitations": [nurse], "doubt_words": ""}
    given = values | {"write": writer("Fableshire Council"), "by": support, "at": NOW}
    (letter,) = make_letters(**given, address_of="https://unit.example/report/{}".format)
    paper = pdf_text(bytes(InvitationLetterFile.every.get(letter=letter, format="PDF").content))
    link = ReportLink.every.get()
    assert "unit.example/report/" in paper and "told to you apart" in " ".join(paper.split())
    assert link.digest not in paper and "unit.example" not in str(letter.told)
    assert code_shown("BCDFGHJKMN") == "BCDFG HJKMN"


def test_no_log_holds_a_secret_or_a_word(door, caplog):
    with caplog.at_level(logging.DEBUG):
        door.send(well="Canarysentence")
        door.post(code="WRONG")
    lines = [without_values(record.getMessage()) for record in caplog.records]
    assert not [line for line in lines if door.secret in line or "Canarysentence" in line]
    assert door.secret not in without_values(f"Not Found: {door.path}")
    assert "Canarysentence" not in str(list(AuditEntry.objects.values()))


def test_a_report_stays_about_the_child_who_left_its_conference(client, conference, nurse, door):
    request, leaves = conference.request, RequestedChildFactory(request=conference.request)
    door.send()
    take_out(asked=leaves, reason="An only child of another home", by=asker_of(request), at=NOW)
    door.post(
        act="send", version="1", changed="Well", writer="N", writer_role="Nurse", well="She laughs now."
    )
    reads, closed = conference.chair, leaves.child
    client.force_login(reads)
    paths = [reverse("agency_report", args=[nurse.ref, version]) for version in (1, 2)]
    assert [client.get(path).status_code for path in paths] == [200, 200]
    restrict(child=closed, reason="A relative of a member of staff", by=person("STRATEGIC_LEAD"), at=NOW)
    assert [client.get(path).status_code for path in paths] == [404, 404]
    page = text(client.get(reverse("invited", args=[request.ref])))
    assert "It came, and is not shown to you" in page and "Read the report" not in page


def test_only_the_chair_says_that_it_is_read_and_takes_it_back(client, conference, nurse, door):
    door.send()
    path = reverse("agency_report_read", args=[nurse.ref, 1])
    client.force_login(person("CHAIR"))
    assert "I have read it" not in text(client.get(reverse("agency_report", args=[nurse.ref, 1])))
    assert NOT_CHAIR in text(client.post(path, follow=True)) and only().read_at is None
    with pytest.raises(Refused):
        mark_report_read(report=only(), by=person("CHAIR"), at=NOW)
    client.force_login(conference.chair)
    assert "It was not read after all" in text(client.post(path, follow=True))
    assert "this report is not read" in text(client.post(path, {"act": "back"}, follow=True))
    assert only().read_at is None and only().read_by is None


def test_nobody_was_shown_a_report_before_the_conference_was_asked_for(conference, door):
    early = conference.request.requested_at.date() - dt.timedelta(days=1)
    page = door.send(door.post(), **day_fields(early))
    assert page.context["form"].errors["shared_date"] and not AgencyReport.every.exists()
    assert "no report was asked before" in text(page)


def test_the_length_of_a_draft_is_counted_as_people_count():
    assert length_of({"well": "Zażółć\r\ngęślą"}) == 12
