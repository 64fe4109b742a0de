"""A story in words: its pages, each event once and in order under its year, and what each event says."""

from datetime import UTC, date, datetime

import pytest

from conferences.queries.children_chronology import Event, EventKind
from conferences.views.presenters.children_timeline import A_PAGE, ENTRY_TEXTS, entry_text, timeline
from safeguarding.models import Child
from safeguarding.workingdays import add_days
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ChildInNeedPlanFactory,
    ChildNameFactory,
    ConferenceChildFactory,
    ConsultationAccountChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    CoreGroupFactory,
    DecisionFactory,
    ExclusionFactory,
    LookUpFactory,
    NeedEpisodeFactory,
    PlanCategoryFactory,
    PlanElsewhereFactory,
    PlanFactory,
    StrategyDiscussionFactory,
    ThinkingActionFactory,
    ThinkingTimeEntryFactory,
    ThinkingTimeFactory,
    TransferInFactory,
)
from tests.presenters.made import made, person

DAY = date(2018, 4, 9)


def events(number, *, each_day=1):
    """So many events, so many a day, from the first day of 2010."""
    child = Child(given_names="Amber")
    days = (add_days(date(2010, 1, 1), n // each_day) for n in range(number))
    return [Event(day, EventKind.BORN, child, child) for day in days]


def told(page):
    return [entry.when for year in page.years for entry in year.entries]


@pytest.mark.parametrize("order", ["oldest", "newest"])
@pytest.mark.parametrize("number", [1, A_PAGE, A_PAGE + 1, 5 * A_PAGE])
def test_the_pages_together_are_the_whole(order, number):
    known = events(number)
    pages = range(1, timeline(known, order=order).page.paginator.num_pages + 1)
    assert len(pages) == -(-number // A_PAGE)
    parts = [day for page in pages for day in told(timeline(known, order=order, page=str(page)))]
    assert parts == told(timeline(known, order=order, page="all")) and len(parts) == number


def test_a_short_story_is_one_page_without_ways_to_others():
    page = timeline(events(A_PAGE))
    assert (page.jumps, page.whole, page.page.paginator.num_pages) == ([], "", 1)


def test_a_year_that_goes_on_over_the_page_says_so():
    page = timeline(events(2 * A_PAGE), order="oldest", page="2")
    assert [(year.year, year.is_continued) for year in page.years] == [(2010, True)]


def test_each_year_is_led_to_where_it_begins():
    jumps = timeline(events(500), order="oldest").jumps
    begins = ["?order=oldest&page=1#year-2010", "?order=oldest&page=4#year-2011"]
    assert [link.href for link in jumps] == begins


def test_what_happened_on_one_day_in_one_way_is_never_parted():
    page = timeline(events(3 * A_PAGE, each_day=A_PAGE + 10), order="oldest")
    assert page.page.paginator.num_pages == 3


@pytest.mark.parametrize(("asked", "number"), [("0", 3), ("99", 3), ("x", 1), ("", 1), (None, 1)])
def test_a_page_that_is_none_leads_to_one_that_is(asked, number):
    assert timeline(events(3 * A_PAGE), page=asked).page.number == number


def test_no_events_are_no_years():
    assert timeline([]).years == []


def entry(kind, record):
    title, lines = entry_text(Event(DAY, kind, Child(), record))
    return title, " ".join(lines)


NOTHING = {"referral_source": "", "primary_need": ""}
CLOSED = {"closure_date": DAY, "closure_reason": "RC8"}
IN_NEED = "Child in need plan"


@pytest.mark.parametrize(
    ("kind", "factory", "fields", "title", "lines"),
    [
        ("REFERRED", NeedEpisodeFactory, NOTHING, "Referred to children’s social care", ""),
        (
            "REFERRED",
            NeedEpisodeFactory,
            {"no_further_action": True},
            "Referred to children’s social care",
            "From: School. Main need: Abuse or neglect. No further action was taken.",
        ),
        ("CLOSED", NeedEpisodeFactory, {}, "Closed to children’s social care", ""),
        (
            "CLOSED",
            NeedEpisodeFactory,
            CLOSED,
            "Closed to children’s social care",
            "Closed after assessment, no further action.",
        ),
        (
            "DISCUSSED",
            StrategyDiscussionFactory,
            {"notes": "Seen at school"},
            "Strategy discussion",
            "It started a section 47 enquiry. Seen at school.",
        ),
        (
            "DISCUSSED",
            StrategyDiscussionFactory,
            {"started_enquiry": False},
            "Strategy discussion",
            "A further discussion in the same section 47 enquiry.",
        ),
        (
            "TRANSFER_NOTIFIED",
            TransferInFactory,
            {"from_authority": "358", "moved_date": DAY},
            "Move here reported",
            "Trafford told us of a move here while on its child protection plan."
            " The move was on 9 April 2018.",
        ),
        (
            "TRANSFER_NOTIFIED",
            TransferInFactory,
            {},
            "Move here reported",
            "Another authority told us of a move here while on its child protection plan.",
        ),
        (
            "EXCLUDED",
            ExclusionFactory,
            {"answer": "WHOLE"},
            "Somebody of the family was excluded from a conference",
            "",
        ),
        (
            "EXCLUDED",
            ExclusionFactory,
            {"answer": "PART"},
            "Somebody of the family was excluded from a part of a conference",
            "",
        ),
        ("CORE_GROUP", CoreGroupFactory, {}, "Core group", ""),
        ("CORE_GROUP", CoreGroupFactory, {"notes": "All came"}, "Core group", "All came."),
        (
            "ELSEWHERE_BEGAN",
            PlanElsewhereFactory,
            {"category": "PHY"},
            "Plan elsewhere began",
            "Neighbourshire Council. Category: Physical abuse.",
        ),
        ("ELSEWHERE_BEGAN", PlanElsewhereFactory, {}, "Plan elsewhere began", "Neighbourshire Council."),
        ("ELSEWHERE_ENDED", PlanElsewhereFactory, {}, "Plan elsewhere ended", "Neighbourshire Council."),
        ("IN_NEED_BEGAN", ChildInNeedPlanFactory, {}, f"{IN_NEED} began", ""),
        ("IN_NEED_ENDED", ChildInNeedPlanFactory, {}, f"{IN_NEED} ended", ""),
        ("RENAMED", ChildNameFactory, {}, "Name changed", "Known until then as Amber Formerly."),
        ("BORN", ChildFactory, {}, "Born", ""),
    ],
)
def test_each_kind_of_event_tells_what_is_known(kind, factory, fields, title, lines):
    assert entry(EventKind[kind], made(factory, **fields)) == (title, lines)


def test_thinking_time_tells_the_child_s_conclusion_and_the_chair():
    session = made(ThinkingTimeFactory, chair=person())
    assert entry(EventKind.THOUGHT, made(ThinkingTimeEntryFactory, session=session)) == (
        "Thinking time",
        "Look at the whole history, not the latest incident. Held by Sample Independent chair.",
    )


def test_what_several_did_of_one_session_on_one_day_is_told_with_each_one_s_name():
    child, closed = (
        Child(given_names="Amber"),
        {"done_date": DAY, "closed_at": datetime(2018, 4, 9, 9, tzinfo=UTC)},
    )
    chair = person()
    done = [
        made(
            ThinkingActionFactory,
            what="Ask the school",
            owner=chair,
            owner_words="",
            closed_by=chair,
            **closed,
        ),
        made(ThinkingActionFactory, what="Ask again.", closed_words="She came.", closed_by=chair, **closed),
    ]
    known = [Event(DAY, EventKind.ACTION_CLOSED, child, one, one.closed_at) for one in done]
    (told_once,) = [one for year in timeline(known).years for one in year.entries]
    assert told_once.title == "Action from thinking time done"
    assert told_once.lines == [
        "Sample Independent chair: Ask the school.",
        "The invented school nurse: Ask again.",
        "She came.",
        "Recorded by Sample Independent chair.",
    ]


def test_an_action_that_is_not_needed_says_so():
    one = made(ThinkingActionFactory, closed_words="They moved.", closed_by=person())
    title, lines = entry(EventKind.ACTION_CLOSED, one)
    assert title == "Action from thinking time not needed any more" and "They moved." in lines


def test_no_kind_of_event_lacks_its_words():
    assert set(EventKind) == ENTRY_TEXTS.keys()


def test_a_conference_is_told_with_decision_and_chair():
    attended = made(ConferenceChildFactory, conference__chair=person())
    undecided = made(ConferenceChildFactory, kind="REVIEW")
    made(DecisionFactory, conference_child=attended)
    assert entry(EventKind.CONFERENCE, attended) == (
        "Initial conference",
        "A child protection plan begins (Neglect). Chaired by Sample Independent chair.",
    )
    assert entry(EventKind.CONFERENCE, undecided) == (
        "Review conference",
        "The decision is not recorded here.",
    )


def test_a_plan_s_end_tells_why_how_long_and_what_followed():
    plan = made(PlanFactory, end_date=date(2018, 10, 9), step_down="CIN_PLAN")
    assert entry(EventKind.PLAN_ENDED, plan) == (
        "Child protection plan ended",
        "Risk reduced: decided at a review conference. It lasted 6 months. Then: Child in need plan.",
    )
    plan.end_reason = "NOT_RECORDED"
    assert entry(EventKind.PLAN_ENDED, plan)[1].startswith("The reason is not recorded. It lasted")


def test_a_change_of_category_whose_day_is_not_known_says_so():
    change = made(PlanCategoryFactory, category="EMO", date_is_exact=False)
    assert entry(EventKind.CATEGORY_CHANGED, change) == (
        "Category had changed",
        "Emotional abuse by this day; the exact day is not known.",
    )
    change.date_is_exact = True
    assert entry(EventKind.CATEGORY_CHANGED, change) == ("Category changed", "Now emotional abuse.")


def test_a_plan_held_for_another_authority_did_not_begin_here():
    assert entry(EventKind.PLAN_BEGAN, made(PlanFactory))[0] == "Child protection plan began"
    held = made(PlanFactory, held_for_other_authority=True)
    assert entry(EventKind.PLAN_BEGAN, held)[0] == "Another authority’s plan taken to be held here"


def test_an_allocation_without_a_worker_names_the_team():
    held = made(AllocationFactory, team__name="Invented Team", worker=None)
    assert entry(EventKind.ALLOCATED, held) == ("Allocated", "To Invented Team.")
    held.worker = person("SOCIAL_WORKER")
    assert entry(EventKind.ALLOCATED, held)[1] == "To Sample Social worker, Invented Team."


def test_what_brothers_and_sisters_share_is_told_once_with_their_names():
    amber, bryn, cleo = (Child(given_names=name) for name in ("Amber", "Bryn", "Cleo"))
    neglect, harm = made(PlanFactory), made(PlanFactory, initial_category="PHY")
    plans = ((amber, neglect), (bryn, neglect), (cleo, harm))
    shared = [Event(DAY, EventKind.PLAN_BEGAN, child, plan) for child, plan in plans]
    (year,) = timeline(shared, of_many=True).years
    assert [one.lines for one in year.entries] == [
        ["Amber and Bryn: Category: Neglect.", "Cleo: Category: Physical abuse."]
    ]


def test_the_newest_stands_first_unless_asked_otherwise():
    child = Child(given_names="Amber")
    days = [date(2018, 4, 9), date(2017, 4, 9)]
    known = [Event(day, EventKind.BORN, child, child) for day in days]
    assert [year.year for year in timeline(known).years] == [2018, 2017]
    assert [year.year for year in timeline(known, order="oldest").years] == [2017, 2018]


def titles_of(child, *events):
    """The titles of a day, the oldest first, of (kind, record, hour): None where no moment is known."""
    at = {None: None} | {hour: datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=UTC) for hour in range(24)}
    known = [Event(DAY, kind, child, record, at[hour]) for kind, record, hour in events]
    return [one.title for one in timeline(known, order="oldest").years[0].entries]


def test_within_a_day_things_are_told_by_the_moment_at_which_they_happened():
    answers = [
        made(ConsultationAnswerFactory, answer=answer, account=None)
        for answer in ("MORE_INFORMATION", "AGREE")
    ]
    given = made(ConsultationAccountFactory, number=2)
    part = made(ConsultationAccountChildFactory, account=given, consultation=answers[0].consultation)
    child = Child(given_names="Amber")
    assert titles_of(
        child,
        (EventKind.CONSULTATION_ANSWERED, answers[1], 16),
        (EventKind.CONSULTATION_ANSWERED, answers[0], 10),
        (EventKind.ACCOUNT_GIVEN, part, 14),
    ) == [
        "Re-plan consultation: Ask for more information by a day",
        "Account for a re-plan consultation",
        "Re-plan consultation: Agree that a conference is held",
    ]


def test_what_has_a_day_alone_stands_after_what_may_have_led_to_it():
    answer = made(ConsultationAnswerFactory, account=None)
    looked = made(LookUpFactory, told=[], plan=made(PlanFactory), child=made(ChildFactory))
    child = Child(given_names="Amber")
    events = (
        (EventKind.LOOKED_UP, looked, 7),
        (EventKind.CONFERENCE, made(ConferenceChildFactory), 14),
        (EventKind.PLAN_BEGAN, made(PlanFactory), None),
        (EventKind.CONSULTATION_ANSWERED, answer, 9),
        (EventKind.REFERRED, made(NeedEpisodeFactory), None),
    )
    titles = titles_of(child, *events)
    assert titles == titles_of(child, *events[::-1])
    assert [titles[0], *titles[2:]] == [
        "Referred to children’s social care",
        "Re-plan consultation: Agree that a conference is held",
        "Initial conference",
        "Child protection plan began",
    ]
    assert titles[1].startswith("Looked up")


def test_two_conferences_of_one_day_are_turned_round_with_the_rest():
    child = Child(given_names="Amber")
    met = [made(ConferenceChildFactory), made(ConferenceChildFactory, kind="REVIEW")]
    known = [Event(DAY, EventKind.CONFERENCE, child, one) for one in met]
    newest, oldest = (timeline(known, order=order).years[0].entries for order in ("newest", "oldest"))
    assert [one.title for one in newest] == ["Review conference", "Initial conference"]
    assert list(oldest) == list(newest)[::-1]


def test_a_discussion_of_a_void_enquiry_is_struck_out():
    talk = made(StrategyDiscussionFactory, held_date=DAY)
    talk.enquiry.voided_at, talk.enquiry.voided_reason = datetime(2018, 4, 10, 9, tzinfo=UTC), "TWICE"
    shown = timeline([Event(DAY, EventKind.DISCUSSED, talk.enquiry.child, talk)])
    (entry,) = shown.years[0].entries
    assert entry.is_struck and entry.title == "Strategy discussion, recorded in error"
    assert entry.lines == ["Void: it was recorded twice."]


def test_that_everybody_was_told_that_a_plan_ended_is_said_without_who():
    assert entry(EventKind.CLOSING_SENT, None) == (
        "The letters that the child protection plan ended were all sent",
        "",
    )
