"""A meeting that ended before it began keeps no room; how one ended can be told otherwise."""

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
        ("conferences", "0149_confidential_parts"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="booking_beside_thinking_time",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="booking_people_in_one_place",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="booking_over_stays_over",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="booking",
            name="booking_over_stays",
        ),
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
            model_name="thinkingslot",
            name="thinkingslot_beside_meetings",
        ),
        migrations.RemoveConstraint(
            model_name="booking",
            name="booking_room_free",
        ),
        migrations.RemoveConstraint(
            model_name="booking",
            name="booking_chair_free",
        ),
        migrations.RemoveConstraint(
            model_name="booking",
            name="booking_minute_taker_free",
        ),
        migrations.AddField(
            model_name="booking",
            name="never_began",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="booking",
            name="put_back_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="booking",
            name="put_back_by",
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
            model_name="booking",
            name="put_back_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="never_began",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="put_back_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="put_back_by",
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
            model_name="bookingevent",
            name="put_back_words",
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
                    (
                        "PUT_BACK",
                        "A conference did not end without a decision after all: it is in the diary again",
                    ),
                    ("CHAIR_CHANGED", "A conference has another chair"),
                    ("MINUTES", "A conference has another minute taker"),
                    ("CHILDREN", "A conference is for other children than before"),
                    ("ANSWERED", "A re-plan consultation is answered"),
                    ("MORE_ASKED", "More is asked for a re-plan consultation"),
                    ("WAIVED", "A waiver of thinking time is granted: the conference can go on without"),
                    ("NOT_WAIVED", "A waiver of thinking time is refused: it is still required"),
                    ("TAKEN_BACK", "A re-plan consultation is withdrawn"),
                    ("THINKING_FREED", "Time that you kept to think is free again in your diary"),
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
                    func="\n    PERFORM FROM safeguarding_user WHERE id IN (NEW.chair_id, NEW.minute_taker_id)\n        ORDER BY id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingslot AS s\n            ON s.chair_id IN (b.chair_id, b.minute_taker_id)\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at)\n        WHERE b.id = NEW.id AND b.state <> 'CANCELLED' AND NOT b.never_began\n            AND s.cancelled_at IS NULL) THEN\n        RAISE EXCEPTION 'booking_beside_thinking_time' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_beside_thinking_time';\n    END IF;\n    RETURN NULL;",
                    hash="d7f7456a0aa62c080304dca6f86ea8c1e41aade9",
                    operation='INSERT OR UPDATE OF "chair_id", "starts_at", "ends_at", "minute_taker_id", "state"',
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
                    func="\n    PERFORM FROM safeguarding_user WHERE id IN (NEW.chair_id, NEW.minute_taker_id)\n        ORDER BY id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_booking AS o ON o.id <> b.id\n            AND o.state <> 'CANCELLED' AND NOT o.never_began\n            AND (o.chair_id = b.minute_taker_id OR o.minute_taker_id = b.chair_id)\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(o.starts_at, o.ends_at)\n        WHERE b.id = NEW.id AND b.state <> 'CANCELLED') THEN\n        RAISE EXCEPTION 'booking_people_in_one_place' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_people_in_one_place';\n    END IF;\n    RETURN NULL;",
                    hash="3a4280da8e339c77adc95b5801529ad66498718d",
                    operation='INSERT OR UPDATE OF "chair_id", "starts_at", "ends_at", "minute_taker_id", "state"',
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
                name="booking_over_stays_over",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state <> 'BOOKED' AND NEW.state <> OLD.state AND NOT (OLD.state IN ('INQUORATE', 'ABANDONED') AND NEW.state IN ('INQUORATE', 'ABANDONED', 'BOOKED')\n        OR OLD.state = 'ADJOURNED' AND NEW.state = 'BOOKED'))",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'booking_over_stays_over' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_over_stays_over';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="4a4b3abb0fa919a25baa64f03951264d8785d74c",
                    operation="UPDATE",
                    pgid="pgtrigger_booking_over_stays_over_839eb",
                    table="conferences_booking",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="booking_over_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state <> 'BOOKED' AND NEW.state = OLD.state)",
                    func="\n    IF to_jsonb(OLD) - 'starts_at' - 'ends_at' - 'state' - (CASE WHEN OLD.state IN ('INQUORATE', 'ADJOURNED', 'ABANDONED')\n            THEN '{outcome_reason,outcome_words,outcome_by_id,outcome_at}' ELSE '{}' END)::text[] <> to_jsonb(NEW) - 'starts_at' - 'ends_at' - 'state' - (CASE WHEN OLD.state IN ('INQUORATE', 'ADJOURNED', 'ABANDONED')\n            THEN '{outcome_reason,outcome_words,outcome_by_id,outcome_at}' ELSE '{}' END)::text[] OR (OLD.starts_at AT TIME ZONE 'Europe/London')::time <> (NEW.starts_at AT TIME ZONE 'Europe/London')::time OR (OLD.ends_at AT TIME ZONE 'Europe/London')::time <> (NEW.ends_at AT TIME ZONE 'Europe/London')::time\n        OR (OLD.state <> 'HELD' AND OLD.starts_at <> NEW.starts_at) THEN\n        RAISE EXCEPTION 'booking_over_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_over_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="98cc204bdbba5a5e849254c2463ee531034fe6e2",
                    operation="UPDATE",
                    pgid="pgtrigger_booking_over_stays_eb12b",
                    table="conferences_booking",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "never_began", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_back_at", "put_back_by_id", "put_back_words", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_chair_id", new_values."late_manager_id", new_values."late_reason", new_values."late_why", new_values."minute_taker_id", new_values."never_began", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_back_at", new_values."put_back_by_id", new_values."put_back_words", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2f781e31faf35fa7ab169562b1aaf8a8b547ecfc",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "never_began", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_back_at", "put_back_by_id", "put_back_words", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_chair_id", new_values."late_manager_id", new_values."late_reason", new_values."late_why", new_values."minute_taker_id", new_values."never_began", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_back_at", new_values."put_back_by_id", new_values."put_back_words", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dc3affc3f4bf035794b70f4ce8df9ea168b828b6",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "never_began", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_back_at", "put_back_by_id", "put_back_words", "ref", "request_id", "room_id", "starts_at", "state") SELECT old_values."booked_at", old_values."booked_by_id", old_values."cancel_note", old_values."cancel_reason", old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."conference_id", old_values."despite", old_values."despite_words", old_values."ends_at", old_values."entered_reason", old_values."entered_words", old_values."form_key", old_values."id", old_values."late_agreed_by", old_values."late_chair_id", old_values."late_manager_id", old_values."late_reason", old_values."late_why", old_values."minute_taker_id", old_values."never_began", old_values."outcome_at", old_values."outcome_by_id", old_values."outcome_reason", old_values."outcome_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_back_at", old_values."put_back_by_id", old_values."put_back_words", old_values."ref", old_values."request_id", old_values."room_id", old_values."starts_at", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0b53f51c0370793b8667e02bcf050c987aad7f5d",
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
                    func="\n    PERFORM FROM safeguarding_user WHERE id = NEW.chair_id FOR NO KEY UPDATE;\n    IF EXISTS (\n        SELECT FROM conferences_booking AS b JOIN conferences_thinkingslot AS s\n            ON s.chair_id IN (b.chair_id, b.minute_taker_id)\n            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at)\n        WHERE s.id = NEW.id AND b.state <> 'CANCELLED' AND NOT b.never_began\n            AND s.cancelled_at IS NULL) THEN\n        RAISE EXCEPTION 'thinkingslot_beside_meetings' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingslot_beside_meetings';\n    END IF;\n    RETURN NULL;",
                    hash="f59bbce24f4a528068d4667d7664f5eacaa6da3f",
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
                condition=models.Q(models.Q(("state", "CANCELLED"), _negated=True), ("never_began", False)),
                expressions=[
                    ("room", "="),
                    (
                        conferences.models.scheduling.MomentRange(
                            "starts_at", "ends_at", django.contrib.postgres.fields.ranges.RangeBoundary()
                        ),
                        "&&",
                    ),
                ],
                name="booking_room_free",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(models.Q(("state", "CANCELLED"), _negated=True), ("never_began", False)),
                expressions=[
                    ("chair", "="),
                    (
                        conferences.models.scheduling.MomentRange(
                            "starts_at", "ends_at", django.contrib.postgres.fields.ranges.RangeBoundary()
                        ),
                        "&&",
                    ),
                ],
                name="booking_chair_free",
            ),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(
                    models.Q(("state", "CANCELLED"), _negated=True),
                    ("never_began", False),
                    ("minute_taker__isnull", False),
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
                    ("never_began", False),
                    ("state__in", ["INQUORATE", "ADJOURNED", "ABANDONED"]),
                    _connector="OR",
                ),
                name="booking_never_began_only_undecided",
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("put_back_at__isnull", True), ("put_back_by__isnull", True), ("put_back_words", "")
                    ),
                    models.Q(
                        ("put_back_at__isnull", False),
                        ("put_back_by__isnull", False),
                        models.Q(("put_back_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="booking_put_back_by_at_and_why",
            ),
        ),
    ]
