"""What was recorded in error leaves its day free for one that stands; constraints hold of old rows."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations, models


def once(
    model: str, name: str, fields: tuple[str, ...], columns: str, those: str, condition: models.Q
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


STANDS = models.Q(("in_error", False))


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("conferences", "0059_in_error"),
    ]

    operations = [
        once(
            "coregroup",
            "coregroup_stands_once",
            ("plan", "held_date"),
            "plan_id, held_date",
            "NOT in_error",
            STANDS,
        ),
        once("followup", "followup_stands_once", ("plan", "which"), "plan_id, which", "NOT in_error", STANDS),
        once(
            "childinneedplan",
            "inneedplan_stands_once",
            ("child", "start_date"),
            "child_id, start_date",
            "NOT in_error",
            STANDS,
        ),
        once(
            "needepisode",
            "needepisode_stands_once",
            ("child", "referral_date"),
            "child_id, referral_date",
            "NOT in_error",
            STANDS,
        ),
        once(
            "transferin",
            "transferin_stands_once",
            ("child", "notified_date"),
            "child_id, notified_date",
            "NOT in_error",
            STANDS,
        ),
        once(
            "lifeevent",
            "lifeevent_stands_once",
            ("child", "kind", "day"),
            "child_id, kind, day",
            "NOT in_error",
            STANDS,
        ),
        once(
            "lifeevent",
            "lifeevent_stands_once_in_a_life",
            ("child", "kind"),
            "child_id, kind",
            "kind IN ('BORN', 'DIED', 'EIGHTEEN') AND NOT in_error",
            models.Q(("in_error", False), ("kind__in", ["BORN", "DIED", "EIGHTEEN"])),
        ),
        migrations.RemoveConstraint("childinneedplan", "inneedplan_once_by_start"),
        migrations.RemoveConstraint("coregroup", "coregroup_once_a_day"),
        migrations.RemoveConstraint("followup", "followup_each_once"),
        migrations.RemoveConstraint("lifeevent", "lifeevent_once_a_day"),
        migrations.RemoveConstraint("lifeevent", "lifeevent_once_in_a_life"),
        migrations.RemoveConstraint("needepisode", "needepisode_once_by_referral"),
        migrations.RemoveConstraint("transferin", "transferin_once_by_notification"),
        ValidateConstraint("correction", "correction_kind_known"),
        ValidateConstraint("correction", "correction_why_known"),
        ValidateConstraint("decisionchange", "decisionchange_why_known"),
    ]
