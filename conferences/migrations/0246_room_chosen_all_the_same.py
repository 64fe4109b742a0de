"""Why a room was chosen for a meeting though it lacks something, and what."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0244_for_agencies_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="booking",
            name="room_lacks",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="booking",
            name="room_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="room_lacks",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="room_reason",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "never_began", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_back_at", "put_back_by_id", "put_back_words", "ref", "request_id", "room_id", "room_lacks", "room_reason", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_chair_id", new_values."late_manager_id", new_values."late_reason", new_values."late_why", new_values."minute_taker_id", new_values."never_began", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_back_at", new_values."put_back_by_id", new_values."put_back_words", new_values."ref", new_values."request_id", new_values."room_id", new_values."room_lacks", new_values."room_reason", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0e33f804bfc91646b699c5719c66a66a9d408e0a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1894f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_booking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "never_began", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_back_at", "put_back_by_id", "put_back_words", "ref", "request_id", "room_id", "room_lacks", "room_reason", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_chair_id", new_values."late_manager_id", new_values."late_reason", new_values."late_why", new_values."minute_taker_id", new_values."never_began", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_back_at", new_values."put_back_by_id", new_values."put_back_words", new_values."ref", new_values."request_id", new_values."room_id", new_values."room_lacks", new_values."room_reason", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a21b5baeacb7d8d17f818e1e3bb5c22b97587b69",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e88e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_booking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "never_began", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_back_at", "put_back_by_id", "put_back_words", "ref", "request_id", "room_id", "room_lacks", "room_reason", "starts_at", "state") SELECT old_values."booked_at", old_values."booked_by_id", old_values."cancel_note", old_values."cancel_reason", old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."conference_id", old_values."despite", old_values."despite_words", old_values."ends_at", old_values."entered_reason", old_values."entered_words", old_values."form_key", old_values."id", old_values."late_agreed_by", old_values."late_chair_id", old_values."late_manager_id", old_values."late_reason", old_values."late_why", old_values."minute_taker_id", old_values."never_began", old_values."outcome_at", old_values."outcome_by_id", old_values."outcome_reason", old_values."outcome_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_back_at", old_values."put_back_by_id", old_values."put_back_words", old_values."ref", old_values."request_id", old_values."room_id", old_values."room_lacks", old_values."room_reason", old_values."starts_at", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1c269f9d9ae72e34d6456a8537096802fe9d3fc5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab70e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_booking",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("room_lacks", ""), ("room_reason", "")),
                    models.Q(
                        models.Q(("room_lacks", ""), _negated=True),
                        models.Q(("room_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="booking_room_lacks_says_why",
            ),
        ),
    ]
