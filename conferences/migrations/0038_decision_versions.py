"""A signed decision may be replaced by a version that a second person agreed to."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0037_pairs"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DecisionChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("last_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CONFIRMED", "Confirmed"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("LAPSED", "Lapsed"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_reason", models.TextField(blank=True, default="")),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "new_outcome",
                    models.CharField(
                        choices=[
                            ("PLAN_BEGINS", "A child protection plan begins"),
                            ("NO_PLAN", "No child protection plan"),
                            ("PLAN_CONTINUES", "The child protection plan continues"),
                            ("PLAN_ENDS", "The child protection plan ends"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "new_category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("new_reasons", models.TextField()),
                (
                    "new_end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                            (
                                "MOVED",
                                "Moved permanently to another local authority, whose conference was held",
                            ),
                            ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("EIGHTEEN", "Reached 18"),
                            ("DIED", "Died"),
                            ("LEFT_UK", "Left the United Kingdom permanently"),
                            ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                            ("ERROR", "Recorded in error"),
                            ("NOT_RECORDED", "Not recorded: read from a census file, which has no reason"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "new_step_down",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CIN_PLAN", "Child in need plan"),
                            ("EARLY_HELP", "Early help"),
                            ("LOOKED_AFTER", "Looked after"),
                            ("CLOSED", "Closed to children's services"),
                            ("OTHER_AUTHORITY", "Another local authority"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "was_outcome",
                    models.CharField(
                        choices=[
                            ("PLAN_BEGINS", "A child protection plan begins"),
                            ("NO_PLAN", "No child protection plan"),
                            ("PLAN_CONTINUES", "The child protection plan continues"),
                            ("PLAN_ENDS", "The child protection plan ends"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "was_category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("was_reasons", models.TextField()),
                (
                    "was_end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                            (
                                "MOVED",
                                "Moved permanently to another local authority, whose conference was held",
                            ),
                            ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("EIGHTEEN", "Reached 18"),
                            ("DIED", "Died"),
                            ("LEFT_UK", "Left the United Kingdom permanently"),
                            ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                            ("ERROR", "Recorded in error"),
                            ("NOT_RECORDED", "Not recorded: read from a census file, which has no reason"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "was_step_down",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CIN_PLAN", "Child in need plan"),
                            ("EARLY_HELP", "Early help"),
                            ("LOOKED_AFTER", "Looked after"),
                            ("CLOSED", "Closed to children's services"),
                            ("OTHER_AUTHORITY", "Another local authority"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("TYPED", "It was typed wrongly"),
                            ("TOLD", "We were told something wrong"),
                            ("OTHER_CHILD", "It was another child’s"),
                            ("OTHER_DAY", "It was written down under another day"),
                            ("FILE", "A file or another system had it wrong"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conference_child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decision_changes",
                        to="conferences.conferencechild",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DecisionChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("asked_at", models.DateTimeField()),
                ("last_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CONFIRMED", "Confirmed"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("LAPSED", "Lapsed"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_reason", models.TextField(blank=True, default="")),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "new_outcome",
                    models.CharField(
                        choices=[
                            ("PLAN_BEGINS", "A child protection plan begins"),
                            ("NO_PLAN", "No child protection plan"),
                            ("PLAN_CONTINUES", "The child protection plan continues"),
                            ("PLAN_ENDS", "The child protection plan ends"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "new_category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("new_reasons", models.TextField()),
                (
                    "new_end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                            (
                                "MOVED",
                                "Moved permanently to another local authority, whose conference was held",
                            ),
                            ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("EIGHTEEN", "Reached 18"),
                            ("DIED", "Died"),
                            ("LEFT_UK", "Left the United Kingdom permanently"),
                            ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                            ("ERROR", "Recorded in error"),
                            ("NOT_RECORDED", "Not recorded: read from a census file, which has no reason"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "new_step_down",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CIN_PLAN", "Child in need plan"),
                            ("EARLY_HELP", "Early help"),
                            ("LOOKED_AFTER", "Looked after"),
                            ("CLOSED", "Closed to children's services"),
                            ("OTHER_AUTHORITY", "Another local authority"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "was_outcome",
                    models.CharField(
                        choices=[
                            ("PLAN_BEGINS", "A child protection plan begins"),
                            ("NO_PLAN", "No child protection plan"),
                            ("PLAN_CONTINUES", "The child protection plan continues"),
                            ("PLAN_ENDS", "The child protection plan ends"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "was_category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("was_reasons", models.TextField()),
                (
                    "was_end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                            (
                                "MOVED",
                                "Moved permanently to another local authority, whose conference was held",
                            ),
                            ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("EIGHTEEN", "Reached 18"),
                            ("DIED", "Died"),
                            ("LEFT_UK", "Left the United Kingdom permanently"),
                            ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                            ("ERROR", "Recorded in error"),
                            ("NOT_RECORDED", "Not recorded: read from a census file, which has no reason"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "was_step_down",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CIN_PLAN", "Child in need plan"),
                            ("EARLY_HELP", "Early help"),
                            ("LOOKED_AFTER", "Looked after"),
                            ("CLOSED", "Closed to children's services"),
                            ("OTHER_AUTHORITY", "Another local authority"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("TYPED", "It was typed wrongly"),
                            ("TOLD", "We were told something wrong"),
                            ("OTHER_CHILD", "It was another child’s"),
                            ("OTHER_DAY", "It was written down under another day"),
                            ("FILE", "A file or another system had it wrong"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conference_child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.conferencechild",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="conferences.decisionchange",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_at__isnull", True),
                        ("closed_by__isnull", True),
                        ("closed_reason", ""),
                        ("outcome", ""),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("outcome__in", ["CONFIRMED", "REFUSED", "WITHDRAWN", "LAPSED"]),
                    ),
                    _connector="OR",
                ),
                name="decisionchange_closed_by_at_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                    models.Q(("closed_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="decisionchange_turned_down_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_by", models.F("asked_by")), ("outcome", "CONFIRMED"), _negated=True
                ),
                name="decisionchange_confirmed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why__in", ["TYPED", "TOLD", "OTHER_CHILD", "OTHER_DAY", "FILE", "OTHER"])
                ),
                name="decisionchange_why_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("words", ""), _negated=True), models.Q(("new_reasons", ""), _negated=True)
                ),
                name="decisionchange_why_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 2)), name="decisionchange_replaces_the_first"
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("new_category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"]),
                        ("new_outcome__in", ["PLAN_BEGINS", "PLAN_CONTINUES"]),
                    ),
                    models.Q(("new_category", ""), ("new_outcome__in", ["NO_PLAN", "PLAN_ENDS"])),
                    _connector="OR",
                ),
                name="decisionchange_category_where_there_is_a_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("new_category", models.F("was_category")),
                    ("new_end_reason", models.F("was_end_reason")),
                    ("new_outcome", models.F("was_outcome")),
                    ("new_reasons", models.F("was_reasons")),
                    ("new_step_down", models.F("was_step_down")),
                    _negated=True,
                ),
                name="decisionchange_changes_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("conference_child",),
                name="decisionchange_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionchangeevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "conference_child_id", "id", "last_date", "new_category", "new_end_reason", "new_outcome", "new_reasons", "new_step_down", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "version", "was_category", "was_end_reason", "was_outcome", "was_reasons", "was_step_down", "why", "words") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."conference_child_id", new_values."id", new_values."last_date", new_values."new_category", new_values."new_end_reason", new_values."new_outcome", new_values."new_reasons", new_values."new_step_down", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."version", new_values."was_category", new_values."was_end_reason", new_values."was_outcome", new_values."was_reasons", new_values."was_step_down", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="47daa75092a85fdd97a70e820be24f6a7f0c45fd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e3b00",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_decisionchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionchangeevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "conference_child_id", "id", "last_date", "new_category", "new_end_reason", "new_outcome", "new_reasons", "new_step_down", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "version", "was_category", "was_end_reason", "was_outcome", "was_reasons", "was_step_down", "why", "words") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."conference_child_id", new_values."id", new_values."last_date", new_values."new_category", new_values."new_end_reason", new_values."new_outcome", new_values."new_reasons", new_values."new_step_down", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."version", new_values."was_category", new_values."was_end_reason", new_values."was_outcome", new_values."was_reasons", new_values."was_step_down", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="36dbd60dc85fe9b20c68091a383529fa8c74e298",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32442",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_decisionchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionchangeevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "conference_child_id", "id", "last_date", "new_category", "new_end_reason", "new_outcome", "new_reasons", "new_step_down", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "version", "was_category", "was_end_reason", "was_outcome", "was_reasons", "was_step_down", "why", "words") SELECT old_values."asked_at", old_values."asked_by_id", old_values."closed_at", old_values."closed_by_id", old_values."closed_reason", old_values."conference_child_id", old_values."id", old_values."last_date", old_values."new_category", old_values."new_end_reason", old_values."new_outcome", old_values."new_reasons", old_values."new_step_down", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."version", old_values."was_category", old_values."was_end_reason", old_values."was_outcome", old_values."was_reasons", old_values."was_step_down", old_values."why", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="eb0f5e3f802b18bde94f4fcedaee32e7711f94c4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2bb90",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_decisionchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="67472f32f98495e8a2ea51dbb823f440a3ebf919",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_10684",
                    table="conferences_decisionchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
