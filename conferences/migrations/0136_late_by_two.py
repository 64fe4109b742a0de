"""A late conference says why by a code, and which manager and which chair agreed. What was typed stays."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0135_conferences_entered_checked"),
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
        migrations.RemoveConstraint(
            model_name="booking",
            name="booking_late_why_and_who_agreed",
        ),
        migrations.AddField(
            model_name="booking",
            name="late_chair",
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
            name="late_manager",
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
            name="late_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("FAMILY", "The family asked for a later day, or could not come"),
                    ("CHILD", "To hold it for brothers and sisters together"),
                    ("INTERPRETER", "No interpreter or other support for the family"),
                    ("AGENCY", "A needed agency could not come"),
                    ("REPORTS", "Reports or an assessment were not ready"),
                    ("CHAIR", "No chair was free"),
                    ("ROOM", "No room was free"),
                    ("ASKED_LATE", "It was asked for too late"),
                    ("FOUND_LATE", "The child or the concern was found late"),
                    ("ANOTHER_WAY", "Another way was decided first"),
                    ("SITTING", "An earlier sitting ended without a decision"),
                    ("EVENT", "Weather, illness or another event"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="bookingevent",
            name="late_chair",
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
            name="late_manager",
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
            name="late_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("FAMILY", "The family asked for a later day, or could not come"),
                    ("CHILD", "To hold it for brothers and sisters together"),
                    ("INTERPRETER", "No interpreter or other support for the family"),
                    ("AGENCY", "A needed agency could not come"),
                    ("REPORTS", "Reports or an assessment were not ready"),
                    ("CHAIR", "No chair was free"),
                    ("ROOM", "No room was free"),
                    ("ASKED_LATE", "It was asked for too late"),
                    ("FOUND_LATE", "The child or the concern was found late"),
                    ("ANOTHER_WAY", "Another way was decided first"),
                    ("SITTING", "An earlier sitting ended without a decision"),
                    ("EVENT", "Weather, illness or another event"),
                    ("OTHER", "Another reason"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="booking",
            name="late_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name="bookingevent",
            name="late_reason",
            field=models.TextField(blank=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="booking",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_chair_id", new_values."late_manager_id", new_values."late_reason", new_values."late_why", new_values."minute_taker_id", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5cb15005b79e167b8c64985aeb7d6309525b12ef",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."despite", new_values."despite_words", new_values."ends_at", new_values."entered_reason", new_values."entered_words", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_chair_id", new_values."late_manager_id", new_values."late_reason", new_values."late_why", new_values."minute_taker_id", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_reason", new_values."outcome_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c47dc022d41dafefa0a596c90d94b10bdac664f0",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "despite", "despite_words", "ends_at", "entered_reason", "entered_words", "form_key", "id", "late_agreed_by", "late_chair_id", "late_manager_id", "late_reason", "late_why", "minute_taker_id", "outcome_at", "outcome_by_id", "outcome_reason", "outcome_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT old_values."booked_at", old_values."booked_by_id", old_values."cancel_note", old_values."cancel_reason", old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."conference_id", old_values."despite", old_values."despite_words", old_values."ends_at", old_values."entered_reason", old_values."entered_words", old_values."form_key", old_values."id", old_values."late_agreed_by", old_values."late_chair_id", old_values."late_manager_id", old_values."late_reason", old_values."late_why", old_values."minute_taker_id", old_values."outcome_at", old_values."outcome_by_id", old_values."outcome_reason", old_values."outcome_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."request_id", old_values."room_id", old_values."starts_at", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8eca212345eb7e0e9cf88e50924dd308b1ea9753",
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
                    models.Q(("late_agreed_by", ""), ("late_reason", ""), ("late_why", "")),
                    models.Q(
                        ("late_why", ""),
                        models.Q(("late_reason", ""), _negated=True),
                        models.Q(("late_agreed_by", ""), _negated=True),
                    ),
                    models.Q(models.Q(("late_why", ""), _negated=True), ("late_agreed_by", "")),
                    _connector="OR",
                ),
                name="booking_late_why_and_who_agreed",
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("late_chair__isnull", True), ("late_manager__isnull", True), ("late_why", "")),
                    models.Q(
                        ("late_chair__isnull", False),
                        ("late_manager__isnull", False),
                        (
                            "late_why__in",
                            [
                                "FAMILY",
                                "CHILD",
                                "INTERPRETER",
                                "AGENCY",
                                "REPORTS",
                                "CHAIR",
                                "ROOM",
                                "ASKED_LATE",
                                "FOUND_LATE",
                                "ANOTHER_WAY",
                                "SITTING",
                                "EVENT",
                                "OTHER",
                            ],
                        ),
                    ),
                    _connector="OR",
                ),
                name="booking_late_agreed_by_two",
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("late_manager__isnull", True),
                    models.Q(("late_manager", models.F("late_chair")), _negated=True),
                    _connector="OR",
                ),
                name="booking_late_agreed_by_others",
            ),
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("late_why", "OTHER"), _negated=True),
                    models.Q(("late_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="booking_late_other_says_why",
            ),
        ),
    ]
