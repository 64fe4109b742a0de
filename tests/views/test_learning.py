"""The register of what the unit learns, on its pages: who reads, who writes, what is shown of a figure."""

import csv
import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import LearningHeard, LearningIdea, LearningReview, LearningTrial
from safeguarding.models import Child
from tests import factories as make
from tests.cast import person
from tests.golive import live_from
from tests.scheduling import NOW
from tests.views.pages import text

pytestmark = pytest.mark.django_db
ON = NOW.date()


def day(name, value):
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


IDEA = {
    "title": "Letters that are read",
    "came_from": "VISIT",
    "where_words": "Fablehaven",
    "who_went": "Two chairs",
    "learned": "One page, large print.",
    "evidence": "SEEN",
    **day("day", ON),
}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def lead(client):
    found = person("STRATEGIC_LEAD")
    client.force_login(found)
    return found


def test_an_empty_register_says_what_to_do_first(client, lead):
    page = text(client.get(reverse("learning")))
    assert "Begin with one visit or one idea" in page and "Ideas and visits" not in page
    client.force_login(person("CHAIR"))
    assert "A trial is begun, and an idea decided, by the" in text(client.get(reverse("learning")))
    assert "Begin with one thing that several families said" in text(client.get(reverse("learning_heard")))


def test_from_an_idea_to_its_trial_review_and_decision(client, lead):
    live_from(dt.date(2018, 1, 1))
    for month in (6, 7, 10):
        make.PlanFactory(start_date=dt.date(2018, month, 4))
    page = client.post(reverse("learning_new"), IDEA | {"owner": lead.pk}, follow=True)
    assert "The idea is in the register." in text(page) and "Begin a trial" in text(page)
    idea = LearningIdea.objects.get()
    plan = {"what": "One team", "measure": "plans_started", "movement": "DOWN", "months": "3"}
    began = dt.date(2018, 8, 6)
    path = reverse("learning_trial", args=[idea.ref])
    early = client.post(path, plan | day("start_date", began) | day("review_date", dt.date(2018, 11, 5)))
    assert "The first review must be on 6 November 2018 or later" in text(early)
    assert "One team" in early.content.decode() and not LearningTrial.objects.exists()
    sent = plan | day("start_date", began) | day("review_date", ON)
    page = text(client.post(path, sent, follow=True))
    assert "6 May 2018 to 5 August 2018" in page and "no proof of what caused it" in page
    trial = LearningTrial.objects.get()
    review = reverse("learning_review", args=[trial.ref])
    assert "Trials of ideas to review" in text(client.get(reverse("my_work")))
    seen = text(client.get(review))
    assert "6 August 2018 to 11 November 2018" not in seen and "12 August 2018 to 11 November 2018" in seen
    client.post(review, {"words": "Fewer", "goes_on": "NO"})
    assert LearningReview.objects.get().reading.numerator == 1
    assert "Ideas to decide" in text(client.get(reverse("my_work")))
    decide = reverse("learning_decide", args=[idea.ref])
    client.post(decide, {"outcome": "ADOPTED", "why": "BETTER", "words": "Heard"})
    again = client.post(decide, {"outcome": "NOT_ADOPTED", "why": "WORSE", "words": "Slower"})
    assert "Enter why this takes the place of what was decided before" in text(again)
    later = {"outcome": "NOT_ADOPTED", "why": "WORSE", "words": "Slower", "replaces_reason": "Letters late"}
    page = text(client.post(decide, later, follow=True))
    assert "It takes the place of “adopted” of 12 November 2018: Letters late." in page


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(client, lead):
    bad = IDEA | {"who_went": "", "day_year": "2031"}
    page = client.post(reverse("learning_new"), bad)
    assert "Enter who went, or who spoke with them" in text(page) and "today or earlier" in text(page)
    assert "One page, large print." in page.content.decode() and not LearningIdea.objects.exists()


def test_a_consultation_teaches_without_a_name_and_is_linked_for_who_sees_it(client, lead):
    one = make.ConsultationFactory(requested_child__child__given_names="Ruby")
    consultation = reverse("consultation", args=[one.within.ref])
    note = reverse("learning_note", args=[one.within.ref])
    assert note in client.get(consultation).content.decode()
    told = {"title": "Ask early", "learned": "Ruby was never asked.", "evidence": "NONE", **day("day", ON)}
    page = client.post(note, told)
    assert (
        "“Ruby” is a name in this family" in text(page) and "Ruby was never asked." in page.content.decode()
    )
    client.post(note, told | {"learned": "The child was never asked."})
    idea = LearningIdea.objects.get()
    path = reverse("learning_idea", args=[idea.ref])
    assert consultation in client.get(path).content.decode()
    client.force_login(person("SOCIAL_WORKER", team=make.TeamFactory()))
    page = client.get(path)
    assert page.status_code == 200 and consultation not in page.content.decode()
    assert client.get(note).status_code == 404


@pytest.mark.parametrize("role", ["REVIEWER", "INFORMATION_GOVERNANCE", "SYSTEM_ADMINISTRATOR"])
def test_who_works_with_no_family_reads_none_of_it(client, role):
    client.force_login(person(role))
    for name in ("learning", "learning_heard", "learning_committee", "learning_new"):
        assert client.get(reverse(name)).status_code == 403
    assert reverse("learning") not in client.get(reverse("my_work")).content.decode()


def test_a_chair_adds_and_reads_and_neither_tries_nor_decides(client):
    idea = make.LearningIdeaFactory(owner=make.UserFactory(role="STRATEGIC_LEAD"))
    client.force_login(person("CHAIR"))
    page = client.get(reverse("learning_idea", args=[idea.ref])).content.decode()
    for name, status in (("learning_trial", 403), ("learning_decide", 403), ("learning_change", 404)):
        path = reverse(name, args=[idea.ref])
        assert path not in page and client.get(path).status_code == status


def test_who_reads_no_figures_sees_no_small_number(client):
    trial = make.LearningTrialFactory()
    make.LearningReadingFactory(trial=trial, numerator=3)
    path = reverse("learning_idea", args=[trial.idea.ref])
    client.force_login(person("SOCIAL_WORKER", team=make.TeamFactory()))
    rows = text(client.get(path))
    assert " c Not" in rows or "since 1 April 2016 c" in rows
    client.force_login(person("CHAIR"))
    assert "since 1 April 2016 3" in text(client.get(path))


def test_the_register_is_narrowed_and_paged(client, lead):
    make.LearningIdeaFactory.create_batch(21)
    adopted = make.LearningDecisionFactory(idea__title="Adopted one").idea
    assert "Page" in text(client.get(reverse("learning"))) or "2" in text(client.get(reverse("learning")))
    page = text(client.get(reverse("learning"), {"state": "ADOPTED"}))
    assert adopted.title in page and "A family group conference before" not in page
    assert "Nothing in the register is what it is narrowed to." in text(
        client.get(reverse("learning"), {"state": "TRYING"})
    )


def test_what_was_said_is_answered_and_told_back(client, lead):
    client.post(
        reverse("learning_heard_new"),
        {"group": "PARENTS", "said": "Too long", "how_heard": "A survey", **day("heard_date", ON)},
    )
    held = LearningHeard.objects.get()
    path = reverse("learning_heard_answer", args=[held.ref])
    told = {"group": "PARENTS", "said": "Too long", "how_heard": "A survey", **day("heard_date", ON)}
    assert "Enter when it was done" in text(client.post(path, told | {"did": "One page"}))
    done = {"did": "One page", **day("did_date", ON), "told_back": "All", **day("told_back_date", ON)}
    page = text(client.post(path, told | done, follow=True))
    assert "Too long" in page and "One page" in page


def test_a_name_in_what_was_said_is_asked_about_with_nothing_lost(client, lead):
    make.ChildFactory(given_names="Zephyrine", family_name="Testcase")
    told = {"group": "PARENTS", "said": "Zephyrine Testcase waited", "how_heard": "A survey"} | day(
        "heard_date", ON
    )
    path = reverse("learning_heard_new")
    box = "The word is not somebody’s name here"
    assert box not in text(client.get(path))
    answer = client.post(path, told)
    page = text(answer)
    assert "“Zephyrine Testcase” is the name of somebody on a record here" in page and box in page
    assert "Zephyrine Testcase waited" in answer.content.decode() and not LearningHeard.objects.exists()
    client.post(path, told | {"is_meant": "on"})
    assert LearningHeard.objects.get().said == "Zephyrine Testcase waited"


def test_a_name_in_a_trial_and_a_decision_is_asked_about_with_nothing_lost(client, lead):
    live_from(dt.date(2018, 1, 1))
    make.ChildFactory(given_names="Zephyrine", family_name="Testcase")
    trial, idea = make.LearningTrialFactory(), make.LearningIdeaFactory(owner=lead)
    words, meant = "Zephyrine Testcase goes first", {"is_meant": "on"}
    plan = {"what": words, "measure": "plans_started", "movement": "DOWN", "months": "3"}
    days = day("start_date", dt.date(2018, 8, 6)) | day("review_date", dt.date(2018, 11, 12))
    for name, one, told in (
        ("learning_trial", idea, plan | days),
        ("learning_review", trial, {"words": words, "goes_on": "NO"}),
        ("learning_stop", trial, {"reason": words}),
        ("learning_decide", idea, {"outcome": "ADOPTED", "why": "BETTER", "words": words}),
    ):
        path = reverse(name, args=[one.ref])
        assert "The word is not somebody’s name here" not in text(client.get(path)), name
        answer = client.post(path, told)
        page = text(answer)
        assert "is the name of somebody on a record here" in page, name
        assert "The word is not somebody’s name here" in page and words in answer.content.decode(), name
        assert client.post(path, told | meant).status_code == 302, name


def test_a_given_name_alone_is_told_of_once_it_is_saved(client, lead):
    make.ChildFactory(given_names="Zephyrine", family_name="Testcase")
    heard = {"group": "PARENTS", "said": "What Zephyrine’s aunt said.", "how_heard": "A call"}
    path = reverse("learning_heard_new")
    page = text(client.post(path, heard | day("heard_date", ON), follow=True))
    line = "“Zephyrine” is a given name of people on record or at work here"
    assert "What was said is recorded." in page and line in page
    again = client.post(path, heard | day("heard_date", ON) | {"is_meant": "on"}, follow=True)
    assert line not in text(again)


def test_the_page_for_the_committee_says_which_words_may_be_names(client, lead):
    make.ChildFactory(given_names="Zephyrine", family_name="Testcase")
    make.ChildFactory(given_names="Juniper", family_name="Hidden", restricted=True)
    said = "Ask Zephyrine. Testcase, Zephyrine; Juniper too."
    make.LearningHeardFactory(said=said, heard_date=dt.date(2018, 4, 3))
    page = text(client.get(reverse("learning_committee")))
    assert "may be names of people: “Testcase, Zephyrine”" in page and "“Juniper”" not in page


def test_the_committee_reads_no_name_and_no_small_number(client, lead):
    trial = make.LearningTrialFactory(idea__added_by__full_name="Ida Adder", idea__day=dt.date(2018, 4, 3))
    make.LearningReadingFactory(trial=trial, numerator=3)
    make.LearningReadingFactory(trial=trial, is_before=False, day=dt.date(2018, 4, 9), numerator=24)
    make.LearningHeardFactory(heard_date=dt.date(2018, 4, 3))
    page = text(client.get(reverse("learning_committee")))
    assert "1 idea, 1 trial, no decisions" in page or "1 idea, 1 trial, 0 decisions" in page
    assert "no proof of what caused it" in page and "Ida Adder" not in page
    answer = client.get(reverse("learning_committee_csv"))
    lines = list(csv.DictReader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()))
    (line,) = [one for one in lines if one["part"] == "trial"]
    assert (line["before"], line["after"]) == ("c", "24")
    assert not Child.objects.unscoped("test").exists()


def test_a_period_that_cannot_be_is_said_so(client, lead):
    asked = {"from_day": "2", "from_month": "4", "from_year": "2018", "to_day": "1", "to_month": "4"}
    page = text(client.get(reverse("learning_committee"), asked | {"to_year": "2018"}))
    assert "The last day must be the same as or after the first day" in page
