"""A child is in a consultation once, and a plan raises each cause once; the indexes are built while rows are
written.
"""

from django.db import migrations, models


def once(
    model: str, name: str, fields: tuple[str, ...], columns: str, condition: models.Q | None, those: str
) -> migrations.RunSQL:
    """A unique constraint whose index is built while rows are written."""
    return migrations.RunSQL(
        f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON conferences_{model} ({columns}) WHERE {those}",
        f"DROP INDEX CONCURRENTLY {name}",
        state_operations=[
            migrations.AddConstraint(
                model_name=model,
                constraint=models.UniqueConstraint(condition=condition, fields=fields, name=name),
            )
        ],
    )


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0065_family_consultations"),
    ]

    operations = [
        once(
            "consultationanswer",
            "consultationanswer_once_an_act",
            ("act", "consultation"),
            "act, consultation_id",
            models.Q(("act__isnull", False)),
            "act IS NOT NULL",
        ),
        once(
            "consultation",
            "consultation_once_a_plan_and_cause",
            ("plan", "cause"),
            "plan_id, cause",
            models.Q(("plan__isnull", False)),
            "plan_id IS NOT NULL",
        ),
        once(
            "consultation",
            "consultation_once_a_child",
            ("within", "child"),
            "within_id, child_id",
            models.Q(("within__isnull", False)),
            "within_id IS NOT NULL",
        ),
    ]
