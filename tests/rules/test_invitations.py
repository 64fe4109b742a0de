"""Whether enough agencies will come by the answers so far, and which days a report cannot have."""

import datetime as dt

import pytest

from conferences.rules.invitations import Asked, Reply, ReportTold, forecast, report_problems

D = dt.date
ASKED_ON, ON = D(2018, 11, 12), D(2018, 11, 22)
CARE, HEALTH, SCHOOL = "SOCIAL_CARE", "Health", "SCHOOL"


def said(*asked, needed=2):
    return forecast([Asked(kind, reply) for kind, reply in asked], others_needed=needed)


def test_nobody_who_counts_gives_no_word():
    assert said() == "" and said(("", "COMING")) == ""


def test_all_who_are_needed_have_said_that_they_come():
    words = said((CARE, "COMING"), (HEALTH, "VIDEO"), (SCHOOL, "TELEPHONE"))
    assert words.startswith("By the answers so far the meeting will be quorate. ")
    assert words.endswith("Children’s social care comes. Other agencies that come: 2; needed: 2.")


@pytest.mark.parametrize("missing", ["WAITING", "REPORT", "DECLINED"])
def test_one_who_is_needed_and_does_not_come_or_has_not_answered(missing):
    words = said((CARE, "COMING"), (HEALTH, "VIDEO"), (SCHOOL, missing))
    open_still = "it is if those come who have not answered" in words
    assert open_still is (missing == "WAITING") and ("Too few agencies" in words) is (missing != "WAITING")


def test_two_of_one_agency_count_once_and_the_family_never():
    assert "Too few" in said((CARE, "COMING"), (HEALTH, "COMING"), (HEALTH, "COMING"), ("", "COMING"))


def test_social_care_is_needed_besides():
    words = said((HEALTH, "COMING"), (SCHOOL, "COMING"), ("POLICE", "COMING"))
    assert "Too few" in words and "has not said that it comes" in words


def test_every_answer_counts_as_something():
    assert all(said((CARE, reply.value)) for reply in Reply)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (ReportTold(D(2018, 11, 23)), "received_date"),
        (ReportTold(D(2018, 11, 11)), "received_date"),
        (ReportTold(None, D(2018, 11, 20), "At home"), "received_date"),
        (ReportTold(D(2018, 11, 20), D(2018, 11, 19), "At home"), "shared_date"),
        (ReportTold(D(2018, 11, 20), D(2018, 11, 23), "At home"), "shared_date"),
        (ReportTold(D(2018, 11, 20), D(2018, 11, 21)), "shared_how"),
        (ReportTold(D(2018, 11, 20), None, "At home"), "shared_date"),
    ],
)
def test_what_cannot_be_told_of_a_report(told, field):
    assert field in [one.field for one in report_problems(told, ASKED_ON, ON)]


@pytest.mark.parametrize(
    "told",
    [ReportTold(), ReportTold(ASKED_ON), ReportTold(ON, ON, "Read out by the invented nurse")],
)
def test_what_can(told):
    assert report_problems(told, ASKED_ON, ON) == []
