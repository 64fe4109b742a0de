"""What each agency thinks of a child, the scores, and who does not agree."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0158_participation_checked"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="childpart",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childpart",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childpart",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="childpart",
            name="agency_views",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="childpart",
            name="dissent",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="childpart",
            name="scores",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="childpartevent",
            name="agency_views",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="childpartevent",
            name="dissent",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="childpartevent",
            name="scores",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("agency_views", "category", "conference_child_id", "dissent", "end_reason", "ending_rationale", "id", "outcome", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "scores", "step_down", "version", "voice", "working_well", "worried_about") SELECT new_values."agency_views", new_values."category", new_values."conference_child_id", new_values."dissent", new_values."end_reason", new_values."ending_rationale", new_values."id", new_values."outcome", new_values."participation", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."record_id", new_values."requested_child_id", new_values."saved_at", new_values."saved_by_id", new_values."scores", new_values."step_down", new_values."version", new_values."voice", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4cc4ce91faace47b4b9dc6a0f1833228a075cd9f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cdf64",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_childpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("agency_views", "category", "conference_child_id", "dissent", "end_reason", "ending_rationale", "id", "outcome", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "scores", "step_down", "version", "voice", "working_well", "worried_about") SELECT new_values."agency_views", new_values."category", new_values."conference_child_id", new_values."dissent", new_values."end_reason", new_values."ending_rationale", new_values."id", new_values."outcome", new_values."participation", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."record_id", new_values."requested_child_id", new_values."saved_at", new_values."saved_by_id", new_values."scores", new_values."step_down", new_values."version", new_values."voice", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2a6ab975f1ca6ee17bf2774d26cf1b4d6ac9327b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_99e8f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_childpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("agency_views", "category", "conference_child_id", "dissent", "end_reason", "ending_rationale", "id", "outcome", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "scores", "step_down", "version", "voice", "working_well", "worried_about") SELECT old_values."agency_views", old_values."category", old_values."conference_child_id", old_values."dissent", old_values."end_reason", old_values."ending_rationale", old_values."id", old_values."outcome", old_values."participation", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."record_id", old_values."requested_child_id", old_values."saved_at", old_values."saved_by_id", old_values."scores", old_values."step_down", old_values."version", old_values."voice", old_values."working_well", old_values."worried_about" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="75683a2419e563a53070b47c0f221c5013ba0f54",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3e301",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_childpart",
                    when="AFTER",
                ),
            ),
        ),
    ]
