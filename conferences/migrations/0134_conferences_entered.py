"""A conference that was held may be entered afterwards, with why it is entered only then."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0133_fewer_indexes"),
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
            name="entered_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("DOWN", "The service could not be reached then"),
                    ("BEFORE", "It was booked or held before this service was used"),
                    ("URGENT", "It was held at short notice"),
                    ("MISSED", "Entering it was forgotten"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="booking",
            name="entered_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="entered_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("DOWN", "The service could not be reached then"),
                    ("BEFORE", "It was booked or held before this service was used"),
                    ("URGENT", "It was held at short notice"),
                    ("MISSED", "Entering it was forgotten"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="entered_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AlterField(
            model_name="notice",
            name="change",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BOOKED", "A conference is in the diary"),
                    ("ENTERED", "A conference that was held is entered, and waits for its record"),
                    ("MOVED", "A conference has moved"),
                    ("CANCELLED", "A conference is cancelled"),
                    ("INQUORATE", "A conference was not quorate, and needs a new date"),
                    ("ADJOURNED", "A conference is adjourned to another day"),
                    ("ABANDONED", "A conference was abandoned, and needs a new date"),
                    ("CHAIR_CHANGED", "A conference has another chair"),
                    ("MINUTES", "A conference has another minute taker"),
                    ("CHILDREN", "A conference is for other children than before"),
                    ("ANSWERED", "A re-plan consultation is answered"),
                    ("MORE_ASKED", "More is asked for a re-plan consultation"),
                    ("MAY_COME_BACK", "A child who left a request may come back to it"),
                    ("WITHDRAWN", "A request for a conference is withdrawn"),
                    ("OPENED_AGAIN", "A record that you are named for is open to others again"),
                    ("DAY_MOVED", "The day by which a conference is due has moved"),
                    ("FILE_NAMED", "A census file changed a record that is closed to others"),
                    ("FILE_UNNAMED", "A census file changed a restricted record for which nobody is named"),
                    ("WENT_LIVE", "The service went live"),
                ],
                default="",
                max_length=14,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_reason", "minute_taker_id", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", new_values."minute_taker_id", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a2ff2a1a1f3ea28d38eca19465c0afc043c61526",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_reason", "minute_taker_id", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", new_values."minute_taker_id", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4f6c82fb1ae2fea7c5dc41e810c18407f77c39ad",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_reason", "minute_taker_id", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT old_values."booked_at", old_values."booked_by_id", old_values."cancel_note", old_values."cancel_reason", old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."conference_id", old_values."despite", old_values."despite_words", old_values."ends_at", old_values."entered_reason", old_values."entered_words", old_values."form_key", old_values."id", old_values."late_agreed_by", old_values."late_reason", old_values."minute_taker_id", old_values."outcome_at", old_values."outcome_by_id", old_values."outcome_reason", old_values."outcome_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."request_id", old_values."room_id", old_values."starts_at", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="406357a7765d5d679d375923107c18539b1107de",
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
                    models.Q(("entered_reason", ""), ("entered_words", "")),
                    models.Q(
                        ("entered_reason__in", ["DOWN", "BEFORE", "URGENT", "MISSED", "OTHER"]),
                        ("booked_at__gte", models.F("starts_at")),
                    ),
                    _connector="OR",
                ),
                name="booking_entered_after_it_began_and_why",
            ),
        ),
    ]
