"""That a restricted record is opened again: asked by one person, confirmed by a second."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0017_account_changes"),
    ]

    operations = [
        migrations.CreateModel(
            name="RestrictionRemoval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("last_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CONFIRMED", "Confirmed"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("LAPSED", "Lapsed"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_reason", models.TextField(blank=True, default="")),
                ("why", models.CharField(max_length=20)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="removals",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RestrictionRemovalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("asked_at", models.DateTimeField()),
                ("last_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CONFIRMED", "Confirmed"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("LAPSED", "Lapsed"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_reason", models.TextField(blank=True, default="")),
                ("why", models.CharField(max_length=20)),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="safeguarding.restrictionremoval",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="restrictionremoval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_at__isnull", True),
                        ("closed_by__isnull", True),
                        ("closed_reason", ""),
                        ("outcome", ""),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("outcome__in", ["CONFIRMED", "REFUSED", "WITHDRAWN", "LAPSED"]),
                    ),
                    _connector="OR",
                ),
                name="restrictionremoval_closed_by_at_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="restrictionremoval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                    models.Q(("closed_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="restrictionremoval_turned_down_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="restrictionremoval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_by", models.F("asked_by")), ("outcome", "CONFIRMED"), _negated=True
                ),
                name="restrictionremoval_confirmed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="restrictionremoval",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="restrictionremoval_why_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="restrictionremoval",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("child",),
                name="restrictionremoval_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictionremoval",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_restrictionremovalevent" ("asked_at", "asked_by_id", "child_id", "closed_at", "closed_by_id", "closed_reason", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "why") SELECT new_values."asked_at", new_values."asked_by_id", new_values."child_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e82d4819aea56c5d00fe8a9f15200b1d2e2a288",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ffe65",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_restrictionremoval",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictionremoval",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_restrictionremovalevent" ("asked_at", "asked_by_id", "child_id", "closed_at", "closed_by_id", "closed_reason", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "why") SELECT new_values."asked_at", new_values."asked_by_id", new_values."child_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="82536a676d477c5762a87e36fc76630b63923286",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9fac5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_restrictionremoval",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictionremoval",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_restrictionremovalevent" ("asked_at", "asked_by_id", "child_id", "closed_at", "closed_by_id", "closed_reason", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "why") SELECT old_values."asked_at", old_values."asked_by_id", old_values."child_id", old_values."closed_at", old_values."closed_by_id", old_values."closed_reason", old_values."id", old_values."last_date", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1803b8f4fb901a1b50175bb8e3b0edf894dda2f2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7a5e6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_restrictionremoval",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictionremovalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="547d4fa1f072eb43e6dca6b436a177d7e2b3afe4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_879db",
                    table="safeguarding_restrictionremovalevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
