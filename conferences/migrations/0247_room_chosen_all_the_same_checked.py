"""The meetings that were there fit what is asked of them now."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("conferences", "0246_room_chosen_all_the_same")]
    operations = [ValidateConstraint(model_name="booking", name="booking_room_lacks_says_why")]
