"""A record of which no copy goes to anybody says so, with why, and is owed no more."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0175_exclusions_told_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="meetingrecord_signed_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="unsent_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="unsent_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="unsent_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="unsent_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="unsent_by",
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
            model_name="meetingrecordevent",
            name="unsent_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="meetingrecord_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state = 'SIGNED')",
                    func="\n    IF (TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['sent_date', 'sent_by_id', 'unsent_at', 'unsent_by_id', 'unsent_reason'] <> to_jsonb(NEW) - ARRAY['sent_date', 'sent_by_id', 'unsent_at', 'unsent_by_id', 'unsent_reason'])\n        AND EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (OLD.id)) THEN\n        RAISE EXCEPTION 'meetingrecord_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'meetingrecord_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="9c519838e3f8d3542ac01876b6ff53edcb52bdb0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_meetingrecord_signed_stays_660a8",
                    table="conferences_meetingrecord",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("belonged", "booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "unsent_at", "unsent_by_id", "unsent_reason", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT new_values."belonged", new_values."booking_id", new_values."family_view", new_values."family_will", new_values."id", new_values."inquorate_reason", new_values."must_change", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."support_asked", new_values."unsent_at", new_values."unsent_by_id", new_values."unsent_reason", new_values."version", new_values."what_happened", new_values."who_affected", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cb0a9f4bfd9dca9178897fa270983a12d1b0bfe3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e983",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("belonged", "booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "unsent_at", "unsent_by_id", "unsent_reason", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT new_values."belonged", new_values."booking_id", new_values."family_view", new_values."family_will", new_values."id", new_values."inquorate_reason", new_values."must_change", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."support_asked", new_values."unsent_at", new_values."unsent_by_id", new_values."unsent_reason", new_values."version", new_values."what_happened", new_values."who_affected", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b8e5c9a5d0079b555582c13658e92c12266b2bc4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_41d2c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("belonged", "booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "unsent_at", "unsent_by_id", "unsent_reason", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT old_values."belonged", old_values."booking_id", old_values."family_view", old_values."family_will", old_values."id", old_values."inquorate_reason", old_values."must_change", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."saved_at", old_values."saved_by_id", old_values."sent_by_id", old_values."sent_date", old_values."signed_at", old_values."signed_by_id", old_values."state", old_values."support_asked", old_values."unsent_at", old_values."unsent_by_id", old_values."unsent_reason", old_values."version", old_values."what_happened", old_values."who_affected", old_values."working_well", old_values."worried_about" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1ac1d5cf57b3b11263acc9c19c67dfe3fb72dff7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_129e9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="meetingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unsent_at__isnull", True), ("unsent_by__isnull", True), ("unsent_reason", "")),
                    models.Q(
                        ("sent_date__isnull", True),
                        ("unsent_at__isnull", False),
                        ("unsent_by__isnull", False),
                        ("state", "SIGNED"),
                        models.Q(("unsent_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="meetingrecord_goes_to_nobody_with_why",
            ),
        ),
    ]
