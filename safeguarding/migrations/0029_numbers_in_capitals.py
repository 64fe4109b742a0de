"""Numbers are found whatever their letters, and the few expected births by their day."""

import django.db.models.functions.text
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("safeguarding", "0028_joined_into")]
    operations = [
        AddIndexConcurrently(
            model_name="child",
            index=models.Index(
                django.db.models.functions.text.Upper("upn"),
                condition=models.Q(("upn", ""), _negated=True),
                name="child_upn_capitals",
            ),
        ),
        AddIndexConcurrently(
            model_name="child",
            index=models.Index(
                django.db.models.functions.text.Upper("former_upn"),
                condition=models.Q(("former_upn", ""), _negated=True),
                name="child_former_upn_capitals",
            ),
        ),
        AddIndexConcurrently(
            model_name="child",
            index=models.Index(
                django.db.models.functions.text.Upper("la_child_id"), name="child_number_capitals"
            ),
        ),
        AddIndexConcurrently(
            model_name="child",
            index=models.Index(
                condition=models.Q(("expected_birth_date__isnull", False)),
                fields=["expected_birth_date"],
                name="child_expected",
            ),
        ),
    ]
