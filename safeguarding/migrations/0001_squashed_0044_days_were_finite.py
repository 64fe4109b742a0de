"""The ground as one migration, for a new database: what 0001 to 0044 make one by one takes minutes.

A database that has begun with those goes on with them.
"""

import uuid
from importlib import import_module

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
from django.conf import settings
from django.contrib.postgres.operations import (
    BtreeGistExtension,
    CreateExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations, models

import safeguarding.deployment.migrating
import safeguarding.models.agency
import safeguarding.models.counts
import safeguarding.models.leave
import safeguarding.models.spelling
import safeguarding.promises

ground = import_module("safeguarding.migrations.0001_ground")
kinds = import_module("safeguarding.migrations.0012_kinds_of_agency_given")
contexts = import_module("safeguarding.migrations.0015_contexts_never_change")
counting = import_module("safeguarding.migrations.0016_tables_counted_anew")
keys = import_module("safeguarding.migrations.0042_no_keys_of_no_name")


class Migration(migrations.Migration):
    replaces = [
        ("safeguarding", "0001_ground"),
        ("safeguarding", "0002_drafts"),
        ("safeguarding", "0003_restricted_children_found_by_index"),
        ("safeguarding", "0004_draft_saved_digest"),
        ("safeguarding", "0005_kept_counts"),
        ("safeguarding", "0006_allocations_note_their_changes"),
        ("safeguarding", "0007_leave"),
        ("safeguarding", "0008_heartbeats"),
        ("safeguarding", "0009_heartbeat_since"),
        ("safeguarding", "0010_directory"),
        ("safeguarding", "0011_kinds_of_agency"),
        ("safeguarding", "0012_kinds_of_agency_given"),
        ("safeguarding", "0013_agencies_are_of_a_kind"),
        ("safeguarding", "0014_one_off_holidays"),
        ("safeguarding", "0015_contexts_never_change"),
        ("safeguarding", "0016_tables_counted_anew"),
        ("safeguarding", "0017_account_changes"),
        ("safeguarding", "0018_restriction_removals"),
        ("safeguarding", "0019_role_words"),
        ("safeguarding", "0020_go_live"),
        ("safeguarding", "0021_family_moves"),
        ("safeguarding", "0022_further_roles"),
        ("safeguarding", "0023_further_roles_checked"),
        ("safeguarding", "0024_another_address"),
        ("safeguarding", "0025_another_address_checked"),
        ("safeguarding", "0026_files_tell_what_came_of_them"),
        ("safeguarding", "0027_held_roles_end_for_good"),
        ("safeguarding", "0028_joined_into"),
        ("safeguarding", "0029_numbers_in_capitals"),
        ("safeguarding", "0030_joined_words"),
        ("safeguarding", "0031_joined_words_kept"),
        ("safeguarding", "0032_asked_by_two_stays_as_asked"),
        ("safeguarding", "0033_more_is_checked"),
        ("safeguarding", "0034_more_was_checked"),
        ("safeguarding", "0035_promises_across_tables"),
        ("safeguarding", "0036_joined_by_a_joining"),
        ("safeguarding", "0037_in_error"),
        ("safeguarding", "0038_in_error_is_over"),
        ("safeguarding", "0039_opened_by_two"),
        ("safeguarding", "0040_relationships_in_error"),
        ("safeguarding", "0041_more_by_two_and_joined_records"),
        ("safeguarding", "0042_no_keys_of_no_name"),
        ("safeguarding", "0043_days_are_finite"),
        ("safeguarding", "0044_days_were_finite"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        CreateExtension("fuzzystrmatch"),
        migrations.RunSQL(ground.PLAIN, "DROP FUNCTION safeguarding_plain"),
        migrations.RunSQL(keys.OF_WORDS, "DROP FUNCTION safeguarding_word_keys"),
        migrations.RunSQL(keys.KEYS, "DROP FUNCTION safeguarding_name_keys"),
        migrations.RunSQL(ground.CLOSENESS, "DROP FUNCTION safeguarding_closeness"),
        migrations.RunSQL(ground.CACHE, "DROP TABLE cache"),
        migrations.RunPython(contexts.now, contexts.before),
        migrations.RunSQL(counting.COUNT, "DROP FUNCTION safeguarding_analyze(TEXT[])"),
        safeguarding.deployment.migrating.CreateTogether(
            models=[
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("email", models.EmailField(max_length=254, unique=True)),
                        ("full_name", models.CharField(max_length=150)),
                        ("role", models.CharField(max_length=30)),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="safeguarding.team",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        ("is_system", models.BooleanField(default=False)),
                        ("sessions_valid_from", models.DateTimeField(blank=True, null=True)),
                        (
                            "further_roles",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=30),
                                blank=True,
                                db_default=[],
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["full_name"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="user_email_once_whatever_its_capitals",
                            ),
                            models.CheckConstraint(
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
                                name="user_role_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="user_more_by_two",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.role IS DISTINCT FROM NEW.role OR OLD.team_id IS DISTINCT FROM NEW.team_id OR OLD.is_active IS DISTINCT FROM NEW.is_active))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF NOT EXISTS (\n        SELECT FROM safeguarding_userevent AS e\n        WHERE e.pgh_obj_id = NEW.id AND e.pgh_label = 'insert' AND e.pgh_created_at = now()) AND (\n        (NEW.is_active AND NOT OLD.is_active\n            AND NOT EXISTS (\n        SELECT FROM safeguarding_accountchange AS v\n            JOIN safeguarding_accountchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.account_id = NEW.id AND v.kind = 'ON'))\n        OR ((NEW.role, NEW.team_id) IS DISTINCT FROM (OLD.role, OLD.team_id)\n            AND NOT EXISTS (\n        SELECT FROM safeguarding_accountchange AS v\n            JOIN safeguarding_accountchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.account_id = NEW.id AND v.kind = 'ROLE' AND v.role = NEW.role AND v.team_id IS NOT DISTINCT FROM NEW.team_id)\n            AND ((NEW.team_id IS DISTINCT FROM OLD.team_id\n                    AND (ARRAY[NEW.role] || NEW.further_roles)::text[] && ARRAY['SOCIAL_WORKER', 'TEAM_MANAGER'])\n                OR NOT EXISTS (\n                    SELECT FROM (\n                        SELECT array_agg(role::text) AS roles FROM (\n                            SELECT OLD.role UNION ALL SELECT unnest(OLD.further_roles)\n                            UNION ALL SELECT h.role FROM safeguarding_heldrole AS h\n                                JOIN safeguarding_heldroleevent AS e ON e.pgh_obj_id = h.id\n                            WHERE h.person_id = NEW.id AND e.until_at IS NOT NULL\n                                AND e.pgh_created_at = now()) AS held (role)) AS had\n                    WHERE CASE NEW.role WHEN 'CHAIR' THEN had.roles @> ARRAY['CHAIR'] WHEN 'STRATEGIC_LEAD' THEN had.roles @> ARRAY['STRATEGIC_LEAD'] WHEN 'MANAGER' THEN had.roles @> ARRAY['MANAGER'] OR had.roles @> ARRAY['STRATEGIC_LEAD', 'SYSTEM_ADMINISTRATOR'] WHEN 'TEAM_MANAGER' THEN had.roles @> ARRAY['TEAM_MANAGER'] WHEN 'SOCIAL_WORKER' THEN had.roles @> ARRAY['SOCIAL_WORKER'] OR had.roles @> ARRAY['TEAM_MANAGER'] WHEN 'BUSINESS_SUPPORT' THEN had.roles @> ARRAY['BUSINESS_SUPPORT'] WHEN 'REVIEWER' THEN had.roles @> ARRAY['REVIEWER'] OR had.roles @> ARRAY['CHAIR'] OR had.roles @> ARRAY['STRATEGIC_LEAD'] OR had.roles @> ARRAY['MANAGER'] OR had.roles @> ARRAY['TEAM_MANAGER'] OR had.roles @> ARRAY['SOCIAL_WORKER'] OR had.roles @> ARRAY['BUSINESS_SUPPORT'] WHEN 'INFORMATION_GOVERNANCE' THEN had.roles @> ARRAY['INFORMATION_GOVERNANCE'] OR had.roles @> ARRAY['STRATEGIC_LEAD'] WHEN 'SYSTEM_ADMINISTRATOR' THEN had.roles @> ARRAY['SYSTEM_ADMINISTRATOR'] END)))) THEN\n        RAISE EXCEPTION 'user_more_by_two' USING ERRCODE = 'check_violation', CONSTRAINT = 'user_more_by_two';\n    END IF;\n    RETURN NULL;",
                                    hash="0ded00bcd4e9b1151d23a235863efdbbf22c4aa5",
                                    operation='UPDATE OF "role", "team_id", "is_active"',
                                    pgid="pgtrigger_user_more_by_two_48413",
                                    table="safeguarding_user",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.agency",
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
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=150)),
                        (
                            "kind",
                            models.ForeignKey(
                                db_column="kind",
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.agencykind",
                                to_field="code",
                            ),
                        ),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="2d0cb17469e0dea440a85cda86c2a0f0412f90cf",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9dc47",
                                    table="safeguarding_agencyevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Allocation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="allocations",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allocations",
                                to="safeguarding.team",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allocations",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("start_date", models.DateField()),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "in_error",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Recorded in error; kept, and counts as none.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-start_date"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("end_date__isnull", True)),
                                fields=["team", "child"],
                                name="allocation_present_by_team",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("end_date__isnull", True)),
                                fields=("child",),
                                name="allocation_one_at_present",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("end_date__isnull", True),
                                    ("end_date__gte", models.F("start_date")),
                                    _connector="OR",
                                ),
                                name="allocation_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("in_error", False), ("end_date__isnull", False), _connector="OR"
                                ),
                                name="allocation_in_error_is_over",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="7c19fbcd2cb072771c7e9ca93ffb969740962605",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_5ed39",
                                    table="safeguarding_allocation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_allocationevent" ("child_id", "end_date", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date", "team_id", "worker_id") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."start_date", new_values."team_id", new_values."worker_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c881806c40473edabf4dd28332e9e03d3fde3310",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a4783",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_allocation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_allocationevent" ("child_id", "end_date", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date", "team_id", "worker_id") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."start_date", new_values."team_id", new_values."worker_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="0a9b163d42c3a8bd196ae5f523164fc9248c3c01",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3f7d3",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_allocation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_allocationevent" ("child_id", "end_date", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date", "team_id", "worker_id") SELECT old_values."child_id", old_values."end_date", old_values."id", old_values."in_error", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."start_date", old_values."team_id", old_values."worker_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="e4ddf2adf7581439900b4dbc1e64c82165eb0d6b",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3dd5c",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_allocation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="allocation_of_a_record_that_stands_new",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'allocation_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="f428779a6bb065561f30c97a1a9b3c60c474e5db",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_allocation_of_a_record_that_stands_new_28df5",
                                    referencing="REFERENCING NEW TABLE AS new_rows ",
                                    table="safeguarding_allocation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="allocation_of_a_record_that_stands",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_allocation WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'allocation_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="9d7ea8babb23df8bb66178940b95b9992a8f792a",
                                    operation='UPDATE OF "child_id"',
                                    pgid="pgtrigger_allocation_of_a_record_that_stands_939f5",
                                    table="safeguarding_allocation",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="AllocationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.allocation",
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
                        ("id", models.BigIntegerField()),
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
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.team",
                            ),
                        ),
                        (
                            "worker",
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
                        ("start_date", models.DateField()),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "in_error",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Recorded in error; kept, and counts as none.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f7acd2b16eb1f18c6bd41570d401ff14ad623098",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_28600",
                                    table="safeguarding_allocationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="AuditEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("event", models.CharField(max_length=60)),
                        ("subject_model", models.CharField(max_length=60)),
                        ("subject_id", models.BigIntegerField()),
                        (
                            "done_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("done_at", models.DateTimeField()),
                        ("detail", models.JSONField(default=dict)),
                    ],
                    options={
                        "verbose_name_plural": "audit entries",
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(fields=["subject_model", "subject_id"], name="auditentry_by_subject")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("event", ""), _negated=True),
                                name="auditentry_event_given",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="auditentry_never_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="70523fc4c219b684d5feb93bfed4e2a94c41c3e1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_auditentry_never_changed_40e82",
                                    table="safeguarding_auditentry",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Bar",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bars",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="bars",
                                to="safeguarding.family",
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "barred_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("barred_at", models.DateTimeField()),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("lifted_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("lifted_at__isnull", True)),
                                fields=["user"],
                                name="bar_present_by_user",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="bar_reason_given"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("lifted_at__isnull", True)),
                                fields=("user", "family"),
                                name="bar_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("lifted_at__isnull", True), ("lifted_by__isnull", True)),
                                    models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="bar_lifted_by_and_at",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_barevent" ("barred_at", "barred_by_id", "family_id", "id", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id") SELECT new_values."barred_at", new_values."barred_by_id", new_values."family_id", new_values."id", new_values."lifted_at", new_values."lifted_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8d05ab5f7ae53f93dcf26deb68032223784baafa",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a954e",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_bar",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_barevent" ("barred_at", "barred_by_id", "family_id", "id", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id") SELECT new_values."barred_at", new_values."barred_by_id", new_values."family_id", new_values."id", new_values."lifted_at", new_values."lifted_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="e4bed0c8f6419e8165669e6fa8111073845359e3",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7136d",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_bar",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_barevent" ("barred_at", "barred_by_id", "family_id", "id", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id") SELECT old_values."barred_at", old_values."barred_by_id", old_values."family_id", old_values."id", old_values."lifted_at", old_values."lifted_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="cc0ab7a7197150aad337581ac542e8b6540543c6",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_54f9e",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_bar",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="bar_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF true THEN\n        RAISE EXCEPTION 'bar_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'bar_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                                    hash="9c01e321c0b989a96e0d123a4ed616a6230e48af",
                                    operation="DELETE",
                                    pgid="pgtrigger_bar_stays_f63b8",
                                    table="safeguarding_bar",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BarEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.bar",
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
                        ("id", models.BigIntegerField()),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.family",
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "barred_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("barred_at", models.DateTimeField()),
                        (
                            "lifted_by",
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
                        ("lifted_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="4120c5cfae533f110fd7e30492df815cf4309a37",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_1def6",
                                    table="safeguarding_barevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Child",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("given_names", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(blank=True, max_length=100)),
                        (
                            "plain_name",
                            models.GeneratedField(
                                db_persist=True,
                                expression=safeguarding.models.spelling.Plain("given_names", "family_name"),
                                output_field=models.TextField(),
                            ),
                        ),
                        (
                            "name_keys",
                            models.GeneratedField(
                                db_persist=True,
                                expression=safeguarding.models.spelling.NameKeys(
                                    "given_names", "family_name"
                                ),
                                output_field=django.contrib.postgres.fields.ArrayField(
                                    base_field=models.TextField(), size=None
                                ),
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("la_child_id", models.CharField(max_length=20, unique=True)),
                        ("upn", models.CharField(blank=True, max_length=13)),
                        ("former_upn", models.CharField(blank=True, max_length=13)),
                        (
                            "upn_unknown",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UN1", "Not of school age"),
                                    ("UN2", "Never at a maintained school in England"),
                                    ("UN3", "Educated outside England"),
                                    ("UN4", "New, number not yet known"),
                                    ("UN5", "Sources give different numbers"),
                                    ("UN6", "UN6 (no published label)"),
                                    ("UN7", "Referral with no further action"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("nhs_number", models.CharField(blank=True, max_length=10)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("expected_birth_date", models.DateField(blank=True, null=True)),
                        ("death_date", models.DateField(blank=True, null=True)),
                        (
                            "sex",
                            models.CharField(
                                choices=[("F", "Female"), ("M", "Male"), ("U", "Not known or not yet born")],
                                default="U",
                                max_length=1,
                            ),
                        ),
                        (
                            "ethnicity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("WBRI", "White British"),
                                    ("WIRI", "White Irish"),
                                    ("WIRT", "Traveller of Irish heritage"),
                                    ("WROM", "Gypsy or Roma"),
                                    ("WOTH", "Any other White background"),
                                    ("MWBC", "White and Black Caribbean"),
                                    ("MWBA", "White and Black African"),
                                    ("MWAS", "White and Asian"),
                                    ("MOTH", "Any other mixed background"),
                                    ("AIND", "Indian"),
                                    ("APKN", "Pakistani"),
                                    ("ABAN", "Bangladeshi"),
                                    ("CHNE", "Chinese"),
                                    ("AOTH", "Any other Asian background"),
                                    ("BCRB", "Caribbean"),
                                    ("BAFR", "African"),
                                    ("BOTH", "Any other Black background"),
                                    ("OOTH", "Any other ethnic group"),
                                    ("REFU", "Refused"),
                                    ("NOBT", "Not yet obtained"),
                                ],
                                max_length=4,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="safeguarding.family",
                            ),
                        ),
                        ("communication_needs", models.TextField(blank=True)),
                        ("interpreter_language", models.CharField(blank=True, max_length=60)),
                        ("is_restricted", models.BooleanField(default=False)),
                        ("restricted_reason", models.TextField(blank=True)),
                        (
                            "restricted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("restricted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "joined_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="joined_records",
                                to="safeguarding.child",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "children",
                        "ordering": ["la_child_id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    models.F("plain_name"), name="gin_trgm_ops"
                                ),
                                condition=models.Q(("plain_name", ""), _negated=True),
                                name="child_plain_name",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                condition=models.Q(("plain_name", ""), _negated=True),
                                fields=["name_keys"],
                                name="child_keys",
                            ),
                            models.Index(fields=["birth_date"], name="child_birth_date"),
                            models.Index(fields=["upn"], name="child_upn"),
                            models.Index(
                                condition=models.Q(("is_restricted", True)),
                                fields=["id"],
                                name="child_restricted",
                            ),
                            models.Index(
                                django.db.models.functions.text.Upper("upn"),
                                condition=models.Q(("upn", ""), _negated=True),
                                name="child_upn_capitals",
                            ),
                            models.Index(
                                django.db.models.functions.text.Upper("former_upn"),
                                condition=models.Q(("former_upn", ""), _negated=True),
                                name="child_former_upn_capitals",
                            ),
                            models.Index(
                                django.db.models.functions.text.Upper("la_child_id"),
                                name="child_number_capitals",
                            ),
                            models.Index(
                                condition=models.Q(("expected_birth_date__isnull", False)),
                                fields=["expected_birth_date"],
                                name="child_expected",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("birth_date__isnull", False), ("expected_birth_date__isnull", True)
                                    ),
                                    models.Q(
                                        ("birth_date__isnull", True), ("expected_birth_date__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="child_born_or_expected_not_both",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("death_date__isnull", True),
                                    ("birth_date__isnull", True),
                                    ("death_date__gte", models.F("birth_date")),
                                    _connector="OR",
                                ),
                                name="child_death_not_before_birth",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("la_child_id", ""), _negated=True),
                                name="child_number_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["F", "M", "U"])), name="child_sex_known_code"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "ethnicity__in",
                                        [
                                            "",
                                            "WBRI",
                                            "WIRI",
                                            "WIRT",
                                            "WROM",
                                            "WOTH",
                                            "MWBC",
                                            "MWBA",
                                            "MWAS",
                                            "MOTH",
                                            "AIND",
                                            "APKN",
                                            "ABAN",
                                            "CHNE",
                                            "AOTH",
                                            "BCRB",
                                            "BAFR",
                                            "BOTH",
                                            "OOTH",
                                            "REFU",
                                            "NOBT",
                                        ],
                                    )
                                ),
                                name="child_ethnicity_known_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("upn_unknown__in", ["", "UN1", "UN2", "UN3", "UN4", "UN5", "UN6", "UN7"])
                                ),
                                name="child_upn_unknown_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nhs_number", ""), ("nhs_number__regex", "^[0-9]{10}$"), _connector="OR"
                                ),
                                name="child_nhs_number_ten_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("is_restricted", False),
                                        ("restricted_at__isnull", True),
                                        ("restricted_by__isnull", True),
                                        ("restricted_reason", ""),
                                    ),
                                    models.Q(
                                        ("is_restricted", True),
                                        ("restricted_at__isnull", False),
                                        ("restricted_by__isnull", False),
                                        models.Q(("restricted_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="child_restricted_by_at_and_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("nhs_number", ""), _negated=True),
                                fields=("nhs_number",),
                                name="child_nhs_number_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("birth_date__isnull", True),
                                        safeguarding.promises.IsFinite("birth_date"),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("expected_birth_date__isnull", True),
                                        safeguarding.promises.IsFinite("expected_birth_date"),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("death_date__isnull", True),
                                        safeguarding.promises.IsFinite("death_date"),
                                        _connector="OR",
                                    ),
                                ),
                                name="child_days_finite",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="21e43efaf37043d318b739e0212624c58a7bcf21",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_bc10e",
                                    table="safeguarding_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childevent" ("birth_date", "communication_needs", "death_date", "ethnicity", "expected_birth_date", "family_id", "family_name", "former_upn", "given_names", "id", "interpreter_language", "is_restricted", "joined_into_id", "la_child_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "restricted_at", "restricted_by_id", "restricted_reason", "sex", "upn", "upn_unknown") SELECT new_values."birth_date", new_values."communication_needs", new_values."death_date", new_values."ethnicity", new_values."expected_birth_date", new_values."family_id", new_values."family_name", new_values."former_upn", new_values."given_names", new_values."id", new_values."interpreter_language", new_values."is_restricted", new_values."joined_into_id", new_values."la_child_id", new_values."nhs_number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."restricted_at", new_values."restricted_by_id", new_values."restricted_reason", new_values."sex", new_values."upn", new_values."upn_unknown" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="80ad0e2f578e2ee8cf525cf933edc83aafae249d",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e9d55",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childevent" ("birth_date", "communication_needs", "death_date", "ethnicity", "expected_birth_date", "family_id", "family_name", "former_upn", "given_names", "id", "interpreter_language", "is_restricted", "joined_into_id", "la_child_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "restricted_at", "restricted_by_id", "restricted_reason", "sex", "upn", "upn_unknown") SELECT new_values."birth_date", new_values."communication_needs", new_values."death_date", new_values."ethnicity", new_values."expected_birth_date", new_values."family_id", new_values."family_name", new_values."former_upn", new_values."given_names", new_values."id", new_values."interpreter_language", new_values."is_restricted", new_values."joined_into_id", new_values."la_child_id", new_values."nhs_number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."restricted_at", new_values."restricted_by_id", new_values."restricted_reason", new_values."sex", new_values."upn", new_values."upn_unknown" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."birth_date" IS DISTINCT FROM (new_values."birth_date") OR old_values."communication_needs" IS DISTINCT FROM (new_values."communication_needs") OR old_values."death_date" IS DISTINCT FROM (new_values."death_date") OR old_values."ethnicity" IS DISTINCT FROM (new_values."ethnicity") OR old_values."expected_birth_date" IS DISTINCT FROM (new_values."expected_birth_date") OR old_values."family_id" IS DISTINCT FROM (new_values."family_id") OR old_values."family_name" IS DISTINCT FROM (new_values."family_name") OR old_values."former_upn" IS DISTINCT FROM (new_values."former_upn") OR old_values."given_names" IS DISTINCT FROM (new_values."given_names") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."interpreter_language" IS DISTINCT FROM (new_values."interpreter_language") OR old_values."is_restricted" IS DISTINCT FROM (new_values."is_restricted") OR old_values."joined_into_id" IS DISTINCT FROM (new_values."joined_into_id") OR old_values."la_child_id" IS DISTINCT FROM (new_values."la_child_id") OR old_values."nhs_number" IS DISTINCT FROM (new_values."nhs_number") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."restricted_at" IS DISTINCT FROM (new_values."restricted_at") OR old_values."restricted_by_id" IS DISTINCT FROM (new_values."restricted_by_id") OR old_values."restricted_reason" IS DISTINCT FROM (new_values."restricted_reason") OR old_values."sex" IS DISTINCT FROM (new_values."sex") OR old_values."upn" IS DISTINCT FROM (new_values."upn") OR old_values."upn_unknown" IS DISTINCT FROM (new_values."upn_unknown")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="2ecb4f5b05a6b99273bd313110d0574d2ed34f2e",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_39299",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childevent" ("birth_date", "communication_needs", "death_date", "ethnicity", "expected_birth_date", "family_id", "family_name", "former_upn", "given_names", "id", "interpreter_language", "is_restricted", "joined_into_id", "la_child_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "restricted_at", "restricted_by_id", "restricted_reason", "sex", "upn", "upn_unknown") SELECT old_values."birth_date", old_values."communication_needs", old_values."death_date", old_values."ethnicity", old_values."expected_birth_date", old_values."family_id", old_values."family_name", old_values."former_upn", old_values."given_names", old_values."id", old_values."interpreter_language", old_values."is_restricted", old_values."joined_into_id", old_values."la_child_id", old_values."nhs_number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."restricted_at", old_values."restricted_by_id", old_values."restricted_reason", old_values."sex", old_values."upn", old_values."upn_unknown" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="4a8049c658dff25b361ef6ffb6b02c415553f97f",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2cbff",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="child_nhs_number_checks",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (NEW.nhs_number <> '')",
                                    func="\n    IF NEW.nhs_number ~ '^[0-9]{10}$' AND (\n        SELECT sum(substr(NEW.nhs_number, n, 1)::int * (11 - n)) FROM generate_series(1, 10) AS n\n    ) % 11 <> 0 THEN\n        RAISE EXCEPTION 'child_nhs_number_checks' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_nhs_number_checks';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                                    hash="fed38b3bb76aa2e8d93fae203e1093bc63058666",
                                    operation='INSERT OR UPDATE OF "nhs_number"',
                                    pgid="pgtrigger_child_nhs_number_checks_039db",
                                    table="safeguarding_child",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="child_opened_by_two",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.is_restricted AND NOT NEW.is_restricted)",
                                    func="\n    IF NOT EXISTS (\n        SELECT FROM safeguarding_restrictionremoval AS v\n            JOIN safeguarding_restrictionremovalevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.child_id = NEW.id) THEN\n        RAISE EXCEPTION 'child_opened_by_two' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_opened_by_two';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                                    hash="2dd0e9362bbcae6e8d224a9149f9392a1bb82e22",
                                    operation='UPDATE OF "is_restricted"',
                                    pgid="pgtrigger_child_opened_by_two_e9e02",
                                    table="safeguarding_child",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="child_joined_by_a_joining",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.joined_into_id IS DISTINCT FROM NEW.joined_into_id))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM safeguarding_child AS c\n        WHERE c.id = NEW.id AND (c.joined_into_id = c.id OR (c.joined_into_id IS NOT NULL) <> EXISTS (\n            SELECT FROM conferences_recordjoin AS j WHERE j.gone_id = c.id AND j.undone_at IS NULL)\n            OR (c.joined_into_id IS NOT NULL AND EXISTS (\n                SELECT FROM safeguarding_child AS o WHERE o.joined_into_id = c.id\n                    OR (o.id = c.joined_into_id AND o.joined_into_id IS NOT NULL))))) THEN\n        RAISE EXCEPTION 'child_joined_by_a_joining' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_joined_by_a_joining';\n    END IF;\n    RETURN NULL;",
                                    hash="0f3170d70c0c4eb4003670bf5481c23322d0607d",
                                    operation='UPDATE OF "joined_into_id"',
                                    pgid="pgtrigger_child_joined_by_a_joining_60609",
                                    table="safeguarding_child",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="child_joined_has_no_family",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (NEW.joined_into_id IS NOT NULL AND NEW.family_id IS NOT NULL)",
                                    func="\n    IF true THEN\n        RAISE EXCEPTION 'child_joined_has_no_family' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_joined_has_no_family';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                                    hash="1728b364a6b9f0fa5f57e428f9786ce6a7d351d0",
                                    operation='UPDATE OF "family_id", "joined_into_id"',
                                    pgid="pgtrigger_child_joined_has_no_family_7cebc",
                                    table="safeguarding_child",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="decision_on_a_living_child",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.death_date IS DISTINCT FROM NEW.death_date))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF NOT (strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0)\n        AND EXISTS (\n        SELECT FROM safeguarding_child AS k\n            JOIN conferences_conferencechild AS cc ON cc.child_id = k.id\n            JOIN conferences_decision AS d ON d.conference_child_id = cc.id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n        WHERE k.id = NEW.id AND k.death_date < c.held_date) THEN\n        RAISE EXCEPTION 'decision_on_a_living_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_on_a_living_child';\n    END IF;\n    RETURN NULL;",
                                    hash="e81ecdaf62c073642069be48216cae7f21e8ee0e",
                                    operation='UPDATE OF "death_date"',
                                    pgid="pgtrigger_decision_on_a_living_child_ba954",
                                    table="safeguarding_child",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ChildDisability",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="disabilities",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("NONE", "No disability"),
                                    ("MOB", "Mobility"),
                                    ("HAND", "Hand function"),
                                    ("PC", "Personal care"),
                                    ("INC", "Incontinence"),
                                    ("COMM", "Communication"),
                                    ("LD", "Learning"),
                                    ("HEAR", "Hearing"),
                                    ("VIS", "Vision"),
                                    ("BEH", "Behaviour"),
                                    ("CON", "Consciousness"),
                                    ("AUT", "Autism or Asperger syndrome"),
                                    ("DDA", "Another disability"),
                                ],
                                max_length=4,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(fields=("child", "code"), name="childdisability_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "code__in",
                                        [
                                            "NONE",
                                            "MOB",
                                            "HAND",
                                            "PC",
                                            "INC",
                                            "COMM",
                                            "LD",
                                            "HEAR",
                                            "VIS",
                                            "BEH",
                                            "CON",
                                            "AUT",
                                            "DDA",
                                        ],
                                    )
                                ),
                                name="childdisability_known_code",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childdisabilityevent" ("child_id", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."code", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="47bee9a394d38c87dfae733ae14d1fe3aaf6da5b",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0d6b5",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_childdisability",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childdisabilityevent" ("child_id", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."code", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="f0fd6267978995ffb815b699471656706b326617",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fe8e1",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_childdisability",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childdisabilityevent" ("child_id", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."code", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="47efd5589d9b77d069dcfa802afc32a628f75a05",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_acbd1",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_childdisability",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="childdisability_none_stands_alone_new",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_childdisability AS o ON o.child_id = r.child_id\n        WHERE (r.code = 'NONE') <> (o.code = 'NONE')) THEN\n        RAISE EXCEPTION 'childdisability_none_stands_alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'childdisability_none_stands_alone';\n    END IF;\n    RETURN NULL;",
                                    hash="37fa2e0735eeb525d586828fb4e34990e6747ca0",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_childdisability_none_stands_alone_new_9d95e",
                                    referencing="REFERENCING NEW TABLE AS new_rows ",
                                    table="safeguarding_childdisability",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="childdisability_none_stands_alone",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.code IS DISTINCT FROM NEW.code))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_childdisability WHERE id = NEW.id) AS r JOIN safeguarding_childdisability AS o ON o.child_id = r.child_id\n        WHERE (r.code = 'NONE') <> (o.code = 'NONE')) THEN\n        RAISE EXCEPTION 'childdisability_none_stands_alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'childdisability_none_stands_alone';\n    END IF;\n    RETURN NULL;",
                                    hash="c590afea3e7be6261729f1979d15ba7fe30f5ef9",
                                    operation='UPDATE OF "child_id", "code"',
                                    pgid="pgtrigger_childdisability_none_stands_alone_1ee84",
                                    table="safeguarding_childdisability",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ChildDisabilityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.childdisability",
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
                        ("id", models.BigIntegerField()),
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
                            "code",
                            models.CharField(
                                choices=[
                                    ("NONE", "No disability"),
                                    ("MOB", "Mobility"),
                                    ("HAND", "Hand function"),
                                    ("PC", "Personal care"),
                                    ("INC", "Incontinence"),
                                    ("COMM", "Communication"),
                                    ("LD", "Learning"),
                                    ("HEAR", "Hearing"),
                                    ("VIS", "Vision"),
                                    ("BEH", "Behaviour"),
                                    ("CON", "Consciousness"),
                                    ("AUT", "Autism or Asperger syndrome"),
                                    ("DDA", "Another disability"),
                                ],
                                max_length=4,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="62886e867eb4f6da3e5d9867d5f619e7568cd84f",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_390cf",
                                    table="safeguarding_childdisabilityevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ChildEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.child",
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
                        ("id", models.BigIntegerField()),
                        ("given_names", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(blank=True, max_length=100)),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("la_child_id", models.CharField(max_length=20)),
                        ("upn", models.CharField(blank=True, max_length=13)),
                        ("former_upn", models.CharField(blank=True, max_length=13)),
                        (
                            "upn_unknown",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UN1", "Not of school age"),
                                    ("UN2", "Never at a maintained school in England"),
                                    ("UN3", "Educated outside England"),
                                    ("UN4", "New, number not yet known"),
                                    ("UN5", "Sources give different numbers"),
                                    ("UN6", "UN6 (no published label)"),
                                    ("UN7", "Referral with no further action"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("nhs_number", models.CharField(blank=True, max_length=10)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("expected_birth_date", models.DateField(blank=True, null=True)),
                        ("death_date", models.DateField(blank=True, null=True)),
                        (
                            "sex",
                            models.CharField(
                                choices=[("F", "Female"), ("M", "Male"), ("U", "Not known or not yet born")],
                                default="U",
                                max_length=1,
                            ),
                        ),
                        (
                            "ethnicity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("WBRI", "White British"),
                                    ("WIRI", "White Irish"),
                                    ("WIRT", "Traveller of Irish heritage"),
                                    ("WROM", "Gypsy or Roma"),
                                    ("WOTH", "Any other White background"),
                                    ("MWBC", "White and Black Caribbean"),
                                    ("MWBA", "White and Black African"),
                                    ("MWAS", "White and Asian"),
                                    ("MOTH", "Any other mixed background"),
                                    ("AIND", "Indian"),
                                    ("APKN", "Pakistani"),
                                    ("ABAN", "Bangladeshi"),
                                    ("CHNE", "Chinese"),
                                    ("AOTH", "Any other Asian background"),
                                    ("BCRB", "Caribbean"),
                                    ("BAFR", "African"),
                                    ("BOTH", "Any other Black background"),
                                    ("OOTH", "Any other ethnic group"),
                                    ("REFU", "Refused"),
                                    ("NOBT", "Not yet obtained"),
                                ],
                                max_length=4,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.family",
                            ),
                        ),
                        ("communication_needs", models.TextField(blank=True)),
                        ("interpreter_language", models.CharField(blank=True, max_length=60)),
                        ("is_restricted", models.BooleanField(default=False)),
                        ("restricted_reason", models.TextField(blank=True)),
                        (
                            "restricted_by",
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
                        ("restricted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "joined_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.child",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="239b654ee99266c5eb0e97ae5910bf1dc4ac2804",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_30707",
                                    table="safeguarding_childevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ChildName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("given_names", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(blank=True, max_length=100)),
                        (
                            "plain_name",
                            models.GeneratedField(
                                db_persist=True,
                                expression=safeguarding.models.spelling.Plain("given_names", "family_name"),
                                output_field=models.TextField(),
                            ),
                        ),
                        (
                            "name_keys",
                            models.GeneratedField(
                                db_persist=True,
                                expression=safeguarding.models.spelling.NameKeys(
                                    "given_names", "family_name"
                                ),
                                output_field=django.contrib.postgres.fields.ArrayField(
                                    base_field=models.TextField(), size=None
                                ),
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="other_names",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("EARLIER", "Earlier name"),
                                    ("KNOWN_AS", "Also known as"),
                                    ("BIRTH", "Name at birth"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("until_date", models.DateField(blank=True, null=True)),
                        (
                            "in_error",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Recorded in error; kept, and counts as none.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.indexes.OpClass(
                                    models.F("plain_name"), name="gin_trgm_ops"
                                ),
                                condition=models.Q(("plain_name", ""), _negated=True),
                                name="childname_plain_name",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                condition=models.Q(("plain_name", ""), _negated=True),
                                fields=["name_keys"],
                                name="childname_keys",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("family_name", ""), ("given_names", ""), _negated=True),
                                name="childname_not_empty",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["EARLIER", "KNOWN_AS", "BIRTH"])),
                                name="childname_kind_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="childname_of_a_record_that_stands_new",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'childname_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'childname_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="6090d0b3865f5cda7235718d53d2f09dca035728",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_childname_of_a_record_that_stands_new_e9dd3",
                                    referencing="REFERENCING NEW TABLE AS new_rows ",
                                    table="safeguarding_childname",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="childname_of_a_record_that_stands",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_childname WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'childname_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'childname_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="23b915341f75b79f7f8c0599ef62db95eee24943",
                                    operation='UPDATE OF "child_id"',
                                    pgid="pgtrigger_childname_of_a_record_that_stands_4b766",
                                    table="safeguarding_childname",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="lifeevent_of_its_own_child",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_lifeevent WHERE name_id = NEW.id) AS r\n            LEFT JOIN safeguarding_childname AS n ON n.id = r.name_id\n            LEFT JOIN safeguarding_householdmember AS m ON m.id = r.stay_id\n        WHERE n.child_id <> r.child_id\n            OR (r.stay_id IS NOT NULL AND m.child_id IS DISTINCT FROM r.child_id)) THEN\n        RAISE EXCEPTION 'lifeevent_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                                    hash="4b1fef53b3106f7b3ae6d0b281b605bf7d7c66f8",
                                    operation='UPDATE OF "child_id"',
                                    pgid="pgtrigger_lifeevent_of_its_own_child_cc304",
                                    table="safeguarding_childname",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childnameevent" ("child_id", "family_name", "given_names", "id", "in_error", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_date") SELECT new_values."child_id", new_values."family_name", new_values."given_names", new_values."id", new_values."in_error", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."until_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="3f88d60d284853f2f4144e80221fc2ece431e0cc",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9d889",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_childname",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childnameevent" ("child_id", "family_name", "given_names", "id", "in_error", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_date") SELECT new_values."child_id", new_values."family_name", new_values."given_names", new_values."id", new_values."in_error", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."until_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."family_name" IS DISTINCT FROM (new_values."family_name") OR old_values."given_names" IS DISTINCT FROM (new_values."given_names") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."in_error" IS DISTINCT FROM (new_values."in_error") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."until_date" IS DISTINCT FROM (new_values."until_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8359a865abb42995532154933cf18d0664b76963",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fe1f6",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_childname",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childnameevent" ("child_id", "family_name", "given_names", "id", "in_error", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_date") SELECT old_values."child_id", old_values."family_name", old_values."given_names", old_values."id", old_values."in_error", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."until_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="0463ec379cedf6915679a7899789ab0b30ea55e5",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dab9d",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_childname",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ChildNameEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.childname",
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
                        ("id", models.BigIntegerField()),
                        ("given_names", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(blank=True, max_length=100)),
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("EARLIER", "Earlier name"),
                                    ("KNOWN_AS", "Also known as"),
                                    ("BIRTH", "Name at birth"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("until_date", models.DateField(blank=True, null=True)),
                        (
                            "in_error",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Recorded in error; kept, and counts as none.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="02c34a330df52728356575f8bb19fab0719e093f",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9a8cf",
                                    table="safeguarding_childnameevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Family",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=100)),
                    ],
                    options={
                        "verbose_name_plural": "families",
                        "ordering": ["name"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="family_name_given"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_familyevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref") SELECT new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="575b3df56bb69f024c350c8a3d3723dd0b883705",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_19202",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_family",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_familyevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref") SELECT new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="3f306153ebea7cd48828595d182eb996d5071ecd",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f8280",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_family",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_familyevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref") SELECT old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="703bae9ff2e7ee9c3002b6baf1daa65abc916ff4",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7edf9",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_family",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FamilyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.family",
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
                        ("id", models.BigIntegerField()),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("name", models.CharField(max_length=100)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="6b7fe8273f947ad38d47a2ee1fb8735570c1dcc2",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c6478",
                                    table="safeguarding_familyevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Household",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="households",
                                to="safeguarding.family",
                            ),
                        ),
                        ("name", models.CharField(help_text="Whose home it is.", max_length=100)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("is_confidential", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_householdevent" ("address", "family_id", "id", "is_confidential", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode") SELECT new_values."address", new_values."family_id", new_values."id", new_values."is_confidential", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."postcode" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="36eee646982e80da2cf321b752d5a3c82bffb21b",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2bf3e",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_household",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_householdevent" ("address", "family_id", "id", "is_confidential", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode") SELECT new_values."address", new_values."family_id", new_values."id", new_values."is_confidential", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."postcode" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="fd01887899f641d6815905a14ab9081cb4b5532a",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5b84f",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_household",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_householdevent" ("address", "family_id", "id", "is_confidential", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode") SELECT old_values."address", old_values."family_id", old_values."id", old_values."is_confidential", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."postcode" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="a345d9a6425fc01ca2fa4d3c99ea1b656ae60f12",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5ff8f",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_household",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="HouseholdEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.household",
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
                        ("id", models.BigIntegerField()),
                        (
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.family",
                            ),
                        ),
                        ("name", models.CharField(help_text="Whose home it is.", max_length=100)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("is_confidential", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="91e037c8973ba025e5fe36a8d85b37291a9ee94b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9a48e",
                                    table="safeguarding_householdevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="HouseholdMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "household",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="safeguarding.household",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="homes",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="homes",
                                to="safeguarding.person",
                            ),
                        ),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("child__isnull", False), ("person__isnull", True)),
                                    models.Q(("child__isnull", True), ("person__isnull", False)),
                                    _connector="OR",
                                ),
                                name="householdmember_child_or_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start_date__isnull", True),
                                    ("end_date__isnull", True),
                                    ("end_date__gte", models.F("start_date")),
                                    _connector="OR",
                                ),
                                name="householdmember_ends_after_start",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_householdmemberevent" ("child_id", "end_date", "household_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."household_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="58d54b7ce5a8fb0c7312869264b15d60206dd3cf",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9dc9a",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_householdmember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_householdmemberevent" ("child_id", "end_date", "household_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."household_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1beeb00f83870410a9358598642ae85b93b124ae",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a8b92",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_householdmember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_householdmemberevent" ("child_id", "end_date", "household_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT old_values."child_id", old_values."end_date", old_values."household_id", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="9972bb565c47eb7cd8a7bd03f26a99edfb832a32",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6cc5e",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_householdmember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="householdmember_of_a_record_that_stands_new",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'householdmember_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'householdmember_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="4dfe54b8eff2580bc0e95432603896fcbcb6c495",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_householdmember_of_a_record_that_stands_new_7e7a3",
                                    referencing="REFERENCING NEW TABLE AS new_rows ",
                                    table="safeguarding_householdmember",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="householdmember_of_a_record_that_stands",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_householdmember WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'householdmember_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'householdmember_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="e16d5e4eaffc6b00e4d036a1d5f03759bf4deb67",
                                    operation='UPDATE OF "child_id"',
                                    pgid="pgtrigger_householdmember_of_a_record_that_stands_632b6",
                                    table="safeguarding_householdmember",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="lifeevent_of_its_own_child",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_lifeevent WHERE stay_id = NEW.id) AS r\n            LEFT JOIN safeguarding_childname AS n ON n.id = r.name_id\n            LEFT JOIN safeguarding_householdmember AS m ON m.id = r.stay_id\n        WHERE n.child_id <> r.child_id\n            OR (r.stay_id IS NOT NULL AND m.child_id IS DISTINCT FROM r.child_id)) THEN\n        RAISE EXCEPTION 'lifeevent_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                                    hash="3fee66f86d5c3b33b194c39ccf1200b012a5c6be",
                                    operation='UPDATE OF "child_id"',
                                    pgid="pgtrigger_lifeevent_of_its_own_child_4889d",
                                    table="safeguarding_householdmember",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="HouseholdMemberEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.householdmember",
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
                        ("id", models.BigIntegerField()),
                        (
                            "household",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.household",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.person",
                            ),
                        ),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="7845423553c3fc9a1db741b35b4e374d85f95422",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_442e2",
                                    table="safeguarding_householdmemberevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="safeguarding.family",
                            ),
                        ),
                        ("full_name", models.CharField(max_length=150)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("address_is_confidential", models.BooleanField(default=False)),
                        ("telephone", models.CharField(blank=True, max_length=30)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        (
                            "safe_contact",
                            models.TextField(
                                blank=True, help_text="How and when it is safe to get in touch."
                            ),
                        ),
                        ("communication_needs", models.TextField(blank=True)),
                        ("interpreter_language", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "verbose_name_plural": "people",
                        "ordering": ["full_name"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("full_name", ""), _negated=True), name="person_name_given"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_personevent" ("address", "address_is_confidential", "birth_date", "communication_needs", "email", "family_id", "full_name", "id", "interpreter_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "ref", "safe_contact", "telephone") SELECT new_values."address", new_values."address_is_confidential", new_values."birth_date", new_values."communication_needs", new_values."email", new_values."family_id", new_values."full_name", new_values."id", new_values."interpreter_language", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."postcode", new_values."ref", new_values."safe_contact", new_values."telephone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d13c46cf8c67e91da3fdf02236ada748648a1149",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_44551",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_person",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_personevent" ("address", "address_is_confidential", "birth_date", "communication_needs", "email", "family_id", "full_name", "id", "interpreter_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "ref", "safe_contact", "telephone") SELECT new_values."address", new_values."address_is_confidential", new_values."birth_date", new_values."communication_needs", new_values."email", new_values."family_id", new_values."full_name", new_values."id", new_values."interpreter_language", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."postcode", new_values."ref", new_values."safe_contact", new_values."telephone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="e4ea8276b5a544763b84b1bd31cf129996b43826",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c4667",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_person",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_personevent" ("address", "address_is_confidential", "birth_date", "communication_needs", "email", "family_id", "full_name", "id", "interpreter_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "ref", "safe_contact", "telephone") SELECT old_values."address", old_values."address_is_confidential", old_values."birth_date", old_values."communication_needs", old_values."email", old_values."family_id", old_values."full_name", old_values."id", old_values."interpreter_language", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."postcode", old_values."ref", old_values."safe_contact", old_values."telephone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="faf445ada36a389bf4ea8484a16702115da9ba93",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8b589",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_person",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="PersonEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.person",
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
                        ("id", models.BigIntegerField()),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.family",
                            ),
                        ),
                        ("full_name", models.CharField(max_length=150)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("address_is_confidential", models.BooleanField(default=False)),
                        ("telephone", models.CharField(blank=True, max_length=30)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        (
                            "safe_contact",
                            models.TextField(
                                blank=True, help_text="How and when it is safe to get in touch."
                            ),
                        ),
                        ("communication_needs", models.TextField(blank=True)),
                        ("interpreter_language", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="46a923caee1cbaa7ef58ae54faff4433eb07e7e0",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_f64d6",
                                    table="safeguarding_personevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="PolicySetting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=60)),
                        ("value", models.CharField(max_length=60)),
                        ("effective_date", models.DateField()),
                        ("reason", models.TextField()),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("set_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["key", "effective_date"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("key", "effective_date"), name="policy_one_value_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="policy_reason_given"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value", ""), _negated=True), name="policy_value_given"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_policysettingevent" ("effective_date", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "value") SELECT new_values."effective_date", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."set_at", new_values."set_by_id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c4ed8edf431cda84bd817e1edef7156f0e3bef80",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_47102",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_policysetting",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_policysettingevent" ("effective_date", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "value") SELECT new_values."effective_date", new_values."id", new_values."key", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."set_at", new_values."set_by_id", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="454126231a7110783ee3cd4988e349778ead05ed",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3b4a6",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_policysetting",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_policysettingevent" ("effective_date", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "value") SELECT old_values."effective_date", old_values."id", old_values."key", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."set_at", old_values."set_by_id", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="a2073d2aeec1a68db09bf6028f4a8faa56ec3129",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3686e",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_policysetting",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="PolicySettingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.policysetting",
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
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=60)),
                        ("value", models.CharField(max_length=60)),
                        ("effective_date", models.DateField()),
                        ("reason", models.TextField()),
                        (
                            "set_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("set_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="7f130048755ae921c74c03f17fe17411937dd324",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_f09e0",
                                    table="safeguarding_policysettingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Professional",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("full_name", models.CharField(max_length=150)),
                        ("job_title", models.CharField(blank=True, max_length=100)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="professionals",
                                to="safeguarding.agency",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("telephone", models.CharField(blank=True, max_length=30)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "ordering": ["full_name"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_professionalevent" ("agency_id", "email", "full_name", "id", "is_active", "job_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT new_values."agency_id", new_values."email", new_values."full_name", new_values."id", new_values."is_active", new_values."job_title", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."telephone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1b7087d85a53b41809703146072c25060c7cb0dd",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_43062",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_professional",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_professionalevent" ("agency_id", "email", "full_name", "id", "is_active", "job_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT new_values."agency_id", new_values."email", new_values."full_name", new_values."id", new_values."is_active", new_values."job_title", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."telephone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="9606ff34de17b0d1b93293661cd9918bb8795200",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0b171",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_professional",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_professionalevent" ("agency_id", "email", "full_name", "id", "is_active", "job_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT old_values."agency_id", old_values."email", old_values."full_name", old_values."id", old_values."is_active", old_values."job_title", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."telephone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="91d551b106df26f388910631d530d0915ae8d4cb",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3ef39",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_professional",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ProfessionalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.professional",
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
                        ("id", models.BigIntegerField()),
                        ("full_name", models.CharField(max_length=150)),
                        ("job_title", models.CharField(blank=True, max_length=100)),
                        (
                            "agency",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.agency",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("telephone", models.CharField(blank=True, max_length=30)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="e2ef5610e00a5afc46e7564e444a81bab377b5d7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c11e6",
                                    table="safeguarding_professionalevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ReadLog",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="viewed",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="viewed",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("view_name", models.CharField(max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("OPENED", "Opened"),
                                    ("LISTED", "Seen in a list"),
                                    ("EXPORTED", "Exported"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("read_at", models.DateTimeField()),
                        ("request_id", models.UUIDField()),
                    ],
                    options={
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(fields=["child", "-read_at"], name="readlog_by_child"),
                            models.Index(fields=["user", "-read_at"], name="readlog_by_user"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["OPENED", "LISTED", "EXPORTED"])),
                                name="readlog_kind_known",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="readlog_never_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="61a8ec4c50f65a3e850a3dd7fd626d5d2f112fbb",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_readlog_never_changed_51497",
                                    table="safeguarding_readlog",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Relationship",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="relationships",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relationships",
                                to="safeguarding.person",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("MOTHER", "Mother"),
                                    ("FATHER", "Father"),
                                    ("STEP_PARENT", "Step-parent"),
                                    ("PARTNER_OF_PARENT", "Parent's partner"),
                                    ("GRANDPARENT", "Grandparent"),
                                    ("OTHER_RELATIVE", "Other relative"),
                                    ("GUARDIAN", "Guardian"),
                                    ("FOSTER_CARER", "Foster carer"),
                                    ("OTHER", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "parental_responsibility",
                            models.CharField(
                                choices=[
                                    ("YES", "Has parental responsibility"),
                                    ("NO", "No parental responsibility"),
                                    ("UNKNOWN", "Parental responsibility not known"),
                                ],
                                default="UNKNOWN",
                                max_length=8,
                            ),
                        ),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "in_error",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Recorded in error; kept, and counts as none.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("child", "person", "kind"), name="relationship_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "MOTHER",
                                            "FATHER",
                                            "STEP_PARENT",
                                            "PARTNER_OF_PARENT",
                                            "GRANDPARENT",
                                            "OTHER_RELATIVE",
                                            "GUARDIAN",
                                            "FOSTER_CARER",
                                            "OTHER",
                                        ],
                                    )
                                ),
                                name="relationship_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("parental_responsibility__in", ["YES", "NO", "UNKNOWN"])),
                                name="relationship_pr_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start_date__isnull", True),
                                    ("end_date__isnull", True),
                                    ("end_date__gte", models.F("start_date")),
                                    _connector="OR",
                                ),
                                name="relationship_ends_after_start",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_relationshipevent" ("child_id", "end_date", "id", "in_error", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", new_values."kind", new_values."parental_responsibility", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8f5debb8362558d00fc20960b89557cfe5b92e19",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5da2b",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_relationship",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_relationshipevent" ("child_id", "end_date", "id", "in_error", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."id", new_values."in_error", new_values."kind", new_values."parental_responsibility", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d33e64d4f2458762e6161613c1d63650b10fd9d4",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2331f",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_relationship",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_relationshipevent" ("child_id", "end_date", "id", "in_error", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_date") SELECT old_values."child_id", old_values."end_date", old_values."id", old_values."in_error", old_values."kind", old_values."parental_responsibility", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8ec99cac106008274c06de17405849be8b0fb1e6",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a03f7",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_relationship",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="relationship_of_a_record_that_stands_new",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'relationship_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'relationship_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="72617b2030938ae29850035d492d061ca966fbe7",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_relationship_of_a_record_that_stands_new_5d2aa",
                                    referencing="REFERENCING NEW TABLE AS new_rows ",
                                    table="safeguarding_relationship",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="relationship_of_a_record_that_stands",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_relationship WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'relationship_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'relationship_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                                    hash="8d80ecb5852265d35a878e9cd8816820610cf216",
                                    operation='UPDATE OF "child_id"',
                                    pgid="pgtrigger_relationship_of_a_record_that_stands_c70b5",
                                    table="safeguarding_relationship",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="RelationshipEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.relationship",
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
                        ("id", models.BigIntegerField()),
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
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.person",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("MOTHER", "Mother"),
                                    ("FATHER", "Father"),
                                    ("STEP_PARENT", "Step-parent"),
                                    ("PARTNER_OF_PARENT", "Parent's partner"),
                                    ("GRANDPARENT", "Grandparent"),
                                    ("OTHER_RELATIVE", "Other relative"),
                                    ("GUARDIAN", "Guardian"),
                                    ("FOSTER_CARER", "Foster carer"),
                                    ("OTHER", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "parental_responsibility",
                            models.CharField(
                                choices=[
                                    ("YES", "Has parental responsibility"),
                                    ("NO", "No parental responsibility"),
                                    ("UNKNOWN", "Parental responsibility not known"),
                                ],
                                default="UNKNOWN",
                                max_length=8,
                            ),
                        ),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "in_error",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Recorded in error; kept, and counts as none.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="4594880df44d7957d73d4bd1ce1d413d926b3417",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_f6e6e",
                                    table="safeguarding_relationshipevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="RestrictedGrant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "granted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("granted_at", models.DateTimeField()),
                        ("until_at", models.DateTimeField()),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["user", "child"], name="grant_by_user")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="grant_reason_given"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until_at__gt", models.F("granted_at"))),
                                name="grant_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("user", models.F("granted_by")), _negated=True),
                                name="grant_not_to_oneself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="grant_ended_by_and_at",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_restrictedgrantevent" ("child_id", "ended_at", "ended_by_id", "granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "until_at", "user_id") SELECT new_values."child_id", new_values."ended_at", new_values."ended_by_id", new_values."granted_at", new_values."granted_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."until_at", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="a3f01fd15ca53af974d90ede1018195066e046e3",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1b32b",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_restrictedgrant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_restrictedgrantevent" ("child_id", "ended_at", "ended_by_id", "granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "until_at", "user_id") SELECT new_values."child_id", new_values."ended_at", new_values."ended_by_id", new_values."granted_at", new_values."granted_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."until_at", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="92109c8c74137b0c4af10d2730d89262dfc7c0ac",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7d662",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_restrictedgrant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_restrictedgrantevent" ("child_id", "ended_at", "ended_by_id", "granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "until_at", "user_id") SELECT old_values."child_id", old_values."ended_at", old_values."ended_by_id", old_values."granted_at", old_values."granted_by_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."until_at", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="2581b12b8672ed6eda3790bf46a8e001ec41f7d9",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a1e2f",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_restrictedgrant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="grant_as_it_was_given",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.ended_at IS NOT NULL OR (OLD.child_id, OLD.user_id, OLD.reason, OLD.granted_by_id, OLD.granted_at, OLD.until_at) IS DISTINCT FROM (NEW.child_id, NEW.user_id, NEW.reason, NEW.granted_by_id, NEW.granted_at, NEW.until_at))",
                                    func="\n    IF true THEN\n        RAISE EXCEPTION 'grant_as_it_was_given' USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_as_it_was_given';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                                    hash="189092ca6660a8cfcb2f89b7f100504fa7ffe7a3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_grant_as_it_was_given_ec97d",
                                    table="safeguarding_restrictedgrant",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RestrictedGrantEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.restrictedgrant",
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
                        ("id", models.BigIntegerField()),
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
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "granted_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("granted_at", models.DateTimeField()),
                        ("until_at", models.DateTimeField()),
                        (
                            "ended_by",
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
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="10fe7cb861b95778876b758c6faf63a6b02d7fa9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_28805",
                                    table="safeguarding_restrictedgrantevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Team",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=100, unique=True)),
                        ("is_safeguarding_unit", models.BooleanField(default=False)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "ordering": ["name"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_teamevent" ("id", "is_active", "is_safeguarding_unit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."is_safeguarding_unit", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="ec5f16aaf45bd867178efc8272b17cb70a31c63e",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6715e",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_team",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_teamevent" ("id", "is_active", "is_safeguarding_unit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."is_safeguarding_unit", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="55ddd2a0f2f2a4000e46de59985e35ba2afea661",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_946a1",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_team",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_teamevent" ("id", "is_active", "is_safeguarding_unit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."is_active", old_values."is_safeguarding_unit", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="3e1adc71ff1d9f321623f898d27ebe32a99e2353",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a0d9b",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_team",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="TeamEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
                                to="safeguarding.team",
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
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=100)),
                        ("is_safeguarding_unit", models.BooleanField(default=False)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="274c0540c005f4a68bcc84dc8a51b7cb7fe68e20",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_28e8b",
                                    table="safeguarding_teamevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="UserEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="history",
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
                        ("id", models.BigIntegerField()),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("email", models.EmailField(max_length=254)),
                        ("full_name", models.CharField(max_length=150)),
                        ("role", models.CharField(max_length=30)),
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
                        ("is_active", models.BooleanField(default=True)),
                        ("is_system", models.BooleanField(default=False)),
                        ("sessions_valid_from", models.DateTimeField(blank=True, null=True)),
                        (
                            "further_roles",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=30),
                                blank=True,
                                db_default=[],
                                default=list,
                                editable=False,
                                size=None,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f1d6b5c7db2854b99904fc13cffe110fd7d4587a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_80070",
                                    table="safeguarding_userevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Agency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=150, unique=True)),
                        (
                            "kind",
                            models.ForeignKey(
                                db_column="kind",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agencies",
                                to="safeguarding.agencykind",
                                to_field="code",
                            ),
                        ),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "verbose_name_plural": "agencies",
                        "ordering": ["name"],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencyevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="fe8c2238a4be4811028a3904e63412c93bea1d3b",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7d464",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_agency",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencyevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="4edf169687fa3a45a9fa1bc6ba64a8339db760ca",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_23aa6",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_agency",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencyevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."is_active", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="69ed992d4ccffd91c22d797fa76f94fc1f71c2ca",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5299a",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_agency",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("form", models.CharField(max_length=60)),
                        ("subject", models.CharField(blank=True, max_length=150)),
                        ("sheet", models.UUIDField()),
                        ("title", models.CharField(max_length=80)),
                        (
                            "children",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("is_governing", models.BooleanField(default=False)),
                        ("fields", models.JSONField(blank=True, default=dict)),
                        ("turn", models.PositiveIntegerField(default=0)),
                        ("kept_at", models.DateTimeField()),
                        ("saved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "saved_digest",
                            models.CharField(blank=True, db_default="", default="", max_length=64),
                        ),
                    ],
                    options={
                        "ordering": ["-kept_at", "-id"],
                        "indexes": [models.Index(fields=["kept_at"], name="draft_by_age")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("owner", "form", "subject", "sheet"), name="draft_one_a_sheet"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("saved_at__isnull", True), ("fields", {}), _connector="OR"
                                ),
                                name="draft_gone_when_saved",
                            ),
                            models.CheckConstraint(
                                condition=django.db.models.lookups.LessThanOrEqual(
                                    django.db.models.functions.text.Length(
                                        django.db.models.functions.comparison.Cast(
                                            "fields", models.TextField()
                                        )
                                    ),
                                    models.Value(1000000),
                                ),
                                name="draft_not_too_long",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeptCount",
                    fields=[
                        ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("rows", models.JSONField()),
                        ("snapshot", models.TextField()),
                        ("server", models.BigIntegerField()),
                        (
                            "kept_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                        ),
                    ],
                    options={
                        "ordering": ["key"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="TableChange",
                    fields=[
                        (
                            "transaction",
                            safeguarding.models.counts.TransactionField(primary_key=True, serialize=False),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                        ),
                    ],
                    options={
                        "ordering": ["transaction"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Leave",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("first_date", models.DateField()),
                        ("last_date", models.DateField()),
                        ("set_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "deputy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leave_of_others",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leave",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "leave",
                        "ordering": ["first_date", "id"],
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_date__gte", models.F("first_date"))),
                                name="leave_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("deputy", models.F("person")), _negated=True),
                                name="leave_deputy_is_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="leave_ended_by_and_at",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                expressions=[
                                    ("person", "="),
                                    (
                                        safeguarding.models.leave.DayRange(
                                            "first_date",
                                            "last_date",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_upper=True
                                            ),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="leave_once_at_a_time",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_leaveevent" ("deputy_id", "ended_at", "ended_by_id", "first_date", "id", "last_date", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id") SELECT new_values."deputy_id", new_values."ended_at", new_values."ended_by_id", new_values."first_date", new_values."id", new_values."last_date", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."set_at", new_values."set_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="25adea9ce2be7dddc938577845cc4ed6c7447dd2",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_195df",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_leave",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_leaveevent" ("deputy_id", "ended_at", "ended_by_id", "first_date", "id", "last_date", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id") SELECT new_values."deputy_id", new_values."ended_at", new_values."ended_by_id", new_values."first_date", new_values."id", new_values."last_date", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."set_at", new_values."set_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="bb6044fddeb653ecf8277b9c0f2254593132536e",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6716e",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_leave",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_leaveevent" ("deputy_id", "ended_at", "ended_by_id", "first_date", "id", "last_date", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id") SELECT old_values."deputy_id", old_values."ended_at", old_values."ended_by_id", old_values."first_date", old_values."id", old_values."last_date", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."set_at", old_values."set_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="81dd8428aaeec3a71603f3383db412edac083b1c",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_606f8",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_leave",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeaveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("first_date", models.DateField()),
                        ("last_date", models.DateField()),
                        ("set_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "deputy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_by",
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
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="safeguarding.leave",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="ac02cbe8e30e286816c119eea7248c97c325ccce",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_7251d",
                                    table="safeguarding_leaveevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Heartbeat",
                    fields=[
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("WORKER", "The worker"),
                                    ("BEAT", "The timetable"),
                                    ("MAIL", "Email"),
                                    ("SCAN", "The scan of what is due"),
                                ],
                                max_length=10,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("worked_at", models.DateTimeField(blank=True, null=True)),
                        ("tried_at", models.DateTimeField()),
                        ("wrong", models.CharField(blank=True, db_default="", default="", max_length=60)),
                        ("took_ms", models.PositiveIntegerField(db_default=0, default=0)),
                        ("since_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["part"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("part__in", ["WORKER", "BEAT", "MAIL", "SCAN"])),
                                name="heartbeat_part_known",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="DirectoryFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("directory", models.CharField(max_length=40)),
                        ("name", models.CharField(max_length=200)),
                        ("content", models.BinaryField()),
                        ("handed_in_at", models.DateTimeField()),
                        ("taken_in_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "handed_in_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_in_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "outcome",
                            models.JSONField(
                                blank=True, db_default=models.Value({}, models.JSONField()), default=dict
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-handed_in_at", "-id"],
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_in_at__isnull", True), ("taken_in_by__isnull", True)),
                                    models.Q(("taken_in_at__isnull", False), ("taken_in_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="directoryfile_taken_in_by_and_at",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyKind",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                default=safeguarding.models.agency.new_code,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        ("name", models.CharField(max_length=60, unique=True)),
                        ("counts", models.BooleanField(db_default=False, default=False)),
                        ("counts_with", models.CharField(blank=True, db_default="", max_length=60)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "ordering": ["name"],
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("code", ""), _negated=True), name="agencykind_code_given"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "code__in",
                                        ["ADVOCATE", "INTERPRETER", "MINUTE_TAKER", "OTHER", "SUPPORTER"],
                                    ),
                                    ("counts", True),
                                    _negated=True,
                                ),
                                name="agencykind_helpers_never_count",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("code", "SOCIAL_CARE"), _negated=True),
                                    models.Q(("counts", True), ("is_active", True)),
                                    _connector="OR",
                                ),
                                name="agencykind_social_care_counts",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencykindevent" ("code", "counts", "counts_with", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."counts", new_values."counts_with", new_values."id", new_values."is_active", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d8217615583995951718b8010a38d2f8bd01061b",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_056ab",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_agencykind",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencykindevent" ("code", "counts", "counts_with", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."counts", new_values."counts_with", new_values."id", new_values."is_active", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d0cfe030a2ba3734d06e196363752c9d15392884",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b8ea6",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_agencykind",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencykindevent" ("code", "counts", "counts_with", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."code", old_values."counts", old_values."counts_with", old_values."id", old_values."is_active", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="fe69b8435a82cb53f980c72f97c019c59d63cd6f",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_787bc",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_agencykind",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyKindEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(
                                default=safeguarding.models.agency.new_code, editable=False, max_length=20
                            ),
                        ),
                        ("name", models.CharField(max_length=60)),
                        ("counts", models.BooleanField(db_default=False, default=False)),
                        ("counts_with", models.CharField(blank=True, db_default="", max_length=60)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
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
                                to="safeguarding.agencykind",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="06e88b52731305536c3bd6aa4e66d73b99fae6e6",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_705e5",
                                    table="safeguarding_agencykindevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OneOffHolidayEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField()),
                        ("name", models.CharField(max_length=100)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
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
                                to="safeguarding.oneoffholiday",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="3c67001017014ad0289ba6a44ac3879cdd639fb8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_ec059",
                                    table="safeguarding_oneoffholidayevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OneOffHoliday",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField()),
                        ("name", models.CharField(max_length=100)),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                    ],
                    options={
                        "ordering": ["day"],
                        "constraints": [
                            models.UniqueConstraint(fields=("day",), name="oneoffholiday_one_a_day"),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="oneoffholiday_name_given",
                            ),
                        ],
                        "indexes": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_oneoffholidayevent" ("day", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."day", new_values."id", new_values."is_active", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="02017da308da6e078959189796f679bfc684b891",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_261c0",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_oneoffholiday",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_oneoffholidayevent" ("day", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."day", new_values."id", new_values."is_active", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="77cc4151ddf17db432444fb40ac8760fa395ad45",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7d582",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_oneoffholiday",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_oneoffholidayevent" ("day", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."day", old_values."id", old_values."is_active", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="4391671c39e2eb1452d969c3bd70b9ef5571a6fd",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2bd61",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_oneoffholiday",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
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
                                    ("FURTHER", "A further role"),
                                    ("PASSWORD", "A new password"),
                                    ("SECOND_CHECK", "Second check removed"),
                                    ("ON", "Switched on again"),
                                    ("ADDRESS", "Another email address"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("email", models.EmailField(blank=True, default="", max_length=254)),
                        ("full_name", models.CharField(blank=True, default="", max_length=150)),
                        ("role", models.CharField(blank=True, default="", max_length=30)),
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
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                                    models.Q(("closed_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="accountchange_turned_down_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_by", models.F("asked_by")),
                                    ("outcome", "CONFIRMED"),
                                    _negated=True,
                                ),
                                name="accountchange_confirmed_by_another",
                            ),
                            models.CheckConstraint(
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
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("account",),
                                name="accountchange_one_at_a_time",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                condition=models.Q(("closed_at__isnull", True), ("kind", "NEW")),
                                name="accountchange_one_new_of_an_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "NEW",
                                            "ROLE",
                                            "FURTHER",
                                            "PASSWORD",
                                            "SECOND_CHECK",
                                            "ON",
                                            "ADDRESS",
                                        ],
                                    )
                                ),
                                name="accountchange_kind_known",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
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
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="asked_never_deleted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="d1bf2ff723260f4718bc933de996bf89d81c7901",
                                    operation="DELETE",
                                    pgid="pgtrigger_asked_never_deleted_e04e9",
                                    table="safeguarding_accountchange",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="closed_for_good",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="584b20b37e85b45ea5c71bcb1850ff53f25f7002",
                                    operation="UPDATE",
                                    pgid="pgtrigger_closed_for_good_36f3f",
                                    table="safeguarding_accountchange",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="as_it_was_asked",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_name" IS DISTINCT FROM (NEW."full_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."last_date" IS DISTINCT FROM (NEW."last_date") OR OLD."ref" IS DISTINCT FROM (NEW."ref") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id"))',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="04123d1ff647636e7c98ec00eeb2864f34011b37",
                                    operation="UPDATE",
                                    pgid="pgtrigger_as_it_was_asked_b3a65",
                                    table="safeguarding_accountchange",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="account_of_its_address",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id"))',
                                    func="\n    IF OLD.account_id IS NOT NULL OR NOT EXISTS (\n        SELECT FROM safeguarding_user u WHERE u.id = NEW.account_id AND lower(u.email) = lower(OLD.email)\n    ) THEN\n        RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;\n    END IF;\n    RETURN NEW;\n",
                                    hash="7b71b24552f1c279f8bec1027673dc6c5e3f21ec",
                                    operation="UPDATE",
                                    pgid="pgtrigger_account_of_its_address_40e68",
                                    table="safeguarding_accountchange",
                                    when="BEFORE",
                                ),
                            ),
                        ],
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
                                    ("FURTHER", "A further role"),
                                    ("PASSWORD", "A new password"),
                                    ("SECOND_CHECK", "Second check removed"),
                                    ("ON", "Switched on again"),
                                    ("ADDRESS", "Another email address"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("email", models.EmailField(blank=True, default="", max_length=254)),
                        ("full_name", models.CharField(blank=True, default="", max_length=150)),
                        ("role", models.CharField(blank=True, default="", max_length=30)),
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
                        "indexes": [],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="430eefcc51ed4ef7b0860f9fdafa0c1f9ece8f45",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_4ac95",
                                    table="safeguarding_accountchangeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
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
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                                    models.Q(("closed_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="restrictionremoval_turned_down_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_by", models.F("asked_by")),
                                    ("outcome", "CONFIRMED"),
                                    _negated=True,
                                ),
                                name="restrictionremoval_confirmed_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True),
                                name="restrictionremoval_why_given",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("child",),
                                name="restrictionremoval_one_at_a_time",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="asked_never_deleted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="de3569d223724d16e24eff84e1fb671437a26e80",
                                    operation="DELETE",
                                    pgid="pgtrigger_asked_never_deleted_bac76",
                                    table="safeguarding_restrictionremoval",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="closed_for_good",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="87df2258ca7298c8bf69808c14207ee8d7a00b84",
                                    operation="UPDATE",
                                    pgid="pgtrigger_closed_for_good_a488a",
                                    table="safeguarding_restrictionremoval",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="as_it_was_asked",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."child_id" IS DISTINCT FROM (NEW."child_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_date" IS DISTINCT FROM (NEW."last_date") OR OLD."ref" IS DISTINCT FROM (NEW."ref") OR OLD."why" IS DISTINCT FROM (NEW."why"))',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="8869ef0d34b2980ca79e00fbb6bbc554be7f8bb7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_as_it_was_asked_c9501",
                                    table="safeguarding_restrictionremoval",
                                    when="BEFORE",
                                ),
                            ),
                        ],
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
                        "indexes": [],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="547d4fa1f072eb43e6dca6b436a177d7e2b3afe4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_879db",
                                    table="safeguarding_restrictionremovalevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoLive",
                    fields=[
                        (
                            "id",
                            models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                        ),
                        ("day", models.DateField()),
                        ("reason", models.TextField(blank=True)),
                        ("set_at", models.DateTimeField(blank=True, null=True)),
                        ("begun_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "set_by",
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
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("id", 1)), name="golive_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("set_at__isnull", False), ("set_by__isnull", False)),
                                    models.Q(
                                        ("begun_at__isnull", False),
                                        ("set_at__isnull", True),
                                        ("set_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="golive_set_by_and_at",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="golive_never_gone",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="d59db51ff69579f36018c98d9ed49dfa75977b95",
                                    operation="DELETE",
                                    pgid="pgtrigger_golive_never_gone_4d886",
                                    table="safeguarding_golive",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="golive_begun_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."begun_at" IS NOT NULL)',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="e7bceae3f30e1a5d65f83d6c2f8f34adce6df49a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_golive_begun_stays_cd9a0",
                                    table="safeguarding_golive",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_goliveevent" ("begun_at", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id") SELECT new_values."begun_at", new_values."day", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."set_at", new_values."set_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="5f6d112a6b232527d2cc34fefb5c1c57a124ecc1",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7fee8",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="safeguarding_golive",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_goliveevent" ("begun_at", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id") SELECT new_values."begun_at", new_values."day", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."set_at", new_values."set_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="e9b0fa87d917972e24288be1b04138f6cb5df48c",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6692f",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="safeguarding_golive",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_goliveevent" ("begun_at", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id") SELECT old_values."begun_at", old_values."day", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."set_at", old_values."set_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="ce18d36ff0d3d65a5ec7c2a669cdcc9f8b5d6196",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8ac38",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="safeguarding_golive",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoLiveEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.PositiveSmallIntegerField(default=1, serialize=False)),
                        ("day", models.DateField()),
                        ("reason", models.TextField(blank=True)),
                        ("set_at", models.DateTimeField(blank=True, null=True)),
                        ("begun_at", models.DateTimeField(blank=True, null=True)),
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
                                to="safeguarding.golive",
                            ),
                        ),
                        (
                            "set_by",
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
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="35aa11d5fe3b579bd922bebde6d8ffbd812fc959",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fec5c",
                                    table="safeguarding_goliveevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
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
                                condition=models.Q(("kind__in", ["SPLIT", "JOIN"])),
                                name="familymove_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="familymove_reason_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("from_family", models.F("to_family")), _negated=True),
                                name="familymove_to_another_family",
                            ),
                        ],
                        "indexes": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="familymove_never_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b3c83461de989e5f9e0f75a9403ace8185f1857a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_familymove_never_changed_35a26",
                                    table="safeguarding_familymove",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
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
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="held_roles",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["from_at", "id"],
                        "indexes": [],
                        "constraints": [
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(("person", models.F("given_by")), _negated=True),
                                name="heldrole_not_given_to_oneself",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("until_at__isnull", True)),
                                fields=("person", "role"),
                                name="heldrole_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_by__isnull", True), ("until_at__isnull", True)),
                                    models.Q(
                                        ("ended_by__isnull", False),
                                        ("until_at__gte", models.F("from_at")),
                                        ("until_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="heldrole_ended_by_and_at",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
                                name="heldrole_ended_for_good",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."until_at" IS NOT NULL)',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="38d1b5452fa329b8d171869c345b563468f5c086",
                                    operation="UPDATE",
                                    pgid="pgtrigger_heldrole_ended_for_good_25bcc",
                                    table="safeguarding_heldrole",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="heldrole_as_it_was_given",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."from_at" IS DISTINCT FROM (NEW."from_at") OR OLD."given_by_id" IS DISTINCT FROM (NEW."given_by_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."role" IS DISTINCT FROM (NEW."role"))',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="21ec6e262e791a08b5111185d80e011d0b1d272c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_heldrole_as_it_was_given_e848f",
                                    table="safeguarding_heldrole",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="heldrole_given_by_two",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    constraint="CONSTRAINT",
                                    func="\n    IF NOT EXISTS (\n        SELECT FROM safeguarding_userevent AS e\n        WHERE e.pgh_obj_id = NEW.person_id AND e.pgh_label = 'insert' AND e.pgh_created_at = now()) AND NOT EXISTS (\n        SELECT FROM safeguarding_accountchange AS v\n            JOIN safeguarding_accountchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.account_id = NEW.person_id AND v.kind = 'FURTHER' AND v.role = NEW.role) THEN\n        RAISE EXCEPTION 'heldrole_given_by_two' USING ERRCODE = 'check_violation', CONSTRAINT = 'heldrole_given_by_two';\n    END IF;\n    RETURN NULL;",
                                    hash="80d999715e75952ba8756409c456055c99311328",
                                    operation="INSERT",
                                    pgid="pgtrigger_heldrole_given_by_two_93254",
                                    table="safeguarding_heldrole",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                        ],
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
                        (
                            "ended_by",
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
                            "given_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="safeguarding.heldrole",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="e8fbd65393a2d47eb63ab9e385522191846c0e75",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_02ce2",
                                    table="safeguarding_heldroleevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(kinds.give_kinds, migrations.RunPython.noop),
    ]
