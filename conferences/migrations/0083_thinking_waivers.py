"""A conference that needs thinking time is signed with it, or with a waiver that two people agreed to."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0082_thinking_required_checked"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ThinkingWaiver",
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
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("CANNOT_WAIT", "The conference cannot wait, and there was no time before it"),
                            ("LATELY", "The chair thought about this family lately"),
                            ("HANDED_OVER", "Another chair thought about it and handed it over"),
                            ("NOT_NEEDED", "What it was required for is no question here"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words", models.TextField()),
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
            name="ThinkingWaiverEvent",
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
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("CANNOT_WAIT", "The conference cannot wait, and there was no time before it"),
                            ("LATELY", "The chair thought about this family lately"),
                            ("HANDED_OVER", "Another chair thought about it and handed it over"),
                            ("NOT_NEEDED", "What it was required for is no question here"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words", models.TextField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="meetingrecord_thought_first",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'SIGNED')",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingtime AS t ON t.request_id = b.request_id\n        WHERE b.id = NEW.booking_id AND t.is_required AND NOT t.in_error\n            AND (t.held_date <= (b.starts_at AT TIME ZONE 'Europe/London')::date) IS NOT TRUE\n            AND NOT EXISTS (\n                SELECT FROM conferences_thinkingwaiver AS w\n                WHERE w.session_id = t.id AND w.outcome = 'CONFIRMED')) THEN\n        RAISE EXCEPTION 'meetingrecord_thought_first' USING ERRCODE = 'check_violation', CONSTRAINT = 'meetingrecord_thought_first';\n    END IF;\n    RETURN NULL;",
                    hash="13c637ac64b8a9e9189223f03fe42a1b25627e46",
                    operation='INSERT OR UPDATE OF "state"',
                    pgid="pgtrigger_meetingrecord_thought_first_cbf62",
                    table="conferences_meetingrecord",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="thinkingwaiver",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="thinkingwaiver",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingwaiver",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="waivers",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddField(
            model_name="thinkingwaiverevent",
            name="asked_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingwaiverevent",
            name="closed_by",
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
            model_name="thinkingwaiverevent",
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
            model_name="thinkingwaiverevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.thinkingwaiver",
            ),
        ),
        migrations.AddField(
            model_name="thinkingwaiverevent",
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
            model_name="thinkingwaiver",
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
                name="thinkingwaiver_closed_by_at_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingwaiver",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                    models.Q(("closed_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="thinkingwaiver_turned_down_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingwaiver",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_by", models.F("asked_by")), ("outcome", "CONFIRMED"), _negated=True
                ),
                name="thinkingwaiver_confirmed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingwaiver",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why__in", ["CANNOT_WAIT", "LATELY", "HANDED_OVER", "NOT_NEEDED", "OTHER"])
                ),
                name="thinkingwaiver_why_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingwaiver",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="thinkingwaiver_why_in_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingwaiver",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "CONFIRMED"), _negated=True),
                    models.Q(("closed_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="thinkingwaiver_granted_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingwaiver",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("session",),
                name="thinkingwaiver_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingwaiver",
            constraint=models.UniqueConstraint(
                condition=models.Q(("outcome", "CONFIRMED")),
                fields=("session",),
                name="thinkingwaiver_granted_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e100acdea8097a7bead0c87c79728427e17a83d7",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_for_good_32f5e",
                    table="conferences_thinkingwaiver",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="as_it_was_asked",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_date" IS DISTINCT FROM (NEW."last_date") OR OLD."ref" IS DISTINCT FROM (NEW."ref") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."why" IS DISTINCT FROM (NEW."why") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f8b2873862d3cd0bec512a6c3e11475c5e1c76c7",
                    operation="UPDATE",
                    pgid="pgtrigger_as_it_was_asked_4a680",
                    table="conferences_thinkingwaiver",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingwaiver_not_by_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NEW.outcome = 'CONFIRMED' AND EXISTS (\n        SELECT FROM conferences_thinkingtime AS t\n            JOIN conferences_booking AS b ON b.request_id = t.request_id AND b.state <> 'CANCELLED'\n        WHERE t.id = NEW.session_id AND b.chair_id = NEW.closed_by_id) THEN\n        RAISE EXCEPTION 'thinkingwaiver_not_by_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingwaiver_not_by_its_chair';\n    END IF;\n    RETURN NULL;",
                    hash="1df644c6320d00e374a8bba0a187530c9bbde3b8",
                    operation='INSERT OR UPDATE OF "outcome"',
                    pgid="pgtrigger_thinkingwaiver_not_by_its_chair_344bd",
                    table="conferences_thinkingwaiver",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingwaiverevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "session_id", "why", "words") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."session_id", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1499b0ad69100f7b5c5bcb4b2bcf533a879d9079",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37fa7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thinkingwaiver",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingwaiverevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "session_id", "why", "words") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."session_id", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2eb90621427db2128accc7c6d236b4b2ee621503",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb3ce",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thinkingwaiver",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiver",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingwaiverevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "session_id", "why", "words") SELECT old_values."asked_at", old_values."asked_by_id", old_values."closed_at", old_values."closed_by_id", old_values."closed_reason", old_values."id", old_values."last_date", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."session_id", old_values."why", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d0b6a069d693c67c52173ac3ad8115dd23836518",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ba390",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingwaiver",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingwaiverevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d4a80a296249fbb81483293d938248c2cb27554a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a891a",
                    table="conferences_thinkingwaiverevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
