"""What a page told the decider of each child is kept with the answer."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0094_answers_found_by_day"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultationanswer",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="told",
            field=models.JSONField(blank=True, db_default=[], default=list),
        ),
        migrations.AddField(
            model_name="consultationanswerevent",
            name="told",
            field=models.JSONField(blank=True, db_default=[], default=list),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("account_id", "act", "agency_date", "agency_id", "agency_person", "answer", "answered_at", "answered_by_id", "consultation_id", "for_another_id", "id", "instead", "lead_id", "lead_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "ref", "review_date", "supersedes_id", "supersedes_reason", "to_whom", "told", "wanted_by_date", "way") SELECT new_values."account_id", new_values."act", new_values."agency_date", new_values."agency_id", new_values."agency_person", new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."consultation_id", new_values."for_another_id", new_values."id", new_values."instead", new_values."lead_id", new_values."lead_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."ref", new_values."review_date", new_values."supersedes_id", new_values."supersedes_reason", new_values."to_whom", new_values."told", new_values."wanted_by_date", new_values."way" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a78734426897e8f238071740330b2ba4a44163b5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5322",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("account_id", "act", "agency_date", "agency_id", "agency_person", "answer", "answered_at", "answered_by_id", "consultation_id", "for_another_id", "id", "instead", "lead_id", "lead_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "ref", "review_date", "supersedes_id", "supersedes_reason", "to_whom", "told", "wanted_by_date", "way") SELECT new_values."account_id", new_values."act", new_values."agency_date", new_values."agency_id", new_values."agency_person", new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."consultation_id", new_values."for_another_id", new_values."id", new_values."instead", new_values."lead_id", new_values."lead_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."ref", new_values."review_date", new_values."supersedes_id", new_values."supersedes_reason", new_values."to_whom", new_values."told", new_values."wanted_by_date", new_values."way" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a0ea92dbaaf731fc58d77f4e04ae54b5e779a636",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc59e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("account_id", "act", "agency_date", "agency_id", "agency_person", "answer", "answered_at", "answered_by_id", "consultation_id", "for_another_id", "id", "instead", "lead_id", "lead_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "ref", "review_date", "supersedes_id", "supersedes_reason", "to_whom", "told", "wanted_by_date", "way") SELECT old_values."account_id", old_values."act", old_values."agency_date", old_values."agency_id", old_values."agency_person", old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."consultation_id", old_values."for_another_id", old_values."id", old_values."instead", old_values."lead_id", old_values."lead_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."ref", old_values."review_date", old_values."supersedes_id", old_values."supersedes_reason", old_values."to_whom", old_values."told", old_values."wanted_by_date", old_values."way" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b2158e5bf120f46ef655188ac62e37f2f68f2ee1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_98c23",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationanswer",
                    when="AFTER",
                ),
            ),
        ),
    ]
