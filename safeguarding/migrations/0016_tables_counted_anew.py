"""Lets a role that owns no table have PostgreSQL count one anew, as an import asks for (decision 55)."""

from django.db import migrations

COUNT = """
CREATE FUNCTION safeguarding_analyze(tables TEXT[]) RETURNS VOID AS $$
DECLARE
    one TEXT;
BEGIN
    FOREACH one IN ARRAY tables LOOP
        EXECUTE format('ANALYZE %s', one::regclass);
    END LOOP;
END;
$$ LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp;
"""


class Migration(migrations.Migration):
    dependencies = [("safeguarding", "0015_contexts_never_change")]

    operations = [
        migrations.RunSQL(COUNT, "DROP FUNCTION safeguarding_analyze(TEXT[])"),
    ]
