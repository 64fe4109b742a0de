"""Names are kept as a search compares them, in columns that the database fills: working them out took its time."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import safeguarding.models.spelling

# Most children of a census have no name: they should not cost what a name costs.
PLAIN = r"""
    CREATE OR REPLACE FUNCTION safeguarding_plain(given text, family text DEFAULT '') RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN given = '' AND family = '' THEN '' ELSE btrim(regexp_replace(
        translate(lower(unaccent('unaccent'::regdictionary, given || ' ' || family)), '''’‘`', ''),
        '[^[:alnum:]]+', ' ', 'g'
    )) END;
"""
KEYS = """
    CREATE OR REPLACE FUNCTION safeguarding_name_keys(given text, family text DEFAULT '') RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN given = '' AND family = '' THEN ARRAY[]::text[] ELSE ARRAY(
        SELECT dmetaphone(word) FROM string_to_table(safeguarding_plain(given, family), ' ') AS word
        WHERE length(dmetaphone(word)) > 1
        UNION
        SELECT (
            SELECT string_agg(letter, '' ORDER BY letter COLLATE "C") FROM string_to_table(word, NULL) AS letter
        )
        FROM string_to_table(safeguarding_plain(given, family), ' ') AS word WHERE length(word) > 3
    ) END;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0002_names_found_by_spelling"),
    ]

    operations = [
        migrations.RunSQL(PLAIN, migrations.RunSQL.noop),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name="child",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childname",
            name="update_update",
        ),
        migrations.RemoveIndex(
            model_name="child",
            name="child_name_near",
        ),
        migrations.RemoveIndex(
            model_name="child",
            name="child_name_keys",
        ),
        migrations.RemoveIndex(
            model_name="childname",
            name="childname_name_near",
        ),
        migrations.RemoveIndex(
            model_name="childname",
            name="childname_name_keys",
        ),
        migrations.AddField(
            model_name="child",
            name="name_keys",
            field=models.GeneratedField(
                db_persist=True,
                expression=safeguarding.models.spelling.NameKeys("given_names", "family_name"),
                output_field=django.contrib.postgres.fields.ArrayField(
                    base_field=models.TextField(), size=None
                ),
            ),
        ),
        migrations.AddField(
            model_name="child",
            name="plain_name",
            field=models.GeneratedField(
                db_persist=True,
                expression=safeguarding.models.spelling.Plain("given_names", "family_name"),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddField(
            model_name="childname",
            name="name_keys",
            field=models.GeneratedField(
                db_persist=True,
                expression=safeguarding.models.spelling.NameKeys("given_names", "family_name"),
                output_field=django.contrib.postgres.fields.ArrayField(
                    base_field=models.TextField(), size=None
                ),
            ),
        ),
        migrations.AddField(
            model_name="childname",
            name="plain_name",
            field=models.GeneratedField(
                db_persist=True,
                expression=safeguarding.models.spelling.Plain("given_names", "family_name"),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("plain_name"), name="gin_trgm_ops"),
                condition=models.Q(("plain_name", ""), _negated=True),
                name="child_plain_name",
            ),
        ),
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("plain_name", ""), _negated=True), fields=["name_keys"], name="child_keys"
            ),
        ),
        migrations.AddIndex(
            model_name="childname",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("plain_name"), name="gin_trgm_ops"),
                condition=models.Q(("plain_name", ""), _negated=True),
                name="childname_plain_name",
            ),
        ),
        migrations.AddIndex(
            model_name="childname",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("plain_name", ""), _negated=True),
                fields=["name_keys"],
                name="childname_keys",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childevent" ("birth_date", "communication_needs", "death_date", "ethnicity", "expected_birth_date", "family_id", "family_name", "former_upn", "given_names", "id", "interpreter_language", "is_restricted", "la_child_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "restricted_at", "restricted_by_id", "restricted_reason", "sex", "upn", "upn_unknown") SELECT new_values."birth_date", new_values."communication_needs", new_values."death_date", new_values."ethnicity", new_values."expected_birth_date", new_values."family_id", new_values."family_name", new_values."former_upn", new_values."given_names", new_values."id", new_values."interpreter_language", new_values."is_restricted", new_values."la_child_id", new_values."nhs_number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."restricted_at", new_values."restricted_by_id", new_values."restricted_reason", new_values."sex", new_values."upn", new_values."upn_unknown" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."birth_date" IS DISTINCT FROM (new_values."birth_date") OR old_values."communication_needs" IS DISTINCT FROM (new_values."communication_needs") OR old_values."death_date" IS DISTINCT FROM (new_values."death_date") OR old_values."ethnicity" IS DISTINCT FROM (new_values."ethnicity") OR old_values."expected_birth_date" IS DISTINCT FROM (new_values."expected_birth_date") OR old_values."family_id" IS DISTINCT FROM (new_values."family_id") OR old_values."family_name" IS DISTINCT FROM (new_values."family_name") OR old_values."former_upn" IS DISTINCT FROM (new_values."former_upn") OR old_values."given_names" IS DISTINCT FROM (new_values."given_names") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."interpreter_language" IS DISTINCT FROM (new_values."interpreter_language") OR old_values."is_restricted" IS DISTINCT FROM (new_values."is_restricted") OR old_values."la_child_id" IS DISTINCT FROM (new_values."la_child_id") OR old_values."nhs_number" IS DISTINCT FROM (new_values."nhs_number") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."restricted_at" IS DISTINCT FROM (new_values."restricted_at") OR old_values."restricted_by_id" IS DISTINCT FROM (new_values."restricted_by_id") OR old_values."restricted_reason" IS DISTINCT FROM (new_values."restricted_reason") OR old_values."sex" IS DISTINCT FROM (new_values."sex") OR old_values."upn" IS DISTINCT FROM (new_values."upn") OR old_values."upn_unknown" IS DISTINCT FROM (new_values."upn_unknown")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="287146855ab613a62d696315e64d3356d6e36a26",
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
            model_name="childname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childnameevent" ("child_id", "family_name", "given_names", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_date") SELECT new_values."child_id", new_values."family_name", new_values."given_names", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."until_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."family_name" IS DISTINCT FROM (new_values."family_name") OR old_values."given_names" IS DISTINCT FROM (new_values."given_names") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."until_date" IS DISTINCT FROM (new_values."until_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d1810adac72657a5dda46792e0967ccb22f768e6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe1f6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_childname",
                    when="AFTER",
                ),
            ),
        ),
    ]
