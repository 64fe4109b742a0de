"""What a room has, and the hours in which it may be had."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0011_notices_messages_escalations"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="room",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="room",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="room",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="room",
            name="closes_time",
            field=models.TimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="room",
            name="has_hearing_loop",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="room",
            name="has_video",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="room",
            name="is_step_free",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="room",
            name="opens_time",
            field=models.TimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roomevent",
            name="closes_time",
            field=models.TimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roomevent",
            name="has_hearing_loop",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roomevent",
            name="has_video",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roomevent",
            name="is_step_free",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roomevent",
            name="opens_time",
            field=models.TimeField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT new_values."closes_time", new_values."has_hearing_loop", new_values."has_video", new_values."id", new_values."is_active", new_values."is_step_free", new_values."name", new_values."notes", new_values."opens_time", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."seats", new_values."site" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5e27d4cf18c0b6ccbbd9f2ff3509aa83eff10d75",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0770b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_room",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT new_values."closes_time", new_values."has_hearing_loop", new_values."has_video", new_values."id", new_values."is_active", new_values."is_step_free", new_values."name", new_values."notes", new_values."opens_time", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."seats", new_values."site" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4e2d0c4cb747f05d2fced76f040b4bc74eb4aca0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e04d6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_room",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT old_values."closes_time", old_values."has_hearing_loop", old_values."has_video", old_values."id", old_values."is_active", old_values."is_step_free", old_values."name", old_values."notes", old_values."opens_time", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."seats", old_values."site" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8bbfa066ba5941a18d8341c676d369def98169cb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8db91",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_room",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closes_time__isnull", True), ("opens_time__isnull", True)),
                    models.Q(
                        ("closes_time__gt", models.F("opens_time")),
                        ("closes_time__isnull", False),
                        ("opens_time__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="room_closes_after_it_opens",
            ),
        ),
    ]
