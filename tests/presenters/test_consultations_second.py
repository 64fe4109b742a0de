"""A decision and its second opinion, side by side in words."""

import datetime as dt

from conferences.views.presenters import consultations_second as presenter
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    SecondOpinionFactory,
    SecondOpinionReasonFactory,
    SecondOpinionTalkFactory,
    ThresholdStatementFactory,
)
from tests.presenters.made import made, person

ON = dt.date(2018, 5, 1)


def named(role, name):
    somebody = person(role)
    somebody.full_name = name
    return somebody


def both(opinion="ANOTHER_WAY", **fields):
    child = made(ChildFactory, given_names="Amber", family_name="Testcase")
    within = made(FamilyConsultationFactory)
    one = made(ConsultationFactory, child=child, within=within, requested_child=None)
    answer = made(
        ConsultationAnswerFactory,
        consultation=one,
        answered_by=named("STRATEGIC_LEAD", "Leo Lead"),
    )
    one._prefetched_objects_cache["answers"] = [answer]
    reader = named("MANAGER", "Mona Manager")
    given = {
        "words": "An uncle.\nHe holds.",
        "knew": False,
        "given_by": reader,
        "given_at": answer.answered_at,
    }
    values = given | {"answer": answer, "reader": reader, "opinion": opinion} | fields
    return made(SecondOpinionFactory, **values)


def test_two_that_differ_are_to_be_talked_about():
    second = both()
    view = presenter.both_views(second)
    assert view.line == presenter.DIFFER and view.talk == [] and str(second.ref) in view.talk_href
    assert view.first[0].byline == "Leo Lead" and view.second[0].byline == "Mona Manager"
    assert view.second[0].title.startswith("Second opinion: another way")


def test_two_that_agree_have_nothing_to_talk_about():
    view = presenter.both_views(both("AGREE"))
    assert view.line == presenter.SAME and view.talk_href == ""


def test_what_was_said_closes_it():
    second = both()
    talk = made(SecondOpinionTalkFactory, second=second, recorded_by=person("MANAGER"))
    second._state.fields_cache["talk"] = talk
    view = presenter.both_views(second)
    assert view.talk_href == "" and view.talk[0].title == "What was said of it"
    (row,) = presenter.talked_table([second]).rows
    assert row[3].text == "30 April 2018"


def test_statements_and_that_it_was_known_are_told():
    second = both(knew=True)
    statement = made(ThresholdStatementFactory, key="4.2", words="The same harm came back")
    tied = made(SecondOpinionReasonFactory, second=second, statement=statement)
    second._prefetched_objects_cache["tied"] = [tied]
    lines = [str(line) for line in presenter.opinion_entry(second).lines]
    assert lines[0] == "4.2 The same harm came back" and "not counted" in lines[-1]


def test_in_short():
    assert presenter.in_short(both()) == (
        "Decided: agree that a conference is held."
        " Second opinion: another way, with support and a review date."
    )


def test_what_waits_says_nothing_of_the_decision():
    given = {"words": "", "knew": None, "given_by": None, "given_at": None}
    table = presenter.own_table([both("", **given)], ON)
    (row,) = table.rows
    told = " ".join(str(cell.text) + cell.note for cell in row)
    assert "Amber Testcase" in told and "Mona Manager" in told and "gree" not in told
    assert presenter.own_table([], ON).empty == "None waits for you."
