"""Another e-mail address may be asked for an account."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0023_further_roles_checked"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="accountchange",
            name="accountchange_of_an_account_or_a_new_one",
        ),
        migrations.RemoveConstraint(
            model_name="accountchange",
            name="accountchange_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="accountchange",
            name="accountchange_role_where_it_changes",
        ),
        migrations.AlterField(
            model_name="accountchange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("NEW", "A new account"),
                    ("ROLE", "Another role or team"),
                    ("FURTHER", "A further role"),
                    ("PASSWORD", "A new password"),
                    ("SECOND_CHECK", "Second check removed"),
                    ("ON", "Switched on again"),
                    ("ADDRESS", "Another email address"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="accountchangeevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("NEW", "A new account"),
                    ("ROLE", "Another role or team"),
                    ("FURTHER", "A further role"),
                    ("PASSWORD", "A new password"),
                    ("SECOND_CHECK", "Second check removed"),
                    ("ON", "Switched on again"),
                    ("ADDRESS", "Another email address"),
                ],
                max_length=12,
            ),
        ),
        AddConstraintNotValid(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["NEW", "ROLE", "FURTHER", "PASSWORD", "SECOND_CHECK", "ON", "ADDRESS"])
                ),
                name="accountchange_kind_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "NEW"),
                        models.Q(("email", ""), _negated=True),
                        models.Q(("full_name", ""), _negated=True),
                    ),
                    models.Q(
                        ("account__isnull", False),
                        ("full_name", ""),
                        ("kind", "ADDRESS"),
                        models.Q(("email", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("kind__in", ["NEW", "ADDRESS"]), _negated=True),
                        ("account__isnull", False),
                        ("email", ""),
                        ("full_name", ""),
                    ),
                    _connector="OR",
                ),
                name="accountchange_of_an_account_or_a_new_one",
            ),
        ),
        AddConstraintNotValid(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind__in", ["NEW", "ROLE", "FURTHER"]),
                        (
                            "role__in",
                            [
                                "CHAIR",
                                "STRATEGIC_LEAD",
                                "MANAGER",
                                "TEAM_MANAGER",
                                "SOCIAL_WORKER",
                                "BUSINESS_SUPPORT",
                                "REVIEWER",
                                "INFORMATION_GOVERNANCE",
                                "SYSTEM_ADMINISTRATOR",
                            ],
                        ),
                    ),
                    models.Q(
                        ("kind__in", ["PASSWORD", "SECOND_CHECK", "ON", "ADDRESS"]),
                        ("role", ""),
                        ("team__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="accountchange_role_where_it_changes",
            ),
        ),
    ]
