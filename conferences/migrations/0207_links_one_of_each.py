"""One link of somebody that is taken, and one that waits to be given."""

from django.db import migrations, models


def one(name: str, is_given: bool) -> migrations.RunSQL:
    given = "IS NOT NULL" if is_given else "IS NULL"
    return migrations.RunSQL(
        f"""CREATE UNIQUE INDEX CONCURRENTLY {name} ON conferences_reportlink (invitation_id)
            WHERE (ended_at IS NULL AND given_at {given})""",
        f"DROP INDEX CONCURRENTLY {name}",
        state_operations=[
            migrations.AddConstraint(
                model_name="reportlink",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("ended_at__isnull", True), ("given_at__isnull", not is_given)),
                    fields=("invitation",),
                    name=name,
                ),
            )
        ],
    )


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0206_links_given_and_codes_apart"),
    ]

    operations = [
        one("reportlink_one_that_is_taken", is_given=True),
        one("reportlink_one_that_is_not_given", is_given=False),
    ]
