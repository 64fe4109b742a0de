"""A duty has a page, may be put off or given to somebody, and keeps each step."""

import uuid

import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0007_notices_are_parked_with_why"),
        ("safeguarding", "0007_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DutyStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ACKNOWLEDGED", "Acknowledged"),
                            ("PUT_OFF", "Put off"),
                            ("GIVEN", "Given to somebody else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("done_at", models.DateTimeField()),
                ("words", models.TextField(blank=True)),
                ("until_date", models.DateField(blank=True, null=True)),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="duty",
            name="given_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="duty",
            name="put_off_until_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="duty",
            name="ref",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
                unique=True,
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="given_to",
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
            model_name="dutyevent",
            name="put_off_until_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="ref",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(), default=uuid.uuid4, editable=False
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."given_to_id", new_values."id", new_values."kind", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."put_off_until_date", new_values."raised_at", new_values."ref", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f62b402dbbd79825d992dcad69bc27dc5f36d79b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e54c8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_duty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."given_to_id", new_values."id", new_values."kind", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."put_off_until_date", new_values."raised_at", new_values."ref", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b573792ac85225f787d23d4d49579f9fa78b8d37",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b52dc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_duty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT old_values."booking_id", old_values."child_id", old_values."closed_at", old_values."closed_because", old_values."consultation_id", old_values."due_date", old_values."enquiry_id", old_values."given_to_id", old_values."id", old_values."kind", old_values."owner_id", old_values."owner_role", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."put_off_until_date", old_values."raised_at", old_values."ref", old_values."request_id", old_values."thinking_time_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5968ffd5c72056da0122b9db44086a86e903fb04",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c55a2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_duty",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("put_off_until_date__isnull", True),
                    ("put_off_until_date__lte", models.F("due_date")),
                    models.Q(
                        (
                            "kind__in",
                            ["HOLD_CONFERENCE", "HOLD_TRANSFER_IN", "HOLD_REVIEW", "HOLD_FIRST_CORE_GROUP"],
                        ),
                        _negated=True,
                    ),
                    _connector="OR",
                ),
                name="duty_not_put_off_past_the_law",
            ),
        ),
        migrations.AddField(
            model_name="dutystep",
            name="done_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="dutystep",
            name="duty",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="conferences.duty"
            ),
        ),
        migrations.AddField(
            model_name="dutystep",
            name="given_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="dutystep",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["ACKNOWLEDGED", "PUT_OFF", "GIVEN"])),
                name="dutystep_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutystep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "ACKNOWLEDGED"), models.Q(("words", ""), _negated=True), _connector="OR"
                ),
                name="dutystep_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutystep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "PUT_OFF"), ("until_date__isnull", False)),
                    models.Q(models.Q(("kind", "PUT_OFF"), _negated=True), ("until_date__isnull", True)),
                    _connector="OR",
                ),
                name="dutystep_put_off_until_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutystep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("given_to__isnull", False), ("kind", "GIVEN")),
                    models.Q(models.Q(("kind", "GIVEN"), _negated=True), ("given_to__isnull", True)),
                    _connector="OR",
                ),
                name="dutystep_given_to_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutystep",
            trigger=pgtrigger.compiler.Trigger(
                name="dutystep_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="834765c628b4e491c0da50f3b01b09f7f2772783",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_dutystep_never_changed_31efe",
                    table="conferences_dutystep",
                    when="BEFORE",
                ),
            ),
        ),
    ]
