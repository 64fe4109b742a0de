"""That a child’s family became another, and why: written once, for each child of a split or a joining."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0020_go_live"),
    ]

    operations = [
        migrations.CreateModel(
            name="FamilyMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("SPLIT", "Moved to another family"), ("JOIN", "Families joined")],
                        max_length=5,
                    ),
                ),
                ("reason", models.TextField()),
                ("moved_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="family_moves",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "from_family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="safeguarding.family",
                    ),
                ),
                (
                    "moved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="safeguarding.family",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["SPLIT", "JOIN"])), name="familymove_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="familymove_reason_given"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_family", models.F("to_family")), _negated=True),
                        name="familymove_to_another_family",
                    ),
                ],
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familymove",
            trigger=pgtrigger.compiler.Trigger(
                name="familymove_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b3c83461de989e5f9e0f75a9403ace8185f1857a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_familymove_never_changed_35a26",
                    table="safeguarding_familymove",
                    when="BEFORE",
                ),
            ),
        ),
    ]
