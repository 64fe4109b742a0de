"""A letter that was recorded as sent and did not go is taken back, with why."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0225_sent_again_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusionletter",
            name="exclusionletter_stays_as_made",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusionletter",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusionletter",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusionletter",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitationletter",
            name="invitationletter_stays_as_made",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitationletter",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitationletter",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitationletter",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="exclusionletter",
            name="back_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="exclusionletter",
            name="taken_back_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="exclusionletter",
            name="taken_back_by",
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
            model_name="exclusionletterevent",
            name="back_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="exclusionletterevent",
            name="taken_back_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="exclusionletterevent",
            name="taken_back_by",
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
            model_name="invitationletter",
            name="back_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="invitationletter",
            name="taken_back_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invitationletter",
            name="taken_back_by",
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
            model_name="invitationletterevent",
            name="back_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="invitationletterevent",
            name="taken_back_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invitationletterevent",
            name="taken_back_by",
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
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusionletter_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at', 'back_words', 'taken_back_by_id', 'taken_back_at'] <> to_jsonb(NEW) - ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at', 'back_words', 'taken_back_by_id', 'taken_back_at']\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL\n            AND (NEW.back_words = '' OR NEW.taken_back_at IS NOT DISTINCT FROM OLD.taken_back_at)) THEN\n        RAISE EXCEPTION 'exclusionletter_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusionletter_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="e93526617b8b1217a4052d02d89445b8522e3293",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_exclusionletter_stays_as_made_d990f",
                    table="conferences_exclusionletter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionletterevent" ("back_words", "changed", "exclusion_id", "id", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "taken_back_at", "taken_back_by_id", "told", "version") SELECT new_values."back_words", new_values."changed", new_values."exclusion_id", new_values."id", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7599a7f857b5723dbe20bf3b1df7f5378cf8d35c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a352d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_exclusionletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionletterevent" ("back_words", "changed", "exclusion_id", "id", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "taken_back_at", "taken_back_by_id", "told", "version") SELECT new_values."back_words", new_values."changed", new_values."exclusion_id", new_values."id", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="be0cf7e6baeba30585443e3d5e310ab8f460fd0f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f6229",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_exclusionletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionletterevent" ("back_words", "changed", "exclusion_id", "id", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "taken_back_at", "taken_back_by_id", "told", "version") SELECT old_values."back_words", old_values."changed", old_values."exclusion_id", old_values."id", old_values."left_out", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_at", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."taken_back_at", old_values."taken_back_by_id", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="402c533c062479cf11d1094f5813c33e499bc03c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8bc4e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_exclusionletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="invitationletter_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - (ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at', 'back_words', 'taken_back_by_id', 'taken_back_at'] || ARRAY['sent_proof']) <> to_jsonb(NEW) - (ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at', 'back_words', 'taken_back_by_id', 'taken_back_at'] || ARRAY['sent_proof'])\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL\n            AND (NEW.back_words = '' OR NEW.taken_back_at IS NOT DISTINCT FROM OLD.taken_back_at)) THEN\n        RAISE EXCEPTION 'invitationletter_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitationletter_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="f0c65244aa594a60d4c16e4185de0c5ca663b37b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_invitationletter_stays_as_made_ca4b5",
                    table="conferences_invitationletter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationletterevent" ("back_words", "changed", "doubt_words", "id", "invitation_id", "is_in_doubt", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "sent_proof", "taken_back_at", "taken_back_by_id", "told", "version") SELECT new_values."back_words", new_values."changed", new_values."doubt_words", new_values."id", new_values."invitation_id", new_values."is_in_doubt", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="340643ad341ec758d4dfb2bd75df9325fd358d06",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8306c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_invitationletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationletterevent" ("back_words", "changed", "doubt_words", "id", "invitation_id", "is_in_doubt", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "sent_proof", "taken_back_at", "taken_back_by_id", "told", "version") SELECT new_values."back_words", new_values."changed", new_values."doubt_words", new_values."id", new_values."invitation_id", new_values."is_in_doubt", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a572b34e7e532cb26a368fbc58452a243de877cc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dcc70",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_invitationletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationletterevent" ("back_words", "changed", "doubt_words", "id", "invitation_id", "is_in_doubt", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "sent_proof", "taken_back_at", "taken_back_by_id", "told", "version") SELECT old_values."back_words", old_values."changed", old_values."doubt_words", old_values."id", old_values."invitation_id", old_values."is_in_doubt", old_values."left_out", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_at", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."sent_proof", old_values."taken_back_at", old_values."taken_back_by_id", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="49233a09268f05f84251f90f8bbd6ca4f091a2af",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0cd93",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_invitationletter",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusionletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("back_words", ""), ("taken_back_at__isnull", True), ("taken_back_by__isnull", True)
                    ),
                    models.Q(
                        ("taken_back_at__isnull", False),
                        ("taken_back_by__isnull", False),
                        models.Q(("back_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="exclusionletter_taken_back_by_at_and_why",
            ),
        ),
        AddConstraintNotValid(
            model_name="invitationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("back_words", ""), ("taken_back_at__isnull", True), ("taken_back_by__isnull", True)
                    ),
                    models.Q(
                        ("taken_back_at__isnull", False),
                        ("taken_back_by__isnull", False),
                        models.Q(("back_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="invitationletter_taken_back_by_at_and_why",
            ),
        ),
    ]
