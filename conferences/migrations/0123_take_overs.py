"""Why another chair took a meeting over on its day, kept with the place that it left."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0122_minute_takers_checked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="bookingmove",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="bookingmove",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="bookingmove",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="bookingmove",
            name="chair_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ILL", "The chair is ill"),
                    ("HELD_UP", "The chair cannot get there in time"),
                    ("EMERGENCY", "The chair was called away"),
                    ("TIES", "The chair turned out to know the case or the family"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="bookingmoveevent",
            name="chair_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ILL", "The chair is ill"),
                    ("HELD_UP", "The chair cannot get there in time"),
                    ("EMERGENCY", "The chair was called away"),
                    ("TIES", "The chair turned out to know the case or the family"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bookingmove",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingmoveevent" ("booking_id", "chair_reason", "from_chair_id", "from_ends_at", "from_room_id", "from_starts_at", "id", "moved_at", "moved_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."booking_id", new_values."chair_reason", new_values."from_chair_id", new_values."from_ends_at", new_values."from_room_id", new_values."from_starts_at", new_values."id", new_values."moved_at", new_values."moved_by_id", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c4b36e21a134d45f30263541fd66c5a51d1f8b12",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dfa5a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_bookingmove",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bookingmove",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingmoveevent" ("booking_id", "chair_reason", "from_chair_id", "from_ends_at", "from_room_id", "from_starts_at", "id", "moved_at", "moved_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."booking_id", new_values."chair_reason", new_values."from_chair_id", new_values."from_ends_at", new_values."from_room_id", new_values."from_starts_at", new_values."id", new_values."moved_at", new_values."moved_by_id", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0507c3537ad288060c624b2397d17911c837655a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_babee",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_bookingmove",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bookingmove",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingmoveevent" ("booking_id", "chair_reason", "from_chair_id", "from_ends_at", "from_room_id", "from_starts_at", "id", "moved_at", "moved_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."booking_id", old_values."chair_reason", old_values."from_chair_id", old_values."from_ends_at", old_values."from_room_id", old_values."from_starts_at", old_values."id", old_values."moved_at", old_values."moved_by_id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9adea5e6f56bcfb223b9df25334d6ec1be7463a2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2fc32",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_bookingmove",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="bookingmove",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("chair_reason", ""),
                    models.Q(
                        ("chair_reason__in", ["ILL", "HELD_UP", "EMERGENCY", "TIES", "OTHER"]),
                        ("reason", "CHAIR"),
                    ),
                    _connector="OR",
                ),
                name="bookingmove_chair_reason_known",
            ),
        ),
    ]
