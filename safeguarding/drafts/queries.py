"""Reading drafts: the owner's own, and only while the owner may see every child the page was about; and how
long they are kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet

from safeguarding.access import scope
from safeguarding.access.scope import governed_children
from safeguarding.drafts.sheets import Place
from safeguarding.models import Child, Draft, User
from safeguarding.models.base import children_read
from safeguarding.policy.values import whole
from safeguarding.workingdays import add_days


def drafts_at(owner: User, place: Place) -> list[Draft]:
    """What this person typed into this form and has not saved, the latest first. A look at its children."""
    found = _shown(owner, _own(owner).filter(form=place.form, subject=place.subject))
    _note(found)
    return found


def read(draft: Draft) -> Draft:
    """One of unsaved(), with its words. A look at its children."""
    _note([draft])
    return draft


def _note(drafts: Iterable[Draft]) -> None:
    noted = children_read.get()
    if noted is not None:
        noted.update(child for draft in drafts for child in draft.children)


def unsaved(owner: User) -> list[Draft]:
    """Everything this person typed and has not saved, the latest first, without its words."""
    return _shown(owner, _own(owner).defer("fields"))


def unsaved_one(owner: User, ident: int) -> Draft | None:
    """One of unsaved(), or None."""
    return next((draft for draft in unsaved(owner) if draft.pk == ident), None)


def at_place_of(owner: User, draft: Draft) -> list[int]:
    """The ids of this draft and of the others that its page shows with it."""
    own = unsaved(owner)
    return [one.pk for one in own if (one.form, one.subject) == (draft.form, draft.subject)]


def _own(owner: User) -> QuerySet[Draft]:
    return Draft.objects.filter(owner=owner, saved_at__isnull=True)


def _shown(owner: User, drafts: Iterable[Draft]) -> list[Draft]:
    """Those about children whom the owner may see, all of them, at this moment."""
    own = list(drafts)
    seen = {governs: _seen(owner, own, governs) for governs in (False, True)}
    return [draft for draft in own if seen[draft.is_governing].issuperset(draft.children)]


def _seen(owner: User, drafts: list[Draft], governs: bool) -> set[int]:
    about = {child for draft in drafts if draft.is_governing == governs for child in draft.children}
    if not about:
        return set()
    children = governed_children(owner) if governs else scope(owner, Child)
    seen = set(children.filter(pk__in=about).values_list("pk", flat=True))
    return seen | _joined(about - seen, children)


def _joined(unseen: set[int], children: QuerySet[Child]) -> set[int]:
    """Those whose record was joined into one of these children: what was typed about it is about that one."""
    if not unseen:
        return set()
    gone = Child.objects.unscoped("a record that was joined is seen with the one that stays")
    return set(gone.filter(pk__in=unseen, joined_into__in=children.values("pk")).values_list("pk", flat=True))


def kept_days(on: dt.date) -> int:
    """For how many days a draft is kept, by the limit of the day `on`."""
    return whole("DRAFT_KEPT_DAYS", on)


def last_day(kept_on: dt.date, days: int) -> dt.date:
    """The last day on which what was kept on a day is still there, where it is kept for so many."""
    return add_days(kept_on, days)
