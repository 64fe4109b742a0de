"""Who of the family is excluded from a conference, or asked to be: why, what its chair decided, and that
they were told.
"""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.db.models.lookups import GreaterThanOrEqual

from conferences.models.promises_exclusions import EXCLUSION_HOLDS
from conferences.models.requests import Request
from conferences.rules.exclusions import (
    EXCLUDED,
    Answer,
    Extent,
    Given,
    Ground,
    Instead,
    LiftReason,
    ToldHow,
    Way,
)
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Person, User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import LocalDay, by_then, finite, said, unless_missing

# Whom the chair did not exclude may be asked for again, on other grounds.
STANDS = Q(lifted_at__isnull=True) & ~Q(answer=Answer.NOT.value)
IS_EXCLUDED = Q(answer__in=sorted(one.value for one in EXCLUDED))
UNTOLD = Q(told_how="", told_date__isnull=True, told_by__isnull=True, told_at__isnull=True)
TOLD = Q(told_how__in=values(ToldHow), told_date__isnull=False, told_by__isnull=False, told_at__isnull=False)
NO_OUTCOME = Q(
    gets_letter="", gets_record="", outcome_words="", outcome_by__isnull=True, outcome_at__isnull=True
)
OUTCOME = Q(
    gets_letter__in=values(Given),
    gets_record__in=values(Given),
    outcome_by__isnull=False,
    outcome_at__isnull=False,
) & ~Q(outcome_words="")
KNEW = Q(told_date__isnull=False) | Q(was_told_date__isnull=False)
IS_OVER = Q(lifted_at__isnull=False) | Q(answer=Answer.NOT.value)
NOT_LET_IN = Q(
    let_in_how="",
    let_in_date__isnull=True,
    let_in_not="",
    let_in_by__isnull=True,
    let_in_at__isnull=True,
)
LET_IN = Q(let_in_how__in=values(ToldHow), let_in_date__isnull=False, let_in_not="")
# Nobody tells them, for a reason.
LET_IN_NOT = Q(let_in_how="", let_in_date__isnull=True) & ~Q(let_in_not="")
LET_IN_BY = Q(let_in_by__isnull=False, let_in_at__isnull=False)
ALL_TAKEN_BACK = Q(untold_why="", untold_by__isnull=True, untold_at__isnull=True)
TAKEN_BACK = Q(untold_by__isnull=False, untold_at__isnull=False) & ~Q(untold_why="")
UNDECIDED = Q(
    answer="",
    decided_by__isnull=True,
    decided_at__isnull=True,
    decided_part="",
    reasons="",
    instead="",
    instead_words="",
    letter_why="",
    teller="",
)
DECIDED = Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(reasons="")
IN_FULL = Q(instead__in=values(Instead)) & ~Q(letter_why="") & ~Q(teller="")


@is_counted_from
@keeps_history()
class Exclusion(ChildRecord):
    """One person of the family whom somebody asks to keep from the conference of a request, with what its
    chair decided. It goes with the request, wherever its meeting is moved.

    `person` is None for somebody who is known by name alone. `facts` and `reasons` are for those who work
    with the family; `letter_why` is what the person is told. `gets_letter` and `gets_record`: whether they
    get those afterwards, "" until the chair decides. `decided_in_place` and `outcome_in_place`: why whoever
    leads the unit decided it and not the chair, "" where the chair did. `way` and `way_words`: how a letter
    comes to somebody who is known by name alone. Whatever is lifted stays, with why.
    """

    CHILD_PATH = "request__children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="exclusions")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="exclusions"
    )
    name = models.CharField(max_length=150)
    ground = models.CharField(max_length=12, choices=choices(Ground))
    facts = models.TextField()
    extent = models.CharField(max_length=5, choices=choices(Extent))
    part = models.CharField(max_length=500, blank=True, help_text="From which part, as it is asked for.")
    asker = models.CharField(max_length=150)
    asked_date = models.DateField()
    put_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    put_at = models.DateTimeField()
    answer = models.CharField(max_length=5, choices=choices(Answer), blank=True)
    decided_part = models.CharField(max_length=500, blank=True, help_text="From which part, as decided.")
    reasons = models.TextField(blank=True)
    instead = models.CharField(max_length=11, choices=choices(Instead), blank=True)
    instead_words = models.CharField(max_length=500, blank=True)
    letter_why = models.TextField(blank=True, help_text="What they are told of why.")
    teller = models.CharField(max_length=150, blank=True, help_text="Who tells them.")
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_in_place = models.TextField(
        blank=True, default="", db_default="", help_text="Why another than the chair decided."
    )
    way = models.CharField(max_length=4, choices=choices(Way), blank=True, default="", db_default="")
    way_words = models.CharField(
        max_length=500, blank=True, default="", db_default="", help_text="The address, or who hands it over."
    )
    told_how = models.CharField(max_length=9, choices=choices(ToldHow), blank=True)
    told_date = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    told_at = models.DateTimeField(null=True, blank=True)
    # When they were told of an exclusion last, where something else was decided since.
    was_told_date = models.DateField(null=True, blank=True)
    gets_letter = models.CharField(max_length=3, choices=choices(Given), blank=True)
    gets_record = models.CharField(max_length=3, choices=choices(Given), blank=True)
    outcome_words = models.TextField(blank=True, help_text="Why they get it, or do not.")
    outcome_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    outcome_at = models.DateTimeField(null=True, blank=True)
    outcome_in_place = models.TextField(
        blank=True, default="", db_default="", help_text="Why another than the chair decided this."
    )
    lift_reason = models.CharField(max_length=10, choices=choices(LiftReason), blank=True)
    lift_words = models.TextField(blank=True)
    lifted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)
    # Whoever was told that they are excluded is told that it stands no more.
    let_in_how = models.CharField(
        max_length=10, choices=choices(ToldHow), blank=True, default="", db_default=""
    )
    let_in_date = models.DateField(null=True, blank=True)
    let_in_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    let_in_at = models.DateTimeField(null=True, blank=True)
    let_in_not = models.TextField(
        blank=True, default="", db_default="", help_text="Why nobody tells them that it stands no more."
    )
    # Why the last telling that was taken back was recorded in error.
    untold_why = models.TextField(blank=True, default="", db_default="")
    untold_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    untold_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    saved_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            finite("exclusion", "asked_date", unknown=("told_date", "was_told_date", "let_in_date")),
            models.CheckConstraint(condition=~Q(name=""), name="exclusion_name_given"),
            models.CheckConstraint(
                condition=Q(ground__in=values(Ground), extent__in=values(Extent))
                & ~Q(facts="")
                & ~Q(asker=""),
                name="exclusion_asked_with_why",
            ),
            models.CheckConstraint(
                condition=~Q(extent=Extent.PART.value) | ~Q(part=""), name="exclusion_asked_of_which_part"
            ),
            models.CheckConstraint(
                condition=by_then("asked_date", "saved_at"),
                name=said("exclusion_asked_by_its_saving", "An exclusion was asked for today or earlier."),
            ),
            models.CheckConstraint(
                condition=UNDECIDED
                | (IS_EXCLUDED & DECIDED & IN_FULL)
                | (Q(answer=Answer.NOT.value, instead="") & DECIDED),
                name="exclusion_decided_with_why_and_instead",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.PART.value) | ~Q(decided_part=""),
                name="exclusion_decided_of_which_part",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.WHOLE.value, instead=Instead.OTHER_PARTS.value),
                name=said(
                    "exclusion_from_all_takes_part_in_none",
                    "Whoever is excluded from the whole conference takes part in no part of it.",
                ),
            ),
            models.CheckConstraint(
                condition=UNTOLD | (TOLD & IS_EXCLUDED), name="exclusion_told_how_and_when"
            ),
            models.CheckConstraint(
                condition=unless_missing("told_at", by_then("told_date", "told_at"))
                & unless_missing("told_date", Q(GreaterThanOrEqual(F("told_date"), F("asked_date")))),
                name=said(
                    "exclusion_told_once_asked_for",
                    "Somebody is told that they are excluded once that was asked for, and not in the future.",
                ),
            ),
            models.CheckConstraint(
                condition=Q(way="", way_words="")
                | (Q(way__in=[Way.POST.value, Way.HAND.value], person__isnull=True) & ~Q(way_words=""))
                | Q(way=Way.NONE.value, person__isnull=True),
                name=said(
                    "exclusion_way_of_somebody_by_name",
                    "Say how a letter comes to somebody who is known by name alone, with the address or who"
                    " hands it over.",
                ),
            ),
            models.CheckConstraint(
                condition=NO_OUTCOME | (OUTCOME & IS_EXCLUDED), name="exclusion_outcome_by_at_and_why"
            ),
            models.CheckConstraint(
                condition=(Q(decided_in_place="") | ~Q(answer=""))
                & (Q(outcome_in_place="") | Q(outcome_by__isnull=False)),
                name="exclusion_in_place_of_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True, lift_reason="", lift_words="")
                | Q(lifted_at__isnull=False, lifted_by__isnull=False, lift_reason__in=values(LiftReason)),
                name="exclusion_lifted_by_at_and_why",
            ),
            models.CheckConstraint(
                condition=unless_missing("lifted_at", Q(GreaterThanOrEqual(F("lifted_at"), F("put_at")))),
                name=said("exclusion_lifted_once_there", "An exclusion is lifted after it was asked for."),
            ),
            models.CheckConstraint(
                condition=~Q(lift_reason=LiftReason.OTHER.value) | ~Q(lift_words=""),
                name="exclusion_another_reason_in_words",
            ),
            models.CheckConstraint(
                condition=unless_missing("was_told_date", by_then("was_told_date", "saved_at"))
                & unless_missing("was_told_date", ~Q(answer="")),
                name=said("exclusion_was_told_by_then", "Somebody was told before, and not in the future."),
            ),
            models.CheckConstraint(
                condition=NOT_LET_IN | (LET_IN_BY & IS_OVER & KNEW & (LET_IN | LET_IN_NOT)),
                name="exclusion_let_in_how_and_when",
            ),
            models.CheckConstraint(
                condition=ALL_TAKEN_BACK | TAKEN_BACK, name="exclusion_untold_by_at_and_why"
            ),
            models.CheckConstraint(
                condition=unless_missing("let_in_at", by_then("let_in_date", "let_in_at"))
                & unless_missing(
                    "let_in_date",
                    Q(answer=Answer.NOT.value)
                    | unless_missing(
                        "lifted_at", Q(GreaterThanOrEqual(F("let_in_date"), LocalDay("lifted_at")))
                    ),
                )
                & unless_missing(
                    "let_in_date",
                    ~Q(answer=Answer.NOT.value)
                    | unless_missing(
                        "decided_at", Q(GreaterThanOrEqual(F("let_in_date"), LocalDay("decided_at")))
                    ),
                ),
                name=said(
                    "exclusion_let_in_once_lifted",
                    "Somebody is told that an exclusion stands no more once it was lifted or decided"
                    " otherwise, and not in the future.",
                ),
            ),
            models.UniqueConstraint(
                fields=["request", "person"],
                condition=STANDS & Q(person__isnull=False),
                name="exclusion_person_once",
            ),
            models.UniqueConstraint(
                "request",
                Lower("name"),
                condition=STANDS & Q(person__isnull=True),
                name="exclusion_name_once",
            ),
        ]
        triggers = EXCLUSION_HOLDS

    def __str__(self) -> str:
        return f"Exclusion {self.pk}"

    @property
    def is_in_force(self) -> bool:
        """Whether somebody is excluded by it."""
        return self.answer in EXCLUDED and self.lifted_at is None

    @property
    def over_at(self) -> dt.datetime | None:
        """Since when nobody is excluded by it: not excluded after all, or lifted; None where somebody is, or
        may be.
        """
        return self.decided_at if self.answer == Answer.NOT else self.lifted_at

    @property
    def last_told(self) -> dt.date | None:
        """When somebody was told last that they are excluded, as it stands or as it was decided before."""
        return self.told_date or self.was_told_date

    @property
    def is_told_no_more(self) -> bool:
        """Whether somebody was told that they are excluded by it, and it stands no more."""
        return self.over_at is not None and self.last_told is not None

    @property
    def owes_let_in(self) -> bool:
        """Whether they still have to be told so."""
        return self.is_told_no_more and self.let_in_at is None
