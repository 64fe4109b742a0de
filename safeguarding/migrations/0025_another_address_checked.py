"""What may be asked for an account is checked over all that was asked before."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0024_another_address"),
    ]
    operations = [
        ValidateConstraint("accountchange", "accountchange_kind_known"),
        ValidateConstraint("accountchange", "accountchange_of_an_account_or_a_new_one"),
        ValidateConstraint("accountchange", "accountchange_role_where_it_changes"),
    ]
