"""What came since somebody began to write: the account's changes and the answers, a line each."""

from conferences.queries.consultations import FamilyView
from conferences.views.presenters import consultations_since as since
from tests.factories import ConsultationAnswerFactory
from tests.presenters.made import made, person, said
from tests.presenters.test_consultations_acts import child
from tests.presenters.test_consultations_versions import AMBER, ON, account


def view(*accounts, children=(AMBER,)):
    return FamilyView(within=None, children=children, accounts=accounts)


def test_of_what_stands_nothing_is_told():
    assert since.changes_since(view(account(1)), "", ON) is None


def test_a_later_version_tells_its_changes_to_the_one_that_was_read():
    first, second = account(1, (AMBER, "Loud.")), account(2, (AMBER, "Loud."), why_now="Police came. Twice.")
    third = account(3, (AMBER, "Loud."), why_now="Police came. Three times.")
    told = since.changes_since(view(third, second, first), "1.0", ON)
    assert told.line.startswith("Version 3.") and list(said(told.changes)) == ["Why now"]
    assert "Three times." in said(told.changes)["Why now"] and told.answers == []


def test_a_first_account_is_told_whole_and_one_without_other_words_says_so():
    only = account(1, (AMBER, "Loud."))
    assert "Police came." in said(since.changes_since(view(only), "0.0", ON).changes)["Why now"]
    told = since.changes_since(view(account(2, (AMBER, "Loud.")), only), "1.0", ON)
    assert told.changes == [] and told.no_change == since.NO_WORDS


def test_an_answer_is_told_with_its_child_and_who_gave_it():
    wren = child("Wren")
    lead = person("STRATEGIC_LEAD")
    given = [made(ConsultationAnswerFactory, answered_by=lead, consultation=None) for _ in range(2)]
    wren._prefetched_objects_cache = {"answers": given}
    told = since.changes_since(view(children=(wren,)), f"0.{given[0].pk}", ON)
    assert told.line == told.no_change == "" and len(told.answers) == 1
    assert told.answers[0].startswith(f"{wren.child.display_name}: Agree that a conference is held. Sample")


def test_a_mark_that_nobody_gave_is_read_as_nothing_seen():
    for mark in ("x.y", "1", "²." + "9" * 40):
        since.changes_since(view(account(1)), mark, ON)
