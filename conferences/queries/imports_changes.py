"""What a file would change, or changed, as far as a reader may know: rows of children in their sight, and
counts without the others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Q, QuerySet, When

from conferences.models import (
    ChangeHow,
    ImportChange,
    ImportedChild,
    ImportedFile,
    ImportFault,
    ImportQuestion,
)
from conferences.queries.imports import A_PAGE, FaultRow, children_seen
from safeguarding.access import scope
from safeguarding.access.closed import closed_children
from safeguarding.models import Child, User

# What a file tells of a child, as it is kept, and the kind of fact that it is.
TOLD = {
    "census_plan": "plans",
    "census_enquiry": "section_47",
    "census_conference": "conferences",
    "census_review": "review_dates",
    "census_episode": "need_episodes",
    "census_in_need": "in_need_plans",
}


@dataclass(frozen=True)
class ChangeRow:
    """A change with its child; None where the child's record is there no longer."""

    change: ImportChange
    child: Child | None


@dataclass(frozen=True)
class QuestionRow:
    """A question with its child."""

    question: ImportQuestion
    child: Child


def seen_changes(user: User, file: ImportedFile) -> QuerySet[ImportChange]:
    """The file's changes to the children whom the user may see."""
    return file.changes.filter(number__in=scope(user, Child).order_by().values("la_child_id"))


def change_counts(user: User, file: ImportedFile) -> dict[tuple[str, str], int]:
    """{(kind of fact, how it changes): how many}, of the children whom the user may see."""
    counted = seen_changes(user, file).order_by().values("kind", "how").annotate(count=Count("id"))
    return {(row["kind"], row["how"]): row["count"] for row in counted}


def change_rows(
    user: User, file: ImportedFile, *, how: str, page: int
) -> tuple[list[ChangeRow], Page[ImportChange]]:
    """A page of the changes of one way."""
    shown = Paginator(seen_changes(user, file).filter(how=how), A_PAGE).get_page(page)
    changes = list(shown.object_list)
    seen = children_seen(user, {change.number for change in changes})
    return [ChangeRow(change, seen.get(change.number)) for change in changes], shown


def hidden_children(user: User) -> QuerySet[Child]:
    """Those whose records are closed to the user, who is told as if they were not here. Never shown."""
    return closed_children(user).filter(joined_into=None)


def added(user: User, file: ImportedFile) -> dict[str, int]:
    """{kind of fact: how many a proposed file adds} as it looks to the user.

    A child who is hidden from them looks as one who is not here yet: all that the file tells of it is added.
    """
    found = Counter({kind: of["added"] for kind, of in file.counts.items()})
    numbers = hidden_children(user).order_by().values("la_child_id")
    told_of = ImportedChild.objects.unscoped("counted as if they were new").filter(
        file=file, number__in=numbers
    )
    tellings = list(told_of.values_list("told", flat=True))
    if tellings:
        own = file.changes.filter(how=ChangeHow.ADDED, number__in=numbers).order_by()
        found.subtract({row["kind"]: row["n"] for row in own.values("kind").annotate(n=Count("id"))})
        found["children"] += len(tellings)
        found.update({kind: sum(len(told.get(of, ())) for told in tellings) for of, kind in TOLD.items()})
    return dict(found)


def has_hidden(user: User) -> bool:
    """Whether any child is hidden from the user: then a figure before and after a file would tell of it."""
    return hidden_children(user).exists()


def shown_faults(user: User, file: ImportedFile) -> QuerySet[ImportFault]:
    """What is said of the file itself, and of what it tells beside the record of children in sight."""
    in_sight = scope(user, Child).order_by().values("la_child_id")
    return file.faults.filter(Q(beside_record=False) | Q(la_child_id="") | Q(la_child_id__in=in_sight))


def fault_counts(user: User, file: ImportedFile) -> dict[str, int]:
    """{kind of fault: how many}"""
    counted = shown_faults(user, file).order_by().values("kind").annotate(count=Count("id"))
    return {row["kind"]: row["count"] for row in counted}


def fault_page(
    user: User, file: ImportedFile, *, kind: str, page: int
) -> tuple[list[FaultRow], Page[ImportFault]]:
    """A page of the faults of one kind, each with its child where the user may see it."""
    shown = Paginator(shown_faults(user, file).filter(kind=kind), A_PAGE).get_page(page)
    faults = list(shown.object_list)
    seen = children_seen(user, {fault.la_child_id for fault in faults})
    return [FaultRow(fault, seen.get(fault.la_child_id)) for fault in faults], shown


def seen_questions(user: User, file: ImportedFile) -> QuerySet[ImportQuestion]:
    """What the file leaves open of children whom the user may see; those nobody answered come first."""
    in_sight = scope(user, Child).order_by().values("la_child_id")
    answered = Case(When(answer="", then=0), default=1)
    return file.questions.filter(number__in=in_sight).order_by(answered, "id")


@dataclass(frozen=True)
class QuestionGroup:
    """Questions of one kind about one kind of fact that nobody has answered: how many."""

    kind: str
    fact: str
    count: int


def question_groups(user: User, file: ImportedFile) -> list[QuestionGroup]:
    found = seen_questions(user, file).filter(answer="").order_by("kind", "fact").values("kind", "fact")
    return [QuestionGroup(**row) for row in found.annotate(count=Count("id"))]


def unanswered(user: User, file: ImportedFile, kind: str, fact: str) -> QuerySet[ImportQuestion]:
    """The questions of such a group, in the order in which they were asked."""
    return seen_questions(user, file).filter(answer="", kind=kind, fact=fact).order_by("id")


def question_page(
    user: User, file: ImportedFile, page: int
) -> tuple[list[QuestionRow], Page[ImportQuestion]]:
    shown = Paginator(seen_questions(user, file), A_PAGE).get_page(page)
    questions = list(shown.object_list)
    seen = children_seen(user, {question.number for question in questions})
    return [QuestionRow(question, seen[question.number]) for question in questions], shown


def question_seen(user: User, file: ImportedFile, pk: int) -> QuestionRow | None:
    """A question with its child; None where it is not there, or of a child whom the user may not see."""
    question = seen_questions(user, file).filter(pk=pk).first()
    if question is None:
        return None
    return QuestionRow(question, children_seen(user, {question.number})[question.number])


def replaced_by_it(file: ImportedFile) -> list[ImportedFile]:
    """The files that this one replaced, which come back into force where it is undone."""
    return list(file.replaces.select_related("uploaded_by"))


def has_tellings(file: ImportedFile) -> bool:
    """Whether what the file tells was kept: a file read before that was so cannot be undone."""
    kept = ImportedChild.objects.unscoped("whether a file can be undone").filter(file=file)
    nobody = not file.counts.get("children", {}).get("read", 0)
    return nobody or kept.filter(told__isnull=False).exists()
