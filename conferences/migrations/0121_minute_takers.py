"""Who takes the minutes of a meeting; nobody is in two meetings at once, whatever they do there."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import conferences.models.scheduling


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0101_slot_holds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="booking_beside_thinking_time",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingslot",
            name="thinkingslot_beside_meetings",
        ),
        migrations.AddField(
            model_name="booking",
            name="minute_taker",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="minutes",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="minute_taker",
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
        migrations.AlterField(
            model_name="notice",
            name="change",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BOOKED", "A conference is in the diary"),
                    ("MOVED", "A conference has moved"),
                    ("CANCELLED", "A conference is cancelled"),
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
                name="booking_beside_thinking_time",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'BOOKED')",
                    constraint="CONSTRAINT",
                    func="\n    PERFORM FROM safeguarding_user WHERE id IN (NEW.chair_id, NEW.minute_taker_id)\n        ORDER BY id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingslot AS s\n            ON s.chair_id IN (b.chair_id, b.minute_taker_id)\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at)\n        WHERE b.id = NEW.id AND b.state <> 'CANCELLED' AND s.cancelled_at IS NULL) THEN\n        RAISE EXCEPTION 'booking_beside_thinking_time' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_beside_thinking_time';\n    END IF;\n    RETURN NULL;",
                    hash="f695fc01c8450862add70145d685da80d628bbff",
                    operation='INSERT OR UPDATE OF "chair_id", "starts_at", "ends_at", "minute_taker_id"',
                    pgid="pgtrigger_booking_beside_thinking_time_d879b",
                    table="conferences_booking",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="booking_people_in_one_place",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'BOOKED')",
                    constraint="CONSTRAINT",
                    func="\n    PERFORM FROM safeguarding_user WHERE id IN (NEW.chair_id, NEW.minute_taker_id)\n        ORDER BY id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_booking AS o ON o.id <> b.id\n            AND o.state <> 'CANCELLED' AND (o.chair_id = b.minute_taker_id OR o.minute_taker_id = b.chair_id)\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(o.starts_at, o.ends_at)\n        WHERE b.id = NEW.id AND b.state <> 'CANCELLED') THEN\n        RAISE EXCEPTION 'booking_people_in_one_place' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_people_in_one_place';\n    END IF;\n    RETURN NULL;",
                    hash="f3d49c58be3abaaacd8c9ed9f25ed8542ace2b66",
                    operation='INSERT OR UPDATE OF "chair_id", "starts_at", "ends_at", "minute_taker_id"',
                    pgid="pgtrigger_booking_people_in_one_place_1128d",
                    table="conferences_booking",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "minute_taker_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", new_values."minute_taker_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9b349b11aa1526926a7d97c2b356be8054790466",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "minute_taker_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", new_values."minute_taker_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="675e043d79f1fbd29cbacd22a5bf3a0a137bf8cb",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "minute_taker_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT old_values."booked_at", old_values."booked_by_id", old_values."cancel_note", old_values."cancel_reason", old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."conference_id", old_values."despite", old_values."despite_words", old_values."ends_at", old_values."form_key", old_values."id", old_values."late_agreed_by", old_values."late_reason", old_values."minute_taker_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."request_id", old_values."room_id", old_values."starts_at", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b85f618e2d4f12c1c1d96dd2f0a3ed38b676d31e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab70e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_booking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingslot",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingslot_beside_meetings",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.cancelled_at IS NULL)",
                    constraint="CONSTRAINT",
                    func="\n    PERFORM FROM safeguarding_user WHERE id = NEW.chair_id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingslot AS s\n            ON s.chair_id IN (b.chair_id, b.minute_taker_id)\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at)\n        WHERE s.id = NEW.id AND b.state <> 'CANCELLED' AND s.cancelled_at IS NULL) THEN\n        RAISE EXCEPTION 'thinkingslot_beside_meetings' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingslot_beside_meetings';\n    END IF;\n    RETURN NULL;",
                    hash="56f01506c42776949462218dc39fe4463108441a",
                    operation='INSERT OR UPDATE OF "chair_id", "starts_at", "ends_at", "cancelled_at"',
                    pgid="pgtrigger_thinkingslot_beside_meetings_6f2b3",
                    table="conferences_thinkingslot",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(
                    models.Q(("state", "CANCELLED"), _negated=True), ("minute_taker__isnull", False)
                ),
                expressions=[
                    ("minute_taker", "="),
                    (
                        conferences.models.scheduling.MomentRange(
                            "starts_at", "ends_at", django.contrib.postgres.fields.ranges.RangeBoundary()
                        ),
                        "&&",
                    ),
                ],
                name="booking_minute_taker_free",
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minute_taker__isnull", True),
                    models.Q(("minute_taker", models.F("chair")), _negated=True),
                    _connector="OR",
                ),
                name="booking_minutes_not_by_its_chair",
            ),
        ),
    ]
