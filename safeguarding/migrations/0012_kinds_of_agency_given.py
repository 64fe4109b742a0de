"""Every council begins with the same kinds of agency."""

from django.db import migrations

from safeguarding.directory.starting import give


def give_kinds(apps, schema_editor):
    give(schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0011_kinds_of_agency"),
    ]

    operations = [
        migrations.RunPython(give_kinds, migrations.RunPython.noop),
    ]
