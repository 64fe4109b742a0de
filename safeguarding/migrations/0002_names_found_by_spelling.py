"""Names are found by their spelling and their sound: three functions, and the indexes that hold what they give."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import CreateExtension
from django.db import migrations, models

import safeguarding.models.spelling

# unaccent() is only "stable" because its dictionary could be changed; ours is PostgreSQL's own, so an index may
# hold the result. A body after RETURN is bound when it is made: no search path can lead it elsewhere.
PLAIN = r"""
    CREATE FUNCTION safeguarding_plain(given text, family text DEFAULT '') RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(
        translate(lower(unaccent('unaccent'::regdictionary, given || ' ' || family)), '''’‘`', ''),
        '[^[:alnum:]]+', ' ', 'g'
    ));
"""
KEYS = """
    CREATE FUNCTION safeguarding_name_keys(given text, family text DEFAULT '') RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(
        SELECT dmetaphone(word) FROM string_to_table(safeguarding_plain(given, family), ' ') AS word
        WHERE length(dmetaphone(word)) > 1
        UNION
        SELECT (
            SELECT string_agg(letter, '' ORDER BY letter COLLATE "C") FROM string_to_table(word, NULL) AS letter
        )
        FROM string_to_table(safeguarding_plain(given, family), ' ') AS word WHERE length(word) > 3
    );
"""
CLOSENESS = """
    CREATE FUNCTION safeguarding_closeness(word text, name text) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT greatest(
            word_similarity(word, name),
            max(1 - levenshtein(word, part)::double precision / greatest(length(word), length(part), 1))
        )
        FROM string_to_table(name, ' ') AS part
    );
"""


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0001_ground"),
    ]

    operations = [
        CreateExtension("fuzzystrmatch"),
        migrations.RunSQL(PLAIN, "DROP FUNCTION safeguarding_plain"),
        migrations.RunSQL(KEYS, "DROP FUNCTION safeguarding_name_keys"),
        migrations.RunSQL(CLOSENESS, "DROP FUNCTION safeguarding_closeness"),
        migrations.RemoveIndex(
            model_name="child",
            name="child_family_name_near",
        ),
        migrations.RemoveIndex(
            model_name="child",
            name="child_given_names_near",
        ),
        migrations.RemoveIndex(
            model_name="childname",
            name="childname_family_near",
        ),
        migrations.RemoveIndex(
            model_name="childname",
            name="childname_given_near",
        ),
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    safeguarding.models.spelling.Plain("given_names", "family_name"), name="gin_trgm_ops"
                ),
                condition=models.Q(("family_name", ""), ("given_names", ""), _negated=True),
                name="child_name_near",
            ),
        ),
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                safeguarding.models.spelling.NameKeys("given_names", "family_name"),
                condition=models.Q(("family_name", ""), ("given_names", ""), _negated=True),
                name="child_name_keys",
            ),
        ),
        migrations.AddIndex(
            model_name="childname",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    safeguarding.models.spelling.Plain("given_names", "family_name"), name="gin_trgm_ops"
                ),
                condition=models.Q(("family_name", ""), ("given_names", ""), _negated=True),
                name="childname_name_near",
            ),
        ),
        migrations.AddIndex(
            model_name="childname",
            index=django.contrib.postgres.indexes.GinIndex(
                safeguarding.models.spelling.NameKeys("given_names", "family_name"),
                condition=models.Q(("family_name", ""), ("given_names", ""), _negated=True),
                name="childname_name_keys",
            ),
        ),
    ]
