"""What goes before a conference, in words."""

import datetime as dt

from conferences.queries.preparation import Prepared
from conferences.views.presenters.preparation import (
    NO_CONTACT,
    cautions,
    contact_state,
    contact_text,
    contact_words,
    day_rows,
    said_rows,
    summary_rows,
    views_words,
)
from tests.factories import (
    FamilyContactFactory,
    InvitationFactory,
    PersonFactory,
    RequestedChildFactory,
    RequestFactory,
    ViewsBeforeFactory,
)
from tests.presenters.made import made

WISHES = {
    "wants": "To speak first",
    "seating": "Near the door",
    "supporter": "Sam",
    "supporter_kind": "FRIEND",
    "family_plan": "HELD",
    "family_plan_date": dt.date(2018, 3, 1),
}


def test_a_talk_is_told_with_all_that_was_wanted():
    assert contact_words(made(FamilyContactFactory, minutes=1, words="She was calm", **WISHES)) == (
        "They talked with us: Chair Exemplar (the chair), by telephone, 1 minute. She was calm."
        " Wants: To speak first. Seating: Near the door. Supported by: Sam (a friend)."
        " Family plan: a family group conference was held, 1 March 2018."
    )


def test_how_it_stands_with_somebody():
    failed = made(FamilyContactFactory, outcome="FAILED")
    worker = made(FamilyContactFactory, maker="WORKER")
    assert contact_state([]) == NO_CONTACT
    assert contact_state([failed, failed]) == "Tried 2 times, and not reached"
    assert contact_state([failed, worker]) == "They talked with us, by the children’s worker alone"
    assert contact_state([worker, made(FamilyContactFactory)]) == "They talked with us"


def test_what_to_mind_before_somebody_is_contacted():
    person = made(PersonFactory, safe_contact="Text only", address_is_confidential=True)
    said = cautions(made(InvitationFactory, person=person), [])
    assert said == [
        "How it is safe to contact them: Text only.",
        "Confidential address: tell it to nobody, and leave it in no message.",
    ]


def test_a_childs_words_and_why_there_are_none():
    assert views_words(made(ViewsBeforeFactory)) == (
        "“I want it to be quiet at home” Worker Exemplar, in direct work with the child."
        " They may be read aloud."
    )
    none = {"words": "", "way": "", "aloud": "", "none_why": "TOO_YOUNG"}
    said = views_words(made(ViewsBeforeFactory, **none))
    assert said == "No words: the child is too young to say. Tried by Worker Exemplar."


def test_the_timeline_names_nobody_of_the_family_and_no_wish():
    told = " ".join(map(str, contact_text(made(FamilyContactFactory, **WISHES))))
    assert "one of the family" in told and not any(w in told for w in ("Mother", "door", "Sam", "first"))


def test_nothing_recorded_is_said_as_such():
    asked, mother = made(RequestedChildFactory), made(InvitationFactory, agency_kind="")
    mother.pk, asked.pk = 1, 2
    found = Prepared(made(RequestFactory), None, [mother], [asked], [], [])
    assert day_rows(found)[0].value == f"{NO_CONTACT}."
    assert said_rows(found)[0].value == "Nothing is recorded of what they said."
    assert summary_rows(found)[0].value == (
        "Contact with 0 of 1 of the family on the list; words of 0 of 1 child."
    )
