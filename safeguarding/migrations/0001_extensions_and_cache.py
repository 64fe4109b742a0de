"""What the tables stand on: near spellings, exclusion of overlaps, and the default cache (limits of sign-in)."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

CACHE = """
    CREATE TABLE safeguarding_cache (
        cache_key varchar(255) NOT NULL PRIMARY KEY,
        value text NOT NULL,
        expires timestamp with time zone NOT NULL
    );
    CREATE INDEX safeguarding_cache_expires ON safeguarding_cache (expires);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(CACHE, "DROP TABLE safeguarding_cache"),
    ]
