"""Plans that run again in words: what is asked, what a second person reads, what the timeline tells."""

import datetime as dt

from conferences.views.presenters import life_events_resumptions as presenter
from tests.factories import LifeEventFactory, PlanEndingFactory, PlanFactory, PlanResumptionFactory
from tests.presenters.made import cells, made, person, said

ENDED = dt.date(2018, 6, 4)
PLAN = made(PlanFactory, end_date=ENDED, end_reason="LEFT_UK")
EVENT = made(LifeEventFactory, kind="LEFT_UK", authority="", authority_name="", day=ENDED)
ENDING = made(PlanEndingFactory, plan=PLAN, event=EVENT)
CLOSED = {"outcome": "CONFIRMED", "closed_by": person("STRATEGIC_LEAD"), "closed_at": dt.datetime(2018, 7, 2)}


def resumption(**fields):
    asked = {"plan": PLAN, "ending": ENDING, "asked_by": person("SOCIAL_WORKER")}
    return made(PlanResumptionFactory, **asked, **fields)


def test_what_is_asked_tells_how_the_plan_ended():
    rows = said(presenter.asked_rows(ENDING, {"why": "TOLD", "words": "The aunt rang"}))
    assert rows["How it ended"].startswith("The plan ended on 4 June 2018: ")
    assert rows["Why it runs again"] == "We were told something wrong"


def test_a_second_person_reads_the_end_as_it_was_told_and_until_when_it_waits():
    rows = said(presenter.rows(resumption()))
    assert rows["How it ended"].endswith(", 4 June 2018")
    assert rows["Lapses after"] == "18 June 2018" and "What came of it" not in rows
    assert "Sample Strategic Lead" in said(presenter.rows(resumption(**CLOSED)))["What came of it"]


def test_the_timeline_says_who_asked_and_who_confirmed():
    title, lines = presenter.entry(resumption(**CLOSED))
    assert title == "Plan runs again" and lines[0].endswith("That was never this child’s.")
    assert lines[-1].startswith("Asked for by Sample Social worker, confirmed by Sample Strategic Lead")


def test_the_table_of_what_waits_names_the_child_and_the_last_day():
    ((_, ended, asked, last),) = cells(presenter.waiting_table([resumption()]))
    assert (
        ended.endswith("4 June 2018") and asked.startswith("Sample Social worker") and last == "18 June 2018"
    )
