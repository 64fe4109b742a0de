"""Facts in words: as they stand, as they were told, and what a correction makes of them."""

import datetime as dt

import pytest

from conferences.models import Correction
from conferences.rules.corrections import BY_KIND, CORRECTABLE, RecordKind
from conferences.views.presenters import corrections
from safeguarding.models import User
from tests.factories import ChildFactory, CoreGroupFactory, PersonFactory, RelationshipFactory
from tests.presenters.made import made

CHILD = BY_KIND["CHILD"]


def fact(kind, name):
    return next(one for one in BY_KIND[kind].facts if one.field == name)


def correction(**facts):
    who = {"corrected_by": User(full_name="Worker Sample"), "was_by": User(full_name="Other Sample")}
    at = dt.datetime(2018, 4, 9, 12, tzinfo=dt.UTC)
    made = {"kind": "CHILD", "row": 1, "field": "birth_date", "was": "2012-05-04", "now": "2012-05-14"}
    return Correction(**made | who | {"why": "TYPED", "corrected_at": at, "was_at": at} | facts)


@pytest.mark.parametrize(
    ("kind", "name", "text", "shown"),
    [
        ("CHILD", "birth_date", "2012-05-04", "4 May 2012"),
        ("CHILD", "birth_date", "", "Not born yet"),
        ("CHILD", "sex", "F", "Female"),
        ("CHILD", "upn", "", "Not known"),
        ("NEED", "no_further_action", "yes", "Yes"),
        ("NEED", "no_further_action", "", "No"),
        ("PLAN_ELSEWHERE", "authority", "350", "Bolton"),
        ("CORE_GROUP", "notes", "They met", "They met"),
    ],
)
def test_a_fact_in_words(kind, name, text, shown):
    assert corrections.fact_words(fact(kind, name), text) == shown


def test_a_correction_says_what_stood_there_who_told_it_and_why_it_is_another():
    line = corrections.correction_line(correction(words="from the red book"), fact("CHILD", "birth_date"))
    assert line == (
        "As it was told: 4 May 2012, recorded by Other Sample on 9 April 2018. Corrected by Worker Sample on"
        " 9 April 2018: it was typed wrongly. From the red book."
    )


def test_what_a_file_told_and_what_nobody_knows_of_names_nobody():
    line = corrections.correction_line(correction(was_by=None), fact("CHILD", "birth_date"))
    assert "4 May 2012, recorded on 9 April 2018." in line
    line = corrections.correction_line(correction(was_by=None, was_at=None), fact("CHILD", "birth_date"))
    assert line.startswith("As it was told: 4 May 2012. Corrected by")


def test_who_was_nothing_to_a_child_after_all_is_named_for_it_no_longer():
    tie = made(
        RelationshipFactory,
        person=made(PersonFactory, full_name="Ida Wrongly"),
        child=made(ChildFactory, given_names="Amber", family_name="Sample"),
    )
    gone = correction(kind="RELATIONSHIP", field="in_error", was="", now="yes")
    assert corrections.named_notes(tie, [gone]) == [
        "Ida Wrongly is named for Amber Sample no longer: in the family, for meetings or for new letters.",
        "Letters that were sent stay as they were sent.",
    ]
    back = correction(kind="RELATIONSHIP", field="in_error", was="yes", now="")
    assert corrections.named_notes(tie, [back]) == [
        "Ida Wrongly is named for Amber Sample again: in the family, for meetings and for new letters."
    ]
    other = correction(kind="CORE_GROUP", field="in_error", was="", now="yes")
    assert corrections.named_notes(tie, [other]) == corrections.named_notes(tie, []) == []


def test_the_page_that_is_checked_has_each_fact_once_and_the_reason():
    rows = corrections.moved_rows([correction(), correction(), correction(field="sex", was="F", now="M")])
    assert [row.key for row in rows] == ["Date of birth", "Sex", "Why"]
    assert "Now recorded as: Female" in str(rows[1].value)


def test_the_timeline_tells_a_correction_and_one_of_a_fact_that_is_corrected_no_more():
    title, lines = corrections.timeline_entry(correction())
    assert title == "Corrected: date of birth" and lines[0] == "Now 14 May 2012."
    assert corrections.timeline_entry(correction(field="gone"))[0] == "Corrected: gone"


def test_a_record_is_called_by_its_kind_and_first_day():
    assert corrections.title_of(RecordKind.CHILD, made(ChildFactory)) == "Who the child is"
    assert corrections.title_of(RecordKind.CORE_GROUP, made(CoreGroupFactory)) == "Core group, 20 April 2018"


def test_every_fact_has_words_and_every_code_its_list():
    facts = [one for kind in CORRECTABLE for one in kind.facts]
    assert all(one.words for one in facts)
    assert all(one.codes for one in facts if one.sort is corrections.Sort.CODE)
