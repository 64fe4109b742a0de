"""A record may be joined into another of the same child."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0027_held_roles_end_for_good"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="child",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="child",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="child",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="child",
            name="joined_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="joined_records",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="childevent",
            name="joined_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childevent" ("birth_date", "communication_needs", "death_date", "ethnicity", "expected_birth_date", "family_id", "family_name", "former_upn", "given_names", "id", "interpreter_language", "is_restricted", "joined_into_id", "la_child_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "restricted_at", "restricted_by_id", "restricted_reason", "sex", "upn", "upn_unknown") SELECT new_values."birth_date", new_values."communication_needs", new_values."death_date", new_values."ethnicity", new_values."expected_birth_date", new_values."family_id", new_values."family_name", new_values."former_upn", new_values."given_names", new_values."id", new_values."interpreter_language", new_values."is_restricted", new_values."joined_into_id", new_values."la_child_id", new_values."nhs_number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."restricted_at", new_values."restricted_by_id", new_values."restricted_reason", new_values."sex", new_values."upn", new_values."upn_unknown" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="80ad0e2f578e2ee8cf525cf933edc83aafae249d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e9d55",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_child",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childevent" ("birth_date", "communication_needs", "death_date", "ethnicity", "expected_birth_date", "family_id", "family_name", "former_upn", "given_names", "id", "interpreter_language", "is_restricted", "joined_into_id", "la_child_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "restricted_at", "restricted_by_id", "restricted_reason", "sex", "upn", "upn_unknown") SELECT new_values."birth_date", new_values."communication_needs", new_values."death_date", new_values."ethnicity", new_values."expected_birth_date", new_values."family_id", new_values."family_name", new_values."former_upn", new_values."given_names", new_values."id", new_values."interpreter_language", new_values."is_restricted", new_values."joined_into_id", new_values."la_child_id", new_values."nhs_number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."restricted_at", new_values."restricted_by_id", new_values."restricted_reason", new_values."sex", new_values."upn", new_values."upn_unknown" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."birth_date" IS DISTINCT FROM (new_values."birth_date") OR old_values."communication_needs" IS DISTINCT FROM (new_values."communication_needs") OR old_values."death_date" IS DISTINCT FROM (new_values."death_date") OR old_values."ethnicity" IS DISTINCT FROM (new_values."ethnicity") OR old_values."expected_birth_date" IS DISTINCT FROM (new_values."expected_birth_date") OR old_values."family_id" IS DISTINCT FROM (new_values."family_id") OR old_values."family_name" IS DISTINCT FROM (new_values."family_name") OR old_values."former_upn" IS DISTINCT FROM (new_values."former_upn") OR old_values."given_names" IS DISTINCT FROM (new_values."given_names") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."interpreter_language" IS DISTINCT FROM (new_values."interpreter_language") OR old_values."is_restricted" IS DISTINCT FROM (new_values."is_restricted") OR old_values."joined_into_id" IS DISTINCT FROM (new_values."joined_into_id") OR old_values."la_child_id" IS DISTINCT FROM (new_values."la_child_id") OR old_values."nhs_number" IS DISTINCT FROM (new_values."nhs_number") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."restricted_at" IS DISTINCT FROM (new_values."restricted_at") OR old_values."restricted_by_id" IS DISTINCT FROM (new_values."restricted_by_id") OR old_values."restricted_reason" IS DISTINCT FROM (new_values."restricted_reason") OR old_values."sex" IS DISTINCT FROM (new_values."sex") OR old_values."upn" IS DISTINCT FROM (new_values."upn") OR old_values."upn_unknown" IS DISTINCT FROM (new_values."upn_unknown")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2ecb4f5b05a6b99273bd313110d0574d2ed34f2e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39299",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_child",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childevent" ("birth_date", "communication_needs", "death_date", "ethnicity", "expected_birth_date", "family_id", "family_name", "former_upn", "given_names", "id", "interpreter_language", "is_restricted", "joined_into_id", "la_child_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "restricted_at", "restricted_by_id", "restricted_reason", "sex", "upn", "upn_unknown") SELECT old_values."birth_date", old_values."communication_needs", old_values."death_date", old_values."ethnicity", old_values."expected_birth_date", old_values."family_id", old_values."family_name", old_values."former_upn", old_values."given_names", old_values."id", old_values."interpreter_language", old_values."is_restricted", old_values."joined_into_id", old_values."la_child_id", old_values."nhs_number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."restricted_at", old_values."restricted_by_id", old_values."restricted_reason", old_values."sex", old_values."upn", old_values."upn_unknown" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4a8049c658dff25b361ef6ffb6b02c415553f97f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2cbff",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_child",
                    when="AFTER",
                ),
            ),
        ),
    ]
