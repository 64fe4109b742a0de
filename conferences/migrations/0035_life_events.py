"""What happens in a child's life is recorded, and a plan can end without a review."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0034_corrections"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0025_another_address_checked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LifeEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("BORN", "Born"),
                            ("NEW_NAME", "Has a new name"),
                            ("MOVED_WITHIN", "Moved to another home in the area"),
                            ("MOVED_AWAY", "Moved to another authority for good"),
                            ("LOOKED_AFTER", "Became looked after, or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("LEFT_UK", "Left the United Kingdom for good"),
                            ("EIGHTEEN", "Is 18"),
                            ("DIED", "Died"),
                        ],
                        max_length=12,
                    ),
                ),
                ("day", models.DateField()),
                ("evidence", models.TextField()),
                ("expected_birth_date", models.DateField(blank=True, null=True)),
                (
                    "authority",
                    models.CharField(blank=True, help_text="DfE code of the other authority.", max_length=3),
                ),
                ("authority_name", models.CharField(blank=True, max_length=100)),
                (
                    "conference_date",
                    models.DateField(
                        blank=True, help_text="The day of the other authority's conference.", null=True
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="life_events",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "name",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="life_events",
                        to="safeguarding.childname",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="life_events",
                        to="safeguarding.householdmember",
                    ),
                ),
            ],
            options={
                "ordering": ["day", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="LifeEventEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("BORN", "Born"),
                            ("NEW_NAME", "Has a new name"),
                            ("MOVED_WITHIN", "Moved to another home in the area"),
                            ("MOVED_AWAY", "Moved to another authority for good"),
                            ("LOOKED_AFTER", "Became looked after, or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("LEFT_UK", "Left the United Kingdom for good"),
                            ("EIGHTEEN", "Is 18"),
                            ("DIED", "Died"),
                        ],
                        max_length=12,
                    ),
                ),
                ("day", models.DateField()),
                ("evidence", models.TextField()),
                ("expected_birth_date", models.DateField(blank=True, null=True)),
                (
                    "authority",
                    models.CharField(blank=True, help_text="DfE code of the other authority.", max_length=3),
                ),
                ("authority_name", models.CharField(blank=True, max_length=100)),
                (
                    "conference_date",
                    models.DateField(
                        blank=True, help_text="The day of the other authority's conference.", null=True
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "name",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.childname",
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
                        to="conferences.lifeevent",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.householdmember",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanEnding",
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
                ("end_date", models.DateField()),
                (
                    "end_reason",
                    models.CharField(
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
                    "step_down",
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
                ("evidence", models.TextField()),
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="endings",
                        to="conferences.lifeevent",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="endings",
                        to="conferences.plan",
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
            name="PlanEndingEvent",
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
                ("end_date", models.DateField()),
                (
                    "end_reason",
                    models.CharField(
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
                    "step_down",
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
                ("evidence", models.TextField()),
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
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.lifeevent",
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
                        to="conferences.planending",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="lifeevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "BORN",
                            "NEW_NAME",
                            "MOVED_WITHIN",
                            "MOVED_AWAY",
                            "LOOKED_AFTER",
                            "OTHER_ORDER",
                            "LEFT_UK",
                            "EIGHTEEN",
                            "DIED",
                        ],
                    )
                ),
                name="lifeevent_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="lifeevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("evidence", ""), _negated=True), name="lifeevent_evidence_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="lifeevent",
            constraint=models.UniqueConstraint(fields=("child", "kind", "day"), name="lifeevent_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="lifeevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind__in", ["BORN", "DIED", "EIGHTEEN"])),
                fields=("child", "kind"),
                name="lifeevent_once_in_a_life",
            ),
        ),
        migrations.AddConstraint(
            model_name="lifeevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("expected_birth_date__isnull", False), ("kind", "BORN")),
                    models.Q(
                        models.Q(("kind", "BORN"), _negated=True), ("expected_birth_date__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="lifeevent_birth_was_expected",
            ),
        ),
        migrations.AddConstraint(
            model_name="lifeevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "MOVED_AWAY"),
                        models.Q(
                            models.Q(("authority", ""), _negated=True),
                            models.Q(("authority_name", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        models.Q(("kind", "MOVED_AWAY"), _negated=True),
                        ("authority", ""),
                        ("authority_name", ""),
                        ("conference_date__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="lifeevent_move_says_where_to",
            ),
        ),
        migrations.AddConstraint(
            model_name="lifeevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("conference_date__isnull", True),
                    ("conference_date__gte", models.F("day")),
                    _connector="OR",
                ),
                name="lifeevent_conference_after_the_move",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_lifeeventevent" ("authority", "authority_name", "child_id", "conference_date", "day", "evidence", "expected_birth_date", "id", "kind", "name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "stay_id") SELECT new_values."authority", new_values."authority_name", new_values."child_id", new_values."conference_date", new_values."day", new_values."evidence", new_values."expected_birth_date", new_values."id", new_values."kind", new_values."name_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."ref", new_values."stay_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9962724bcd71da398ac3e03f6cfeba680ebcbe54",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b3b8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_lifeevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_lifeeventevent" ("authority", "authority_name", "child_id", "conference_date", "day", "evidence", "expected_birth_date", "id", "kind", "name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "stay_id") SELECT new_values."authority", new_values."authority_name", new_values."child_id", new_values."conference_date", new_values."day", new_values."evidence", new_values."expected_birth_date", new_values."id", new_values."kind", new_values."name_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."ref", new_values."stay_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a7e6b8b75e73c463e0a370de35f63c1837085ded",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_861ba",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_lifeevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_lifeeventevent" ("authority", "authority_name", "child_id", "conference_date", "day", "evidence", "expected_birth_date", "id", "kind", "name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "stay_id") SELECT old_values."authority", old_values."authority_name", old_values."child_id", old_values."conference_date", old_values."day", old_values."evidence", old_values."expected_birth_date", old_values."id", old_values."kind", old_values."name_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."ref", old_values."stay_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e1b7b83490e5eaf3ffde4f6037c413dd33584602",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6fdc2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_lifeevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeeventevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="23f3583d3f21edfecbe0e33ca02fedab86e072d2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4c3a5",
                    table="conferences_lifeeventevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
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
                name="planending_closed_by_at_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                    models.Q(("closed_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="planending_turned_down_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_by", models.F("asked_by")), ("outcome", "CONFIRMED"), _negated=True
                ),
                name="planending_confirmed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "end_reason__in",
                        ["MOVED", "LOOKED_AFTER", "OTHER_ORDER", "LEFT_UK", "EIGHTEEN", "DIED"],
                    )
                ),
                name="planending_reason_without_a_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("step_down", ""),
                    (
                        "step_down__in",
                        ["CIN_PLAN", "EARLY_HELP", "LOOKED_AFTER", "CLOSED", "OTHER_AUTHORITY"],
                    ),
                    _connector="OR",
                ),
                name="planending_step_down_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
            constraint=models.CheckConstraint(
                condition=models.Q(("evidence", ""), _negated=True), name="planending_evidence_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="planending",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("plan",),
                name="planending_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planendingevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "end_date", "end_reason", "event_id", "evidence", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "step_down") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."end_date", new_values."end_reason", new_values."event_id", new_values."evidence", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."ref", new_values."step_down" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8990d3cc3d190ccf3c571bdad6bbee600cdd84b9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37da5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_planending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planendingevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "end_date", "end_reason", "event_id", "evidence", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "step_down") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."end_date", new_values."end_reason", new_values."event_id", new_values."evidence", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."ref", new_values."step_down" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c6e48d6b421dcacecc595d53f779fec249b4632e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0766",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_planending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planendingevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "end_date", "end_reason", "event_id", "evidence", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "step_down") SELECT old_values."asked_at", old_values."asked_by_id", old_values."closed_at", old_values."closed_by_id", old_values."closed_reason", old_values."end_date", old_values."end_reason", old_values."event_id", old_values."evidence", old_values."id", old_values."last_date", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."ref", old_values."step_down" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e26dd6e272a4ad81ce121c799d02e155945d0251",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9dcbf",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_planending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planendingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="63c38df8fdeaf04bbed615f31198ea643e981743",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d3efa",
                    table="conferences_planendingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
