"""A text is looked through for the names of parents and carers: by an index, as for those of children."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

from safeguarding.models.spelling import NameKeys


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("safeguarding", "0045_fewer_indexes")]

    operations = [
        AddIndexConcurrently(
            "person",
            GinIndex(NameKeys("full_name", models.Value("")), name="person_name_keys"),
        ),
    ]
