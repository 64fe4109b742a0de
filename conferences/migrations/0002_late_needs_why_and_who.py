"""A conference past its statutory day says why and who agreed, or neither: never half of it."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("conferences", "0001_story")]
    operations = [
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=Q(late_agreed_by="", late_reason="") | (~Q(late_reason="") & ~Q(late_agreed_by="")),
                name="booking_late_why_and_who_agreed",
            ),
        ),
    ]
