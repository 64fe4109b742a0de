"""Time to think is kept free in the chair's diary, beside meetings."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import conferences.models.scheduling
import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0083_thinking_waivers"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ThinkingSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("planned_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["starts_at"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ThinkingSlotEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("planned_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="booking_beside_thinking_time",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'BOOKED')",
                    constraint="CONSTRAINT",
                    func="\n    PERFORM FROM safeguarding_user WHERE id = NEW.chair_id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingslot AS s ON s.chair_id = b.chair_id\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at)\n        WHERE b.id = NEW.id AND b.state <> 'CANCELLED' AND s.cancelled_at IS NULL) THEN\n        RAISE EXCEPTION 'booking_beside_thinking_time' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_beside_thinking_time';\n    END IF;\n    RETURN NULL;",
                    hash="9b4af76ee0587ea8703b66b40926ba2e82220182",
                    operation='INSERT OR UPDATE OF "chair_id", "starts_at", "ends_at"',
                    pgid="pgtrigger_booking_beside_thinking_time_d879b",
                    table="conferences_booking",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="thinkingslot",
            name="cancelled_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingslot",
            name="chair",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="thinking_slots",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingslot",
            name="planned_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="thinkingslot",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="slots",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddField(
            model_name="thinkingslotevent",
            name="cancelled_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingslotevent",
            name="chair",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingslotevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="thinkingslotevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.thinkingslot",
            ),
        ),
        migrations.AddField(
            model_name="thinkingslotevent",
            name="planned_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingslotevent",
            name="session",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingslot",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("cancelled_at__isnull", True)),
                expressions=[
                    ("chair", "="),
                    (
                        conferences.models.scheduling.MomentRange(
                            "starts_at", "ends_at", django.contrib.postgres.fields.ranges.RangeBoundary()
                        ),
                        "&&",
                    ),
                ],
                name="thinkingslot_chair_free",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingslot",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cancelled_at__isnull", True)),
                fields=("session",),
                name="thinkingslot_one_a_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingslot",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                name="thinkingslot_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingslot",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    safeguarding.promises.LocalDay("starts_at"), safeguarding.promises.LocalDay("ends_at")
                ),
                name="thinkingslot_on_one_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingslot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_at__isnull", True), ("cancelled_by__isnull", True)),
                    models.Q(("cancelled_at__isnull", False), ("cancelled_by__isnull", False)),
                    _connector="OR",
                ),
                name="thinkingslot_cancelled_by_and_at",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingslot",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingslot_beside_meetings",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.cancelled_at IS NULL)",
                    constraint="CONSTRAINT",
                    func="\n    PERFORM FROM safeguarding_user WHERE id = NEW.chair_id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingslot AS s ON s.chair_id = b.chair_id\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at)\n        WHERE s.id = NEW.id AND b.state <> 'CANCELLED' AND s.cancelled_at IS NULL) THEN\n        RAISE EXCEPTION 'thinkingslot_beside_meetings' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingslot_beside_meetings';\n    END IF;\n    RETURN NULL;",
                    hash="483e5759e60cedc8fc89905312e47197364905da",
                    operation='INSERT OR UPDATE OF "chair_id", "starts_at", "ends_at", "cancelled_at"',
                    pgid="pgtrigger_thinkingslot_beside_meetings_6f2b3",
                    table="conferences_thinkingslot",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingslot",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingslotevent" ("cancelled_at", "cancelled_by_id", "chair_id", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by_id", "ref", "session_id", "starts_at") SELECT new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."ends_at", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."planned_at", new_values."planned_by_id", new_values."ref", new_values."session_id", new_values."starts_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7fd0b495ec6fd82474584c3b6bf80c9c62fef9da",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_09aa0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thinkingslot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingslot",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingslotevent" ("cancelled_at", "cancelled_by_id", "chair_id", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by_id", "ref", "session_id", "starts_at") SELECT new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."ends_at", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."planned_at", new_values."planned_by_id", new_values."ref", new_values."session_id", new_values."starts_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bb228967f0ae508b00156beffd2cebe7f1717fce",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a306e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thinkingslot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingslot",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingslotevent" ("cancelled_at", "cancelled_by_id", "chair_id", "ends_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by_id", "ref", "session_id", "starts_at") SELECT old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."ends_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."planned_at", old_values."planned_by_id", old_values."ref", old_values."session_id", old_values."starts_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="476101e4e0fff0aeaaf725d80f9a67eaf6c696be",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f245a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingslot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingslotevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0224e7579041c639ddc3a47e97fecc162526b364",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7ab14",
                    table="conferences_thinkingslotevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
