"""The child's record in words: what is known, what is not, and what only some may see."""

import datetime as dt

import pytest

from conferences.queries.plans_days import ChildDays
from conferences.queries.plans_history import history
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.views.presenters import children
from safeguarding.bankholidays import england
from tests.factories import (
    ChildDisabilityFactory,
    ChildFactory,
    ChildNameFactory,
    ConferenceChildFactory,
    DecisionFactory,
    EnquiryFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    NeedEpisodeFactory,
    PersonFactory,
    RelationshipFactory,
    RestrictedGrantFactory,
    StrategyDiscussionFactory,
)
from tests.presenters.made import cells, made, person, said

ON = dt.date(2018, 10, 31)
NO_DAYS = ChildDays()


def page_of(child, days=NO_DAYS):
    frame = children.frame(child, person(), "Record", None, ON)
    return children.child_page(child, history(child, ON), days, frame, ON)


def test_what_is_known_of_a_child_is_told():
    child = made(
        ChildFactory,
        nhs_number="9434765919",
        upn="A123456789012",
        former_upn="B123456789012",
        other_names=[made(ChildNameFactory, until_date=dt.date(2014, 1, 2))],
        disabilities=[made(ChildDisabilityFactory), made(ChildDisabilityFactory, code="VIS")],
    )
    rows = said(children.identity(child, ON))
    assert rows["Earlier name"] == "Amber Formerly (until 2 January 2014)"
    assert rows["NHS number"] == "943 476 5919"
    assert rows["Pupil number (UPN)"] == "A123456789012; formerly B123456789012"
    assert rows["Disability"] == "Hearing and vision"


def test_what_is_not_known_of_a_child_is_said():
    rows = said(children.identity(made(ChildFactory, unborn=True, ethnicity="", family=None), ON))
    assert rows["Birth"] == "Expected 1 September 2018" and "Born" not in rows
    unknown = ("NHS number", "Pupil number (UPN)", "Ethnicity", "Disability")
    assert {rows[key] for key in unknown} == {"Not known"}
    assert {rows[key] for key in ("Communication needs", "Interpreter", "Family")} == {"None recorded"}


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("REVIEWER", ["Record", "Timeline"]),
        ("CHAIR", ["Record", "Timeline", "Family"]),
        ("STRATEGIC_LEAD", ["Record", "Timeline", "Family", "Who may see", "Who has viewed"]),
    ],
)
def test_the_head_leads_to_the_pages_that_the_reader_may_open(role, names):
    frame = children.frame(made(ChildFactory), person(role), "Timeline", None, ON)
    assert [link.text for link in frame.links] == names
    assert [link.text for link in frame.links if link.current] == ["Timeline"]


def test_a_restricted_record_says_by_whose_grant_it_is_seen():
    child = made(ChildFactory, restricted=True)
    grant = made(RestrictedGrantFactory, child=child, granted_by=person("STRATEGIC_LEAD"))
    frame = children.frame(child, person(), "Record", grant, ON)
    assert frame.restricted == (
        "This record is restricted. You can see it because: Chairs this child's conference. "
        "Sample Strategic Lead named you until 1 January 2099 at midnight."
    )
    assert children.frame(child, person(), "Record", None, ON).restricted == ""


def test_conferences_are_told_latest_first_with_what_was_decided():
    decided = made(ConferenceChildFactory, held_date=dt.date(2018, 4, 9), conference__chair=person())
    made(DecisionFactory, conference_child=decided)
    undecided = made(ConferenceChildFactory, kind="REVIEW", held_date=dt.date(2018, 7, 2))
    table = page_of(made(ChildFactory, conferences=[decided, undecided])).conferences
    assert cells(table) == [
        ["2 July 2018 Review conference", "Decision not recorded here", "Not known"],
        [
            "9 April 2018 Initial conference",
            "A child protection plan begins (Neglect) The invented harm is likely to go on.",
            "Sample Independent chair",
        ],
    ]


def enquiry(day, **fields):
    started = made(StrategyDiscussionFactory, held_date=day)
    return made(EnquiryFactory, discussion=None, started_date=day, discussions=[started], **fields)


def test_an_enquiry_tells_what_became_of_its_conference():
    met = enquiry(dt.date(2018, 4, 9))
    held = made(ConferenceChildFactory, enquiry=met, held_date=dt.date(2018, 4, 26))
    waiting, unneeded = (
        enquiry(dt.date(2018, 6, 4)),
        enquiry(dt.date(2018, 9, 3), conference_need="NOT_NEEDED"),
    )
    child = made(ChildFactory, enquiries=[met, waiting, unneeded], conferences=[held])
    days = {e.pk: due_by(Code.HOLD_CONFERENCE, e.started_date, england()) for e in (met, waiting, unneeded)}
    told = [row[2] for row in cells(page_of(child, ChildDays(conferences=days)).enquiries)]
    assert told[0] == "Not needed"
    assert told[1].startswith("None held. Due by 25 June 2018 15 working days from")
    assert told[2] == "Held 26 April 2018 Due by 30 April 2018"
    over = ChildDays(conferences=days, over={waiting.pk: dt.date(2018, 7, 2)})
    told = [row[2] for row in cells(page_of(child, over).enquiries)]
    assert told[1] == "None held. It was due by 25 June 2018 No longer due from 2 July 2018"
    assert cells(page_of(child).enquiries)[0][1] == "3 September 2018 (started the enquiry)"


def test_a_void_enquiry_is_shown_as_void_and_each_leads_to_its_page():
    void = enquiry(dt.date(2018, 4, 9), voided_at=dt.datetime(2018, 4, 10, 9, tzinfo=dt.UTC))
    void.voided_reason = "WRONG_CHILD"
    child = made(ChildFactory, enquiries=[void])
    (row,) = page_of(child).enquiries.rows
    assert (row[2].text, row[2].note) == ("Void", "It was recorded for the wrong child")
    assert row[0].href.endswith(f"/{child.ref}/enquiries/{void.pk}")


def test_no_confidential_address_stands_on_the_child_s_page():
    home = made(HouseholdMemberFactory, household=made(HouseholdFactory, is_confidential=True))
    hidden = made(PersonFactory, address="1 Secret Row", homes=[home], safe_contact="By letter only")
    open_ = made(PersonFactory, address="2 Open Row,\nFableshire", postcode="ZZ99 1AA")
    ties = [made(RelationshipFactory, person=one) for one in (hidden, open_)]
    table = page_of(made(ChildFactory, relationships=ties)).people
    assert [row[2] for row in cells(table)] == [
        "Confidential: see the family’s page",
        "2 Open Row, Fableshire, ZZ99 1AA",
    ]
    assert "There is a safe way to contact them" in cells(table)[0][0] and "Secret" not in str(table)


def test_a_tie_that_ended_says_until_when():
    ties = [
        made(RelationshipFactory),
        made(RelationshipFactory, kind="FATHER", end_date=dt.date(2017, 5, 4)),
    ]
    told = [row[1] for row in cells(page_of(made(ChildFactory, relationships=ties)).people)]
    assert told == [
        "Mother Has parental responsibility",
        "Father, until 4 May 2017 Has parental responsibility",
    ]


def test_a_home_that_was_left_hides_nothing():
    left = made(HouseholdMemberFactory, household=made(HouseholdFactory, is_confidential=True), end_date=ON)
    assert not children.is_confidential(made(PersonFactory, homes=[left]))
    assert children.is_confidential(made(PersonFactory, address_is_confidential=True))


def test_a_need_episode_says_how_it_closed():
    closed = {"closure_date": dt.date(2018, 5, 1), "closure_reason": "RC8"}
    episodes = [
        made(NeedEpisodeFactory, primary_need=""),
        made(NeedEpisodeFactory, **closed),
        made(NeedEpisodeFactory, **closed, no_further_action=True),
    ]
    rows = cells(page_of(made(ChildFactory, need_episodes=episodes)).needs)
    assert rows[0] == ["9 April 2018 School", "Not known", "Still open"]
    assert rows[1][2].startswith("1 May 2018 ") and rows[1][2] != rows[2][2]
    assert rows[2][2] == "1 May 2018 No further action was taken"


def test_a_record_of_which_nothing_is_held_says_so_part_by_part():
    page = page_of(made(ChildFactory))
    parts = (page.plans, page.conferences, page.enquiries, page.people, page.needs, page.in_need)
    assert not any(table.rows for table in parts) and len({table.empty for table in parts}) == len(parts)
    assert (page.present, page.elsewhere, page.difference) == (None, None, "")
    assert page.summary == "No child protection plan here is recorded."
