"""The story as one migration, for a new database: what 0001 to 0033 make one by one takes half a minute.

A database that has begun with those goes on with them.
"""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import conferences.models.benchmarks
import conferences.models.plans
import conferences.models.scheduling
import safeguarding.deployment.migrating


class Migration(migrations.Migration):
    replaces = [
        ("conferences", "0001_story"),
        ("conferences", "0002_late_needs_why_and_who"),
        ("conferences", "0003_counts_note_their_changes"),
        ("conferences", "0004_duties_of_deadlines"),
        ("conferences", "0005_work_notes_its_changes"),
        ("conferences", "0006_notices_are_parked"),
        ("conferences", "0007_notices_are_parked_with_why"),
        ("conferences", "0008_steps_of_duties"),
        ("conferences", "0009_days_told"),
        ("conferences", "0010_duties_met_by_somebody"),
        ("conferences", "0011_notices_messages_escalations"),
        ("conferences", "0012_rooms_tell_what_they_have"),
        ("conferences", "0013_reconciliations"),
        ("conferences", "0014_children_taken_on"),
        ("conferences", "0015_emails_about_the_service"),
        ("conferences", "0016_follow_ups"),
        ("conferences", "0017_follow_ups_are_known"),
        ("conferences", "0018_attendances_count"),
        ("conferences", "0019_attendances_counted"),
        ("conferences", "0020_attendances_count_as_their_kind"),
        ("conferences", "0021_closures"),
        ("conferences", "0022_emails_asked_for_again"),
        ("conferences", "0023_notices_out_of_sight"),
        ("conferences", "0024_children_feed"),
        ("conferences", "0025_notices_of_a_child"),
        ("conferences", "0026_notices_of_one_thing"),
        ("conferences", "0027_work_handovers"),
        ("conferences", "0028_open_work_found_by_index"),
        ("conferences", "0029_role_words"),
        ("conferences", "0030_notices_of_going_live"),
        ("conferences", "0031_notices_are_of_one_thing"),
        ("conferences", "0032_at_work_already"),
        ("conferences", "0033_parent_memories"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0025_another_address_checked"),
    ]

    operations = [
        safeguarding.deployment.migrating.CreateTogether(
            models=[
                migrations.CreateModel(
                    name="Room",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=80, unique=True)),
                        ("site", models.CharField(blank=True, max_length=80)),
                        ("seats", models.PositiveSmallIntegerField()),
                        (
                            "notes",
                            models.TextField(
                                blank=True, help_text="Waiting rooms, second entrance, step-free."
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        ("closes_time", models.TimeField(blank=True, null=True)),
                        ("has_hearing_loop", models.BooleanField(blank=True, null=True)),
                        ("has_video", models.BooleanField(blank=True, null=True)),
                        ("is_step_free", models.BooleanField(blank=True, null=True)),
                        ("opens_time", models.TimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["name"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT new_values."closes_time", new_values."has_hearing_loop", new_values."has_video", new_values."id", new_values."is_active", new_values."is_step_free", new_values."name", new_values."notes", new_values."opens_time", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."seats", new_values."site" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="5e27d4cf18c0b6ccbbd9f2ff3509aa83eff10d75",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0770b",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_room",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT new_values."closes_time", new_values."has_hearing_loop", new_values."has_video", new_values."id", new_values."is_active", new_values."is_step_free", new_values."name", new_values."notes", new_values."opens_time", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."seats", new_values."site" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="4e2d0c4cb747f05d2fced76f040b4bc74eb4aca0",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e04d6",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_room",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT old_values."closes_time", old_values."has_hearing_loop", old_values."has_video", old_values."id", old_values."is_active", old_values."is_step_free", old_values."name", old_values."notes", old_values."opens_time", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."seats", old_values."site" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8bbfa066ba5941a18d8341c676d369def98169cb",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8db91",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_room",
                                    when="AFTER",
                                ),
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closes_time__isnull", True), ("opens_time__isnull", True)),
                                    models.Q(
                                        ("closes_time__gt", models.F("opens_time")),
                                        ("closes_time__isnull", False),
                                        ("opens_time__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="room_closes_after_it_opens",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoomEvent",
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
                                to="conferences.room",
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
                        ("name", models.CharField(max_length=80)),
                        ("site", models.CharField(blank=True, max_length=80)),
                        ("seats", models.PositiveSmallIntegerField()),
                        (
                            "notes",
                            models.TextField(
                                blank=True, help_text="Waiting rooms, second entrance, step-free."
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        ("closes_time", models.TimeField(blank=True, null=True)),
                        ("has_hearing_loop", models.BooleanField(blank=True, null=True)),
                        ("has_video", models.BooleanField(blank=True, null=True)),
                        ("is_step_free", models.BooleanField(blank=True, null=True)),
                        ("opens_time", models.TimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="58cc46be9e0b3b3d78a0b92a619113c18599c8a7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_25491",
                                    table="conferences_roomevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatisticalNeighbour",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("authority", models.CharField(max_length=3)),
                        ("neighbour", models.CharField(max_length=3)),
                        ("model_year", models.PositiveSmallIntegerField()),
                        ("rank", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "ordering": ["authority", "-model_year", "rank"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "model_year", "rank"), name="neighbour_one_a_rank"
                            ),
                            models.UniqueConstraint(
                                fields=("authority", "model_year", "neighbour"), name="neighbour_named_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("authority", models.F("neighbour")), _negated=True),
                                name="neighbour_is_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrategyDiscussion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="discussions",
                                to="conferences.enquiry",
                            ),
                        ),
                        ("held_date", models.DateField()),
                        ("started_enquiry", models.BooleanField(default=False)),
                        ("notes", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["held_date", "id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("started_enquiry", True)),
                                fields=("enquiry",),
                                name="strategydiscussion_one_starts_it",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="enquiry_starts_with_its_discussion",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    constraint="CONSTRAINT",
                                    func="\n    IF EXISTS (SELECT 1 FROM conferences_enquiry WHERE id = NEW.enquiry_id) AND (\n        SELECT count(*) FILTER (WHERE d.started_enquiry AND d.held_date = e.started_date) <> 1\n        FROM conferences_enquiry e LEFT JOIN conferences_strategydiscussion d ON d.enquiry_id = e.id\n        WHERE e.id = NEW.enquiry_id\n    ) THEN\n        RAISE EXCEPTION 'enquiry_starts_with_its_discussion' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                                    hash="d968e9b7e42dbf38e0c8d30533344b16393f51f2",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_enquiry_starts_with_its_discussion_b2c9e",
                                    table="conferences_strategydiscussion",
                                    timing="DEFERRABLE INITIALLY DEFERRED",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_strategydiscussionevent" ("enquiry_id", "held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_enquiry") SELECT new_values."enquiry_id", new_values."held_date", new_values."id", new_values."notes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."started_enquiry" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="edaafb38428f0d88ce0831acb2bbca95aa6fb859",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e9a74",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_strategydiscussion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_strategydiscussionevent" ("enquiry_id", "held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_enquiry") SELECT new_values."enquiry_id", new_values."held_date", new_values."id", new_values."notes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."started_enquiry" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="463091993b7da664265f92a56fe9d71fda4d3208",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fcfa6",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_strategydiscussion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_strategydiscussionevent" ("enquiry_id", "held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_enquiry") SELECT old_values."enquiry_id", old_values."held_date", old_values."id", old_values."notes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."started_enquiry" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="0584d8058280531b55bf0eaf786ee3a3882994e2",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e8af2",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_strategydiscussion",
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
                    name="StrategyDiscussionEvent",
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
                                to="conferences.strategydiscussion",
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
                            "enquiry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.enquiry",
                            ),
                        ),
                        ("held_date", models.DateField()),
                        ("started_enquiry", models.BooleanField(default=False)),
                        ("notes", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="d34ba77632a40470a7beb264c18fc4d7dd52d6f8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_22365",
                                    table="conferences_strategydiscussionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThinkingTime",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="thinking_time",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "trigger",
                            models.CharField(
                                choices=[
                                    ("REPLAN", "The child was on a plan before"),
                                    ("LONG_PLAN", "The plan has lasted long"),
                                    ("DISAGREEMENT", "Agencies disagree"),
                                    ("STUCK", "The work is stuck"),
                                    ("CHAIR_ASKED", "The chair wants to think"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("is_required", models.BooleanField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("DUE", "To be held"), ("HELD", "Held")], default="DUE", max_length=8
                            ),
                        ),
                        ("raised_at", models.DateTimeField()),
                        (
                            "chair",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="thinking_time",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("held_date", models.DateField(blank=True, null=True)),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("facilitator", models.CharField(blank=True, max_length=150)),
                    ],
                    options={
                        "verbose_name_plural": "thinking time",
                        "ordering": ["-id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["DUE", "HELD"])),
                                name="thinkingtime_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_date__isnull", True),
                                        ("minutes__isnull", True),
                                        ("state", "DUE"),
                                    ),
                                    models.Q(
                                        ("chair__isnull", False),
                                        ("held_date__isnull", False),
                                        ("minutes__gt", 0),
                                        ("state", "HELD"),
                                    ),
                                    _connector="OR",
                                ),
                                name="thinkingtime_held_says_when_who_and_how_long",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_required", True)),
                                fields=("request", "trigger"),
                                name="thinkingtime_required_once",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("chair_id", "facilitator", "held_date", "id", "is_required", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "request_id", "state", "trigger") SELECT new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."is_required", new_values."minutes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="4a539c0657ca0d85fe7fabb09dee2d97336a39f2",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b34e9",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_thinkingtime",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("chair_id", "facilitator", "held_date", "id", "is_required", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "request_id", "state", "trigger") SELECT new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."is_required", new_values."minutes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="67e8a2e6524bbf24ae59f1169df6d8fe3a0fe44c",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_240df",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_thinkingtime",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("chair_id", "facilitator", "held_date", "id", "is_required", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "request_id", "state", "trigger") SELECT old_values."chair_id", old_values."facilitator", old_values."held_date", old_values."id", old_values."is_required", old_values."minutes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_at", old_values."ref", old_values."request_id", old_values."state", old_values."trigger" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="9532ec4bd717f4d98cb57d843d42194fb9fe5727",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bbb88",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_thinkingtime",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="e4b4d32f885e05422803f90908bbc1c3778369a1",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_fbc57",
                                    table="conferences_thinkingtime",
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
                    name="ThinkingTimeEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="conferences.thinkingtime",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="thinking_time_entries",
                                to="safeguarding.child",
                            ),
                        ),
                        ("conclusion", models.TextField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name_plural": "thinking time entries",
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("session", "child"), name="thinkingtimeentry_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("conclusion", ""), _negated=True),
                                name="thinkingtimeentry_says_something",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeentryevent" ("child_id", "conclusion", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT new_values."child_id", new_values."conclusion", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."session_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="782265a125b6988724f0c5cf6cf0a163e2335b4b",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_672c3",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_thinkingtimeentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeentryevent" ("child_id", "conclusion", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT new_values."child_id", new_values."conclusion", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."session_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="47f36f676ae58a121f58c718b15f552758bf7a8c",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_da99d",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_thinkingtimeentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeentryevent" ("child_id", "conclusion", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT old_values."child_id", old_values."conclusion", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."session_id", old_values."written_at", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="ba6b0ccdc45b7ca3360c6c4eb05460c4dfd5335c",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b9b33",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_thinkingtimeentry",
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
                    name="ThinkingTimeEntryEvent",
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
                                to="conferences.thinkingtimeentry",
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
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.thinkingtime",
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
                        ("conclusion", models.TextField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f34bfa592eead7b7af17d65ebc4dd42cf2d9636e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_bfff1",
                                    table="conferences_thinkingtimeentryevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThinkingTimeEvent",
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
                                to="conferences.thinkingtime",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "trigger",
                            models.CharField(
                                choices=[
                                    ("REPLAN", "The child was on a plan before"),
                                    ("LONG_PLAN", "The plan has lasted long"),
                                    ("DISAGREEMENT", "Agencies disagree"),
                                    ("STUCK", "The work is stuck"),
                                    ("CHAIR_ASKED", "The chair wants to think"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("is_required", models.BooleanField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("DUE", "To be held"), ("HELD", "Held")], default="DUE", max_length=8
                            ),
                        ),
                        ("raised_at", models.DateTimeField()),
                        (
                            "chair",
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
                        ("held_date", models.DateField(blank=True, null=True)),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("facilitator", models.CharField(blank=True, max_length=150)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="c7e34b6b369267ed59a0d5b01c1cceaaf4855996",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_e6103",
                                    table="conferences_thinkingtimeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TransferIn",
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
                                related_name="transfers_in",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="transfers_in",
                                to="conferences.needepisode",
                            ),
                        ),
                        (
                            "from_authority",
                            models.CharField(
                                blank=True, help_text="DfE code of the other authority.", max_length=3
                            ),
                        ),
                        ("moved_date", models.DateField(blank=True, null=True)),
                        ("notified_date", models.DateField()),
                        ("papers_received_date", models.DateField(blank=True, null=True)),
                        ("accepted_date", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "transfers in",
                        "ordering": ["-notified_date"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("child", "notified_date"), name="transferin_once_by_notification"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT new_values."accepted_date", new_values."child_id", new_values."episode_id", new_values."from_authority", new_values."id", new_values."moved_date", new_values."notified_date", new_values."papers_received_date", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="6ad0ad9cf1ee611f2d07dda7ab71801bfbd043a5",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d4410",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_transferin",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT new_values."accepted_date", new_values."child_id", new_values."episode_id", new_values."from_authority", new_values."id", new_values."moved_date", new_values."notified_date", new_values."papers_received_date", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="6db345f3f2e5f9dc9fa598c85b6e597b4e7b3e9e",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_879ac",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_transferin",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT old_values."accepted_date", old_values."child_id", old_values."episode_id", old_values."from_authority", old_values."id", old_values."moved_date", old_values."notified_date", old_values."papers_received_date", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="5013c23b9000c75dd971d599dbfc5e80c3891d77",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_89a28",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_transferin",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="563423a63b9265963bb7176606782f4c5caba3d7",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_e724d",
                                    table="conferences_transferin",
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
                    name="TransferInEvent",
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
                                to="conferences.transferin",
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
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.needepisode",
                            ),
                        ),
                        (
                            "from_authority",
                            models.CharField(
                                blank=True, help_text="DfE code of the other authority.", max_length=3
                            ),
                        ),
                        ("moved_date", models.DateField(blank=True, null=True)),
                        ("notified_date", models.DateField()),
                        ("papers_received_date", models.DateField(blank=True, null=True)),
                        ("accepted_date", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
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
                                    hash="6da90083187c45de061464ae2a33f4abeb60e4f2",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_e5224",
                                    table="conferences_transferinevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "record",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="conferences.meetingrecord",
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=100)),
                        ("agency_kind", models.CharField(blank=True, max_length=20)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="safeguarding.agency",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="safeguarding.person",
                            ),
                        ),
                        ("is_family", models.BooleanField(default=False)),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("IN_PERSON", "In person"),
                                    ("VIDEO", "By video"),
                                    ("TELEPHONE", "By telephone"),
                                    ("WRITTEN", "Sent a report only"),
                                    ("ABSENT", "Did not attend"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "counted_as",
                            models.CharField(blank=True, db_default="", editable=False, max_length=60),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="attendance_name_given"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("mode__in", ["IN_PERSON", "VIDEO", "TELEPHONE", "WRITTEN", "ABSENT"])
                                ),
                                name="attendance_mode_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agency_kind", ""), ("is_family", True)),
                                    models.Q(
                                        ("is_family", False), models.Q(("agency_kind", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="attendance_family_or_agency",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="e7e8701053ec142b4ca209890727fed8ed972532",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_a02c4",
                                    table="conferences_attendance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_attendanceevent" ("agency_id", "agency_kind", "counted_as", "id", "is_family", "mode", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "role") SELECT new_values."agency_id", new_values."agency_kind", new_values."counted_as", new_values."id", new_values."is_family", new_values."mode", new_values."name", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."record_id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="45019fa98dae6c246a04e77bce6b8bb17169746a",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e5fd9",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_attendance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_attendanceevent" ("agency_id", "agency_kind", "counted_as", "id", "is_family", "mode", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "role") SELECT new_values."agency_id", new_values."agency_kind", new_values."counted_as", new_values."id", new_values."is_family", new_values."mode", new_values."name", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."record_id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d41d832f2e954ec5312af0e15d9794d5eb95a883",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6da46",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_attendance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_attendanceevent" ("agency_id", "agency_kind", "counted_as", "id", "is_family", "mode", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "role") SELECT old_values."agency_id", old_values."agency_kind", old_values."counted_as", old_values."id", old_values."is_family", old_values."mode", old_values."name", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."record_id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="adff3d272c0c5c72e9721f9d5cad9b30517cd439",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_75c17",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_attendance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="attendance_counts_as_its_kind",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF TG_OP = 'UPDATE' AND NEW.agency_kind = OLD.agency_kind THEN\n        NEW.counted_as := OLD.counted_as;\n    ELSIF NEW.agency_kind = '' THEN\n        NEW.counted_as := '';\n    ELSE\n        SELECT CASE\n            WHEN NOT counts THEN '' WHEN code = 'SOCIAL_CARE' OR counts_with = '' THEN code ELSE counts_with\n        END INTO NEW.counted_as\n        FROM safeguarding_agencykind WHERE code = NEW.agency_kind;\n        IF NOT FOUND THEN\n            RAISE foreign_key_violation USING MESSAGE = 'There is no kind of agency ' || NEW.agency_kind;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                                    hash="5b709919cdd7428335b8d764a428a1b5b3efc705",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_attendance_counts_as_its_kind_5044b",
                                    table="conferences_attendance",
                                    when="BEFORE",
                                ),
                            ),
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="BenchmarkFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "geography",
                            models.CharField(
                                choices=[
                                    ("COUNTRY", "Country"),
                                    ("REGION", "Region"),
                                    ("AUTHORITY", "Local authority"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("place", models.CharField(max_length=9)),
                        ("place_name", models.CharField(max_length=80)),
                        ("year", models.PositiveSmallIntegerField()),
                        ("measure", models.CharField(max_length=40)),
                        ("part", models.CharField(blank=True, default="", max_length=40)),
                        (
                            "statistic",
                            models.CharField(
                                choices=[
                                    ("NUMERATOR", "Count"),
                                    ("DENOMINATOR", "Out of"),
                                    ("VALUE", "Percentage or rate"),
                                ],
                                max_length=11,
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                        ),
                        ("marker", models.CharField(blank=True, default="", max_length=2)),
                        ("derived", models.BooleanField(default=False)),
                        ("source", models.CharField(max_length=200)),
                        ("release", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "ordering": ["measure", "part", "year", "geography", "place", "statistic"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "part", "year", "place", "statistic"),
                                name="benchmark_one_figure",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("marker", ""), ("value__isnull", False)),
                                    models.Q(
                                        ("value__isnull", True), models.Q(("marker", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="benchmark_value_or_marker",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("geography__in", conferences.models.benchmarks.Geography)
                                ),
                                name="benchmark_geography",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("statistic__in", conferences.models.benchmarks.Statistic)
                                ),
                                name="benchmark_statistic",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Booking",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("form_key", models.UUIDField(unique=True)),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="bookings",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bookings",
                                to="conferences.room",
                            ),
                        ),
                        (
                            "chair",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bookings",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("BOOKED", "In the diary"),
                                    ("HELD", "Held"),
                                    ("CANCELLED", "Cancelled"),
                                ],
                                default="BOOKED",
                                max_length=10,
                            ),
                        ),
                        (
                            "late_reason",
                            models.TextField(
                                blank=True, help_text="Why it lies past the statutory day, and who agreed."
                            ),
                        ),
                        ("late_agreed_by", models.CharField(blank=True, max_length=150)),
                        (
                            "booked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("booked_at", models.DateTimeField()),
                        (
                            "cancelled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cancel_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NOT_NEEDED", "The conference is no longer needed"),
                                    ("WITHDRAWN", "The request was withdrawn"),
                                    ("MOVED_AWAY", "The family has moved away"),
                                    ("BOOKED_WRONGLY", "Booked by mistake"),
                                    ("OTHER", "Another reason"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("cancel_note", models.TextField(blank=True)),
                        (
                            "conference",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="booking",
                                to="conferences.conference",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["starts_at"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            models.Index(fields=["starts_at", "ends_at"], name="booking_times"),
                            models.Index(
                                condition=models.Q(("state", "BOOKED")),
                                fields=["chair"],
                                name="booking_stands",
                            ),
                        ],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("state", "CANCELLED"), _negated=True),
                                expressions=[
                                    ("room", "="),
                                    (
                                        conferences.models.scheduling.MomentRange(
                                            "starts_at",
                                            "ends_at",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="booking_room_free",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("state", "CANCELLED"), _negated=True),
                                expressions=[
                                    ("chair", "="),
                                    (
                                        conferences.models.scheduling.MomentRange(
                                            "starts_at",
                                            "ends_at",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="booking_chair_free",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="booking_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["BOOKED", "HELD", "CANCELLED"])),
                                name="booking_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cancel_reason", ""),
                                        ("cancelled_at__isnull", True),
                                        ("cancelled_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("cancelled_at__isnull", False),
                                        ("cancelled_by__isnull", False),
                                        models.Q(("cancel_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="booking_cancelled_by_at_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cancelled_at__isnull", False), ("state", "CANCELLED")),
                                    models.Q(
                                        models.Q(("state", "CANCELLED"), _negated=True),
                                        ("cancelled_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="booking_cancelled_says_so",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("conference__isnull", False), ("state", "HELD")),
                                    models.Q(
                                        models.Q(("state", "HELD"), _negated=True),
                                        ("conference__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="booking_held_has_its_conference",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "CANCELLED"), _negated=True),
                                fields=("request",),
                                name="booking_one_a_request",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("late_agreed_by", ""), ("late_reason", "")),
                                    models.Q(
                                        models.Q(("late_reason", ""), _negated=True),
                                        models.Q(("late_agreed_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="booking_late_why_and_who_agreed",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."ends_at", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="267db2aebb7dbf84b94e2d7dfe088f4bcf841500",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1894f",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_booking",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT new_values."booked_at", new_values."booked_by_id", new_values."cancel_note", new_values."cancel_reason", new_values."cancelled_at", new_values."cancelled_by_id", new_values."chair_id", new_values."conference_id", new_values."ends_at", new_values."form_key", new_values."id", new_values."late_agreed_by", new_values."late_reason", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."request_id", new_values."room_id", new_values."starts_at", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d67438f94e65fb679c83c0167ba507b569079413",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1e88e",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_booking",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingevent" ("booked_at", "booked_by_id", "cancel_note", "cancel_reason", "cancelled_at", "cancelled_by_id", "chair_id", "conference_id", "ends_at", "form_key", "id", "late_agreed_by", "late_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "room_id", "starts_at", "state") SELECT old_values."booked_at", old_values."booked_by_id", old_values."cancel_note", old_values."cancel_reason", old_values."cancelled_at", old_values."cancelled_by_id", old_values."chair_id", old_values."conference_id", old_values."ends_at", old_values."form_key", old_values."id", old_values."late_agreed_by", old_values."late_reason", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."request_id", old_values."room_id", old_values."starts_at", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d4f65019796e04f55f8f626b70e6b89e5f6f24cd",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ab70e",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_booking",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="c4ac41e62d76cfee817923d2ee741938b2ce9494",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_73100",
                                    table="conferences_booking",
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
                    name="BookingMove",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "booking",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="moves",
                                to="conferences.booking",
                            ),
                        ),
                        (
                            "from_room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="conferences.room",
                            ),
                        ),
                        (
                            "from_chair",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("from_starts_at", models.DateTimeField()),
                        ("from_ends_at", models.DateTimeField()),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("FAMILY", "To suit the family"),
                                    ("CHAIR", "The chair cannot come"),
                                    ("ROOM", "The room cannot be used"),
                                    ("AGENCY", "A needed agency cannot come"),
                                    ("INQUORATE", "Too few agencies could come"),
                                    ("INTERPRETER", "No interpreter"),
                                    ("REPORTS", "Reports were not ready"),
                                    ("OTHER", "Another reason"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "moved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("moved_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "reason__in",
                                        [
                                            "FAMILY",
                                            "CHAIR",
                                            "ROOM",
                                            "AGENCY",
                                            "INQUORATE",
                                            "INTERPRETER",
                                            "REPORTS",
                                            "OTHER",
                                        ],
                                    )
                                ),
                                name="bookingmove_reason_known",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingmoveevent" ("booking_id", "from_chair_id", "from_ends_at", "from_room_id", "from_starts_at", "id", "moved_at", "moved_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."booking_id", new_values."from_chair_id", new_values."from_ends_at", new_values."from_room_id", new_values."from_starts_at", new_values."id", new_values."moved_at", new_values."moved_by_id", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="5fecf0edc71f110a5531457a950c8c9f9d0f3c62",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dfa5a",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_bookingmove",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingmoveevent" ("booking_id", "from_chair_id", "from_ends_at", "from_room_id", "from_starts_at", "id", "moved_at", "moved_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."booking_id", new_values."from_chair_id", new_values."from_ends_at", new_values."from_room_id", new_values."from_starts_at", new_values."id", new_values."moved_at", new_values."moved_by_id", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="b38d89fe506d89b6a56ecd36a6f77d2361f1547b",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_babee",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_bookingmove",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_bookingmoveevent" ("booking_id", "from_chair_id", "from_ends_at", "from_room_id", "from_starts_at", "id", "moved_at", "moved_by_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."booking_id", old_values."from_chair_id", old_values."from_ends_at", old_values."from_room_id", old_values."from_starts_at", old_values."id", old_values."moved_at", old_values."moved_by_id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="90f1086634a648c153e6d14b8da3896dcc15e397",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2fc32",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_bookingmove",
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
                    name="ChildInNeedPlan",
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
                                related_name="in_need_plans",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="in_need_plans",
                                to="conferences.needepisode",
                            ),
                        ),
                        ("start_date", models.DateField()),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
                            ),
                        ),
                        (
                            "census_date",
                            models.DateField(
                                blank=True,
                                help_text="The reference date of the latest census file that told of it.",
                                null=True,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-start_date"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("child", "start_date"), name="inneedplan_once_by_start"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("end_date__isnull", True),
                                    ("end_date__gte", models.F("start_date")),
                                    _connector="OR",
                                ),
                                name="inneedplan_ends_after_start",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="56f0d203dced92f15432f6857183f273dc5eedaa",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0ff49",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_childinneedplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."end_date" IS DISTINCT FROM (new_values."end_date") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."start_date" IS DISTINCT FROM (new_values."start_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="aa273f71581e0842697340a4c8b086522672d1c6",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_35ab6",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_childinneedplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT old_values."child_id", old_values."end_date", old_values."episode_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="da13cf8a473ff38c94c43d0b3c5ab6eb6227c778",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b1846",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_childinneedplan",
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
                    name="Conference",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conferences",
                                to="safeguarding.family",
                            ),
                        ),
                        ("held_date", models.DateField()),
                        (
                            "chair",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="chaired",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-held_date", "-id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [models.Index(fields=["held_date"], name="conference_held")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT new_values."chair_id", new_values."family_id", new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="26f01657e98a30703ae11e107a483fc334c6ad93",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7b4d6",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_conference",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT new_values."chair_id", new_values."family_id", new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="e8f24aaf5c70da49cd3be359a09c0a651d0c766f",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d23b4",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_conference",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT old_values."chair_id", old_values."family_id", old_values."held_date", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8f6bc9f12cd9487d0e415d602025002f4ac2fa1b",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dbf6e",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_conference",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="89290804842a74d7c2a0f8ffa4778bb7588f6b50",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_21f66",
                                    table="conferences_conference",
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
                    name="ConferenceChild",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="conferences.conference",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conferences",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("INITIAL", "Initial conference"),
                                    ("REVIEW", "Review conference"),
                                    ("TRANSFER_IN", "Transfer-in conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conferences",
                                to="conferences.enquiry",
                            ),
                        ),
                        (
                            "transfer_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conferences",
                                to="conferences.transferin",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reviews",
                                to="conferences.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "children at conferences",
                        "ordering": ["-conference__held_date", "-id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [models.Index(fields=["kind", "child"], name="conferencechild_by_kind")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("conference", "child"), name="conferencechild_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("enquiry__isnull", True),
                                        ("kind", "REVIEW"),
                                        ("plan__isnull", False),
                                        ("transfer_in__isnull", True),
                                    ),
                                    models.Q(
                                        ("kind", "INITIAL"),
                                        ("plan__isnull", True),
                                        ("transfer_in__isnull", True),
                                    ),
                                    models.Q(
                                        ("enquiry__isnull", True),
                                        ("kind", "TRANSFER_IN"),
                                        ("plan__isnull", True),
                                        ("transfer_in__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="conferencechild_stands_on_what_its_kind_needs",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("enquiry__isnull", False)),
                                fields=("enquiry",),
                                name="conferencechild_one_an_enquiry",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("transfer_in__isnull", False)),
                                fields=("transfer_in",),
                                name="conferencechild_one_a_transfer",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferencechildevent" ("child_id", "conference_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "transfer_in_id") SELECT new_values."child_id", new_values."conference_id", new_values."enquiry_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="99ac242c0841a14855904d9936240fa5b9dd38c6",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5e697",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_conferencechild",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferencechildevent" ("child_id", "conference_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "transfer_in_id") SELECT new_values."child_id", new_values."conference_id", new_values."enquiry_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="9cafcd027802f8ebe53e3b3786244a4002cf2e75",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c444f",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_conferencechild",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferencechildevent" ("child_id", "conference_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "transfer_in_id") SELECT old_values."child_id", old_values."conference_id", old_values."enquiry_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="68cff04b0091abd6cee81926a0f7880f5ac75c22",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2eee4",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_conferencechild",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="5d87de635aceb2348959ac128e07945b6f8977f2",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_a20c1",
                                    table="conferences_conferencechild",
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
                    name="ConferenceEvent",
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
                                to="conferences.conference",
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
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.family",
                            ),
                        ),
                        ("held_date", models.DateField()),
                        (
                            "chair",
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
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
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
                                    hash="d5208dc4032eb6f4f66bd6905363df488d92ee42",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0d0e1",
                                    table="conferences_conferenceevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consultation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "requested_child",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consultation",
                                to="conferences.requestedchild",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("RAISED", "Waiting for the asker's account"),
                                    ("ASKED", "Waiting for the answer"),
                                    ("MORE_INFORMATION", "More information needed"),
                                    ("AGREED", "Conference agreed"),
                                    ("ANOTHER_WAY", "Another way advised"),
                                    ("CLOSED", "Closed without an answer"),
                                ],
                                default="RAISED",
                                max_length=16,
                            ),
                        ),
                        ("raised_at", models.DateTimeField()),
                        ("decide_by_date", models.DateField()),
                        ("why_now", models.TextField(blank=True)),
                        ("what_is_different", models.TextField(blank=True)),
                        ("child_words", models.TextField(blank=True)),
                        ("options_tried", models.TextField(blank=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consultations",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["decide_by_date", "id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "RAISED",
                                            "ASKED",
                                            "MORE_INFORMATION",
                                            "AGREED",
                                            "ANOTHER_WAY",
                                            "CLOSED",
                                        ],
                                    )
                                ),
                                name="consultation_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("asked_at__isnull", True), ("asked_by__isnull", True)),
                                    models.Q(
                                        ("asked_at__isnull", False),
                                        ("asked_by__isnull", False),
                                        models.Q(("why_now", ""), _negated=True),
                                        models.Q(("what_is_different", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="consultation_asked_by_at_and_what",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationevent" ("asked_at", "asked_by_id", "child_words", "decide_by_date", "id", "options_tried", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "requested_child_id", "state", "what_is_different", "why_now") SELECT new_values."asked_at", new_values."asked_by_id", new_values."child_words", new_values."decide_by_date", new_values."id", new_values."options_tried", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_at", new_values."ref", new_values."requested_child_id", new_values."state", new_values."what_is_different", new_values."why_now" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="17c07ce4fbce218ef7e7d2c7cab10c1999531220",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a2334",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_consultation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationevent" ("asked_at", "asked_by_id", "child_words", "decide_by_date", "id", "options_tried", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "requested_child_id", "state", "what_is_different", "why_now") SELECT new_values."asked_at", new_values."asked_by_id", new_values."child_words", new_values."decide_by_date", new_values."id", new_values."options_tried", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_at", new_values."ref", new_values."requested_child_id", new_values."state", new_values."what_is_different", new_values."why_now" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="4640d5bcc2efcb313ac52d0ff58953bd3ff32aff",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_99ce4",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_consultation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationevent" ("asked_at", "asked_by_id", "child_words", "decide_by_date", "id", "options_tried", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "requested_child_id", "state", "what_is_different", "why_now") SELECT old_values."asked_at", old_values."asked_by_id", old_values."child_words", old_values."decide_by_date", old_values."id", old_values."options_tried", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_at", old_values."ref", old_values."requested_child_id", old_values."state", old_values."what_is_different", old_values."why_now" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="9231968ed0b315e7faedf626e459e3574ee3fa9b",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f5c8e",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_consultation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="2d9a8c75857f2dded9e258b3dba86903c548e858",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_e060e",
                                    table="conferences_consultation",
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
                    name="ConsultationAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="conferences.consultation",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("AGREE", "Agree that a conference is held"),
                                    ("ANOTHER_WAY", "Advise another way"),
                                    ("MORE_INFORMATION", "Ask for more information"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("reasons", models.TextField()),
                        (
                            "instead",
                            models.TextField(
                                blank=True, help_text="The other way, or the information that is wanted."
                            ),
                        ),
                        ("wanted_by_date", models.DateField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer__in", ["AGREE", "ANOTHER_WAY", "MORE_INFORMATION"])
                                ),
                                name="consultationanswer_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True),
                                name="consultationanswer_reasons_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer", "AGREE"),
                                    models.Q(("instead", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="consultationanswer_says_what_instead",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="answer_never_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="701a6c7610372309c315f9c7dd2d9e5feb562cd7",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_answer_never_changed_030ea",
                                    table="conferences_consultationanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="answer_not_ones_own",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (\n        SELECT 1 FROM conferences_consultation c\n        JOIN conferences_requestedchild rc ON rc.id = c.requested_child_id\n        JOIN conferences_request r ON r.id = rc.request_id\n        WHERE c.id = NEW.consultation_id AND NEW.answered_by_id IN (c.asked_by_id, r.requested_by_id)\n    ) THEN\n        RAISE EXCEPTION 'consultation_answer_not_ones_own' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                                    hash="f35f32c1fa7ee00c1ea4338258119a284a31aa91",
                                    operation="INSERT",
                                    pgid="pgtrigger_answer_not_ones_own_81409",
                                    table="conferences_consultationanswer",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("answer", "answered_at", "answered_by_id", "consultation_id", "id", "instead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "wanted_by_date") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."consultation_id", new_values."id", new_values."instead", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."wanted_by_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="fee1ed683bc96372c87bd22d38299b070de8b34c",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a5322",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_consultationanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("answer", "answered_at", "answered_by_id", "consultation_id", "id", "instead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "wanted_by_date") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."consultation_id", new_values."id", new_values."instead", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."wanted_by_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="b08df020fbe229ff7312e8f730b19c3032bce0d7",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_bc59e",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_consultationanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationanswerevent" ("answer", "answered_at", "answered_by_id", "consultation_id", "id", "instead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "wanted_by_date") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."consultation_id", old_values."id", old_values."instead", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."wanted_by_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="54c2d2999a7ec1dd4355bebf46d76bf53bbef83e",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_98c23",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_consultationanswer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="f2a862f24a2e3241bb7fbbfdb9f6a16da910ee5b",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_43968",
                                    table="conferences_consultationanswer",
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
                    name="ConsultationAnswerEvent",
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
                                to="conferences.consultationanswer",
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
                            "consultation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.consultation",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("AGREE", "Agree that a conference is held"),
                                    ("ANOTHER_WAY", "Advise another way"),
                                    ("MORE_INFORMATION", "Ask for more information"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("reasons", models.TextField()),
                        (
                            "instead",
                            models.TextField(
                                blank=True, help_text="The other way, or the information that is wanted."
                            ),
                        ),
                        ("wanted_by_date", models.DateField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="53711317e28e9a726b68047cf8f389ddc7be33b5",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_420bd",
                                    table="conferences_consultationanswerevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoreGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="core_groups",
                                to="conferences.plan",
                            ),
                        ),
                        ("held_date", models.DateField()),
                        ("notes", models.TextField(blank=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["held_date"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "held_date"), name="coregroup_once_a_day")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupevent" ("held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id") SELECT new_values."held_date", new_values."id", new_values."notes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="51f68b182c1c1820bd8dc43d0db41044231af63f",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9b301",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_coregroup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupevent" ("held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id") SELECT new_values."held_date", new_values."id", new_values."notes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1f2e9c22d472462bfb995ec1151cda18211d7c8d",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cc4b3",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_coregroup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupevent" ("held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id") SELECT old_values."held_date", old_values."id", old_values."notes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_at", old_values."recorded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="5c85598be85ba880e2132fa3015efbd193933982",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e0efc",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_coregroup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="db67ecc81d08915997d80953b25ff57eea312539",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_76dc3",
                                    table="conferences_coregroup",
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
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "conference_child",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decision",
                                to="conferences.conferencechild",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("PLAN_BEGINS", "A child protection plan begins"),
                                    ("NO_PLAN", "No child protection plan"),
                                    ("PLAN_CONTINUES", "The child protection plan continues"),
                                    ("PLAN_ENDS", "The child protection plan ends"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("reasons", models.TextField()),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome__in", ["PLAN_BEGINS", "PLAN_CONTINUES"]),
                                        ("category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"]),
                                    ),
                                    models.Q(("outcome__in", ["NO_PLAN", "PLAN_ENDS"]), ("category", "")),
                                    _connector="OR",
                                ),
                                name="decision_category_where_there_is_a_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True),
                                name="decision_reasons_given",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionevent" ("category", "conference_child_id", "decided_at", "decided_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons") SELECT new_values."category", new_values."conference_child_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="215f0d9a1d81ffbd944197b88bead390f236e460",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_30879",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_decision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionevent" ("category", "conference_child_id", "decided_at", "decided_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons") SELECT new_values."category", new_values."conference_child_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="b432a872d485c1611cb2561aa90b9d9f19bb7693",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ed511",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_decision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionevent" ("category", "conference_child_id", "decided_at", "decided_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons") SELECT old_values."category", old_values."conference_child_id", old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="50fa2a22b090ac3c967d3e0e10e57336a4f1c2d8",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c52fa",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_decision",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="8430ebf7b054e013ae3689bc85ee123803fd51aa",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_1f94a",
                                    table="conferences_decision",
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
                    name="DecisionEvent",
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
                                to="conferences.decision",
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
                            "conference_child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.conferencechild",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("PLAN_BEGINS", "A child protection plan begins"),
                                    ("NO_PLAN", "No child protection plan"),
                                    ("PLAN_CONTINUES", "The child protection plan continues"),
                                    ("PLAN_ENDS", "The child protection plan ends"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("reasons", models.TextField()),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("decided_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="ab97b8430505eac55228f71333f4586e54e85736",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a6d6d",
                                    table="conferences_decisionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiaryFeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="diary_feeds",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("secret", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("owner",),
                                name="diaryfeed_one_a_person",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_diaryfeedevent" ("ended_at", "id", "made_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "secret") SELECT new_values."ended_at", new_values."id", new_values."made_at", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."secret" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="bdab5627e4c1c7d890b979c2a7aeb1902823e7c6",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_52707",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_diaryfeed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_diaryfeedevent" ("ended_at", "id", "made_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "secret") SELECT new_values."ended_at", new_values."id", new_values."made_at", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."secret" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="34abb7042a11a7369081c2b3dbe20e39233d995e",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_efd10",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_diaryfeed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_diaryfeedevent" ("ended_at", "id", "made_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "secret") SELECT old_values."ended_at", old_values."id", old_values."made_at", old_values."owner_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."secret" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="30dc7f3a6dfd91c7b3648c8d75aba96547fb10e2",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c37ed",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_diaryfeed",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiaryFeedEvent",
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
                                to="conferences.diaryfeed",
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
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("secret", models.CharField(max_length=64)),
                        ("made_at", models.DateTimeField()),
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
                                    hash="3f471c8d3df9935ae94e207abe95ed0b87fe80b1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0fdc1",
                                    table="conferences_diaryfeedevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Duty",
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
                                related_name="duties",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                                    ("HOLD_REVIEW", "Hold the review conference"),
                                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                                    ("REQUEST_REVIEW", "Request the review conference"),
                                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                                    ("SEND_LETTERS", "Send the decision letters"),
                                    ("FINISH_RECORD", "Finish the record"),
                                    ("SEND_RECORD", "Send the record"),
                                    ("HOLD_CORE_GROUP", "Hold the next core group"),
                                    ("REVIEW_AFTER_BIRTH", "Hold the review after the birth"),
                                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("due_date", models.DateField()),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duties",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("owner_role", models.CharField(max_length=30)),
                        ("raised_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_because", models.CharField(blank=True, max_length=10)),
                        (
                            "booking",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="conferences.booking",
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="conferences.consultation",
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="conferences.enquiry",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "thinking_time",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="conferences.thinkingtime",
                            ),
                        ),
                        (
                            "transfer_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="conferences.transferin",
                            ),
                        ),
                        (
                            "given_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("put_off_until_date", models.DateField(blank=True, null=True)),
                        (
                            "ref",
                            models.UUIDField(
                                db_default=django.contrib.postgres.functions.RandomUUID(),
                                default=uuid.uuid4,
                                editable=False,
                                unique=True,
                            ),
                        ),
                        (
                            "met_by",
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
                        "verbose_name_plural": "duties",
                        "ordering": ["due_date", "id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=["owner_role", "due_date"],
                                name="duty_open",
                            ),
                            models.Index(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=["owner"],
                                name="duty_open_of_owner",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_because", "")),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_because__in", ["MET", "MOVED", "GONE"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="duty_closed_at_and_why",
                            ),
                            models.UniqueConstraint(
                                fields=(
                                    "kind",
                                    "child",
                                    "due_date",
                                    "enquiry",
                                    "transfer_in",
                                    "request",
                                    "plan",
                                    "consultation",
                                    "thinking_time",
                                    "booking",
                                ),
                                name="duty_raised_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=django.db.models.lookups.Exact(
                                    models.Func(
                                        models.F("enquiry"),
                                        models.F("transfer_in"),
                                        models.F("request"),
                                        models.F("plan"),
                                        models.F("consultation"),
                                        models.F("thinking_time"),
                                        models.F("booking"),
                                        function="num_nonnulls",
                                        output_field=models.IntegerField(),
                                    ),
                                    1,
                                ),
                                name="duty_of_one_subject",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("put_off_until_date__isnull", True),
                                    ("put_off_until_date__lte", models.F("due_date")),
                                    models.Q(
                                        (
                                            "kind__in",
                                            [
                                                "HOLD_CONFERENCE",
                                                "HOLD_TRANSFER_IN",
                                                "HOLD_REVIEW",
                                                "HOLD_FIRST_CORE_GROUP",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="duty_not_put_off_past_the_law",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "HOLD_CONFERENCE",
                                            "HOLD_TRANSFER_IN",
                                            "HOLD_REVIEW",
                                            "HOLD_FIRST_CORE_GROUP",
                                            "REQUEST_CONFERENCE",
                                            "REQUEST_TRANSFER_IN",
                                            "REQUEST_REVIEW",
                                            "SCHEDULE_REQUEST",
                                            "GIVE_ACCOUNT",
                                            "DECIDE_CONSULTATION",
                                            "HOLD_THINKING_TIME",
                                            "SEND_LETTERS",
                                            "FINISH_RECORD",
                                            "SEND_RECORD",
                                            "HOLD_CORE_GROUP",
                                            "REVIEW_AFTER_BIRTH",
                                            "FIRST_FOLLOW_UP",
                                            "SECOND_FOLLOW_UP",
                                            "THIRD_FOLLOW_UP",
                                        ],
                                    )
                                ),
                                name="duty_kind_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "met_by_id", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."given_to_id", new_values."id", new_values."kind", new_values."met_by_id", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."put_off_until_date", new_values."raised_at", new_values."ref", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c9e8c5dbd7247e349cdce0c7ff10f60940c79b28",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e54c8",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_duty",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "met_by_id", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT new_values."booking_id", new_values."child_id", new_values."closed_at", new_values."closed_because", new_values."consultation_id", new_values."due_date", new_values."enquiry_id", new_values."given_to_id", new_values."id", new_values."kind", new_values."met_by_id", new_values."owner_id", new_values."owner_role", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."put_off_until_date", new_values."raised_at", new_values."ref", new_values."request_id", new_values."thinking_time_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c6d75b52e84d07be429ae75e20422ed9999618a6",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b52dc",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_duty",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_dutyevent" ("booking_id", "child_id", "closed_at", "closed_because", "consultation_id", "due_date", "enquiry_id", "given_to_id", "id", "kind", "met_by_id", "owner_id", "owner_role", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "put_off_until_date", "raised_at", "ref", "request_id", "thinking_time_id", "transfer_in_id") SELECT old_values."booking_id", old_values."child_id", old_values."closed_at", old_values."closed_because", old_values."consultation_id", old_values."due_date", old_values."enquiry_id", old_values."given_to_id", old_values."id", old_values."kind", old_values."met_by_id", old_values."owner_id", old_values."owner_role", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."put_off_until_date", old_values."raised_at", old_values."ref", old_values."request_id", old_values."thinking_time_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="f7d0b41ec7ed33873fa8bee6764cbe5491484cd0",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c55a2",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_duty",
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
                    name="DutyEvent",
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
                                to="conferences.duty",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                                    ("HOLD_REVIEW", "Hold the review conference"),
                                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                                    ("REQUEST_REVIEW", "Request the review conference"),
                                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                                    ("SEND_LETTERS", "Send the decision letters"),
                                    ("FINISH_RECORD", "Finish the record"),
                                    ("SEND_RECORD", "Send the record"),
                                    ("HOLD_CORE_GROUP", "Hold the next core group"),
                                    ("REVIEW_AFTER_BIRTH", "Hold the review after the birth"),
                                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("due_date", models.DateField()),
                        (
                            "owner",
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
                        ("owner_role", models.CharField(max_length=30)),
                        ("raised_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_because", models.CharField(blank=True, max_length=10)),
                        (
                            "booking",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.booking",
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.consultation",
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.enquiry",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "thinking_time",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.thinkingtime",
                            ),
                        ),
                        (
                            "transfer_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.transferin",
                            ),
                        ),
                        (
                            "given_to",
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
                        ("put_off_until_date", models.DateField(blank=True, null=True)),
                        (
                            "ref",
                            models.UUIDField(
                                db_default=django.contrib.postgres.functions.RandomUUID(),
                                default=uuid.uuid4,
                                editable=False,
                            ),
                        ),
                        (
                            "met_by",
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="59cfc39381c9c8b8617a1c87f6e83df00f54ec39",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8391b",
                                    table="conferences_dutyevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Enquiry",
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
                                related_name="enquiries",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enquiries",
                                to="conferences.needepisode",
                            ),
                        ),
                        ("started_date", models.DateField()),
                        (
                            "conference_need",
                            models.CharField(
                                choices=[
                                    ("UNDECIDED", "Not yet decided"),
                                    ("NEEDED", "Conference needed"),
                                    ("NOT_NEEDED", "Conference not needed"),
                                ],
                                default="UNDECIDED",
                                max_length=10,
                            ),
                        ),
                        (
                            "recorded_target_date",
                            models.DateField(
                                blank=True,
                                help_text="The conference's target date as another system counted it.",
                                null=True,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
                            ),
                        ),
                        (
                            "census_date",
                            models.DateField(
                                blank=True,
                                help_text="The reference date of the latest census file that told of it.",
                                null=True,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "enquiries",
                        "ordering": ["-started_date"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [models.Index(fields=["started_date"], name="enquiry_started")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("child", "started_date"), name="enquiry_once_by_start"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("conference_need__in", ["UNDECIDED", "NEEDED", "NOT_NEEDED"])
                                ),
                                name="enquiry_need_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date") SELECT new_values."child_id", new_values."conference_need", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_target_date", new_values."source", new_values."started_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="fa91605b1f6ada30c9770fa6c37bafdc8d6745b3",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_07aac",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_enquiry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date") SELECT new_values."child_id", new_values."conference_need", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_target_date", new_values."source", new_values."started_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."conference_need" IS DISTINCT FROM (new_values."conference_need") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."recorded_target_date" IS DISTINCT FROM (new_values."recorded_target_date") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."started_date" IS DISTINCT FROM (new_values."started_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c9a590fdcb257c32b3c419a4df63c50b6f2bea09",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d8d14",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_enquiry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date") SELECT old_values."child_id", old_values."conference_need", old_values."episode_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_target_date", old_values."source", old_values."started_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="934de6b500dbf28ac4a89187b8baa8e43cf6e441",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_87135",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_enquiry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="c4af94ac3383daabe76f412cf2ee76b162a2afa8",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_06ab1",
                                    table="conferences_enquiry",
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
                    name="ImportedFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.BigIntegerField()),
                        ("authority", models.CharField(blank=True, max_length=10)),
                        ("collection_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("reference_date", models.DateField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("WAITING", "Waiting to be read"),
                                    ("READING", "Being read"),
                                    ("READ", "Read"),
                                    ("REFUSED", "Refused"),
                                ],
                                default="WAITING",
                                max_length=10,
                            ),
                        ),
                        ("refusal", models.TextField(blank=True)),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "progress",
                            models.PositiveIntegerField(default=0, help_text="Children read so far."),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imported_files",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["WAITING", "READING", "READ", "REFUSED"])),
                                name="importedfile_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "REFUSED"), _negated=True),
                                    models.Q(("refusal", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="importedfile_refusal_said",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "reference_date", "refusal", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT new_values."authority", new_values."collection_year", new_values."counts", new_values."file_name", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."reference_date", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="3bd01e4b7cc0b2f5a379259afb25132c566713c4",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_31fb6",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_importedfile",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "reference_date", "refusal", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT new_values."authority", new_values."collection_year", new_values."counts", new_values."file_name", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."reference_date", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."authority" IS DISTINCT FROM (new_values."authority") OR old_values."collection_year" IS DISTINCT FROM (new_values."collection_year") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."file_name" IS DISTINCT FROM (new_values."file_name") OR old_values."finished_at" IS DISTINCT FROM (new_values."finished_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."reference_date" IS DISTINCT FROM (new_values."reference_date") OR old_values."refusal" IS DISTINCT FROM (new_values."refusal") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."uploaded_at" IS DISTINCT FROM (new_values."uploaded_at") OR old_values."uploaded_by_id" IS DISTINCT FROM (new_values."uploaded_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="904204e055f0ffe5598d0fcd39e7812a05ee4bae",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c4e84",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_importedfile",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "reference_date", "refusal", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT old_values."authority", old_values."collection_year", old_values."counts", old_values."file_name", old_values."finished_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."reference_date", old_values."refusal", old_values."sha256", old_values."size", old_values."status", old_values."uploaded_at", old_values."uploaded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1d97781e7c27bfb8e9ed40ae1aff8aed8776df06",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_43873",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_importedfile",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedChild",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="conferences.importedfile",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="safeguarding.child",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(fields=("file", "child"), name="importedchild_once")
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="500d8b365cd367b887f4138f1d26c39c2d766efc",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_e9e91",
                                    table="conferences_importedchild",
                                    when="AFTER",
                                ),
                            )
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="ImportedFileEvent",
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
                                to="conferences.importedfile",
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
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.BigIntegerField()),
                        ("authority", models.CharField(blank=True, max_length=10)),
                        ("collection_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("reference_date", models.DateField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("WAITING", "Waiting to be read"),
                                    ("READING", "Being read"),
                                    ("READ", "Read"),
                                    ("REFUSED", "Refused"),
                                ],
                                default="WAITING",
                                max_length=10,
                            ),
                        ),
                        ("refusal", models.TextField(blank=True)),
                        ("counts", models.JSONField(default=dict)),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="ad4f23be8ed8a7b373aaeebb5693d86f4ec9845b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9f2ea",
                                    table="conferences_importedfileevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportFault",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="faults",
                                to="conferences.importedfile",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("REFUSED", "Not taken"),
                                    ("BENT", "Taken, with a change"),
                                    ("NOTED", "Taken, to check"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("line", models.PositiveIntegerField()),
                        ("la_child_id", models.CharField(blank=True, max_length=60)),
                        ("rule", models.CharField(max_length=12)),
                        ("sentence", models.TextField()),
                    ],
                    options={
                        "ordering": ["line", "id"],
                        "indexes": [models.Index(fields=["file", "rule"], name="importfault_by_rule")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["REFUSED", "BENT", "NOTED"])),
                                name="importfault_kind_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "record",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters",
                                to="conferences.meetingrecord",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="safeguarding.person",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("sent_date", models.DateField(blank=True, null=True)),
                        (
                            "sent_by",
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
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("record", "person"), name="letter_one_a_recipient"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_by__isnull", True), ("sent_date__isnull", True)),
                                    models.Q(("sent_by__isnull", False), ("sent_date__isnull", False)),
                                    _connector="OR",
                                ),
                                name="letter_sent_by_and_date",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_letterevent" ("id", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_by_id", "sent_date") SELECT new_values."id", new_values."made_at", new_values."made_by_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."record_id", new_values."sent_by_id", new_values."sent_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="9d7f88583618999932f1fb965a6a038048b53f95",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_82dd1",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_letter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_letterevent" ("id", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_by_id", "sent_date") SELECT new_values."id", new_values."made_at", new_values."made_by_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."record_id", new_values."sent_by_id", new_values."sent_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="ffdb880c3fe1ba0b6449814c752e7c8beb82feff",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8f7a3",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_letter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_letterevent" ("id", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_by_id", "sent_date") SELECT old_values."id", old_values."made_at", old_values."made_by_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."record_id", old_values."sent_by_id", old_values."sent_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="54b650b233fc749392669b56c3c11999fe3a999d",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b67ee",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_letter",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="fc8b58475f56cf2ec53d9345f795ba739ae0bb93",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_c64d0",
                                    table="conferences_letter",
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
                    name="MeetingRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "booking",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="record",
                                to="conferences.booking",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "state",
                            models.CharField(
                                choices=[("DRAFT", "Being written"), ("SIGNED", "Signed by the chair")],
                                default="DRAFT",
                                max_length=8,
                            ),
                        ),
                        ("working_well", models.TextField(blank=True)),
                        ("worried_about", models.TextField(blank=True)),
                        ("family_view", models.TextField(blank=True)),
                        (
                            "inquorate_reason",
                            models.TextField(blank=True, help_text="Why the chair went on without a quorum."),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("saved_at", models.DateTimeField()),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "sent_date",
                            models.DateField(blank=True, help_text="The day the record went out.", null=True),
                        ),
                        (
                            "sent_by",
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
                        "ordering": ["-id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["DRAFT", "SIGNED"])),
                                name="meetingrecord_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("signed_at__isnull", True),
                                        ("signed_by__isnull", True),
                                        ("state", "DRAFT"),
                                    ),
                                    models.Q(
                                        ("signed_at__isnull", False),
                                        ("signed_by__isnull", False),
                                        ("state", "SIGNED"),
                                    ),
                                    _connector="OR",
                                ),
                                name="meetingrecord_signed_by_and_at",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_by__isnull", True), ("sent_date__isnull", True)),
                                    models.Q(("sent_by__isnull", False), ("sent_date__isnull", False)),
                                    _connector="OR",
                                ),
                                name="meetingrecord_sent_by_and_date",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("booking_id", "family_view", "id", "inquorate_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "version", "working_well", "worried_about") SELECT new_values."booking_id", new_values."family_view", new_values."id", new_values."inquorate_reason", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."version", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="9904f1e7fe5ae1d76d892fe40607eaa6d2fbd298",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7e983",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_meetingrecord",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("booking_id", "family_view", "id", "inquorate_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "version", "working_well", "worried_about") SELECT new_values."booking_id", new_values."family_view", new_values."id", new_values."inquorate_reason", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."version", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="69709835408fded8ce2f7bf5066c25429324a756",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_41d2c",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_meetingrecord",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("booking_id", "family_view", "id", "inquorate_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "version", "working_well", "worried_about") SELECT old_values."booking_id", old_values."family_view", old_values."id", old_values."inquorate_reason", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."saved_at", old_values."saved_by_id", old_values."sent_by_id", old_values."sent_date", old_values."signed_at", old_values."signed_by_id", old_values."state", old_values."version", old_values."working_well", old_values."worried_about" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="3db016ed5f98ac29fb4ebdf914eb22ab6fd33511",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_129e9",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_meetingrecord",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="12b6e3fb4092958ecc8cdf7ced0c9c1c2bf7a284",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_94cc8",
                                    table="conferences_meetingrecord",
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
                    name="LetterEvent",
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
                                to="conferences.letter",
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
                            "record",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.meetingrecord",
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
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("sent_date", models.DateField(blank=True, null=True)),
                        (
                            "sent_by",
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="41d5d59853e9bad35c07778985c6282a18016dd1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9df51",
                                    table="conferences_letterevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "record",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="conferences.meetingrecord",
                            ),
                        ),
                        (
                            "requested_child",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="part",
                                to="conferences.requestedchild",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "voice",
                            models.TextField(
                                blank=True, help_text="What the child says, in the child's words."
                            ),
                        ),
                        ("working_well", models.TextField(blank=True)),
                        ("worried_about", models.TextField(blank=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PLAN_BEGINS", "A child protection plan begins"),
                                    ("NO_PLAN", "No child protection plan"),
                                    ("PLAN_CONTINUES", "The child protection plan continues"),
                                    ("PLAN_ENDS", "The child protection plan ends"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                                    (
                                        "MOVED",
                                        "Moved permanently to another local authority, whose conference was held",
                                    ),
                                    ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                                    ("OTHER_ORDER", "Another court order was made"),
                                    ("EIGHTEEN", "Reached 18"),
                                    ("DIED", "Died"),
                                    ("LEFT_UK", "Left the United Kingdom permanently"),
                                    ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                                    ("ERROR", "Recorded in error"),
                                    (
                                        "NOT_RECORDED",
                                        "Not recorded: read from a census file, which has no reason",
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "step_down",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("CIN_PLAN", "Child in need plan"),
                                    ("EARLY_HELP", "Early help"),
                                    ("LOOKED_AFTER", "Looked after"),
                                    ("CLOSED", "Closed to children's services"),
                                    ("OTHER_AUTHORITY", "Another local authority"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("saved_at", models.DateTimeField()),
                        (
                            "conference_child",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="part",
                                to="conferences.conferencechild",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome", ""),
                                    (
                                        "outcome__in",
                                        ["PLAN_BEGINS", "NO_PLAN", "PLAN_CONTINUES", "PLAN_ENDS"],
                                    ),
                                    _connector="OR",
                                ),
                                name="childpart_outcome_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("category", ""),
                                    ("outcome__in", ["PLAN_BEGINS", "PLAN_CONTINUES"]),
                                    _connector="OR",
                                ),
                                name="childpart_no_category_without_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end_reason", ""), ("step_down", "")),
                                    ("outcome", "PLAN_ENDS"),
                                    _connector="OR",
                                ),
                                name="childpart_end_reason_only_at_an_end",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("category", "conference_child_id", "end_reason", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "step_down", "version", "voice", "working_well", "worried_about") SELECT new_values."category", new_values."conference_child_id", new_values."end_reason", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."record_id", new_values."requested_child_id", new_values."saved_at", new_values."saved_by_id", new_values."step_down", new_values."version", new_values."voice", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="dc40671d10e47d44c9c720a248ce549166f9aedc",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cdf64",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_childpart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("category", "conference_child_id", "end_reason", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "step_down", "version", "voice", "working_well", "worried_about") SELECT new_values."category", new_values."conference_child_id", new_values."end_reason", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."record_id", new_values."requested_child_id", new_values."saved_at", new_values."saved_by_id", new_values."step_down", new_values."version", new_values."voice", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c88f08390d145f98c9426385be3ed0200db1f5f4",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_99e8f",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_childpart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("category", "conference_child_id", "end_reason", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "step_down", "version", "voice", "working_well", "worried_about") SELECT old_values."category", old_values."conference_child_id", old_values."end_reason", old_values."id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."record_id", old_values."requested_child_id", old_values."saved_at", old_values."saved_by_id", old_values."step_down", old_values."version", old_values."voice", old_values."working_well", old_values."worried_about" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="b807dcd8c36f96f849b88f98866b88f62467b772",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3e301",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_childpart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="3df6057b24a47630e3581926ac3530ce21b37ea5",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_cb5bc",
                                    table="conferences_childpart",
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
                    name="AttendanceEvent",
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
                                to="conferences.attendance",
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
                            "record",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.meetingrecord",
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=100)),
                        ("agency_kind", models.CharField(blank=True, max_length=20)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="safeguarding.agency",
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
                        ("is_family", models.BooleanField(default=False)),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("IN_PERSON", "In person"),
                                    ("VIDEO", "By video"),
                                    ("TELEPHONE", "By telephone"),
                                    ("WRITTEN", "Sent a report only"),
                                    ("ABSENT", "Did not attend"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "counted_as",
                            models.CharField(blank=True, db_default="", editable=False, max_length=60),
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
                                    hash="11a7e1c9ce65ae12eb00615c70e5eda830829a26",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fcf8c",
                                    table="conferences_attendanceevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingRecordEvent",
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
                                to="conferences.meetingrecord",
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
                            "booking",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.booking",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "state",
                            models.CharField(
                                choices=[("DRAFT", "Being written"), ("SIGNED", "Signed by the chair")],
                                default="DRAFT",
                                max_length=8,
                            ),
                        ),
                        ("working_well", models.TextField(blank=True)),
                        ("worried_about", models.TextField(blank=True)),
                        ("family_view", models.TextField(blank=True)),
                        (
                            "inquorate_reason",
                            models.TextField(blank=True, help_text="Why the chair went on without a quorum."),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("saved_at", models.DateTimeField()),
                        (
                            "signed_by",
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
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "sent_date",
                            models.DateField(blank=True, help_text="The day the record went out.", null=True),
                        ),
                        (
                            "sent_by",
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="af2fb9ab2df71b7aa1cc2b0a8056d5f586f1bf99",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_fec67",
                                    table="conferences_meetingrecordevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeedEpisode",
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
                                related_name="need_episodes",
                                to="safeguarding.child",
                            ),
                        ),
                        ("referral_date", models.DateField()),
                        (
                            "referral_source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("1A", "Family member, relative or carer"),
                                    ("1B", "Acquaintance, neighbour or child minder"),
                                    ("1C", "The child"),
                                    ("1D", "Another person, including a stranger"),
                                    ("2A", "School"),
                                    ("2B", "Education service"),
                                    ("3A", "General practitioner (GP)"),
                                    ("3B", "Health visitor"),
                                    ("3C", "School nurse"),
                                    ("3D", "Other primary health service"),
                                    ("3E", "Accident and emergency department"),
                                    ("3F", "Other health service, for example a hospice"),
                                    ("4", "Housing"),
                                    ("5A", "Social care, for example adult social care"),
                                    ("5B", "Another department of this council, for example youth justice"),
                                    ("5C", "Another local authority"),
                                    ("5D", "Early help"),
                                    ("6", "Police"),
                                    ("7", "Court, probation, immigration, Cafcass or prison"),
                                    ("8", "Other, for example a children's centre or voluntary organisation"),
                                    ("9", "Anonymous"),
                                    ("10", "Not known"),
                                ],
                                max_length=2,
                            ),
                        ),
                        (
                            "primary_need",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("N1", "Abuse or neglect"),
                                    ("N2", "Child's disability"),
                                    ("N3", "Parental disability or illness"),
                                    ("N4", "Family in acute stress"),
                                    ("N5", "Family dysfunction"),
                                    ("N6", "Socially unacceptable behaviour"),
                                    ("N7", "Low income"),
                                    ("N8", "Absent parenting"),
                                    ("N9", "Cases other than children in need"),
                                    ("N0", "Not stated"),
                                ],
                                max_length=2,
                            ),
                        ),
                        ("no_further_action", models.BooleanField(default=False)),
                        ("closure_date", models.DateField(blank=True, null=True)),
                        (
                            "closure_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RC1", "Adopted"),
                                    ("RC2", "Died"),
                                    ("RC3", "Child arrangements order"),
                                    ("RC4", "Special guardianship order"),
                                    ("RC5", "Transferred to another local authority"),
                                    ("RC6", "Transferred to adult social care"),
                                    (
                                        "RC7",
                                        "Services ceased for any other reason, including child no longer in need",
                                    ),
                                    ("RC8", "Closed after assessment, no further action"),
                                    ("RC9", "Closed after assessment, referred to early help"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
                            ),
                        ),
                        (
                            "census_date",
                            models.DateField(
                                blank=True,
                                help_text="The reference date of the latest census file that told of it.",
                                null=True,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-referral_date"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("child", "referral_date"), name="needepisode_once_by_referral"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closure_date__isnull", True),
                                    ("closure_date__gte", models.F("referral_date")),
                                    _connector="OR",
                                ),
                                name="needepisode_closes_after_referral",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closure_date__isnull", True), ("closure_reason", "")),
                                    models.Q(
                                        ("closure_date__isnull", False),
                                        models.Q(("closure_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="needepisode_closure_date_and_reason",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT new_values."child_id", new_values."closure_date", new_values."closure_reason", new_values."id", new_values."no_further_action", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."primary_need", new_values."referral_date", new_values."referral_source", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="a626ac7aa35294c764f2835b4b5f4d0c18be8f8c",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_97544",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_needepisode",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT new_values."child_id", new_values."closure_date", new_values."closure_reason", new_values."id", new_values."no_further_action", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."primary_need", new_values."referral_date", new_values."referral_source", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."closure_date" IS DISTINCT FROM (new_values."closure_date") OR old_values."closure_reason" IS DISTINCT FROM (new_values."closure_reason") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."no_further_action" IS DISTINCT FROM (new_values."no_further_action") OR old_values."primary_need" IS DISTINCT FROM (new_values."primary_need") OR old_values."referral_date" IS DISTINCT FROM (new_values."referral_date") OR old_values."referral_source" IS DISTINCT FROM (new_values."referral_source") OR old_values."source" IS DISTINCT FROM (new_values."source")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c633e8cd49fb493d651e33a5ce8461494d771848",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_39c67",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_needepisode",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT old_values."child_id", old_values."closure_date", old_values."closure_reason", old_values."id", old_values."no_further_action", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."primary_need", old_values."referral_date", old_values."referral_source", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="80db4615deb6505e87c4a3373dcf001216374d87",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d3f74",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_needepisode",
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
                    name="EnquiryEvent",
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
                                to="conferences.enquiry",
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
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.needepisode",
                            ),
                        ),
                        ("started_date", models.DateField()),
                        (
                            "conference_need",
                            models.CharField(
                                choices=[
                                    ("UNDECIDED", "Not yet decided"),
                                    ("NEEDED", "Conference needed"),
                                    ("NOT_NEEDED", "Conference not needed"),
                                ],
                                default="UNDECIDED",
                                max_length=10,
                            ),
                        ),
                        (
                            "recorded_target_date",
                            models.DateField(
                                blank=True,
                                help_text="The conference's target date as another system counted it.",
                                null=True,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
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
                                    hash="02995a5d21dd40bddf9c49d52a8497070a2e5ecd",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_b28b2",
                                    table="conferences_enquiryevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildInNeedPlanEvent",
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
                                to="conferences.childinneedplan",
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
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.needepisode",
                            ),
                        ),
                        ("start_date", models.DateField()),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
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
                                    hash="6d875785ff77cb53402b1a139ed0ab4e415b6fbe",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_02fef",
                                    table="conferences_childinneedplanevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeedEpisodeEvent",
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
                                to="conferences.needepisode",
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
                        ("referral_date", models.DateField()),
                        (
                            "referral_source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("1A", "Family member, relative or carer"),
                                    ("1B", "Acquaintance, neighbour or child minder"),
                                    ("1C", "The child"),
                                    ("1D", "Another person, including a stranger"),
                                    ("2A", "School"),
                                    ("2B", "Education service"),
                                    ("3A", "General practitioner (GP)"),
                                    ("3B", "Health visitor"),
                                    ("3C", "School nurse"),
                                    ("3D", "Other primary health service"),
                                    ("3E", "Accident and emergency department"),
                                    ("3F", "Other health service, for example a hospice"),
                                    ("4", "Housing"),
                                    ("5A", "Social care, for example adult social care"),
                                    ("5B", "Another department of this council, for example youth justice"),
                                    ("5C", "Another local authority"),
                                    ("5D", "Early help"),
                                    ("6", "Police"),
                                    ("7", "Court, probation, immigration, Cafcass or prison"),
                                    ("8", "Other, for example a children's centre or voluntary organisation"),
                                    ("9", "Anonymous"),
                                    ("10", "Not known"),
                                ],
                                max_length=2,
                            ),
                        ),
                        (
                            "primary_need",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("N1", "Abuse or neglect"),
                                    ("N2", "Child's disability"),
                                    ("N3", "Parental disability or illness"),
                                    ("N4", "Family in acute stress"),
                                    ("N5", "Family dysfunction"),
                                    ("N6", "Socially unacceptable behaviour"),
                                    ("N7", "Low income"),
                                    ("N8", "Absent parenting"),
                                    ("N9", "Cases other than children in need"),
                                    ("N0", "Not stated"),
                                ],
                                max_length=2,
                            ),
                        ),
                        ("no_further_action", models.BooleanField(default=False)),
                        ("closure_date", models.DateField(blank=True, null=True)),
                        (
                            "closure_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RC1", "Adopted"),
                                    ("RC2", "Died"),
                                    ("RC3", "Child arrangements order"),
                                    ("RC4", "Special guardianship order"),
                                    ("RC5", "Transferred to another local authority"),
                                    ("RC6", "Transferred to adult social care"),
                                    (
                                        "RC7",
                                        "Services ceased for any other reason, including child no longer in need",
                                    ),
                                    ("RC8", "Closed after assessment, no further action"),
                                    ("RC9", "Closed after assessment, referred to early help"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
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
                                    hash="21372a6618feed2e243c5c32d5cf197627cef4ad",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_47aa4",
                                    table="conferences_needepisodeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plans",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="conferences.needepisode",
                            ),
                        ),
                        (
                            "begun_at",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_begun",
                                to="conferences.conferencechild",
                            ),
                        ),
                        ("start_date", models.DateField()),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                                    (
                                        "MOVED",
                                        "Moved permanently to another local authority, whose conference was held",
                                    ),
                                    ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                                    ("OTHER_ORDER", "Another court order was made"),
                                    ("EIGHTEEN", "Reached 18"),
                                    ("DIED", "Died"),
                                    ("LEFT_UK", "Left the United Kingdom permanently"),
                                    ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                                    ("ERROR", "Recorded in error"),
                                    (
                                        "NOT_RECORDED",
                                        "Not recorded: read from a census file, which has no reason",
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "step_down",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("CIN_PLAN", "Child in need plan"),
                                    ("EARLY_HELP", "Early help"),
                                    ("LOOKED_AFTER", "Looked after"),
                                    ("CLOSED", "Closed to children's services"),
                                    ("OTHER_AUTHORITY", "Another local authority"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "initial_category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "latest_category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "previous_plans_recorded",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="The count that came with the plan (census NumberOfPreviousCPP).",
                                null=True,
                            ),
                        ),
                        ("held_for_other_authority", models.BooleanField(default=False)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
                            ),
                        ),
                        (
                            "census_date",
                            models.DateField(
                                blank=True,
                                help_text="The reference date of the latest census file that told of it.",
                                null=True,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-start_date"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            models.Index(fields=["start_date", "end_date"], name="plan_dates"),
                            models.Index(fields=["end_date"], name="plan_end"),
                        ],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("held_for_other_authority", False)),
                                expressions=[
                                    ("child", "="),
                                    (
                                        conferences.models.plans.DateRange(
                                            "start_date",
                                            "end_date",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_lower=True, inclusive_upper=True
                                            ),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="plan_no_overlap_for_a_child",
                            ),
                            models.UniqueConstraint(
                                fields=("child", "start_date"), name="plan_once_by_start"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("end_date__isnull", True),
                                    ("end_date__gt", models.F("start_date")),
                                    _connector="OR",
                                ),
                                name="plan_ends_after_its_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("initial_category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"])
                                ),
                                name="plan_initial_category_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("latest_category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"])
                                ),
                                name="plan_latest_category_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end_date__isnull", True), ("end_reason", "")),
                                    models.Q(
                                        ("end_date__isnull", False),
                                        models.Q(
                                            models.Q(("end_reason", ""), _negated=True),
                                            models.Q(("source", "RECORDED"), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_end_date_and_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("step_down", ""), ("end_date__isnull", False), _connector="OR"
                                ),
                                name="plan_step_down_only_when_ended",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT new_values."begun_at_id", new_values."child_id", new_values."end_date", new_values."end_reason", new_values."episode_id", new_values."held_for_other_authority", new_values."id", new_values."initial_category", new_values."latest_category", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."previous_plans_recorded", new_values."ref", new_values."source", new_values."start_date", new_values."step_down" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="a8cb7913a7d22a3c6489cc67651b5ff02cbcb4a0",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_24a85",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_plan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT new_values."begun_at_id", new_values."child_id", new_values."end_date", new_values."end_reason", new_values."episode_id", new_values."held_for_other_authority", new_values."id", new_values."initial_category", new_values."latest_category", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."previous_plans_recorded", new_values."ref", new_values."source", new_values."start_date", new_values."step_down" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."begun_at_id" IS DISTINCT FROM (new_values."begun_at_id") OR old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."end_date" IS DISTINCT FROM (new_values."end_date") OR old_values."end_reason" IS DISTINCT FROM (new_values."end_reason") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."held_for_other_authority" IS DISTINCT FROM (new_values."held_for_other_authority") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."initial_category" IS DISTINCT FROM (new_values."initial_category") OR old_values."latest_category" IS DISTINCT FROM (new_values."latest_category") OR old_values."previous_plans_recorded" IS DISTINCT FROM (new_values."previous_plans_recorded") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."start_date" IS DISTINCT FROM (new_values."start_date") OR old_values."step_down" IS DISTINCT FROM (new_values."step_down")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="45f35122ba7136e4b96d9b3a177d93fe43af979c",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b6214",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_plan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT old_values."begun_at_id", old_values."child_id", old_values."end_date", old_values."end_reason", old_values."episode_id", old_values."held_for_other_authority", old_values."id", old_values."initial_category", old_values."latest_category", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."previous_plans_recorded", old_values."ref", old_values."source", old_values."start_date", old_values."step_down" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="659a26a30c6c3f4f38a34a70eb2e6448360f455c",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_553af",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_plan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="fcf5262df4866da956a2f541d6c353ba30985a88",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_faa6b",
                                    table="conferences_plan",
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
                    name="CoreGroupEvent",
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
                                to="conferences.coregroup",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
                            ),
                        ),
                        ("held_date", models.DateField()),
                        ("notes", models.TextField(blank=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="131d4e55d02ae36ac33a7886617dfb3dae16864d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d1838",
                                    table="conferences_coregroupevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceChildEvent",
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
                                to="conferences.conferencechild",
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
                            "conference",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.conference",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("INITIAL", "Initial conference"),
                                    ("REVIEW", "Review conference"),
                                    ("TRANSFER_IN", "Transfer-in conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.enquiry",
                            ),
                        ),
                        (
                            "transfer_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.transferin",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
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
                                    hash="5755706013ce8dcb6f96478ea9931a7535bedbf0",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_62280",
                                    table="conferences_conferencechildevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "part",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="actions",
                                to="conferences.childpart",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="actions",
                                to="conferences.plan",
                            ),
                        ),
                        ("what", models.TextField()),
                        ("who", models.CharField(max_length=150)),
                        ("by_date", models.DateField()),
                    ],
                    options={
                        "ordering": ["by_date", "id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("what", ""), _negated=True),
                                    models.Q(("who", ""), _negated=True),
                                ),
                                name="planaction_who_and_what",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planactionevent" ("by_date", "id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "what", "who") SELECT new_values."by_date", new_values."id", new_values."part_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."what", new_values."who" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1dc2c633e585c2c970378fd4c46b2a693fa1af4e",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f4783",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_planaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planactionevent" ("by_date", "id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "what", "who") SELECT new_values."by_date", new_values."id", new_values."part_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."what", new_values."who" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="7d00e1731c4439b5ff1f329702fd10a86c630f92",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_dba19",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_planaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planactionevent" ("by_date", "id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "what", "who") SELECT old_values."by_date", old_values."id", old_values."part_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."what", old_values."who" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="e4e2a4506a3ce902f99bf4b78ef81b27f0c8706b",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a409d",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_planaction",
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
                    name="PlanActionEvent",
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
                                to="conferences.planaction",
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
                            "part",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.childpart",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
                            ),
                        ),
                        ("what", models.TextField()),
                        ("who", models.CharField(max_length=150)),
                        ("by_date", models.DateField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="338710cb1262868f7126a35c41e7cf8c983c5fa9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_eb3c8",
                                    table="conferences_planactionevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanCategory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="categories",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("from_date", models.DateField()),
                        ("date_is_exact", models.BooleanField(default=True)),
                        (
                            "conference_child",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="conferences.conferencechild",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "plan categories",
                        "ordering": ["from_date", "id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "from_date"), name="plancategory_one_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"])),
                                name="plancategory_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_plancategoryevent" ("category", "conference_child_id", "date_is_exact", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") SELECT new_values."category", new_values."conference_child_id", new_values."date_is_exact", new_values."from_date", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="0d5374df45f9810e4e97e78767d25bc053f80225",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cf3ac",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_plancategory",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_plancategoryevent" ("category", "conference_child_id", "date_is_exact", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") SELECT new_values."category", new_values."conference_child_id", new_values."date_is_exact", new_values."from_date", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="e3a58e8da0113b0af75b677b1b96aa8757826bb6",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_294b3",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_plancategory",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_plancategoryevent" ("category", "conference_child_id", "date_is_exact", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") SELECT old_values."category", old_values."conference_child_id", old_values."date_is_exact", old_values."from_date", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="39d420abd93e85c73b33183afb504b9a41494dbf",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4f3f4",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_plancategory",
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
                    name="PlanCategoryEvent",
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
                                to="conferences.plancategory",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("from_date", models.DateField()),
                        ("date_is_exact", models.BooleanField(default=True)),
                        (
                            "conference_child",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.conferencechild",
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
                                    hash="8766f916b6fa304332bf1a1374fec31238cd60ff",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8fea4",
                                    table="conferences_plancategoryevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanElsewhere",
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
                                related_name="plans_elsewhere",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                blank=True, help_text="DfE code of the authority.", max_length=3
                            ),
                        ),
                        ("authority_name", models.CharField(max_length=100)),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("how_known", models.TextField()),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name_plural": "plans elsewhere",
                        "ordering": ["-start_date", "-id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start_date__isnull", True),
                                    ("end_date__isnull", True),
                                    ("end_date__gte", models.F("start_date")),
                                    _connector="OR",
                                ),
                                name="planelsewhere_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("how_known", ""), _negated=True),
                                name="planelsewhere_how_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("category__in", ["", "NEG", "PHY", "SAB", "EMO", "MUL"])),
                                name="planelsewhere_category_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT new_values."authority", new_values."authority_name", new_values."category", new_values."child_id", new_values."end_date", new_values."how_known", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d02155012dd027b2152affa0b225752d4112cd69",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c061b",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_planelsewhere",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT new_values."authority", new_values."authority_name", new_values."category", new_values."child_id", new_values."end_date", new_values."how_known", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="6c7b089ec74d0846f31fef1389eb6d5897a00144",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_deb77",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_planelsewhere",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT old_values."authority", old_values."authority_name", old_values."category", old_values."child_id", old_values."end_date", old_values."how_known", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="b292916ed18529270d9448b1c600992d2479346e",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ab00b",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_planelsewhere",
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
                    name="EarlierPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "requested_child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="earlier_plans",
                                to="conferences.requestedchild",
                            ),
                        ),
                        (
                            "found_in",
                            models.CharField(
                                choices=[
                                    ("OWN", "Our own record"),
                                    ("FILE", "Read from a census file"),
                                    ("ELSEWHERE", "Another authority's, told to us"),
                                    ("OTHER_RECORD", "Held under an earlier name or number"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="found",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "plan_elsewhere",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="found",
                                to="conferences.planelsewhere",
                            ),
                        ),
                        ("authority_name", models.CharField(blank=True, max_length=100)),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("how_ended", models.CharField(blank=True, max_length=120)),
                        (
                            "gap_days",
                            models.PositiveIntegerField(
                                blank=True, help_text="From its end to the request.", null=True
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["start_date", "id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("found_in__in", ["OWN", "FILE", "ELSEWHERE", "OTHER_RECORD"])
                                ),
                                name="earlierplan_found_in_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("plan__isnull", True), ("plan_elsewhere__isnull", True), _connector="OR"
                                ),
                                name="earlierplan_one_origin",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_earlierplanevent" ("authority_name", "category", "end_date", "found_in", "gap_days", "how_ended", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_elsewhere_id", "plan_id", "requested_child_id", "start_date") SELECT new_values."authority_name", new_values."category", new_values."end_date", new_values."found_in", new_values."gap_days", new_values."how_ended", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_elsewhere_id", new_values."plan_id", new_values."requested_child_id", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="3351a53a91d6d6ba8c4175df81a7857c65de2166",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_14867",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_earlierplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_earlierplanevent" ("authority_name", "category", "end_date", "found_in", "gap_days", "how_ended", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_elsewhere_id", "plan_id", "requested_child_id", "start_date") SELECT new_values."authority_name", new_values."category", new_values."end_date", new_values."found_in", new_values."gap_days", new_values."how_ended", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_elsewhere_id", new_values."plan_id", new_values."requested_child_id", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="bbd842c458096d53ab04f10268cc16ec954ba060",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4b494",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_earlierplan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_earlierplanevent" ("authority_name", "category", "end_date", "found_in", "gap_days", "how_ended", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_elsewhere_id", "plan_id", "requested_child_id", "start_date") SELECT old_values."authority_name", old_values."category", old_values."end_date", old_values."found_in", old_values."gap_days", old_values."how_ended", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_elsewhere_id", old_values."plan_id", old_values."requested_child_id", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1e1febd91668198ee32cbbc8a3b7e34f13833976",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_17ef3",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_earlierplan",
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
                    name="PlanElsewhereEvent",
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
                                to="conferences.planelsewhere",
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
                            "authority",
                            models.CharField(
                                blank=True, help_text="DfE code of the authority.", max_length=3
                            ),
                        ),
                        ("authority_name", models.CharField(max_length=100)),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("how_known", models.TextField()),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="69051ef6928798ba55296828849b23f621496a6a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6aaee",
                                    table="conferences_planelsewhereevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanEvent",
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
                                to="conferences.plan",
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
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.needepisode",
                            ),
                        ),
                        (
                            "begun_at",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.conferencechild",
                            ),
                        ),
                        ("start_date", models.DateField()),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                                    (
                                        "MOVED",
                                        "Moved permanently to another local authority, whose conference was held",
                                    ),
                                    ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                                    ("OTHER_ORDER", "Another court order was made"),
                                    ("EIGHTEEN", "Reached 18"),
                                    ("DIED", "Died"),
                                    ("LEFT_UK", "Left the United Kingdom permanently"),
                                    ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                                    ("ERROR", "Recorded in error"),
                                    (
                                        "NOT_RECORDED",
                                        "Not recorded: read from a census file, which has no reason",
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "step_down",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("CIN_PLAN", "Child in need plan"),
                                    ("EARLY_HELP", "Early help"),
                                    ("LOOKED_AFTER", "Looked after"),
                                    ("CLOSED", "Closed to children's services"),
                                    ("OTHER_AUTHORITY", "Another local authority"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "initial_category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "latest_category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "previous_plans_recorded",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="The count that came with the plan (census NumberOfPreviousCPP).",
                                null=True,
                            ),
                        ),
                        ("held_for_other_authority", models.BooleanField(default=False)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("RECORDED", "Recorded here"),
                                    ("CENSUS", "Children in Need census"),
                                ],
                                default="RECORDED",
                                max_length=10,
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
                                    hash="3c1abc474228bd4e01a3011513fb97bdd26794d4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_99f8f",
                                    table="conferences_planevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReflectiveNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "session",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="note",
                                to="conferences.thinkingtime",
                            ),
                        ),
                        ("pattern", models.TextField(blank=True)),
                        ("other_explanations", models.TextField(blank=True)),
                        ("childs_life", models.TextField(blank=True)),
                        ("own_response", models.TextField(blank=True)),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reflective_notes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["id"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reflectivenoteevent" ("childs_life", "id", "other_explanations", "own_response", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT new_values."childs_life", new_values."id", new_values."other_explanations", new_values."own_response", new_values."pattern", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."session_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="18fa4c3ae2776b2d818d2aa83d9651f899b516fb",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bb30c",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_reflectivenote",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reflectivenoteevent" ("childs_life", "id", "other_explanations", "own_response", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT new_values."childs_life", new_values."id", new_values."other_explanations", new_values."own_response", new_values."pattern", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."session_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="492a570b335e5f4c1141e537537b3d3492e23c73",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e2a38",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_reflectivenote",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reflectivenoteevent" ("childs_life", "id", "other_explanations", "own_response", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT old_values."childs_life", old_values."id", old_values."other_explanations", old_values."own_response", old_values."pattern", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."session_id", old_values."written_at", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="d6ccc331e2ca99c22d289d0a7f789b1f2744e9e2",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ac635",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_reflectivenote",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReflectiveNoteEvent",
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
                                to="conferences.reflectivenote",
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
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.thinkingtime",
                            ),
                        ),
                        ("pattern", models.TextField(blank=True)),
                        ("other_explanations", models.TextField(blank=True)),
                        ("childs_life", models.TextField(blank=True)),
                        ("own_response", models.TextField(blank=True)),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="3c90fc581770ddb8172612bbc3b5bd6b17b2cd02",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_5854c",
                                    table="conferences_reflectivenoteevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Request",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("form_key", models.UUIDField(unique=True)),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="safeguarding.family",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("REQUESTED", "Waiting to be scheduled"),
                                    ("BOOKED", "Scheduled"),
                                    ("HELD", "Held and recorded"),
                                    ("WITHDRAWN", "Withdrawn"),
                                ],
                                default="REQUESTED",
                                max_length=10,
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                help_text="What the asker is worried about, in a few sentences."
                            ),
                        ),
                        (
                            "interim_safety",
                            models.TextField(
                                blank=True, help_text="What keeps the children safe until the conference."
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("requested_at", models.DateTimeField()),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-requested_at"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["REQUESTED", "BOOKED", "HELD", "WITHDRAWN"])
                                ),
                                name="request_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="request_reason_given"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="request_withdrawn_by_at_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "WITHDRAWN"), ("withdrawn_at__isnull", False)),
                                    models.Q(
                                        models.Q(("state", "WITHDRAWN"), _negated=True),
                                        ("withdrawn_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="request_withdrawn_says_so",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestevent" ("family_id", "form_key", "id", "interim_safety", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "requested_at", "requested_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."family_id", new_values."form_key", new_values."id", new_values."interim_safety", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."ref", new_values."requested_at", new_values."requested_by_id", new_values."state", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="639aba8f5bec59f008f7cb09853fd56b7fa51c55",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0e1e7",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_request",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestevent" ("family_id", "form_key", "id", "interim_safety", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "requested_at", "requested_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."family_id", new_values."form_key", new_values."id", new_values."interim_safety", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."ref", new_values."requested_at", new_values."requested_by_id", new_values."state", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="a9a8f0e53dde416900abf220255ad6406b8aed1c",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8a9e7",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_request",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestevent" ("family_id", "form_key", "id", "interim_safety", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "requested_at", "requested_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."family_id", old_values."form_key", old_values."id", old_values."interim_safety", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."ref", old_values."requested_at", old_values."requested_by_id", old_values."state", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="fb5aef4ccbea9c11bd8da4a2a66105b20c07256e",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0c758",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_request",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="0d2ae2da7d2948fde052ddb3386919186f242dcb",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_61bc5",
                                    table="conferences_request",
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
                    name="RequestedChild",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="requested",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("INITIAL", "Initial conference"),
                                    ("REVIEW", "Review conference"),
                                    ("TRANSFER_IN", "Transfer-in conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requested",
                                to="conferences.enquiry",
                            ),
                        ),
                        (
                            "transfer_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requested",
                                to="conferences.transferin",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requested",
                                to="conferences.plan",
                            ),
                        ),
                        ("due_date", models.DateField()),
                        ("due_rule", models.CharField(max_length=4)),
                        ("due_explanation", models.TextField()),
                        ("history_checked_at", models.DateTimeField()),
                        (
                            "recorded_previous_plans",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="The largest count of earlier plans that came with a plan read from a file.",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "requested children",
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(fields=("request", "child"), name="requestedchild_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("enquiry__isnull", True),
                                        ("kind", "REVIEW"),
                                        ("plan__isnull", False),
                                        ("transfer_in__isnull", True),
                                    ),
                                    models.Q(
                                        ("enquiry__isnull", False),
                                        ("kind", "INITIAL"),
                                        ("plan__isnull", True),
                                        ("transfer_in__isnull", True),
                                    ),
                                    models.Q(
                                        ("enquiry__isnull", True),
                                        ("kind", "TRANSFER_IN"),
                                        ("plan__isnull", True),
                                        ("transfer_in__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="requestedchild_stands_on_what_its_kind_needs",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_explanation", ""), _negated=True),
                                name="requestedchild_due_explained",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT new_values."child_id", new_values."due_date", new_values."due_explanation", new_values."due_rule", new_values."enquiry_id", new_values."history_checked_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_previous_plans", new_values."request_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="dc614746cdba6fd1720dc659de25772d7b80b129",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7cafc",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_requestedchild",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT new_values."child_id", new_values."due_date", new_values."due_explanation", new_values."due_rule", new_values."enquiry_id", new_values."history_checked_at", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_previous_plans", new_values."request_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1ca3fba51dab37012b74f9bbfcae424be26a185d",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7bfce",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_requestedchild",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestedchildevent" ("child_id", "due_date", "due_explanation", "due_rule", "enquiry_id", "history_checked_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_previous_plans", "request_id", "transfer_in_id") SELECT old_values."child_id", old_values."due_date", old_values."due_explanation", old_values."due_rule", old_values."enquiry_id", old_values."history_checked_at", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_previous_plans", old_values."request_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="043336962b37d296d94635f29e462712445c0070",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fe629",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_requestedchild",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="notes_that_it_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                                    hash="f441f621f26f6af3e0aab9ea39dc1282787a8e1c",
                                    level="STATEMENT",
                                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                                    pgid="pgtrigger_notes_that_it_changed_bf473",
                                    table="conferences_requestedchild",
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
                    name="EarlierPlanEvent",
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
                                to="conferences.earlierplan",
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
                            "requested_child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.requestedchild",
                            ),
                        ),
                        (
                            "found_in",
                            models.CharField(
                                choices=[
                                    ("OWN", "Our own record"),
                                    ("FILE", "Read from a census file"),
                                    ("ELSEWHERE", "Another authority's, told to us"),
                                    ("OTHER_RECORD", "Held under an earlier name or number"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "plan_elsewhere",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.planelsewhere",
                            ),
                        ),
                        ("authority_name", models.CharField(blank=True, max_length=100)),
                        ("start_date", models.DateField(blank=True, null=True)),
                        ("end_date", models.DateField(blank=True, null=True)),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("how_ended", models.CharField(blank=True, max_length=120)),
                        (
                            "gap_days",
                            models.PositiveIntegerField(
                                blank=True, help_text="From its end to the request.", null=True
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
                                    hash="f5f773cd20080efbb53e197c13567c60ae538684",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_d25e3",
                                    table="conferences_earlierplanevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsultationEvent",
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
                                to="conferences.consultation",
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
                            "requested_child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.requestedchild",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("RAISED", "Waiting for the asker's account"),
                                    ("ASKED", "Waiting for the answer"),
                                    ("MORE_INFORMATION", "More information needed"),
                                    ("AGREED", "Conference agreed"),
                                    ("ANOTHER_WAY", "Another way advised"),
                                    ("CLOSED", "Closed without an answer"),
                                ],
                                default="RAISED",
                                max_length=16,
                            ),
                        ),
                        ("raised_at", models.DateTimeField()),
                        ("decide_by_date", models.DateField()),
                        ("why_now", models.TextField(blank=True)),
                        ("what_is_different", models.TextField(blank=True)),
                        ("child_words", models.TextField(blank=True)),
                        ("options_tried", models.TextField(blank=True)),
                        (
                            "asked_by",
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
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="e831462a910d9b2130b9416737538f1b424f02db",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9774d",
                                    table="conferences_consultationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildPartEvent",
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
                                to="conferences.childpart",
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
                            "record",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.meetingrecord",
                            ),
                        ),
                        (
                            "requested_child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.requestedchild",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "voice",
                            models.TextField(
                                blank=True, help_text="What the child says, in the child's words."
                            ),
                        ),
                        ("working_well", models.TextField(blank=True)),
                        ("worried_about", models.TextField(blank=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("PLAN_BEGINS", "A child protection plan begins"),
                                    ("NO_PLAN", "No child protection plan"),
                                    ("PLAN_CONTINUES", "The child protection plan continues"),
                                    ("PLAN_ENDS", "The child protection plan ends"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple or not recommended"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("reasons", models.TextField(blank=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                                    (
                                        "MOVED",
                                        "Moved permanently to another local authority, whose conference was held",
                                    ),
                                    ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                                    ("OTHER_ORDER", "Another court order was made"),
                                    ("EIGHTEEN", "Reached 18"),
                                    ("DIED", "Died"),
                                    ("LEFT_UK", "Left the United Kingdom permanently"),
                                    ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                                    ("ERROR", "Recorded in error"),
                                    (
                                        "NOT_RECORDED",
                                        "Not recorded: read from a census file, which has no reason",
                                    ),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "step_down",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("CIN_PLAN", "Child in need plan"),
                                    ("EARLY_HELP", "Early help"),
                                    ("LOOKED_AFTER", "Looked after"),
                                    ("CLOSED", "Closed to children's services"),
                                    ("OTHER_AUTHORITY", "Another local authority"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("saved_at", models.DateTimeField()),
                        (
                            "conference_child",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.conferencechild",
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
                                    hash="ea88f49978c73fa7bcd2eb323efbb813c45a55c4",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_6c750",
                                    table="conferences_childpartevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RequestedChildEvent",
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
                                to="conferences.requestedchild",
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
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.request",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("INITIAL", "Initial conference"),
                                    ("REVIEW", "Review conference"),
                                    ("TRANSFER_IN", "Transfer-in conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.enquiry",
                            ),
                        ),
                        (
                            "transfer_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.transferin",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
                            ),
                        ),
                        ("due_date", models.DateField()),
                        ("due_rule", models.CharField(max_length=4)),
                        ("due_explanation", models.TextField()),
                        ("history_checked_at", models.DateTimeField()),
                        (
                            "recorded_previous_plans",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="The largest count of earlier plans that came with a plan read from a file.",
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
                                    hash="995bbab59c200cdc76357bcb979d53d7646ae5ec",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_645a6",
                                    table="conferences_requestedchildevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RequestEvent",
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
                                to="conferences.request",
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
                        ("form_key", models.UUIDField()),
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
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("REQUESTED", "Waiting to be scheduled"),
                                    ("BOOKED", "Scheduled"),
                                    ("HELD", "Held and recorded"),
                                    ("WITHDRAWN", "Withdrawn"),
                                ],
                                default="REQUESTED",
                                max_length=10,
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                help_text="What the asker is worried about, in a few sentences."
                            ),
                        ),
                        (
                            "interim_safety",
                            models.TextField(
                                blank=True, help_text="What keeps the children safe until the conference."
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("requested_at", models.DateTimeField()),
                        (
                            "withdrawn_by",
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
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="11bd7958bf9f55b91ecf8523829d3d90065b1654",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_54f26",
                                    table="conferences_requestevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BookingMoveEvent",
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
                                to="conferences.bookingmove",
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
                            "booking",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.booking",
                            ),
                        ),
                        (
                            "from_room",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.room",
                            ),
                        ),
                        (
                            "from_chair",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("from_starts_at", models.DateTimeField()),
                        ("from_ends_at", models.DateTimeField()),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("FAMILY", "To suit the family"),
                                    ("CHAIR", "The chair cannot come"),
                                    ("ROOM", "The room cannot be used"),
                                    ("AGENCY", "A needed agency cannot come"),
                                    ("INQUORATE", "Too few agencies could come"),
                                    ("INTERPRETER", "No interpreter"),
                                    ("REPORTS", "Reports were not ready"),
                                    ("OTHER", "Another reason"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "moved_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("moved_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="905a06c7c2e3a0c0056ea5458b962397d38ed6ac",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_12815",
                                    table="conferences_bookingmoveevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BookingEvent",
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
                                to="conferences.booking",
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
                        ("form_key", models.UUIDField()),
                        (
                            "request",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.room",
                            ),
                        ),
                        (
                            "chair",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("BOOKED", "In the diary"),
                                    ("HELD", "Held"),
                                    ("CANCELLED", "Cancelled"),
                                ],
                                default="BOOKED",
                                max_length=10,
                            ),
                        ),
                        (
                            "late_reason",
                            models.TextField(
                                blank=True, help_text="Why it lies past the statutory day, and who agreed."
                            ),
                        ),
                        ("late_agreed_by", models.CharField(blank=True, max_length=150)),
                        (
                            "booked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("booked_at", models.DateTimeField()),
                        (
                            "cancelled_by",
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
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cancel_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NOT_NEEDED", "The conference is no longer needed"),
                                    ("WITHDRAWN", "The request was withdrawn"),
                                    ("MOVED_AWAY", "The family has moved away"),
                                    ("BOOKED_WRONGLY", "Booked by mistake"),
                                    ("OTHER", "Another reason"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("cancel_note", models.TextField(blank=True)),
                        (
                            "conference",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.conference",
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
                                    hash="7814ae881c0b22d5cfec694ba00085c49cfdfb48",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_71f19",
                                    table="conferences_bookingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DutyStep",
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
                                choices=[
                                    ("ACKNOWLEDGED", "Acknowledged"),
                                    ("PUT_OFF", "Put off"),
                                    ("GIVEN", "Given to somebody else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("done_at", models.DateTimeField()),
                        ("words", models.TextField(blank=True)),
                        ("until_date", models.DateField(blank=True, null=True)),
                        (
                            "done_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "duty",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="conferences.duty",
                            ),
                        ),
                        (
                            "given_to",
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
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["ACKNOWLEDGED", "PUT_OFF", "GIVEN"])),
                                name="dutystep_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "ACKNOWLEDGED"),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="dutystep_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "PUT_OFF"), ("until_date__isnull", False)),
                                    models.Q(
                                        models.Q(("kind", "PUT_OFF"), _negated=True),
                                        ("until_date__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="dutystep_put_off_until_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("given_to__isnull", False), ("kind", "GIVEN")),
                                    models.Q(
                                        models.Q(("kind", "GIVEN"), _negated=True), ("given_to__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="dutystep_given_to_somebody",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="dutystep_never_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="834765c628b4e491c0da50f3b01b09f7f2772783",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_dutystep_never_changed_31efe",
                                    table="conferences_dutystep",
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
                    name="DayTold",
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
                                choices=[
                                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                                    ("HOLD_REVIEW", "Hold the review conference"),
                                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                                    ("REQUEST_REVIEW", "Request the review conference"),
                                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                                    ("SEND_LETTERS", "Send the decision letters"),
                                    ("FINISH_RECORD", "Finish the record"),
                                    ("SEND_RECORD", "Send the record"),
                                    ("HOLD_CORE_GROUP", "Hold the next core group"),
                                    ("REVIEW_AFTER_BIRTH", "Hold the review after the birth"),
                                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("due_date", models.DateField()),
                        ("explanation", models.TextField()),
                        ("started_date", models.DateField()),
                        (
                            "not_counted",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("because", models.TextField(blank=True)),
                        ("told_at", models.DateTimeField()),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="days_told",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="days_told",
                                to="conferences.consultation",
                            ),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="days_told",
                                to="conferences.letter",
                            ),
                        ),
                        (
                            "requested_child",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="days_told",
                                to="conferences.requestedchild",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "days told",
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("explanation", ""), _negated=True),
                                name="daytold_explained",
                            ),
                            models.CheckConstraint(
                                condition=django.db.models.lookups.Exact(
                                    models.Func(
                                        models.F("requested_child"),
                                        models.F("consultation"),
                                        models.F("letter"),
                                        function="num_nonnulls",
                                        output_field=models.IntegerField(),
                                    ),
                                    1,
                                ),
                                name="daytold_of_one_subject",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "code__in",
                                        [
                                            "HOLD_CONFERENCE",
                                            "HOLD_TRANSFER_IN",
                                            "HOLD_REVIEW",
                                            "HOLD_FIRST_CORE_GROUP",
                                            "REQUEST_CONFERENCE",
                                            "REQUEST_TRANSFER_IN",
                                            "REQUEST_REVIEW",
                                            "SCHEDULE_REQUEST",
                                            "GIVE_ACCOUNT",
                                            "DECIDE_CONSULTATION",
                                            "HOLD_THINKING_TIME",
                                            "SEND_LETTERS",
                                            "FINISH_RECORD",
                                            "SEND_RECORD",
                                            "HOLD_CORE_GROUP",
                                            "REVIEW_AFTER_BIRTH",
                                            "FIRST_FOLLOW_UP",
                                            "SECOND_FOLLOW_UP",
                                            "THIRD_FOLLOW_UP",
                                        ],
                                    )
                                ),
                                name="daytold_code_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="daytold_never_changed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="06ac095401ec465b357520f5c3eb7ef954b3e7ab",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_daytold_never_changed_dc71f",
                                    table="conferences_daytold",
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
                    name="Escalation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "rung",
                            models.CharField(
                                choices=[
                                    ("AHEAD", "ahead of the day"),
                                    ("NEAR", "2 working days before the day"),
                                    ("TODAY", "on the day"),
                                    ("LATE", "the working day after"),
                                    ("STILL_LATE", "5 working days after"),
                                    ("MEETING_NEAR", "2 working days before the conference"),
                                    ("MEETING_NEXT", "the working day before the conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("to_role", models.CharField(max_length=30)),
                        ("raised_at", models.DateTimeField()),
                        ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "words",
                            models.TextField(blank=True, default="", help_text="What is done about it."),
                        ),
                        (
                            "acknowledged_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "duty",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="escalations",
                                to="conferences.duty",
                            ),
                        ),
                        (
                            "to_user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="escalations",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(fields=("duty", "rung"), name="escalation_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "rung__in",
                                        [
                                            "AHEAD",
                                            "NEAR",
                                            "TODAY",
                                            "LATE",
                                            "STILL_LATE",
                                            "MEETING_NEAR",
                                            "MEETING_NEXT",
                                        ],
                                    )
                                ),
                                name="escalation_rung_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("acknowledged_at__isnull", True),
                                        ("acknowledged_by__isnull", True),
                                        ("words", ""),
                                    ),
                                    models.Q(
                                        ("acknowledged_at__isnull", False),
                                        ("acknowledged_by__isnull", False),
                                        models.Q(("words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="escalation_acknowledged_by_at_and_words",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_escalationevent" ("acknowledged_at", "acknowledged_by_id", "duty_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "rung", "to_role", "to_user_id", "words") SELECT new_values."acknowledged_at", new_values."acknowledged_by_id", new_values."duty_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raised_at", new_values."ref", new_values."rung", new_values."to_role", new_values."to_user_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="970574f961fe75e054d007f05cdd89cb18094635",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c7252",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_escalation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_escalationevent" ("acknowledged_at", "acknowledged_by_id", "duty_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "rung", "to_role", "to_user_id", "words") SELECT new_values."acknowledged_at", new_values."acknowledged_by_id", new_values."duty_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raised_at", new_values."ref", new_values."rung", new_values."to_role", new_values."to_user_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1ae6b0eb737634a685fc2642c712fa38bd3910f4",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_dbcf5",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_escalation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_escalationevent" ("acknowledged_at", "acknowledged_by_id", "duty_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "ref", "rung", "to_role", "to_user_id", "words") SELECT old_values."acknowledged_at", old_values."acknowledged_by_id", old_values."duty_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raised_at", old_values."ref", old_values."rung", old_values."to_role", old_values."to_user_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="b075c2e4d62e88975b7f0224f8446b7d744b40e7",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5bafb",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_escalation",
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
                    name="EscalationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "rung",
                            models.CharField(
                                choices=[
                                    ("AHEAD", "ahead of the day"),
                                    ("NEAR", "2 working days before the day"),
                                    ("TODAY", "on the day"),
                                    ("LATE", "the working day after"),
                                    ("STILL_LATE", "5 working days after"),
                                    ("MEETING_NEAR", "2 working days before the conference"),
                                    ("MEETING_NEXT", "the working day before the conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("to_role", models.CharField(max_length=30)),
                        ("raised_at", models.DateTimeField()),
                        ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "words",
                            models.TextField(blank=True, default="", help_text="What is done about it."),
                        ),
                        (
                            "acknowledged_by",
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
                            "duty",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.duty",
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
                                to="conferences.escalation",
                            ),
                        ),
                        (
                            "to_user",
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f81fc10c0f4c8e5d2275b859cf82ec81bd3f766e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_42372",
                                    table="conferences_escalationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("DIGEST", "The morning’s list"),
                                    ("AT_ONCE", "At once"),
                                    ("SERVICE", "About the service itself"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("day", models.DateField()),
                        ("subject", models.CharField(max_length=150)),
                        ("body", models.TextField()),
                        ("made_at", models.DateTimeField()),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("lease_until_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("parked_at", models.DateTimeField(blank=True, null=True)),
                        ("parked_because", models.CharField(blank=True, default="", max_length=100)),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="messages",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("tried_from_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("sent_at__isnull", True)),
                                fields=["made_at"],
                                name="message_unsent",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "DIGEST")),
                                fields=("recipient", "day"),
                                name="message_one_digest_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("parked_at__isnull", True), ("parked_because", "")),
                                    models.Q(
                                        ("parked_at__isnull", False),
                                        ("sent_at__isnull", True),
                                        models.Q(("parked_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="message_parked_with_why_and_unsent",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "SERVICE")),
                                fields=("recipient", "day"),
                                name="message_one_of_service_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["DIGEST", "AT_ONCE", "SERVICE"])),
                                name="message_kind_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "rung",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("AHEAD", "ahead of the day"),
                                    ("NEAR", "2 working days before the day"),
                                    ("TODAY", "on the day"),
                                    ("LATE", "the working day after"),
                                    ("STILL_LATE", "5 working days after"),
                                    ("MEETING_NEAR", "2 working days before the conference"),
                                    ("MEETING_NEXT", "the working day before the conference"),
                                ],
                                default="",
                                max_length=12,
                            ),
                        ),
                        (
                            "change",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("BOOKED", "A conference is in the diary"),
                                    ("MOVED", "A conference has moved"),
                                    ("CANCELLED", "A conference is cancelled"),
                                    ("CHAIR_CHANGED", "A conference has another chair"),
                                    ("ANSWERED", "A re-plan consultation is answered"),
                                    ("MORE_ASKED", "More is asked for a re-plan consultation"),
                                    ("WITHDRAWN", "A request for a conference is withdrawn"),
                                    (
                                        "OPENED_AGAIN",
                                        "A record that you are named for is open to others again",
                                    ),
                                    ("DAY_MOVED", "The day by which a conference is due has moved"),
                                    ("WENT_LIVE", "The service went live"),
                                ],
                                default="",
                                max_length=14,
                            ),
                        ),
                        ("due_date", models.DateField(blank=True, null=True)),
                        ("owed_at", models.DateTimeField()),
                        (
                            "booking",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="conferences.booking",
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="conferences.consultation",
                            ),
                        ),
                        (
                            "duty",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="conferences.duty",
                            ),
                        ),
                        (
                            "message",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="conferences.message",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="conferences.request",
                            ),
                        ),
                        (
                            "requested_child",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="conferences.requestedchild",
                            ),
                        ),
                        ("out_of_sight_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "child",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "go_live",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="safeguarding.golive",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("message__isnull", True)),
                                fields=["recipient"],
                                name="notice_untold",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("duty__isnull", False)),
                                fields=("duty", "rung", "recipient", "due_date"),
                                name="notice_of_a_rung_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("duty__isnull", True)),
                                fields=(
                                    "change",
                                    "booking",
                                    "consultation",
                                    "request",
                                    "requested_child",
                                    "recipient",
                                    "owed_at",
                                ),
                                name="notice_of_a_change_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("change", ""),
                                        ("due_date__isnull", False),
                                        ("duty__isnull", False),
                                        models.Q(("rung", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("duty__isnull", True),
                                        ("rung", ""),
                                        models.Q(("change", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="notice_of_a_rung_or_a_change",
                            ),
                            models.CheckConstraint(
                                condition=django.db.models.lookups.Exact(
                                    models.Func(
                                        models.F("duty"),
                                        models.F("booking"),
                                        models.F("consultation"),
                                        models.F("request"),
                                        models.F("requested_child"),
                                        models.F("child"),
                                        models.F("go_live"),
                                        function="num_nonnulls",
                                        output_field=models.IntegerField(),
                                    ),
                                    1,
                                ),
                                name="notice_of_one_thing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reconciliation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(unique=True)),
                        ("made_at", models.DateTimeField()),
                        ("took_ms", models.PositiveIntegerField()),
                        ("compared", models.PositiveIntegerField()),
                        ("caught_up", models.PositiveIntegerField()),
                    ],
                    options={
                        "ordering": ["-day"],
                    },
                ),
                migrations.CreateModel(
                    name="ReconciliationDifference",
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
                                choices=[
                                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                                    ("HOLD_REVIEW", "Hold the review conference"),
                                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                                    ("REQUEST_REVIEW", "Request the review conference"),
                                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                                    ("HOLD_THINKING_TIME", "Hold thinking time"),
                                    ("SEND_LETTERS", "Send the decision letters"),
                                    ("FINISH_RECORD", "Finish the record"),
                                    ("SEND_RECORD", "Send the record"),
                                    ("HOLD_CORE_GROUP", "Hold the next core group"),
                                    ("REVIEW_AFTER_BIRTH", "Hold the review after the birth"),
                                    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
                                    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
                                    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("is_missing", models.BooleanField()),
                        ("number", models.PositiveIntegerField()),
                        (
                            "subjects",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), size=None
                            ),
                        ),
                        (
                            "reconciliation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="differences",
                                to="conferences.reconciliation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("reconciliation", "kind", "is_missing"), name="difference_one_a_kind"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gt", 0)), name="difference_of_some"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "HOLD_CONFERENCE",
                                            "HOLD_TRANSFER_IN",
                                            "HOLD_REVIEW",
                                            "HOLD_FIRST_CORE_GROUP",
                                            "REQUEST_CONFERENCE",
                                            "REQUEST_TRANSFER_IN",
                                            "REQUEST_REVIEW",
                                            "SCHEDULE_REQUEST",
                                            "GIVE_ACCOUNT",
                                            "DECIDE_CONSULTATION",
                                            "HOLD_THINKING_TIME",
                                            "SEND_LETTERS",
                                            "FINISH_RECORD",
                                            "SEND_RECORD",
                                            "HOLD_CORE_GROUP",
                                            "REVIEW_AFTER_BIRTH",
                                            "FIRST_FOLLOW_UP",
                                            "SECOND_FOLLOW_UP",
                                            "THIRD_FOLLOW_UP",
                                        ],
                                    )
                                ),
                                name="difference_kind_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TakenOn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("reason", models.TextField()),
                        ("taken_on_at", models.DateTimeField()),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="taken_on",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_on_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="safeguarding.team",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "children taken on",
                        "ordering": ["-taken_on_at", "-id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("reviewed_at__isnull", True)),
                                fields=["taken_on_at"],
                                name="takenon_to_review",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="takenon_with_its_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                                    models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="takenon_reviewed_by_and_at",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reviewed_by__isnull", True),
                                    models.Q(("reviewed_by", models.F("taken_on_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="takenon_reviewed_by_somebody_else",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_takenonevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "reviewed_at", "reviewed_by_id", "taken_on_at", "taken_on_by_id", "team_id") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."ref", new_values."reviewed_at", new_values."reviewed_by_id", new_values."taken_on_at", new_values."taken_on_by_id", new_values."team_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="0a132b0ae7936ecdfe8c6f4c7e9f21e4a5d4bd20",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8f0c2",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_takenon",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_takenonevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "reviewed_at", "reviewed_by_id", "taken_on_at", "taken_on_by_id", "team_id") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."ref", new_values."reviewed_at", new_values."reviewed_by_id", new_values."taken_on_at", new_values."taken_on_by_id", new_values."team_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1eebe5e2dcdb48066a0af69ff51b5425aa117bcd",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1037f",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_takenon",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_takenonevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "reviewed_at", "reviewed_by_id", "taken_on_at", "taken_on_by_id", "team_id") SELECT old_values."child_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."ref", old_values."reviewed_at", old_values."reviewed_by_id", old_values."taken_on_at", old_values."taken_on_by_id", old_values."team_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="3dda3dea7ac4b4615a627b7bef3f2e70d61c3f46",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6bb30",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_takenon",
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
                    name="TakenOnEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("reason", models.TextField()),
                        ("taken_on_at", models.DateTimeField()),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
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
                                to="conferences.takenon",
                            ),
                        ),
                        (
                            "reviewed_by",
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
                            "taken_on_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="ac22681df8cf4625292f4427d2a9b2c2aab4874d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a7e4c",
                                    table="conferences_takenonevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "which",
                            models.CharField(
                                choices=[
                                    ("FIRST", "First follow-up"),
                                    ("SECOND", "Second follow-up"),
                                    ("THIRD", "Third follow-up"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("held_date", models.DateField()),
                        ("how_child_is", models.TextField()),
                        ("help_now", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="follow_ups",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["held_date", "id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "which"), name="followup_each_once"),
                            models.CheckConstraint(
                                condition=models.Q(("which__in", ["FIRST", "SECOND", "THIRD"])),
                                name="followup_which_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("how_child_is", ""), _negated=True),
                                name="followup_says_how_the_child_is",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT new_values."held_date", new_values."help_now", new_values."how_child_is", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id", new_values."which" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="8f8dc605f2da2a16e43491875cf24051b118ea11",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fbeb5",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_followup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT new_values."held_date", new_values."help_now", new_values."how_child_is", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id", new_values."which" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="439bd31c68e2957cded80190b3d3d3b37da6512a",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fe5e5",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_followup",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT old_values."held_date", old_values."help_now", old_values."how_child_is", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_at", old_values."recorded_by_id", old_values."which" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="01192f426c4aa01fc9d25631ba67b4c4fd1f466a",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_91d39",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_followup",
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
                    name="FollowUpEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "which",
                            models.CharField(
                                choices=[
                                    ("FIRST", "First follow-up"),
                                    ("SECOND", "Second follow-up"),
                                    ("THIRD", "Third follow-up"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("held_date", models.DateField()),
                        ("how_child_is", models.TextField()),
                        ("help_now", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
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
                                to="conferences.followup",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.plan",
                            ),
                        ),
                        (
                            "recorded_by",
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="44da425df60a5bb48bbe8d21f30e3e62f5ead35b",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_54cb5",
                                    table="conferences_followupevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Closure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.CharField(max_length=100)),
                        ("from_date", models.DateField()),
                        ("to_date", models.DateField()),
                        ("is_active", models.BooleanField(db_default=True, default=True)),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closures",
                                to="conferences.room",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["from_date", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="closure_reason_given"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("to_date__gte", models.F("from_date"))),
                                name="closure_ends_after_it_begins",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_closureevent" ("from_date", "id", "is_active", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "room_id", "to_date") SELECT new_values."from_date", new_values."id", new_values."is_active", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."room_id", new_values."to_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="bf9d30a633e74ce4804c24ceb973405d8e11ed4c",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e243c",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_closure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_closureevent" ("from_date", "id", "is_active", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "room_id", "to_date") SELECT new_values."from_date", new_values."id", new_values."is_active", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."room_id", new_values."to_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="0d3fe0ea1944cd285ec3f22d8ffd2dad186818b2",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6dc95",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_closure",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_closureevent" ("from_date", "id", "is_active", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "room_id", "to_date") SELECT old_values."from_date", old_values."id", old_values."is_active", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."room_id", old_values."to_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c6d85d0f4fec1ea46788d8c9d4de3d931b847c62",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_33d48",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_closure",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClosureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("reason", models.CharField(max_length=100)),
                        ("from_date", models.DateField()),
                        ("to_date", models.DateField()),
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
                                to="conferences.closure",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="conferences.room",
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
                                    hash="659c34159fa6a14e2a1aa7f9c5f92de65042e1bd",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_bc7df",
                                    table="conferences_closureevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildrenFeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.BigIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("WAITING", "Waiting to be read"),
                                    ("READING", "Being read"),
                                    ("SHOWN", "To be looked at"),
                                    ("GOING_IN", "Being taken in"),
                                    ("TAKEN_IN", "Taken in"),
                                    ("REFUSED", "Refused"),
                                    ("LEFT", "Left"),
                                ],
                                default="WAITING",
                                max_length=10,
                            ),
                        ),
                        ("refusal", models.TextField(blank=True)),
                        ("counts", models.JSONField(default=dict)),
                        ("concerns", models.JSONField(default=dict)),
                        ("progress", models.PositiveIntegerField(default=0, help_text="Lines read so far.")),
                        ("handed_in_at", models.DateTimeField()),
                        ("taken_in_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "reason",
                            models.TextField(
                                blank=True, help_text="Why it was taken in although something was asked."
                            ),
                        ),
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
                    ],
                    options={
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "WAITING",
                                            "READING",
                                            "SHOWN",
                                            "GOING_IN",
                                            "TAKEN_IN",
                                            "REFUSED",
                                            "LEFT",
                                        ],
                                    )
                                ),
                                name="childrenfeed_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "REFUSED"), _negated=True),
                                    models.Q(("refusal", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="childrenfeed_refusal_said",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reason", ""),
                                        ("taken_in_at__isnull", True),
                                        ("taken_in_by__isnull", True),
                                    ),
                                    models.Q(("taken_in_at__isnull", False), ("taken_in_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="childrenfeed_taken_in_by_and_at",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("concerns", {}),
                                    ("taken_in_by__isnull", True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="childrenfeed_concern_with_reason",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childrenfeedevent" ("concerns", "counts", "file_name", "handed_in_at", "handed_in_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "refusal", "sha256", "size", "status", "taken_in_at", "taken_in_by_id") SELECT new_values."concerns", new_values."counts", new_values."file_name", new_values."handed_in_at", new_values."handed_in_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."ref", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."taken_in_at", new_values."taken_in_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="01badcbeee7cfbe783813675cb56db26f0135022",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b99f9",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_childrenfeed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childrenfeedevent" ("concerns", "counts", "file_name", "handed_in_at", "handed_in_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "refusal", "sha256", "size", "status", "taken_in_at", "taken_in_by_id") SELECT new_values."concerns", new_values."counts", new_values."file_name", new_values."handed_in_at", new_values."handed_in_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."ref", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."taken_in_at", new_values."taken_in_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."concerns" IS DISTINCT FROM (new_values."concerns") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."file_name" IS DISTINCT FROM (new_values."file_name") OR old_values."handed_in_at" IS DISTINCT FROM (new_values."handed_in_at") OR old_values."handed_in_by_id" IS DISTINCT FROM (new_values."handed_in_by_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."refusal" IS DISTINCT FROM (new_values."refusal") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."taken_in_at" IS DISTINCT FROM (new_values."taken_in_at") OR old_values."taken_in_by_id" IS DISTINCT FROM (new_values."taken_in_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="b8378f920ac08c092b42a61be3300225eaf4aa8f",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d4b46",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_childrenfeed",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childrenfeedevent" ("concerns", "counts", "file_name", "handed_in_at", "handed_in_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "refusal", "sha256", "size", "status", "taken_in_at", "taken_in_by_id") SELECT old_values."concerns", old_values."counts", old_values."file_name", old_values."handed_in_at", old_values."handed_in_by_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."ref", old_values."refusal", old_values."sha256", old_values."size", old_values."status", old_values."taken_in_at", old_values."taken_in_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="ada99b464029559fbf37aaeeb8ed1a4cb6e5bc9d",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_557d6",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_childrenfeed",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildrenFeedEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.BigIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("WAITING", "Waiting to be read"),
                                    ("READING", "Being read"),
                                    ("SHOWN", "To be looked at"),
                                    ("GOING_IN", "Being taken in"),
                                    ("TAKEN_IN", "Taken in"),
                                    ("REFUSED", "Refused"),
                                    ("LEFT", "Left"),
                                ],
                                default="WAITING",
                                max_length=10,
                            ),
                        ),
                        ("refusal", models.TextField(blank=True)),
                        ("counts", models.JSONField(default=dict)),
                        ("concerns", models.JSONField(default=dict)),
                        ("handed_in_at", models.DateTimeField()),
                        ("taken_in_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "reason",
                            models.TextField(
                                blank=True, help_text="Why it was taken in although something was asked."
                            ),
                        ),
                        (
                            "handed_in_by",
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
                                to="conferences.childrenfeed",
                            ),
                        ),
                        (
                            "taken_in_by",
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f4be98429250ce65efec4f4e6cbc4f0031d09750",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_0afb9",
                                    table="conferences_childrenfeedevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FeedLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("upn", models.CharField(blank=True, max_length=13)),
                        ("given_names", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(blank=True, max_length=100)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("expected_birth_date", models.DateField(blank=True, null=True)),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("F", "Female"), ("M", "Male"), ("U", "Not known or not yet born")],
                                max_length=1,
                            ),
                        ),
                        ("family_ref", models.CharField(blank=True, max_length=40)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("line", models.PositiveIntegerField()),
                        ("number", models.CharField(blank=True, max_length=20)),
                        ("team_text", models.CharField(blank=True, max_length=254)),
                        ("worker_text", models.CharField(blank=True, max_length=254)),
                        ("problem", models.TextField(blank=True)),
                        ("remark", models.TextField(blank=True)),
                        ("finding", models.TextField(blank=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("REFUSED", "Refused"),
                                    ("ADDED", "Added"),
                                    ("NAMED", "Named"),
                                    ("CHANGED", "Changed"),
                                    ("UNCHANGED", "Unchanged"),
                                ],
                                default="UNCHANGED",
                                max_length=10,
                            ),
                        ),
                        (
                            "writes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10), default=list, size=None
                            ),
                        ),
                        (
                            "asks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10), default=list, size=None
                            ),
                        ),
                        (
                            "takes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10), default=list, size=None
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "feed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="conferences.childrenfeed",
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
                        (
                            "worker",
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
                        "ordering": ["line"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            models.Index(fields=["feed", "outcome", "line"], name="feedline_by_outcome"),
                            models.Index(fields=["feed", "number"], name="feedline_by_number"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["REFUSED", "ADDED", "NAMED", "CHANGED", "UNCHANGED"])
                                ),
                                name="feedline_outcome_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["", "F", "M", "U"])),
                                name="feedline_sex_known_code",
                            ),
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="FeedMemory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("upn", models.CharField(blank=True, max_length=13)),
                        ("given_names", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(blank=True, max_length=100)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("expected_birth_date", models.DateField(blank=True, null=True)),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("F", "Female"), ("M", "Male"), ("U", "Not known or not yet born")],
                                max_length=1,
                            ),
                        ),
                        ("family_ref", models.CharField(blank=True, max_length=40)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        (
                            "settled",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10), default=list, size=None
                            ),
                        ),
                        (
                            "child",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="feed_memory",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "feed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="conferences.childrenfeed",
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
                        (
                            "worker",
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
                        "verbose_name_plural": "feed memories",
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("family_ref", ""), _negated=True),
                                fields=["family_ref"],
                                name="feedmemory_by_family_ref",
                            )
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
                migrations.CreateModel(
                    name="WorkHandover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("meetings", models.PositiveIntegerField()),
                        ("children", models.PositiveIntegerField()),
                        ("duties", models.PositiveIntegerField()),
                        ("left", models.TextField(blank=True, default="")),
                        ("done_at", models.DateTimeField()),
                        (
                            "chair",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "done_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "duties_to",
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
                                related_name="handovers",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "worker",
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
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="workhandover_with_its_reason",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_workhandoverevent" ("chair_id", "children", "done_at", "done_by_id", "duties", "duties_to_id", "id", "left", "meetings", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "worker_id") SELECT new_values."chair_id", new_values."children", new_values."done_at", new_values."done_by_id", new_values."duties", new_values."duties_to_id", new_values."id", new_values."left", new_values."meetings", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."worker_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="c7dd5a4b126e1c1ed72706c7c70d3e8dfbb6f8e3",
                                    level="STATEMENT",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e0ac6",
                                    referencing="REFERENCING NEW TABLE AS new_values ",
                                    table="conferences_workhandover",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_workhandoverevent" ("chair_id", "children", "done_at", "done_by_id", "duties", "duties_to_id", "id", "left", "meetings", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "worker_id") SELECT new_values."chair_id", new_values."children", new_values."done_at", new_values."done_by_id", new_values."duties", new_values."duties_to_id", new_values."id", new_values."left", new_values."meetings", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."worker_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                                    hash="560a65d46686ace6f666a7624e233376ca041ee5",
                                    level="STATEMENT",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fcb66",
                                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                                    table="conferences_workhandover",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_workhandoverevent" ("chair_id", "children", "done_at", "done_by_id", "duties", "duties_to_id", "id", "left", "meetings", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "worker_id") SELECT old_values."chair_id", old_values."children", old_values."done_at", old_values."done_by_id", old_values."duties", old_values."duties_to_id", old_values."id", old_values."left", old_values."meetings", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."worker_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                                    hash="1ee33782318bd53afca801a8a12f7ea85d012fb6",
                                    level="STATEMENT",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3e525",
                                    referencing="REFERENCING OLD TABLE AS old_values ",
                                    table="conferences_workhandover",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkHandoverEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("reason", models.TextField()),
                        ("meetings", models.PositiveIntegerField()),
                        ("children", models.PositiveIntegerField()),
                        ("duties", models.PositiveIntegerField()),
                        ("left", models.TextField(blank=True, default="")),
                        ("done_at", models.DateTimeField()),
                        (
                            "chair",
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
                            "done_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "duties_to",
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
                                to="conferences.workhandover",
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
                    ],
                    options={
                        "ordering": ["pgh_id"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="48976ea218dfccd7509a17bc74f1d52c3f7116df",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8f286",
                                    table="conferences_workhandoverevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParentMemory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=160)),
                        ("told", models.JSONField(default=dict)),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parent_memories",
                                to="safeguarding.child",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="parent_memories",
                                to="safeguarding.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "parent memories",
                        "ordering": ["id"],
                        "abstract": False,
                        "base_manager_name": "every",
                        "default_manager_name": "every",
                        "indexes": [models.Index(fields=["key"], name="parentmemory_by_key")],
                        "constraints": [
                            models.UniqueConstraint(fields=("child", "key"), name="parentmemory_once"),
                            models.CheckConstraint(
                                condition=models.Q(("key", ""), _negated=True), name="parentmemory_key_given"
                            ),
                        ],
                    },
                    managers=[
                        ("every", django.db.models.manager.Manager()),
                    ],
                ),
            ],
        ),
    ]
