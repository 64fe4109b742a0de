"""What a file would change, or changed, as far as a reader may know."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Q, QuerySet, When

from conferences.models import (
    FileStatus,
    ImportChange,
    ImportedChild,
    ImportedFile,
    ImportFault,
    ImportQuestion,
)
from conferences.queries.imports import A_PAGE, FaultRow, children_seen, told_faults
from safeguarding.access import scope
from safeguarding.access.closed import closed_numbers
from safeguarding.models import Child, User


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
    """The file's changes, but to the children whose records are closed to the user."""
    return file.changes.exclude(number__in=closed_numbers(user))


def change_counts(user: User, file: ImportedFile) -> dict[tuple[str, str], int]:
    """{(kind of fact, how it changes): how many}, of the children whose records are open to the user."""
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


def fault_counts(user: User, file: ImportedFile) -> dict[str, int]:
    """{kind of fault: how many}"""
    counted = told_faults(file, closed_numbers(user)).order_by().values("kind").annotate(count=Count("id"))
    return {row["kind"]: row["count"] for row in counted}


def fault_page(
    user: User, file: ImportedFile, *, kind: str, page: int
) -> tuple[list[FaultRow], Page[ImportFault]]:
    """A page of the faults of one kind, each with its child where the user may see it."""
    shown = Paginator(told_faults(file, closed_numbers(user)).filter(kind=kind), A_PAGE).get_page(page)
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
    """The files that this one replaced, which come back into force where it is undone; of a proposed file
    those that it would replace.
    """
    if file.status != FileStatus.PROPOSED:
        return list(file.replaces.select_related("uploaded_by"))
    kept = ImportedFile.objects.filter(status=FileStatus.READ, authority=file.authority)
    return list(kept.filter(reference_date=file.reference_date).order_by("pk"))


def has_tellings(file: ImportedFile) -> bool:
    """Whether what the file tells was kept: a file read before that was so cannot be undone. One of which no
    child could be taken tells nothing, and did so from the beginning.
    """
    kept = ImportedChild.objects.unscoped("whether a file can be undone").filter(file=file)
    found = kept.order_by().annotate(is_told=Q(told__isnull=False)).values_list("is_told", flat=True)
    return next(iter(found[:1]), True)
