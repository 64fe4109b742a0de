"""Notices say what somebody is told, messages are the e-mails that tell it, and escalations are kept."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0010_duties_met_by_somebody"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "rung",
                    models.CharField(
                        choices=[
                            ("AHEAD", "ahead of the day"),
                            ("NEAR", "2 working days before the day"),
                            ("TODAY", "on the day"),
                            ("LATE", "the working day after"),
                            ("STILL_LATE", "5 working days after"),
                            ("MEETING_NEAR", "2 working days before the conference"),
                            ("MEETING_NEXT", "the working day before the conference"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "to_role",
                    models.CharField(
                        choices=[
                            ("CHAIR", "Independent chair (IRO)"),
                            ("STRATEGIC_LEAD", "Strategic Lead"),
                            ("MANAGER", "Manager"),
                            ("TEAM_MANAGER", "Team manager"),
                            ("SOCIAL_WORKER", "Social worker"),
                            ("BUSINESS_SUPPORT", "Business support"),
                            ("REVIEWER", "Reviewer"),
                            ("INFORMATION_GOVERNANCE", "Information governance"),
                            ("SYSTEM_ADMINISTRATOR", "System administrator"),
                        ],
                        max_length=30,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("words", models.TextField(blank=True, default="", help_text="What is done about it.")),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="escalations",
                        to="conferences.duty",
                    ),
                ),
                (
                    "to_user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="EscalationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "rung",
                    models.CharField(
                        choices=[
                            ("AHEAD", "ahead of the day"),
                            ("NEAR", "2 working days before the day"),
                            ("TODAY", "on the day"),
                            ("LATE", "the working day after"),
                            ("STILL_LATE", "5 working days after"),
                            ("MEETING_NEAR", "2 working days before the conference"),
                            ("MEETING_NEXT", "the working day before the conference"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "to_role",
                    models.CharField(
                        choices=[
                            ("CHAIR", "Independent chair (IRO)"),
                            ("STRATEGIC_LEAD", "Strategic Lead"),
                            ("MANAGER", "Manager"),
                            ("TEAM_MANAGER", "Team manager"),
                            ("SOCIAL_WORKER", "Social worker"),
                            ("BUSINESS_SUPPORT", "Business support"),
                            ("REVIEWER", "Reviewer"),
                            ("INFORMATION_GOVERNANCE", "Information governance"),
                            ("SYSTEM_ADMINISTRATOR", "System administrator"),
                        ],
                        max_length=30,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("words", models.TextField(blank=True, default="", help_text="What is done about it.")),
                (
                    "acknowledged_by",
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
                    "duty",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.duty",
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
                        to="conferences.escalation",
                    ),
                ),
                (
                    "to_user",
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
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Message",
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
                        choices=[("DIGEST", "The morning’s list"), ("AT_ONCE", "At once")], max_length=10
                    ),
                ),
                ("day", models.DateField()),
                ("subject", models.CharField(max_length=150)),
                ("body", models.TextField()),
                ("made_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("lease_until_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("parked_at", models.DateTimeField(blank=True, null=True)),
                ("parked_because", models.CharField(blank=True, default="", max_length=100)),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.DeleteModel(
            name="Notice",
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(fields=("duty", "rung"), name="escalation_once"),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "rung__in",
                        ["AHEAD", "NEAR", "TODAY", "LATE", "STILL_LATE", "MEETING_NEAR", "MEETING_NEXT"],
                    )
                ),
                name="escalation_rung_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("acknowledged_at__isnull", True), ("acknowledged_by__isnull", True), ("words", "")
                    ),
                    models.Q(
                        ("acknowledged_at__isnull", False),
                        ("acknowledged_by__isnull", False),
                        models.Q(("words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="escalation_acknowledged_by_at_and_words",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="escalation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_escalationevent" ("acknowledged_at", "acknowledged_by_id", "duty_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "rung", "to_role", "to_user_id", "words") SELECT new_values."acknowledged_at", new_values."acknowledged_by_id", new_values."duty_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_at", new_values."ref", new_values."rung", new_values."to_role", new_values."to_user_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="970574f961fe75e054d007f05cdd89cb18094635",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7252",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_escalation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="escalation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_escalationevent" ("acknowledged_at", "acknowledged_by_id", "duty_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "rung", "to_role", "to_user_id", "words") SELECT new_values."acknowledged_at", new_values."acknowledged_by_id", new_values."duty_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_at", new_values."ref", new_values."rung", new_values."to_role", new_values."to_user_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1ae6b0eb737634a685fc2642c712fa38bd3910f4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dbcf5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_escalation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="escalation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_escalationevent" ("acknowledged_at", "acknowledged_by_id", "duty_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "rung", "to_role", "to_user_id", "words") SELECT old_values."acknowledged_at", old_values."acknowledged_by_id", old_values."duty_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_at", old_values."ref", old_values."rung", old_values."to_role", old_values."to_user_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b075c2e4d62e88975b7f0224f8446b7d744b40e7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5bafb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_escalation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="escalationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f81fc10c0f4c8e5d2275b859cf82ec81bd3f766e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_42372",
                    table="conferences_escalationevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("sent_at__isnull", True)), fields=["made_at"], name="message_unsent"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "DIGEST")),
                fields=("recipient", "day"),
                name="message_one_digest_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["DIGEST", "AT_ONCE"])), name="message_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("parked_at__isnull", True), ("parked_because", "")),
                    models.Q(
                        ("parked_at__isnull", False),
                        ("sent_at__isnull", True),
                        models.Q(("parked_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="message_parked_with_why_and_unsent",
            ),
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rung",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AHEAD", "ahead of the day"),
                            ("NEAR", "2 working days before the day"),
                            ("TODAY", "on the day"),
                            ("LATE", "the working day after"),
                            ("STILL_LATE", "5 working days after"),
                            ("MEETING_NEAR", "2 working days before the conference"),
                            ("MEETING_NEXT", "the working day before the conference"),
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                (
                    "change",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("BOOKED", "A conference is in the diary"),
                            ("MOVED", "A conference has moved"),
                            ("CANCELLED", "A conference is cancelled"),
                            ("CHAIR_CHANGED", "A conference has another chair"),
                            ("ANSWERED", "A re-plan consultation is answered"),
                            ("MORE_ASKED", "More is asked for a re-plan consultation"),
                            ("WITHDRAWN", "A request for a conference is withdrawn"),
                            ("DAY_MOVED", "The day by which a conference is due has moved"),
                        ],
                        default="",
                        max_length=14,
                    ),
                ),
                ("due_date", models.DateField(blank=True, null=True)),
                ("owed_at", models.DateTimeField()),
                (
                    "booking",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="conferences.booking",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="conferences.consultation",
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="conferences.duty",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="conferences.message",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="conferences.request",
                    ),
                ),
                (
                    "requested_child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="conferences.requestedchild",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("message__isnull", True)),
                        fields=["recipient"],
                        name="notice_untold",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("duty__isnull", False)),
                        fields=("duty", "rung", "recipient", "due_date"),
                        name="notice_of_a_rung_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("duty__isnull", True)),
                        fields=(
                            "change",
                            "booking",
                            "consultation",
                            "request",
                            "requested_child",
                            "recipient",
                            "owed_at",
                        ),
                        name="notice_of_a_change_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("change", ""),
                                ("due_date__isnull", False),
                                ("duty__isnull", False),
                                models.Q(("rung", ""), _negated=True),
                            ),
                            models.Q(
                                ("duty__isnull", True), ("rung", ""), models.Q(("change", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="notice_of_a_rung_or_a_change",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                models.F("duty"),
                                models.F("booking"),
                                models.F("consultation"),
                                models.F("request"),
                                models.F("requested_child"),
                                function="num_nonnulls",
                                output_field=models.IntegerField(),
                            ),
                            1,
                        ),
                        name="notice_of_one_thing",
                    ),
                ],
            },
        ),
    ]
