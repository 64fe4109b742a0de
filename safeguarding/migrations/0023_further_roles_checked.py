"""What may be asked for an account is checked over all that was asked before."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0022_further_roles"),
    ]
    operations = [
        ValidateConstraint("accountchange", "accountchange_kind_known"),
        ValidateConstraint("accountchange", "accountchange_role_where_it_changes"),
    ]
