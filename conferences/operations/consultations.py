"""The asker's account of a family: each time given, a version that stays, of the children it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from conferences.models import (
    Consultation,
    ConsultationAccount,
    ConsultationAccountChild,
    RequestedChild,
)
from conferences.operations.duties_refresh import refresh
from conferences.queries.consultations import ASKED, last_account
from conferences.rules.consultations import UNANSWERED, ConsultationState
from conferences.rules.workflow import CONSULTATION, OPEN_REQUESTS, Event, next_state
from safeguarding import audit
from safeguarding.access import scope
from safeguarding.models import User
from safeguarding.operation import lock, lock_all, operation
from safeguarding.refusals import NOT_FOUND, NOT_THERE, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion

OVER = "The conference was held or its request withdrawn, so there is nothing left to decide."
NO_CHILD = "Select a child whom this is about"


@dataclass(frozen=True)
class AccountWords:
    """What only the asker can know of a family."""

    why_now: str = ""
    what_is_different: str = ""
    what_else: str = ""
    parents_words: str = ""
    manager_view: str = ""
    outcome_sought: str = ""
    how_different: str = ""


@dataclass(frozen=True)
class ChildWords:
    """What an account says of one child."""

    child_words: str = ""
    what_is_different: str = ""


@operation(needs=Permission.ASK_CONFERENCE)
def give_account(
    *,
    consultations: Sequence[Consultation],
    words: AccountWords,
    of_children: Mapping[int, ChildWords],
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> ConsultationAccount:
    """Give the account of these children, of one family, as a new version; of those who still wait.

    `of_children` is by consultation (id). Raises StaleVersion where somebody gave one since it was `seen`,
    Refused where nothing waits any more or its heart is missing. The same sent twice is there once.
    """
    held = hold(consultations)
    waiting = [one for one in held if one.state in UNANSWERED] or held
    states = {one.pk: next_state(CONSULTATION, one.state, Event.ASK, *by.roles) for one in waiting}
    words, of_children = _stripped(words, of_children, waiting)
    stands = standing(held, by)
    if stands and _is_unseen(stands, seen, waiting):
        if stands.saved_by == by and stands.theirs == texts_of(words, of_children):
            return _last(held)
        raise stands
    refuse_all(
        missing(
            why_now=(words.why_now, "Enter why a conference is needed now"),
            what_is_different=(words.what_is_different, "Enter what is different from the last time"),
        )
    )
    account = _keep(waiting, words, of_children, by, at)
    for one in waiting:
        one.state = states[one.pk]
        _copy(one, words, of_children[one.pk], by, at)
        audit.record(ASKED, one, by=by, at=at, detail={"version": account.number})
    refresh(*waiting, met_by=by, at=at)
    return account


def hold(consultations: Sequence[Consultation], *, even_over: bool = False) -> list[Consultation]:
    """The parts of a family's children as they stand now, locked after their requests and the family's whole.

    Raises Refused once the conference was held or withdrawn, unless they are wanted `even_over`, and for
    children of two families.
    """
    if not consultations:
        raise Refused(NO_CHILD, "children")
    asked = [one.requested_child_id for one in consultations if one.requested_child_id]
    rows = RequestedChild.objects.unscoped("the requests of consultations in scope")
    requests = lock_all([row.request for row in rows.filter(pk__in=asked).select_related("request")])
    if not even_over and any(request.state not in OPEN_REQUESTS for request in requests):
        raise Refused(OVER)
    within = lock(consultations[0].within)
    held = lock_all(consultations, "within__request", "child", "requested_child__request", "asked_by")
    known = {request.pk for request in requests}
    asked_now = {one.requested_child.request_id for one in held if one.requested_child}
    if not asked_now <= known or {one.within_id for one in held} != {within.pk}:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    return held


def standing(consultations: Sequence[Consultation], reader: User) -> StaleVersion | None:
    """The last account of these children, as a form shows it; None before anybody gave one. Without its texts
    to who may not read it, for it tells of a child whom they may not see: what they write is a version beside
    it.
    """
    account = last_account(consultations)
    if account is None:
        return None
    is_seen = scope(reader, ConsultationAccount).filter(pk=account.pk).exists()
    return StaleVersion(
        theirs=_texts_that_stand(account, consultations) if is_seen else {},
        seen=str(account.number),
        version=account.number,
        saved_by=account.given_by,
        saved_at=account.given_at,
    )


def _texts_that_stand(account: ConsultationAccount, consultations: Sequence[Consultation]) -> dict[str, str]:
    own = {one.consultation_id: ChildWords(one.child_words, one.what_is_different) for one in _parts(account)}
    words = AccountWords(**{name: getattr(account, name) for name in AccountWords.__dataclass_fields__})
    return texts_of(words, {one.pk: own.get(one.pk, ChildWords()) for one in consultations})


def texts_of(words: AccountWords, of_children: Mapping[int, ChildWords]) -> dict[str, str]:
    """{field of the form: text}, what is said of a child under its consultation's number."""
    own = {
        f"{name}_{pk}": text
        for pk, child in sorted(of_children.items())
        for name, text in asdict(child).items()
    }
    return asdict(words) | own


def _parts(account: ConsultationAccount) -> list[ConsultationAccountChild]:
    rows = ConsultationAccountChild.objects.unscoped("what an account in scope says of its children")
    return list(rows.filter(account=account))


def _last(held: Sequence[Consultation]) -> ConsultationAccount:
    account = last_account(held)
    assert account is not None  # It stands.
    return account


def _is_unseen(stands: StaleVersion, seen: str | None, waiting: Sequence[Consultation]) -> bool:
    """Whether the writer has not seen what stands. What is with the Lead already, nobody adds to unseen."""
    is_with_lead = any(one.state == ConsultationState.ASKED for one in waiting)
    return seen != stands.seen and (seen is not None or is_with_lead)


def _stripped(
    words: AccountWords, of_children: Mapping[int, ChildWords], waiting: Sequence[Consultation]
) -> tuple[AccountWords, dict[int, ChildWords]]:
    def clean(texts: AccountWords | ChildWords) -> dict[str, str]:
        return {name: text.strip() for name, text in asdict(texts).items()}

    own = {one.pk: of_children.get(one.pk, ChildWords()) for one in waiting}
    return AccountWords(**clean(words)), {pk: ChildWords(**clean(child)) for pk, child in own.items()}


def _keep(
    waiting: Sequence[Consultation],
    words: AccountWords,
    of_children: Mapping[int, ChildWords],
    by: User,
    at: dt.datetime,
) -> ConsultationAccount:
    within = waiting[0].within
    versions = ConsultationAccount.objects.unscoped("the versions of an account in scope are numbered")
    number = versions.filter(within=within).count() + 1
    account: ConsultationAccount = ConsultationAccount.objects.create(
        within=within, number=number, **asdict(words), given_by=by, given_at=at
    )
    ConsultationAccountChild.objects.bulk_create(
        [
            ConsultationAccountChild(
                account=account, consultation=one, child=one.child, **asdict(of_children[one.pk])
            )
            for one in waiting
        ]
    )
    return account


def _copy(one: Consultation, words: AccountWords, own: ChildWords, by: User, at: dt.datetime) -> None:
    """The child's own columns hold the last account too, which the release before reads."""
    one.why_now = words.why_now
    one.what_is_different = own.what_is_different or words.what_is_different
    one.child_words, one.options_tried = own.child_words, words.what_else
    one.asked_by, one.asked_at = by, at
    texts = ["why_now", "what_is_different", "child_words", "options_tried"]
    one.save(update_fields=["state", *texts, "asked_by", "asked_at"])
