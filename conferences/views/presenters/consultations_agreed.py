"""What is true of a conference that was agreed and that nobody asked for yet, and what may be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from conferences.models import Consultation, ConsultationAnswer
from conferences.queries.clocks import Clock
from conferences.queries.consultations_in_place import Deciders
from conferences.rules.consultations import UNANSWERED, Answer, Cause, ConsultationState
from conferences.views.presenters.consultations_acts import together
from conferences.views.presenters.consultations_state import days_left
from conferences.views.presenters.words import typed
from safeguarding.access import Permission, can
from safeguarding.models import User
from safeguarding.pagekit.components import Entry
from safeguarding.policy.words import in_words
from safeguarding.wording import joined, sentence, uk_date, uk_moment

ASKED_YOURSELF = "You asked for this or gave the account, so you cannot decide it."
NOBODY_DECIDES = (
    "Nobody else here may. Ask the {SYSTEM_ADMINISTRATOR} to make somebody else {STRATEGIC_LEAD}, have"
    " another who decides named for a restricted record, or withdraw it with the reason."
)
WITHDRAW = "Withdraw this consultation, with the reason"


def unasked_line(children: Sequence[Consultation], unasked: Mapping[int, Clock], user: User, on: date) -> str:
    """For whom a conference was agreed, or support failed, while nobody asked for one, who does and by when;
    "" for nobody.
    """
    waiting = [one for one in children if one.pk in unasked]
    failed = [one for one in waiting if one.state == ConsultationState.ANOTHER_WAY]
    told = (("Agreed", [one for one in waiting if one not in failed]), ("The support did not work", failed))
    return " ".join(_unasked(why, whose, unasked, user, on) for why, whose in told if whose)


def _unasked(
    why: str, waiting: Sequence[Consultation], unasked: Mapping[int, Clock], user: User, on: date
) -> str:
    names = joined([one.child.display_name for one in waiting])
    days = [due for one in waiting if (due := unasked[one.pk].due)]
    by = f" by {days_left(min(days), on)}" if days else ""
    who = "Ask for it" if can(user, Permission.ASK_CONFERENCE) else "The children’s team asks for it"
    return f"{sentence(f'{why}. No conference is asked for yet for {names}')} {sentence(f'{who}{by}')}"


def taken_back(
    children: Sequence[Consultation], user: User, unasked: Mapping[int, Clock]
) -> list[Consultation]:
    """The children whose part this person may withdraw, as take_back() settles it: what waits and was raised
    by hand, of the children's team and of whoever raised it; and what was agreed and nobody asked for.
    """
    if not can(user, Permission.CONSULT):
        return []
    is_team, decides = can(user, Permission.ASK_CONFERENCE), can(user, Permission.DECIDE_CONSULTATION)
    found = []
    for one in children:
        is_theirs = is_team or one.within.raised_by_id == user.pk
        if one.state in UNANSWERED and one.cause == Cause.BY_HAND and one.requested_child_id is None:
            found += [one] if is_theirs else []
        elif one.pk in unasked and one.state == ConsultationState.AGREED:
            found += [one] if decides or (is_theirs and not _by_right(one)) else []
    return found


def _by_right(one: Consultation) -> bool:
    answers = list(one.answers.all())
    return bool(answers) and answers[-1].answer == Answer.PARTNER_RIGHT


def withdrawn_entries(children: Sequence[Consultation]) -> list[Entry]:
    """What was taken back, by whom, when and why: for several children once where it was in one act."""
    gone = [one for one in children if one.withdrawn_at is not None]
    alike = together(((one.withdrawn_at, one.withdrawn_reason), one) for one in gone)
    return [
        Entry(
            f"Withdrawn for {joined([one.child.display_name for one in found])}",
            uk_moment(found[0].withdrawn_at),
            [typed(found[0].withdrawn_reason)],
            byline=found[0].withdrawn_by.full_name if found[0].withdrawn_by else "",
        )
        for found in alike
        if found[0].withdrawn_at is not None
    ]


def own_words(deciders: Deciders, on: date) -> str:
    """To who decides and asked for it: that somebody else does, and who; or what to do where nobody may."""
    if not deciders.names:
        return f"{ASKED_YOURSELF} {in_words(NOBODY_DECIDES, on)}"
    return f"{ASKED_YOURSELF} It is decided by {joined(deciders.names, 'or')}."


def agreed_answers(one: Consultation | None, given: ConsultationAnswer | None) -> dict[str, object]:
    """What a request begins with where a conference was agreed for the child; nothing where none was."""
    if one is None or given is None:
        return {}
    day = uk_date(given.answered_at)
    told = f"A conference was agreed on {day}: {given.reasons}"
    if given.answer == Answer.PARTNER_RIGHT:
        who = given.agency.name if given.agency else "A partner agency"
        told = f"{who} used its right to a conference on {day}: {given.reasons}"
    return {"children": [str(one.child.ref)], "reason": told}
