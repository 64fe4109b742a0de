"""What happened in a child's life in words, and the tables of plans that end without a review."""

import datetime as dt

import pytest

from conferences.queries.life_events import Owed
from conferences.rules.children import Life
from conferences.rules.corrections_plans import PlanDays
from conferences.rules.life_events import Happening, LifeKind
from conferences.views.presenters import life_events as presenter
from tests.factories import ChildFactory, LifeEventFactory, PlanEndingFactory, PlanFactory
from tests.presenters.made import made, person, said

ON = dt.date(2018, 6, 4)
LIFE = Life(dt.date(2012, 2, 1), None, None, PlanDays(dt.date(2018, 3, 5), None))


def event(**fields):
    return made(LifeEventFactory, recorded_by=person("SOCIAL_WORKER"), **fields)


def test_a_kind_has_one_address():
    assert [presenter.kind_of(presenter.slug(kind)) for kind in LifeKind] == list(LifeKind)
    assert presenter.kind_of("nosuch") is None


def test_the_death_of_one_who_is_not_born_is_the_end_of_the_pregnancy():
    unborn = made(ChildFactory, birth_date=None, expected_birth_date=ON)
    assert presenter.kind_words(LifeKind.DIED, unborn) == "The pregnancy ended"
    assert presenter.kind_words(LifeKind.DIED, made(ChildFactory)) == "Died"


def test_the_timeline_says_what_would_be_lost_and_who_recorded_it():
    title, lines = presenter.entry(event(kind="BORN", expected_birth_date=dt.date(2018, 6, 1)))
    assert title == "Born"
    assert lines[0] == "The birth was expected on 1 June 2018."
    assert lines[-1] == "Recorded by Sample Social worker on 9 April 2018."
    away = event(kind="MOVED_AWAY", authority="383", authority_name="Leeds", conference_date=ON)
    assert presenter.entry(away)[1][:2] == ["To Leeds.", "Its conference was held on 4 June 2018."]


def test_of_a_child_on_no_plan_nothing_is_said_of_one():
    off = Life(dt.date(2012, 2, 1))
    assert "The plan ends once" in presenter.hint(LifeKind.MOVED_AWAY, LIFE)
    assert "review after the birth" in presenter.hint(LifeKind.BORN, LIFE)
    assert not any("plan" in presenter.hint(kind, off) for kind in LifeKind)
    assert presenter.hint(LifeKind.DIED, off) == presenter.hint(LifeKind.DIED, LIFE)
    assert presenter.hint(LifeKind.LEFT_UK, LIFE) == ""


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Happening(LifeKind.LEFT_UK, ON, "x"), "ends on 4 June 2018, without a review"),
        (Happening(LifeKind.MOVED_AWAY, ON, "x", authority="383"), "stays here until the other authority"),
        (Happening(LifeKind.NEW_NAME, ON, "x", family_name="Reed"), ""),
    ],
)
def test_what_waits_is_said_before_it_is_recorded(told, words):
    assert words in presenter.waits_words(told, LIFE, ON)
    assert bool(words) == bool(presenter.waits_words(told, LIFE, ON))


def test_what_is_checked_has_no_empty_rows():
    told = Happening(LifeKind.BORN, ON, "The midwife rang", sex="F", given_names="Ivy")
    assert said(presenter.checked_rows(told, made(ChildFactory), None)) == {
        "What happened": "Born",
        "Day": "4 June 2018",
        "Sex": "Female",
        "New name": "Ivy",
        "How it is known": "The midwife rang",
    }


def test_an_ending_says_why_when_and_who_asked():
    child = made(ChildFactory, given_names="Amber", family_name="Reed")
    plan = made(PlanFactory, child=child)
    one = made(PlanEndingFactory, plan=plan, event=event(), asked_by=person("SOCIAL_WORKER"))
    rows = said(presenter.ending_rows(one))
    assert rows["Why the plan ends"] == "Left the United Kingdom permanently"
    assert rows["Lapses after"] == "18 June 2018"
    (row,) = presenter.waiting_table([one]).rows
    assert row[0].text == "Amber Reed"


def test_a_plan_that_must_end_says_what_to_do():
    child = made(ChildFactory, birth_date=dt.date(2000, 6, 1))
    plan = made(PlanFactory, child=child)
    away = event(kind="MOVED_AWAY", authority_name="Leeds", child=child)
    grown, moved = presenter.owed_table([Owed(plan, None), Owed(plan, away)]).rows
    assert grown[1] == "18 since 1 June 2018"
    assert "happened/eighteen" in grown[2].href
    assert moved[2].note == "Wait for the other authority’s conference, then ask"
