"""Every operation that writes what a deadline stands on refreshes its duties: lists change at once."""

import ast

from tests.guards.source import Module, modules, parse
from tests.guards.test_operations import is_operation

DO = (
    "End it with refresh(..., met_by=by, at=at) of conferences.operations.duties_refresh, or say in NO_CLOCK"
    " why no deadline stands on what it writes."
)
# Operations on whose facts no deadline stands, each with the reason.
NO_CLOCK = {
    "invitations_links.make_link": "a report that comes by it, or in another way, counts",
    "invitations_links.end_link": "a report that comes by it, or in another way, counts",
    "invitations_links.make_code": "a report that comes by it, or in another way, counts",
    "invitations_links.mark_report_read": "that it came counts",
    "invitations_links.take_back_report_read": "that it came counts",
    "letters_words.write_words": "the words of letters to come",
    "copies_own.write_line": "words to a child; that their version was given counts",
    "copies_own.tell_given": "who sat with the child and what they said; the day it was given counts",
    "copies.release_copy": "a copy that is released has not gone",
    "documents.open_letter": "makes the files of a letter that stands",
    "letters.release_letter": "whether a letter may go; its day of sending counts",
    "documents.report_damage": "changes nothing",
    "documents_readings.tell_reading": "who read to somebody what was made for them; it goes as it goes",
    "documents_readings.take_reading_back": "the same, told otherwise",
    "learning.add_idea": "about no child",
    "learning.change_idea": "about no child",
    "learning.decide_idea": "about no child",
    "learning.hear": "about no child",
    "learning.answer_heard": "about no child",
    "feedback.print_slips": "about no child",
    "feedback.record_offer": "about no child",
    "feedback.change_offer": "about no child",
    "feedback.read_words": "about no child",
    "feedback_texts.tell_language": "about no child",
    "learning_trials.start_trial": "about no child",
    "learning_trials.review_trial": "about no child",
    "learning_trials.move_review": "about no child",
    "learning_trials.stop_trial": "about no child",
    "invitations.tell_answer": "tell(), which it ends with, refreshes",
    "invitations.tell_choice": "tell(), which it ends with, refreshes",
    "scheduling_away.move_together": "move(), of which it is made, refreshes",
    "preparation.record_views": "what a child said; nothing falls due for it",
    "preparation.tell_views": "what a child said; nothing falls due for it",
    "preparation.take_views_back": "what a child said; nothing falls due for it",
    "scheduling_fit.tell_fit": "what the day must fit; nothing falls due for it",
    "scheduling_fit.add_busy": "what the day must fit; nothing falls due for it",
    "scheduling_fit.take_busy_off": "what the day must fit; nothing falls due for it",
    "scheduling_hours.set_hours": "when a chair works; about no child",
    "scheduling_hours.end_hours": "when a chair works; about no child",
    "invitations_reports.tell_report": "tell(), which it ends with, refreshes",
    "supports.record_support": "what was tried; nothing falls due for it",
    "supports.tell_support": "how it went on; nothing falls due for it",
    "corrections_supports.correct_support": "what was tried; nothing falls due for it",
    "look_ups.mark_seen": "that somebody read what became of it",
    "pairs.name_pair": "that two records may be of one child",
    "pairs.answer": "what somebody thinks; where it makes a plan known, check_requests refreshes",
    "enquiries_changes.record_discussion": "a further discussion starts no clock",
    "families_homes.add_home": "where a family lives",
    "families_homes.change_home": "where a family lives",
    "families_homes.move_in": "who lives in which home",
    "families_homes.change_stay": "who lives in which home",
    "families_homes.remove_stay": "who lives in which home",
    "families_homes.end_home": "who lives in which home",
    "families_feed.hand_in_parents": "a file is not taken in yet",
    "families_feed.take_in_parents": "who a child's people are",
    "families_people.add_person": "who a child's people are",
    "allocations.review": "who looked at it; the child is held as it was",
    "benchmarks.load_benchmarks": "published figures of other councils",
    "children_feed.accept_feed": "a file is not read yet",
    "children_feed.answer": "an answer writes nothing before the file is taken in",
    "children_feed.answer_all": "an answer writes nothing before the file is taken in",
    "children_feed.ask_in": "the file is not taken in yet",
    "children_feed.begin_reading": "a file is not read yet",
    "children_feed.finish": "thousands of children at once: the scan compares them faster",
    "children_feed.leave": "nothing of it was taken in",
    "children_feed.refuse_feed": "nothing of it was taken in",
    "children_feed.show": "the file is not taken in yet",
    "corrections_decisions.foresee_decision": "it is undone again",
    "life_events_resumptions.foresee_resumption": "it is undone again",
    "life_events_resumptions.ask_resumption": "the plan has ended until a second person confirms it",
    "life_events_resumptions.turn_down_resumption": "the plan stays ended",
    "corrections_decisions.ask_decision": "the decision stands until a second person agrees",
    "corrections_decisions.turn_down_decision": "the decision stands as it was signed",
    "scheduling_minutes.choose_minute_taker": "who types; the record stays the chair’s to finish",
    "scheduling_takeover.take_over": "pass_meeting_on(), which it ends with, refreshes",
    "consultations_after.record_dissent": "who disagrees moves no day",
    "consultations_first_views.note_first_views": "a first view decides nothing and moves no day",
    "consultations_deciding.decide": "it decides by one function, which refreshes",
    "consultations_deciding.decide_in_place": "it decides by one function, which refreshes",
    "consultations_after.close_request": "leave(), which it ends with, refreshes both requests",
    "consultations_after.meet_condition": "it closes by one function, which refreshes",
    "consultations_after.withdraw_condition": "it closes by one function, which refreshes",
    "consultations_second.record_talk": "what was said of it moves no day",
    "consultations_thresholds.save_statement": "no deadline stands on a threshold statement",
    "consultations_thresholds.end_statement": "no deadline stands on a threshold statement",
    "days.tell_conference_day": "what was told moves no day",
    "days.tell_consultation_day": "what was told moves no day",
    "diary.end_feed": "a calendar’s address",
    "diary.make_feed": "a calendar’s address",
    "duties_steps.acknowledge": "it is done with the duty, and no fact",
    "duties_steps.give": "it is done with the duty, and no fact",
    "duties_steps.put_off": "it is done with the duty, and no fact",
    "restrictions.remove_restriction": "who may see a child; the scan finds whose its duties are",
    "handovers.pass_work_on": "each part of it refreshes what it passes on",
    "handovers.change_role_where_nothing_is_left": "no open work hangs on what is changed",
    "handovers.change_role_and_pass_on": "each part of it refreshes what it passes on",
    "handovers.confirm_role_and_pass_on": "each part of it refreshes what it passes on",
    "families.show_address": "it is read",
    "plans.add_action": "what comes into a plan later: no paper that was sent tells it",
    "in_need.record_in_need_plan": "nothing is due on a child in need plan",
    "in_need.end_in_need_plan": "nothing is due on a child in need plan",
    "requests_children.take_out": "leave(), which it ends with, refreshes both requests",
    "imports.accept_file": "a file is not read yet",
    "imports.begin_reading": "a file is not read yet",
    "imports.finish_file": "thousands of children at once: the scan compares them faster",
    "imports.hand_in": "a file is not read yet",
    "imports.refuse_file": "nothing of it was read",
    "imports.answer_questions": "the scan compares whom an answer changes",
    "imports.take_answer_back": "the answer was not followed",
    "imports.agree": "a file is not kept yet",
    "imports.ask_of_worker": "says what a worker is to do, and does none of it",
    "imports.end_asking": "says that a worker has done it, or why not",
    "imports.ask_of_child": "a question waits for its answer",
    "imports.ask_of_file": "a file is not kept yet",
    "imports.propose_file": "nothing of it is kept yet",
    "imports.discard_file": "nothing of it is kept",
    "imports.settled": "looks at the file, and writes nothing",
    "imports.undo_file": "thousands of children at once: the scan compares them faster",
    "imports_closed.tell_of_closed": "whom a file concerns is told",
    "notices_escalations.acknowledge_escalation": "the work stays whose it was, and is due as it was",
    "service.send_again": "an email is sent again, and nothing is due by it",
    "service.send_all_again": "emails are sent again, and nothing is due by them",
    "recording.open_record": "the record is due from the meeting’s day, begun or not",
    "recording.save_common": "a draft meets nothing before it is signed",
    "recording.save_part": "a draft meets nothing before it is signed",
    "exclusions.change_exclusion": "it is due from the day on which it was asked for, whatever for",
    "exclusions_outcome.decide_outcome": "letters and copies fall due with the conference",
    "exclusions_outcome.decide_outcome_in_place": "letters and copies fall due with the conference",
    "invitations_letters.say_arrival": "tell(), which it ends with, refreshes",
    "invitations_letters.make_letters": "what is due is that they are invited",
    "invitations_letters.make_letter": "what is due is that they are invited",
    "invitations_letters.report_damage": "nothing is done",
    "exclusions_letters.say_way": "what is due is that somebody is told",
    "exclusions_letters.make_letter": "what is due is that somebody is told",
    "exclusions_letters.report_damage": "nothing is done",
    "recording_next.save_next": "a draft meets nothing before it is signed",
    "recording_withheld.add_withheld": "a draft meets nothing before it is signed",
    "recording_withheld.save_withheld": "a draft meets nothing before it is signed",
    "recording_withheld.remove_withheld": "a draft meets nothing before it is signed",
    "thinking_time.take": "what a chair takes of their own accord is required by no day",
    "scheduling_holds.hold_slot": "a time kept free for minutes is no meeting",
    "thinking_time_slots.plan": "time kept free is not thinking time held",
    "thinking_time_slots.give_up": "time kept free is not thinking time held",
    "thinking_time_waivers.ask_waiver": "it stays due until a waiver is granted",
    "thinking_time_waivers.turn_down_waiver": "it stays due as it was",
}


def operations_of(module: Module) -> dict[str, ast.FunctionDef]:
    """The operations of a module of the story, as "stage.verb"."""
    stage = module.name.rpartition(".")[2]
    if not module.name.startswith("conferences.operations."):
        return {}
    return {
        f"{stage}.{node.name}": node
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef) and is_operation(node)
    }


def refreshes(act: ast.FunctionDef) -> bool:
    calls = [node.func for node in ast.walk(act) if isinstance(node, ast.Call)]
    return "refresh" in [ast.unparse(call) for call in calls]


def stale(module: Module) -> list[str]:
    return [
        name for name, act in operations_of(module).items() if name not in NO_CLOCK and not refreshes(act)
    ]


def test_every_operation_refreshes_its_duties_or_says_why_not() -> None:
    assert [name for module in modules() for name in stale(module)] == [], DO


def test_no_excuse_outlives_its_operation() -> None:
    found = {name: act for module in modules() for name, act in operations_of(module).items()}
    assert [n for n in NO_CLOCK if n not in found or refreshes(found[n])] == [], "Strike it out of NO_CLOCK."


def test_a_planted_operation_that_leaves_its_duties_stale_is_found() -> None:
    text = "@operation(needs=P.SCHEDULE)\ndef book(*, by, at):\n    save()"
    assert stale(parse("conferences.operations.scheduling", text)) == ["scheduling.book"]
