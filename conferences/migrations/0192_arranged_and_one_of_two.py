"""What is arranged for a need is told, and of one child stand words, or why there are none."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0191_prepared_as_children"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="invitation",
            name="arranged",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("INTERPRETER", "An interpreter"),
                        ("ADVOCATE", "An advocate or supporter"),
                        ("ACCESS", "Access: the building, hearing, sight or reading"),
                        ("TRANSPORT", "Transport"),
                        ("CHILDCARE", "Childcare"),
                        ("OTHER", "Something else"),
                    ],
                    max_length=12,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="arranged",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("INTERPRETER", "An interpreter"),
                        ("ADVOCATE", "An advocate or supporter"),
                        ("ACCESS", "Access: the building, hearing, sight or reading"),
                        ("TRANSPORT", "Transport"),
                        ("CHILDCARE", "Childcare"),
                        ("OTHER", "Something else"),
                    ],
                    max_length=12,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "arranged", "arrives", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "requested_child_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "takes_part", "told_at", "told_by_id", "unshared_why") SELECT new_values."agency_kind", new_values."arranged", new_values."arrives", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."none_why", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."requested_child_id", new_values."role", new_values."shared_by", new_values."shared_date", new_values."shared_how", new_values."shared_language", new_values."shared_way", new_values."takes_part", new_values."told_at", new_values."told_by_id", new_values."unshared_why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b0c34090b93fc182d511ad6d430db8dea8f839cb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7782",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "arranged", "arrives", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "requested_child_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "takes_part", "told_at", "told_by_id", "unshared_why") SELECT new_values."agency_kind", new_values."arranged", new_values."arrives", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."none_why", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."requested_child_id", new_values."role", new_values."shared_by", new_values."shared_date", new_values."shared_how", new_values."shared_language", new_values."shared_way", new_values."takes_part", new_values."told_at", new_values."told_by_id", new_values."unshared_why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ed5928fd93584ae9bf8a10ac0de14b60ae1fb663",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_49ea4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "arranged", "arrives", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "requested_child_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "takes_part", "told_at", "told_by_id", "unshared_why") SELECT old_values."agency_kind", old_values."arranged", old_values."arrives", old_values."channel", old_values."id", old_values."invited_date", old_values."is_report_asked", old_values."name", old_values."needs", old_values."needs_words", old_values."none_why", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."off_words", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_on_at", old_values."put_on_by_id", old_values."received_date", old_values."ref", old_values."reply", old_values."request_id", old_values."requested_child_id", old_values."role", old_values."shared_by", old_values."shared_date", old_values."shared_how", old_values."shared_language", old_values."shared_way", old_values."takes_part", old_values."told_at", old_values."told_by_id", old_values."unshared_why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="118225928f5bc50d73b691352bb2577572e0a424",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e0eb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="views_before_words_or_none_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_viewsbefore AS o ON o.asked_id = r.asked_id\n        WHERE r.taken_back_at IS NULL AND o.taken_back_at IS NULL\n            AND (o.none_why = '') <> (r.none_why = '')) THEN\n        RAISE EXCEPTION 'views_before_words_or_none' USING ERRCODE = 'check_violation', CONSTRAINT = 'views_before_words_or_none';\n    END IF;\n    RETURN NULL;",
                    hash="896e2396f64f976204a357b3db11b1bdb24dc033",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_views_before_words_or_none_new_5cdf7",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_viewsbefore",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="views_before_words_or_none",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.none_why IS DISTINCT FROM NEW.none_why))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_viewsbefore WHERE id = NEW.id) AS r JOIN conferences_viewsbefore AS o ON o.asked_id = r.asked_id\n        WHERE r.taken_back_at IS NULL AND o.taken_back_at IS NULL\n            AND (o.none_why = '') <> (r.none_why = '')) THEN\n        RAISE EXCEPTION 'views_before_words_or_none' USING ERRCODE = 'check_violation', CONSTRAINT = 'views_before_words_or_none';\n    END IF;\n    RETURN NULL;",
                    hash="b70ed2a5db29a81cca5dd5b13d67a721cba62073",
                    operation='UPDATE OF "none_why"',
                    pgid="pgtrigger_views_before_words_or_none_e5c9a",
                    table="conferences_viewsbefore",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("arranged__contained_by", models.F("needs"))),
                name="invitation_arranged_what_is_needed",
            ),
        ),
    ]
