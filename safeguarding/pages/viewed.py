"""Who has viewed which record: the log of one record, one's own part of it, and the table of rights that
everybody may read.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, can, needs, person_of, signed_in
from safeguarding.access import viewed as log
from safeguarding.clock import today
from safeguarding.models import ReadKind, ReadLog
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.pagekit.paging import stretch
from safeguarding.pages.restriction_forms import NumberForm
from safeguarding.pages.restrictions import finder, governed
from safeguarding.policy.words import role_words
from safeguarding.rights import Role, holds
from safeguarding.wording import joined, uk_moment, upper_first

A_PAGE = 50
# What the pages are called in the log; one that is not here is called by its address's own name.
PAGES = {
    "bar_add": "Barring a person",
    "bar_lift": "Lifting a bar",
    "bars": "The list of barred people",
    "report_link": "The link by which an agency gives a report",
    "agency_report": "A report of an agency",
    "agency_report_sheet": "The confidential sheet of a report",
    "agency_report_read": "Saying that a report was read",
    "allocation": "Giving a child to a worker",
    "allocation_find": "Finding a child by who it is",
    "allocation_hand_over": "Handing a child over",
    "allocation_take": "Taking a child on",
    "allocations": "The children of a team",
    "book": "Scheduling a conference",
    "booking": "A meeting in the diary",
    "book_held": "Entering a conference that was held",
    "booking_cancel": "Cancelling a meeting",
    "booking_ics": "A meeting as a calendar file",
    "booking_minutes": "Who takes the minutes of a meeting",
    "booking_move": "Moving a meeting",
    "booking_take_over": "Another chair takes over a meeting",
    "busy_add": "When somebody of a family is not free",
    "busy_off": "Taking off when somebody of a family is not free",
    "readiness": "How ready the next conferences are",
    "preparation": "What went before a conference",
    "contact_new": "Recording a contact before a conference",
    "contact_change": "A contact before a conference",
    "views_new": "Recording what a child said before a conference",
    "views_change": "What a child said before a conference",
    "fit": "What the day of a conference must fit",
    "working_hours": "The hours of the chairs",
    "working_hours_of": "The hours of a chair",
    "working_hours_end": "Taking back the hours of a chair",
    "capacity": "The year ahead",
    "capacity_due": "The reviews due in a week",
    "chair_away": "What if a chair were away",
    "child": "The record",
    "parents_file": "Handing in a file of parents",
    "parents_preview": "What a file of parents would change",
    "children_csv": "The children whom one sees, as a file",
    "children_feed": "Handing in a file of children",
    "children_feed_again": "Asking again for a file of children",
    "children_feed_file": "A file of children",
    "children_feed_leave": "Leaving a file of children",
    "children_feed_progress": "A file of children on its way",
    "children_feed_questions": "The questions of a file of children",
    "children_feed_take": "Taking a file of children in",
    "child_access": "Who may see the record",
    "child_grant": "Naming a person for the record",
    "child_new": "Adding a child",
    "child_changes": "What may be put right or recorded",
    "life_event_new": "Recording what happened in a life",
    "learning_idea": "What a consultation taught",
    "learning_note": "Noting what a consultation teaches",
    "feedback_read": "Reading what came back after conferences",
    "support_new": "Recording help that was tried",
    "support_goes_on": "How help that was tried went on",
    "exclusion": "Somebody excluded from a conference",
    "exclusion_ask": "Asking to exclude somebody from a conference",
    "exclusion_change": "Changing what is asked for of an exclusion",
    "exclusion_decide": "The decision on an exclusion from a conference",
    "exclusion_letter": "Making the letter of an exclusion",
    "exclusion_letter_file": "The letter of an exclusion",
    "exclusion_letter_sent": "Recording that the letter of an exclusion was sent",
    "exclusion_decide_in_place": "The decision on an exclusion, in place of the chair",
    "exclusion_outcome_in_place": "What an excluded person gets, decided in place of the chair",
    "exclusion_way": "How a letter comes to somebody who is excluded",
    "exclusion_lift": "Lifting an exclusion from a conference",
    "exclusion_not_let_in": "Saying why nobody tells somebody of an exclusion",
    "exclusion_untold": "Taking back a telling of an exclusion",
    "exclusion_outcome": "What an excluded person gets of a conference’s outcome",
    "exclusion_told": "Recording that somebody was told of their exclusion",
    "invitation_arrival": "When somebody of the family arrives at a conference",
    "invitation_letter": "A letter of invitation",
    "invitation_letter_file": "A letter of invitation as a file",
    "invitation_letter_sent": "Recording that a letter of invitation was sent",
    "invited_letters": "Making letters of invitation",
    "invited_letters_sent": "Recording that letters of invitation were sent",
    "invitation_answer": "What somebody who is invited answered",
    "invitation_off": "Taking somebody off the list of a conference",
    "invitation_report": "A report for a conference",
    "reports_chased": "Recording that reports for a conference were chased",
    "chase_change": "A report that was chased",
    "reports_shown": "Recording who was shown the reports for a conference",
    "showing_change": "A report that somebody was shown",
    "booking_quorum": "Deciding about too few agencies at a conference",
    "invited": "Who is invited to a conference",
    "invited_add": "Putting people on the list of a conference",
    "invited_sent": "Recording who was invited to a conference",
    "in_need_new": "Recording a child in need plan",
    "in_need_end": "Ending a child in need plan",
    "second_person": "The list of what waits for a second person",
    "plan_endings": "The list of plans that end without a review",
    "plan_ending": "A plan that ends without a review",
    "plan_ending_end": "Keeping a plan going",
    "plan_ending_new": "Asking that a plan ends",
    "plan_resumption": "A plan that runs again",
    "plan_resumption_end": "Keeping a plan ended",
    "plan_resumption_new": "Asking that a plan runs again",
    "child_restrict": "Restricting the record",
    "child_timeline": "The timeline",
    "child_unrestrict": "Asking that the record is opened to all",
    "releases": "The list of copies and letters to release",
    "restricted_waiting": "The list of restricted records that wait for a name",
    "restriction_removal": "Opening the record to all",
    "restriction_removal_end": "Keeping the record restricted",
    "restriction_removals": "The list of records to open again",
    "child_facts": "What is recorded of a child",
    "child_correct": "Correcting what is recorded",
    "decision_change": "A new version of a decision",
    "decision_change_end": "Turning down a new version of a decision",
    "decision_change_new": "Asking for a new version of a decision",
    "decision_changes": "The list of decisions to set right",
    "child_viewed": "Who has viewed the record",
    "consultation": "A re-plan consultation",
    "consultation_answer": "The answer to a re-plan consultation",
    "consultation_first_view": "The first view on a re-plan consultation",
    "consultation_ask": "The account for a re-plan consultation",
    "consultation_close": "Closing a request because another way was decided",
    "consultation_condition": "A condition of a decision",
    "consultation_decision": "The answer to a consultation, as a letter",
    "consultation_decision_word": "The answer to a consultation, as a Word file",
    "consultation_disagree": "Disagreement on a re-plan consultation",
    "consultation_partner": "A partner agency’s right to a conference",
    "consultation_raise": "Raising a consultation by hand",
    "consultation_review": "The review of another way",
    "consultation_in_place": "The answer to a re-plan consultation, in place of others",
    "consultation_withdraw": "Withdrawing a re-plan consultation",
    "consultations": "The list of re-plan consultations",
    "look_ups": "What became of it",
    "look_ups_seen": "What became of it, marked as seen",
    "measures_agencies_children": "The children behind a number of agencies and families at conferences",
    "measures_became_children": "The children behind a number of what became of it",
    "calibration_list": "The decisions behind a number",
    "second_opinion": "A second opinion on a re-plan consultation",
    "second_opinion_talk": "What was said of a second opinion",
    "second_opinions": "The list of second opinions",
    "plan": "A child protection plan",
    "plan_action_new": "Adding an action to a plan",
    "family_plans": "The plans of a family",
    "core_group_joins": "Adding somebody to a core group",
    "core_group_new": "Recording a core group",
    "diary": "The diary by room",
    "diary_chairs": "The diary by chair",
    "diary_feed": "The diary as a calendar file",
    "draft": "A draft of one’s own",
    "enquiry": "A section 47 enquiry",
    "enquiry_discussion": "Recording a further strategy discussion",
    "enquiry_new": "Recording an enquiry",
    "enquiry_outcome": "Recording how an enquiry ended",
    "enquiry_restore": "Putting a void enquiry back",
    "enquiry_start": "Changing the start of an enquiry",
    "enquiry_void": "Making an enquiry void",
    "family_child_new": "Adding a child to a family",
    "person_change": "How to reach somebody of a family",
    "person_new": "Adding somebody to a family",
    "pairs": "Records that may be of one child",
    "pair": "Two records that may be of one child",
    "pair_new": "Naming another record of a child",
    "pair_join": "Joining two records",
    "join_undo": "Undoing a joining of records",
    "family_split": "Moving children out of a family",
    "family_join": "Joining two families",
    "home_new": "Adding a home to a family",
    "home_change": "A home of a family",
    "home_move_in": "Who moves into a home",
    "home_end": "Who left a home",
    "home_stay": "When somebody lives in a home",
    "family": "The family’s page",
    "family_address": "A confidential address",
    "family_history": "How the family’s people and homes were recorded",
    "family_timeline": "The family’s timeline",
    "find_child": "A search",
    "find_child_results": "The results of a search",
    "follow_up_new": "Recording a follow-up",
    "plan_elsewhere_new": "Recording a plan elsewhere",
    "import_changes": "What a census file changes",
    "import_discard": "Discarding a census file",
    "import_keep": "Keeping a census file",
    "import_numbers": "Children known under another number",
    "import_question": "A question about a census file",
    "import_questions": "Questions about a census file",
    "import_undo": "Undoing a census file",
    "import_missing": "Children missing from a census file",
    "import_missing_csv": "Children missing from a census file, as a file",
    "import_csv": "The report of an import, as a file",
    "import_report": "The report of an import",
    "document_file": "A document, as a file",
    "letter_again": "A new version of a letter",
    "letter_off": "Not sending a letter",
    "letter_release": "Releasing a letter",
    "letter_docx": "A letter, as a file",
    "letter_sent": "The day a letter was sent",
    "letters": "The decision letters",
    "measure_children": "The children behind a figure",
    "measure_csv": "The children behind a figure, as a file",
    "meeting_day": "The day of a conference",
    "my_work": "My work",
    "my_work_list": "A list of My work",
    "duty": "Something that is due",
    "duty_acknowledge": "Acknowledging something that is due",
    "duty_put_off": "Putting off something that is due",
    "duty_give": "Giving something that is due to somebody else",
    "record": "The record of a conference",
    "record_adjourn": "Adjourning a conference",
    "record_agencies": "What agencies read of a child",
    "record_attendance": "Recording who attended",
    "record_check": "Checking the record of a conference",
    "record_child": "Recording a child’s part",
    "record_next": "Recording a core group and next dates",
    "record_common": "Recording the whole family’s part",
    "record_withheld": "The confidential section of a record",
    "record_withheld_part": "A confidential part of a record",
    "record_end": "A conference that ended undecided",
    "record_otherwise": "How a conference ended, told otherwise",
    "record_saves": "Who saved which part of a record",
    "record_copies": "Copies of a record",
    "document_read": "Who read a letter or a copy of a record to somebody",
    "closing_letters": "Letters that a plan has ended",
    "own_line": "What the chair says to a child",
    "own_none": "Why a child is given no version of their own",
    "own_told": "How a child was given their own version",
    "record_copy_release": "Releasing a copy of a record",
    "record_copy_sent": "The day a copy of a record was sent",
    "record_copy_again": "A new version of a copy of a record",
    "record_copy_off": "A copy of a record that is not sent",
    "record_screen": "The screen in the room",
    "return_check_csv": "The check of a year’s return, as a file",
    "return_check": "The check of a year’s return",
    "request": "A request for a conference",
    "request_child_add": "Putting a child into a request",
    "request_child_out": "Taking a child out of a request",
    "request_new": "Requesting a conference",
    "request_withdraw": "Withdrawing a request",
    "requests": "The list of requests",
    "days_moved": "The days that moved",
    "restricted": "The list of restricted records",
    "start": "The first steps of a council",
    "taken_on": "The children whom teams took on",
    "taken_on_review": "Looking at a child taken on",
    "thinking_action": "An action from thinking time",
    "thinking_action_new": "Adding an action from thinking time",
    "thinking_time": "Thinking time",
    "thinking_time_hold": "Recording thinking time",
    "thinking_time_new": "Taking time to think",
    "thinking_time_plan": "Planning time to think",
    "thinking_time_plan_end": "Giving up time to think",
    "thinking_time_require": "Asking for thinking time",
    "thinking_waiver": "A waiver of thinking time",
    "thinking_waiver_end": "Refusing a waiver of thinking time",
    "thinking_waiver_new": "Asking for a waiver of thinking time",
}


@needs(Permission.READ_VIEWED)
@require_http_methods(["GET", "POST"])
def viewed(request: HttpRequest) -> HttpResponse:
    """Find a record's log by the child's number."""
    form = NumberForm(request.POST or None, find=finder(request), button="Show who has viewed it")
    if form.is_valid():
        return redirect("child_viewed", ref=form.cleaned_data["number"].ref)
    return render(request, "safeguarding/viewed.html", {"form": form})


@needs(Permission.READ_VIEWED)
@require_safe
def child_viewed(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Who has viewed one record, newest first. Reading it is logged too."""
    child = governed(request, ref)
    page = stretch(log.rows_of_child(child), request.GET.get("page"), A_PAGE)
    rows = [[uk_moment(row.read_at), row.user, *_where(row)] for row in page]
    columns = [Column(words) for words in ("When", "Who", "Page", "How")]
    table = Table("Viewed", columns, rows, "Nobody has viewed this record.", stack=True)
    context = {"number": child.la_child_id, "table": table, "page": page}
    return render(request, "safeguarding/child_viewed.html", context)


def _where(row: ReadLog) -> tuple[str, str]:
    name = row.view_name
    return PAGES.get(name, upper_first(name.replace("_", " "))), ReadKind(row.kind).label


@needs(Permission.READ_OWN_VIEWED, reads=ReadKind.LISTED)
@require_safe
def viewed_by_me(request: HttpRequest) -> HttpResponse:
    """The records one has viewed oneself, newest first."""
    user = person_of(request)
    page = stretch(log.rows_of_person(user), request.GET.get("page"), A_PAGE)
    rows = [
        [uk_moment(record.row.read_at), _record(record), *_where(record.row)]
        for record in log.with_children(user, page)
    ]
    columns = [Column(words) for words in ("When", "Record", "Page", "How")]
    table = Table(
        "Records you have viewed",
        columns,
        rows,
        "You have not viewed any records yet.",
        caption_hidden=True,
        stack=True,
    )
    return render(request, "safeguarding/viewed_by_me.html", {"table": table, "page": page})


def _record(record: log.ViewedRecord) -> Cell:
    if record.child is None:
        return Cell("A record you may not see")
    try:
        href = reverse("child", args=[record.child.ref])
    except NoReverseMatch:
        href = ""
    return Cell(record.child.display_name, href=href, note=record.child.la_child_id)


@signed_in("Everyone may know who may do what.")
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """The table of roles and rights, from the code that decides."""
    columns = [Column("What"), Column("Who")]
    rows = [[_right(right), _holders(right, today())] for right in Permission]
    table = Table("Who may do what", columns, rows, caption_hidden=True, row_heads=True, stack=True)
    own = [right.sentence for right in Permission if can(person_of(request), right)]
    return render(request, "safeguarding/rights.html", {"table": table, "own": own})


def _holders(right: Permission, on: dt.date) -> str:
    """The roles in words: nine columns of yes and no were wider than a screen."""
    roles = [role for role in Role if holds(role.value, right)]
    return (
        "Everyone"
        if len(roles) == len(Role)
        else upper_first(joined([role_words(role, on).one for role in roles]))
    )


def _right(right: Permission) -> Cell:
    return Cell(right.sentence, note=f"Waits for {right.waits_for}" if right.waits_for else "")
