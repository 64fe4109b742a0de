"""Further roles of a person: from a moment to another, with the roles held now beside the main one."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0021_family_moves"),
    ]

    operations = [
        migrations.CreateModel(
            name="HeldRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=30)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["from_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="HeldRoleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("role", models.CharField(max_length=30)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="accountchange",
            name="accountchange_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="accountchange",
            name="accountchange_role_where_it_changes",
        ),
        migrations.AddField(
            model_name="userevent",
            name="further_roles",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30),
                blank=True,
                db_default=[],
                default=list,
                editable=False,
                size=None,
            ),
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
                ],
                max_length=12,
            ),
        ),
        AddConstraintNotValid(
            model_name="accountchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["NEW", "ROLE", "FURTHER", "PASSWORD", "SECOND_CHECK", "ON"])
                ),
                name="accountchange_kind_known",
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
                        ("kind__in", ["PASSWORD", "SECOND_CHECK", "ON"]), ("role", ""), ("team__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="accountchange_role_where_it_changes",
            ),
        ),
        migrations.AddField(
            model_name="heldrole",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="heldrole",
            name="given_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="heldrole",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="held_roles",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="heldroleevent",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="heldroleevent",
            name="given_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="heldroleevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="heldroleevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="heldroleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="safeguarding.heldrole",
            ),
        ),
        migrations.AddConstraint(
            model_name="heldrole",
            constraint=models.CheckConstraint(
                condition=models.Q(
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
                    )
                ),
                name="heldrole_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="heldrole",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by__isnull", True), ("until_at__isnull", True)),
                    models.Q(("ended_by__isnull", False), ("until_at__gte", models.F("from_at"))),
                    _connector="OR",
                ),
                name="heldrole_ended_by_and_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="heldrole",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("given_by")), _negated=True),
                name="heldrole_not_given_to_oneself",
            ),
        ),
        migrations.AddConstraint(
            model_name="heldrole",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_at__isnull", True)),
                fields=("person", "role"),
                name="heldrole_once_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
                name="further_roles_of_the_person",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE safeguarding_user SET further_roles = '{}' WHERE id = NEW.person_id; RETURN NEW;",
                    hash="389696c04cac09714d1211127149080429eb6763",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_further_roles_of_the_person_1712e",
                    table="safeguarding_heldrole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
                name="heldrole_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="59a64d78d933b810f439ba7b0be4c60471ada40f",
                    operation="DELETE",
                    pgid="pgtrigger_heldrole_never_deleted_7ae38",
                    table="safeguarding_heldrole",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_heldroleevent" ("ended_by_id", "from_at", "given_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "until_at") SELECT new_values."ended_by_id", new_values."from_at", new_values."given_by_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."until_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5dac05834119f8929133067d2bee4557c9f60b90",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c955",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_heldrole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_heldroleevent" ("ended_by_id", "from_at", "given_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "until_at") SELECT new_values."ended_by_id", new_values."from_at", new_values."given_by_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."until_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a03d705122160b4ccf7c0cbeebcd290aaf0f23d0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_16ea7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_heldrole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_heldroleevent" ("ended_by_id", "from_at", "given_by_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "until_at") SELECT old_values."ended_by_id", old_values."from_at", old_values."given_by_id", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."until_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f45fd11a15a27651d22e4e32d1804a4ac9148ce2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d7336",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_heldrole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldroleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e8fbd65393a2d47eb63ab9e385522191846c0e75",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_02ce2",
                    table="safeguarding_heldroleevent",
                    when="BEFORE",
                ),
            ),
        ),
        # Every page reads this table: what locks it comes last, for the shortest time.
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="user",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="user",
            name="further_roles",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30),
                blank=True,
                db_default=[],
                default=list,
                editable=False,
                size=None,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="further_roles_as_held",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    NEW.further_roles := coalesce((\n        SELECT array_agg(h.role ORDER BY h.from_at, h.id) FROM safeguarding_heldrole h\n        WHERE h.person_id = NEW.id AND h.until_at IS NULL AND h.role <> NEW.role\n    ), '{}');\n    RETURN NEW;\n",
                    hash="a13ef7e1e13f07cf5354ca5dae2ee1e666d28c44",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_further_roles_as_held_ed9fa",
                    table="safeguarding_user",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_userevent" ("email", "full_name", "further_roles", "id", "is_active", "is_system", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "role", "sessions_valid_from", "team_id") SELECT new_values."email", new_values."full_name", new_values."further_roles", new_values."id", new_values."is_active", new_values."is_system", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."role", new_values."sessions_valid_from", new_values."team_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="46c15d83e6e81f420710711b499d6c9d204aaa87",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_841ff",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_userevent" ("email", "full_name", "further_roles", "id", "is_active", "is_system", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "role", "sessions_valid_from", "team_id") SELECT new_values."email", new_values."full_name", new_values."further_roles", new_values."id", new_values."is_active", new_values."is_system", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."role", new_values."sessions_valid_from", new_values."team_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."full_name" IS DISTINCT FROM (new_values."full_name") OR old_values."further_roles" IS DISTINCT FROM (new_values."further_roles") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."is_system" IS DISTINCT FROM (new_values."is_system") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."role" IS DISTINCT FROM (new_values."role") OR old_values."sessions_valid_from" IS DISTINCT FROM (new_values."sessions_valid_from") OR old_values."team_id" IS DISTINCT FROM (new_values."team_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bcf9fd107bad29535b451b913f328b6ef8f21eb4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fb2d1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_userevent" ("email", "full_name", "further_roles", "id", "is_active", "is_system", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "role", "sessions_valid_from", "team_id") SELECT old_values."email", old_values."full_name", old_values."further_roles", old_values."id", old_values."is_active", old_values."is_system", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."role", old_values."sessions_valid_from", old_values."team_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a81115d4fd227f31eb2f080c549138c6b80fd06e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3228",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_user",
                    when="AFTER",
                ),
            ),
        ),
    ]
