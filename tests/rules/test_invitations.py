"""Whether enough agencies will come by the answers so far, and which days a report cannot have."""

import datetime as dt

import pytest

from conferences.rules.invitations import Asked, Channel, Reply, forecast
from conferences.rules.invitations_reports import ChaseTold, ReportTold, chase_problems, report_problems

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


CAME = D(2018, 11, 20)
SHOWN = {"received_date": CAME, "shared_way": "READ", "shared_date": CAME, "shared_by": "The invented nurse"}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"received_date": D(2018, 11, 23)}, "received_date"),
        ({"received_date": D(2018, 11, 11)}, "received_date"),
        (SHOWN | {"received_date": None}, "received_date"),
        (SHOWN | {"shared_date": D(2018, 11, 23)}, "shared_date"),
        (SHOWN | {"shared_date": None}, "shared_date"),
        (SHOWN | {"shared_by": ""}, "shared_by"),
        (SHOWN | {"shared_way": ""}, "shared_way"),
        (SHOWN | {"shared_way": "NEVER", "unshared_why": "Police ask so"}, "shared_way"),
        ({"received_date": CAME, "shared_way": "NEVER"}, "unshared_why"),
        ({"received_date": CAME, "unshared_why": "Police ask so"}, "unshared_why"),
        ({"received_date": CAME, "shared_language": "Welsh"}, "shared_way"),
        ({"received_date": CAME, "none_why": "They do not know the family"}, "none_why"),
    ],
)
def test_what_cannot_be_told_of_a_report(told, field):
    assert [one.field for one in report_problems(ReportTold(**told), ASKED_ON, ON)] == [field]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"received_date": ASKED_ON},
        {"none_why": "They do not know the family"},
        SHOWN,
        SHOWN | {"shared_date": D(2018, 11, 19)},
        SHOWN | {"shared_language": "Welsh", "shared_how": "At home"},
        {"received_date": CAME, "shared_way": "NEVER", "unshared_why": "The police ask so"},
    ],
)
def test_what_can(told):
    assert report_problems(ReportTold(**told), ASKED_ON, ON) == []


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (ChaseTold(None, CAME), "channel"),
        (ChaseTold(Channel.EMAIL, None), "chased_date"),
        (ChaseTold(Channel.EMAIL, D(2018, 11, 23)), "chased_date"),
        (ChaseTold(Channel.EMAIL, D(2018, 11, 11)), "chased_date"),
        (ChaseTold(Channel.EMAIL, CAME, True), "whom"),
    ],
)
def test_what_cannot_be_told_of_a_chase(told, field):
    assert [one.field for one in chase_problems(told, ASKED_ON, ON)] == [field]


def test_a_chase_of_today_and_one_of_a_manager_by_name_can_be():
    assert chase_problems(ChaseTold(Channel.EMAIL, ON), ASKED_ON, ON) == []
    assert chase_problems(ChaseTold(Channel.EMAIL, ASKED_ON, True, "Una Ledgerly"), ASKED_ON, ON) == []
