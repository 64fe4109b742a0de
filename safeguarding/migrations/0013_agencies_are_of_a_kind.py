"""An agency is of a kind that is there; its column stays as it is, and the release before writes it too."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0012_kinds_of_agency_given"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="agency",
            name="agency_kind_known",
        ),
        migrations.AlterField(
            model_name="agency",
            name="kind",
            field=models.ForeignKey(
                db_column="kind",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agencies",
                to="safeguarding.agencykind",
                to_field="code",
            ),
        ),
        migrations.AlterField(
            model_name="agencyevent",
            name="kind",
            field=models.ForeignKey(
                db_column="kind",
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.agencykind",
                to_field="code",
            ),
        ),
    ]
