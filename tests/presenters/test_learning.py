"""Ideas, decisions and what was said, in words."""

import datetime as dt

from conferences.views.presenters import learning
from tests import factories as make
from tests.presenters.made import made, person

ON = dt.date(2018, 11, 12)


def idea(**facts):
    stands = {"is_on_trial": False, "outcome": facts.pop("outcome", "")}
    people = {"added_by": person(), "saved_by": person(), "owner": None}
    one = made(make.LearningIdeaFactory, **people | facts)
    for name, value in stands.items():
        setattr(one, name, value)
    return one


def trial(day):
    return made(make.LearningTrialFactory, idea=idea(), next_review_date=day, started_by=person())


def test_where_an_idea_is_from_names_the_authority_and_the_organisation():
    assert learning.where(idea(authority="350", where_words="")) == "Bolton"
    assert learning.where(idea(authority="350", where_words="Their hospital")) == "Bolton, Their hospital"
    assert learning.where(idea(came_from="OWN", where_words="")) == ""


def test_a_line_says_where_it_stands_and_whose_it_is():
    (row,) = learning.ideas_table([idea(outcome="ADOPTED")], is_narrowed=False).rows
    assert [cell.text for cell in row][:3] == [
        "A family group conference before the first review",
        "Fablehaven Council",
        "1 March 2018",
    ]
    assert (row[3].tag.text, row[4].text) == ("Adopted", "Nobody yet")


def test_an_empty_list_says_whether_it_was_narrowed():
    assert learning.ideas_table([], is_narrowed=True).empty == learning.NONE_FITS
    assert learning.ideas_table([], is_narrowed=False).empty == learning.NOTHING_YET


def test_evidence_stands_with_its_document():
    rows = {row.key: row.value for row in learning.idea_rows(idea(evidence_words="Audit 2018"))}
    assert rows["Evidence"] == "We saw it at work: Audit 2018" and rows["Who went"] == "Two invented chairs"


def test_a_decision_that_was_replaced_is_struck_and_the_later_one_names_it():
    first = made(make.LearningDecisionFactory, idea=idea(), outcome="NOT_ADOPTED", decided_by=person())
    told = {"replaces": first, "replaces_reason": "Families said so"}
    later = made(make.LearningDecisionFactory, idea=idea(), decided_by=person(), **told)
    first.replaced_by = later
    shown = learning.decision_entries([first, later])
    assert [(one.title, one.is_struck) for one in shown] == [("Adopted", False), ("Not adopted", True)]
    assert shown[0].lines[-1] == ("It takes the place of “not adopted” of 9 April 2018: Families said so.")


def test_how_it_was_told_before_is_shown_once_it_was_changed():
    one, now = idea(title="First"), idea(title="Second")
    assert learning.version_entries(now, [now]) == []
    assert [entry.title for entry in learning.version_entries(now, [now, one])] == ["First"]


def test_a_review_that_is_late_today_or_to_come_says_so():
    days = [dt.date(2018, 11, 9), ON, dt.date(2018, 11, 14)]
    table = learning.own_table([trial(day) for day in days], ON)
    assert [(row[1].tag.text if row[1].tag else row[1].text) for row in table.rows] == [
        "Late",
        "Today",
        "14 November 2018",
    ]
    hrefs = [row[0].href.rsplit("/", 1)[-1] for row in table.rows]
    assert hrefs[:2] == ["review", "review"] and hrefs[2] != "review"
    assert learning.own_table([], ON) is None and learning.undecided_table([]) is None


def test_what_was_said_says_of_which_group_and_what_is_not_done_yet():
    one = made(make.LearningHeardFactory, added_by=person(), saved_by=person())
    (row,) = learning.heard_table([one], may_answer=False).rows
    assert row[0].note == "Parents and carers, 5 March 2018. Feedback after conferences."
    assert (row[0].href, row[1].text, row[2].text) == ("", learning.NOT_DONE, learning.NOT_TOLD)
    (row,) = learning.heard_table([one], may_answer=True).rows
    assert row[0].href.endswith(str(one.ref))
