"""Who was behind a change, once written, is never changed: what is told later is a context of its own.

The library's function updates the context's row, so whoever may write history could change whose it was.
"""

from django.db import migrations
from pghistory.models import Context

ATTACH = """
CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS pghistory_context.id%TYPE AS $$
DECLARE
    _id UUID;
    _told JSONB;
BEGIN
    _id := nullif(current_setting('pghistory.context_id', true), '');
    _told := nullif(current_setting('pghistory.context_metadata', true), '');
    IF _id IS NULL OR _told IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
        VALUES (_id, _told, now(), now()) ON CONFLICT (id) DO NOTHING;
    IF NOT EXISTS (SELECT FROM pghistory_context WHERE id = _id AND metadata = _told) THEN
        _id := md5(_id::text || _told::text)::uuid;
        INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
            VALUES (_id, _told, now(), now()) ON CONFLICT (id) DO NOTHING;
    END IF;
    RETURN _id;
END;
$$ LANGUAGE plpgsql;
"""


def before(apps, schema_editor):
    Context.install_pgh_attach_context_func(using=schema_editor.connection.alias)


def now(apps, schema_editor):
    schema_editor.execute(ATTACH, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0014_one_off_holidays"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [migrations.RunPython(now, before)]
