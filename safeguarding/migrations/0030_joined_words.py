"""The keys of a name know two or three of its words joined too: Smyth-Probe and Smythprobe."""

from django.db import migrations

# As of 0001, of each word, and of two and three words that stand beside each other.
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
        FROM %s
        WHERE length(word) > 3
    ) END;
"""
ALONE = "string_to_table(safeguarding_plain(given, family), ' ') AS word"
JOINED = """(
            SELECT array_to_string(words[first:first + more], '') AS word
            FROM (SELECT string_to_array(safeguarding_plain(given, family), ' ') AS words) AS name,
                generate_series(1, cardinality(words)) AS first, generate_series(0, 2) AS more
        ) AS runs"""


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0029_numbers_in_capitals")]
    operations = [migrations.RunSQL(KEYS % JOINED, KEYS % ALONE)]
