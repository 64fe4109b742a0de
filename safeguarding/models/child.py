"""Children: who they are, by the codes of the Children in Need census, with the names they had before."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models.base import ChildRecord, InError, where_there_is_one
from safeguarding.models.spelling import NAME_WORKED_OUT, Named, spelling_indexes
from safeguarding.promises import changed, exists, finite, fits, of_a_record_that_stands, said, stays
from safeguarding.register.codes import Disability, Ethnicity, Sex, UpnUnknown

# The tenth digit of an NHS number checks the nine before it; where it would have to be 10 there is none.
NHS_NUMBER_WRONG = """NEW.nhs_number ~ '^[0-9]{10}$' AND (
        SELECT sum(substr(NEW.nhs_number, n, 1)::int * (11 - n)) FROM generate_series(1, 10) AS n
    ) % 11 <> 0"""
NONE_BESIDE_ANOTHER = """EXISTS (
        SELECT FROM {rows} JOIN safeguarding_childdisability AS o ON o.child_id = r.child_id
        WHERE (r.code = 'NONE') <> (o.code = 'NONE'))"""
# A record is emptied by its joining and comes back when that is undone; it leads to another one that stays.
JOINED_WRONG = """EXISTS (
        SELECT FROM safeguarding_child AS c
        WHERE c.id = {id} AND (c.joined_into_id = c.id OR (c.joined_into_id IS NOT NULL) <> EXISTS (
            SELECT FROM conferences_recordjoin AS j WHERE j.gone_id = c.id AND j.undone_at IS NULL)
            OR (c.joined_into_id IS NOT NULL AND EXISTS (
                SELECT FROM safeguarding_child AS o WHERE o.joined_into_id = c.id
                    OR (o.id = c.joined_into_id AND o.joined_into_id IS NOT NULL)))))"""
# A death before a conference held here at which the child was decided on. A file may tell of one: its report
# says so.
DIED_WRONG = """NOT (strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '"file":') > 0)
        AND EXISTS (
        SELECT FROM safeguarding_child AS k
            JOIN conferences_conferencechild AS cc ON cc.child_id = k.id
            JOIN conferences_decision AS d ON d.conference_child_id = cc.id
            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'
        WHERE k.id = NEW.id AND k.death_date < c.held_date)"""
# What happened leads to a name and a stay of the child to whom it happened.
EVENT = "lifeevent_of_its_own_child"
EVENT_WRONG = """EXISTS (
        SELECT FROM {rows}
            LEFT JOIN safeguarding_childname AS n ON n.id = r.name_id
            LEFT JOIN safeguarding_householdmember AS m ON m.id = r.stay_id
        WHERE n.child_id <> r.child_id
            OR (r.stay_id IS NOT NULL AND m.child_id IS DISTINCT FROM r.child_id))"""
# A restricted record is opened again as two people agreed to in this transaction (decision 0075).
OPENED_WRONG = """NOT EXISTS (
        SELECT FROM safeguarding_restrictionremoval AS v
            JOIN safeguarding_restrictionremovalevent AS e ON e.pgh_obj_id = v.id
        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()
            AND v.child_id = NEW.id)"""


@is_counted_from
@keeps_history(exclude=NAME_WORKED_OUT, found_by=())
class Child(Named, ChildRecord):
    """One child, born or unborn. The council's number (`la_child_id`) is kept for life (CBDS N00097).

    A child known from a census alone has no name; a child not yet born has an expected date and no birth
    date, and after the birth may keep neither lost nor mixed: exactly one of the two dates, by constraint
    (census rule 8525).
    """

    CHILD_PATH = ""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    la_child_id = models.CharField(max_length=20, unique=True)
    upn = models.CharField(max_length=13, blank=True)
    former_upn = models.CharField(max_length=13, blank=True)
    upn_unknown = models.CharField(max_length=3, blank=True, choices=choices(UpnUnknown))
    nhs_number = models.CharField(max_length=10, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    expected_birth_date = models.DateField(null=True, blank=True)
    death_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=choices(Sex), default=Sex.UNKNOWN.value)
    ethnicity = models.CharField(max_length=4, choices=choices(Ethnicity), blank=True)
    family = models.ForeignKey(
        "Family", on_delete=models.PROTECT, null=True, blank=True, related_name="children", db_index=False
    )
    communication_needs = models.TextField(blank=True)
    interpreter_language = models.CharField(max_length=60, blank=True)
    is_restricted = models.BooleanField(default=False)
    restricted_reason = models.TextField(blank=True)
    restricted_by = models.ForeignKey(
        "User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    restricted_at = models.DateTimeField(null=True, blank=True)
    # The record that stays, of the same child: this one is emptied, in no list, and leads there.
    joined_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="joined_records",
        db_index=False,
    )

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "children"
        ordering = ["la_child_id"]
        constraints = [
            finite("child", unknown=("birth_date", "expected_birth_date", "death_date")),
            models.CheckConstraint(
                condition=Q(birth_date__isnull=False, expected_birth_date__isnull=True)
                | Q(birth_date__isnull=True, expected_birth_date__isnull=False),
                name="child_born_or_expected_not_both",
            ),
            models.CheckConstraint(
                condition=Q(death_date__isnull=True)
                | Q(birth_date__isnull=True)
                | Q(death_date__gte=F("birth_date")),
                name="child_death_not_before_birth",
            ),
            models.CheckConstraint(condition=~Q(la_child_id=""), name="child_number_given"),
            models.CheckConstraint(condition=Q(sex__in=values(Sex)), name="child_sex_known_code"),
            models.CheckConstraint(
                condition=Q(ethnicity__in=["", *values(Ethnicity)]), name="child_ethnicity_known_code"
            ),
            models.CheckConstraint(
                condition=Q(upn_unknown__in=["", *values(UpnUnknown)]), name="child_upn_unknown_code"
            ),
            models.CheckConstraint(
                condition=Q(nhs_number="") | Q(nhs_number__regex=r"^[0-9]{10}$"),
                name="child_nhs_number_ten_digits",
            ),
            models.CheckConstraint(
                condition=Q(
                    is_restricted=False,
                    restricted_by__isnull=True,
                    restricted_at__isnull=True,
                    restricted_reason="",
                )
                | (
                    Q(is_restricted=True, restricted_by__isnull=False, restricted_at__isnull=False)
                    & ~Q(restricted_reason="")
                ),
                name="child_restricted_by_at_and_why",
            ),
            models.UniqueConstraint(
                fields=["nhs_number"], condition=~Q(nhs_number=""), name="child_nhs_number_once"
            ),
        ]
        indexes = [
            *spelling_indexes("child"),
            models.Index(fields=["birth_date"], name="child_birth_date"),
            # A census brings children of no family: an index of all would be written for each of them.
            where_there_is_one("family", "child_family"),
            where_there_is_one("joined_into", "child_joined_into"),
            models.Index(fields=["id"], condition=Q(is_restricted=True), name="child_restricted"),
            models.Index(Upper("upn"), condition=~Q(upn=""), name="child_upn_capitals"),
            models.Index(Upper("former_upn"), condition=~Q(former_upn=""), name="child_former_upn_capitals"),
            models.Index(Upper("la_child_id"), name="child_number_capitals"),
            where_there_is_one("expected_birth_date", "child_expected"),
        ]
        triggers = [
            stays(
                "child_nhs_number_checks",
                "This is not an NHS number: its last digit does not agree with the others.",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("nhs_number"),
                when="NEW.nhs_number <> ''",
                wrong=NHS_NUMBER_WRONG,
            ),
            changed(
                said("child_joined_by_a_joining", "A record is joined into another by a joining alone."),
                JOINED_WRONG.format(id="NEW.id"),
                of=("joined_into_id",),
            ),
            stays(
                "child_joined_has_no_family",
                "This record was joined into another one, whose family is the child’s.",
                operation=pgtrigger.UpdateOf("family_id", "joined_into_id"),
                when="NEW.joined_into_id IS NOT NULL AND NEW.family_id IS NOT NULL",
            ),
            changed("decision_on_a_living_child", DIED_WRONG, of=("death_date",)),
            stays(
                "child_opened_by_two",
                "A restricted record is opened again when a second person confirmed it.",
                operation=pgtrigger.UpdateOf("is_restricted"),
                when="OLD.is_restricted AND NOT NEW.is_restricted",
                wrong=OPENED_WRONG,
            ),
        ]

    def __str__(self) -> str:
        return f"Child {self.la_child_id}"

    @property
    def is_unborn(self) -> bool:
        return self.birth_date is None

    @property
    def display_name(self) -> str:
        return name_shown(self.given_names, self.family_name, self.la_child_id, unborn=self.is_unborn)


def name_shown(given: str, family: str, number: str, *, unborn: bool) -> str:
    """The name to show on a page, or the council number where none is held; never for logs."""
    name = f"{given} {family}".strip()
    if unborn and not given and family:
        name = f"Unborn {family}"
    return name or f"Child {number}"


class NameKind(models.TextChoices):
    EARLIER = "EARLIER", "Earlier name"
    KNOWN_AS = "KNOWN_AS", "Also known as"
    BIRTH = "BIRTH", "Name at birth"


@keeps_history(exclude=NAME_WORKED_OUT)
class ChildName(InError, Named, ChildRecord):
    """A name the child had or goes by, found by search like the present one on Child; one that never was the
    child's is in error, and finds nobody.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="other_names")
    kind = models.CharField(max_length=10, choices=NameKind.choices)
    until_date = models.DateField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(given_names="", family_name=""), name="childname_not_empty"),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="childname_kind_known"),
        ]
        indexes = spelling_indexes("childname")
        triggers = [
            *of_a_record_that_stands("childname", "safeguarding_childname"),
            changed(
                EVENT, exists(EVENT_WRONG, "conferences_lifeevent", "name_id = NEW.id"), of=("child_id",)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of child {self.child_id}"


@keeps_history(found_by=["child"])
class ChildDisability(ChildRecord):
    """One disability code of a child (CBDS N00099); NONE stands alone, see the importer and forms."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="disabilities", db_index=False)
    code = models.CharField(max_length=4, choices=choices(Disability))

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["child", "code"], name="childdisability_once"),
            models.CheckConstraint(
                condition=Q(code__in=values(Disability)), name="childdisability_known_code"
            ),
        ]
        triggers = fits(
            "childdisability_none_stands_alone",
            "A child has no disability, or those that are named.",
            NONE_BESIDE_ANOTHER,
            table="safeguarding_childdisability",
            of=("child_id", "code"),
        )

    def __str__(self) -> str:
        return f"{self.code} of child {self.child_id}"


@is_counted_from
@keeps_history()
class Allocation(InError, ChildRecord):
    """The team, and the worker where there is one, that holds a child from a day to a day."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="allocations")
    team = models.ForeignKey("Team", on_delete=models.PROTECT, related_name="allocations")
    worker = models.ForeignKey(
        "User", on_delete=models.PROTECT, null=True, blank=True, related_name="allocations"
    )
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["-start_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(end_date__isnull=True), name="allocation_one_at_present"
            ),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="allocation_ends_after_start",
            ),
            # So whatever asks who holds a child at present finds none that is no holding.
            models.CheckConstraint(
                condition=Q(in_error=False) | Q(end_date__isnull=False), name="allocation_in_error_is_over"
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "child"],
                condition=Q(end_date__isnull=True),
                name="allocation_present_by_team",
            )
        ]
        triggers = of_a_record_that_stands("allocation", "safeguarding_allocation")

    def __str__(self) -> str:
        return f"Allocation of child {self.child_id} from {self.start_date}"
