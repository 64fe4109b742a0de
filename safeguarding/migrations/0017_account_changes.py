"""What is asked for accounts by one person and confirmed by a second."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0016_tables_counted_anew"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccountChange",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("NEW", "A new account"),
                            ("ROLE", "Another role or team"),
                            ("PASSWORD", "A new password"),
                            ("SECOND_CHECK", "Second check removed"),
                            ("ON", "Switched on again"),
                        ],
                        max_length=12,
                    ),
                ),
                ("email", models.EmailField(blank=True, default="", max_length=254)),
                ("full_name", models.CharField(blank=True, default="", max_length=150)),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CHAIR", "Independent chair (IRO)"),
                            ("STRATEGIC_LEAD", "Strategic Lead"),
                            ("MANAGER", "Manager"),
                            ("TEAM_MANAGER", "Team manager"),
                            ("SOCIAL_WORKER", "Social worker"),
                            ("BUSINESS_SUPPORT", "Business support"),
                            ("REVIEWER", "Reviewer"),
                            ("INFORMATION_GOVERNANCE", "Information governance"),
                            ("SYSTEM_ADMINISTRATOR", "System administrator"),
                        ],
                        default="",
                        max_length=30,
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="safeguarding.team",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AccountChangeEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("NEW", "A new account"),
                            ("ROLE", "Another role or team"),
                            ("PASSWORD", "A new password"),
                            ("SECOND_CHECK", "Second check removed"),
                            ("ON", "Switched on again"),
                        ],
                        max_length=12,
                    ),
                ),
                ("email", models.EmailField(blank=True, default="", max_length=254)),
                ("full_name", models.CharField(blank=True, default="", max_length=150)),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CHAIR", "Independent chair (IRO)"),
                            ("STRATEGIC_LEAD", "Strategic Lead"),
                            ("MANAGER", "Manager"),
                            ("TEAM_MANAGER", "Team manager"),
                            ("SOCIAL_WORKER", "Social worker"),
                            ("BUSINESS_SUPPORT", "Business support"),
                            ("REVIEWER", "Reviewer"),
                            ("INFORMATION_GOVERNANCE", "Information governance"),
                            ("SYSTEM_ADMINISTRATOR", "System administrator"),
                        ],
                        default="",
                        max_length=30,
                    ),
                ),
                (
                    "account",
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
                        to="safeguarding.accountchange",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.team",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="accountchange",
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
                name="accountchange_closed_by_at_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                    models.Q(("closed_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="accountchange_turned_down_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_by", models.F("asked_by")), ("outcome", "CONFIRMED"), _negated=True
                ),
                name="accountchange_confirmed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["NEW", "ROLE", "PASSWORD", "SECOND_CHECK", "ON"])),
                name="accountchange_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "NEW"),
                        models.Q(("email", ""), _negated=True),
                        models.Q(("full_name", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("kind", "NEW"), _negated=True),
                        ("account__isnull", False),
                        ("email", ""),
                        ("full_name", ""),
                    ),
                    _connector="OR",
                ),
                name="accountchange_of_an_account_or_a_new_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind__in", ["NEW", "ROLE"]),
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
                        ("kind__in", ["PASSWORD", "SECOND_CHECK", "ON"]), ("role", ""), ("team__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="accountchange_role_where_it_changes",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "CONFIRMED"), _negated=True),
                    models.Q(
                        ("account__isnull", False),
                        models.Q(("account", models.F("closed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="accountchange_not_confirmed_for_oneself",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("account",),
                name="accountchange_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountchange",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("closed_at__isnull", True), ("kind", "NEW")),
                name="accountchange_one_new_of_an_address",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountchange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_accountchangeevent" ("account_id", "asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "email", "full_name", "id", "kind", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "role", "team_id") SELECT new_values."account_id", new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."email", new_values."full_name", new_values."id", new_values."kind", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."role", new_values."team_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="05b62d4d7eb82aeb06a4f45a744d29582c3c0eee",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f45c9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_accountchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountchange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_accountchangeevent" ("account_id", "asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "email", "full_name", "id", "kind", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "role", "team_id") SELECT new_values."account_id", new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."email", new_values."full_name", new_values."id", new_values."kind", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."role", new_values."team_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e472abebeaa98efd3c4d4c7a50e76b112dbe2932",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bb711",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_accountchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountchange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_accountchangeevent" ("account_id", "asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "email", "full_name", "id", "kind", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "role", "team_id") SELECT old_values."account_id", old_values."asked_at", old_values."asked_by_id", old_values."closed_at", old_values."closed_by_id", old_values."closed_reason", old_values."email", old_values."full_name", old_values."id", old_values."kind", old_values."last_date", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."role", old_values."team_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1662c6acf4e45036fbcc5f169672662667e56752",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b1112",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_accountchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="430eefcc51ed4ef7b0860f9fdafa0c1f9ece8f45",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4ac95",
                    table="safeguarding_accountchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
