"""A look-up tells of a conference that is under way, too."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

FOUND = models.CharField(
    choices=[
        ("DIED", "Died"),
        ("LOOKED_AFTER", "Became looked after"),
        ("ON_PLAN", "On a child protection plan"),
        ("HAD_PLAN", "A child protection plan that ended"),
        ("OTHER_ORDER", "Another court order"),
        ("CONFERENCE", "A conference"),
        ("UNDER_WAY", "A conference under way"),
        ("ENQUIRY", "Section 47 enquiries again"),
        ("REFERRAL", "Referred again"),
        ("IN_NEED", "Child in need plan"),
        ("HAD_IN_NEED", "A child in need plan that ended"),
        ("EIGHTEEN", "Is 18"),
        ("NOT_KNOWN", "Not known"),
        ("NOTHING", "Nothing recorded"),
    ],
    max_length=12,
)


class Migration(migrations.Migration):
    dependencies = [("conferences", "0128_documents_kept")]

    operations = [
        migrations.RemoveConstraint(model_name="lookup", name="lookup_found_known"),
        migrations.AlterField(model_name="lookup", name="found", field=FOUND),
        migrations.AlterField(model_name="lookupevent", name="found", field=FOUND),
        AddConstraintNotValid(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(found__in=[code for code, _ in FOUND.choices]), name="lookup_found_known"
            ),
        ),
    ]
