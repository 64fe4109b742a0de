"""What the day of a conference must fit is told of its request."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0172_working_hours"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BusyTime",
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
                        choices=[("CONTACT", "Contact with a child"), ("CANNOT", "Cannot come")],
                        max_length=10,
                    ),
                ),
                ("who", models.CharField(max_length=150)),
                ("weekday", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("day_date", models.DateField(blank=True, null=True)),
                ("from_time", models.TimeField(blank=True, null=True)),
                ("to_time", models.TimeField(blank=True, null=True)),
                ("told_at", models.DateTimeField()),
                ("off_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="BusyTimeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("CONTACT", "Contact with a child"), ("CANNOT", "Cannot come")],
                        max_length=10,
                    ),
                ),
                ("who", models.CharField(max_length=150)),
                ("weekday", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("day_date", models.DateField(blank=True, null=True)),
                ("from_time", models.TimeField(blank=True, null=True)),
                ("to_time", models.TimeField(blank=True, null=True)),
                ("told_at", models.DateTimeField()),
                ("off_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RequestFit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("interpreter", models.CharField(blank=True, max_length=80)),
                ("interpreter_for", models.CharField(blank=True, max_length=150)),
                ("apart_minutes", models.PositiveSmallIntegerField(db_default=0, default=0)),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="RequestFitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("interpreter", models.CharField(blank=True, max_length=80)),
                ("interpreter_for", models.CharField(blank=True, max_length=150)),
                ("apart_minutes", models.PositiveSmallIntegerField(db_default=0, default=0)),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="room",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="room",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="room",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="room",
            name="has_waiting_room",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="roomevent",
            name="has_waiting_room",
            field=models.BooleanField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "has_waiting_room", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT new_values."closes_time", new_values."has_hearing_loop", new_values."has_video", new_values."has_waiting_room", new_values."id", new_values."is_active", new_values."is_step_free", new_values."name", new_values."notes", new_values."opens_time", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."seats", new_values."site" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="501a93fd98e7e41af1ac59cbc435f7de1c405304",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0770b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_room",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "has_waiting_room", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT new_values."closes_time", new_values."has_hearing_loop", new_values."has_video", new_values."has_waiting_room", new_values."id", new_values."is_active", new_values."is_step_free", new_values."name", new_values."notes", new_values."opens_time", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."seats", new_values."site" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="44b2ff9553cab57ee8ca9f0f5b728c0c5cf3fb70",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e04d6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_room",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="room",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_roomevent" ("closes_time", "has_hearing_loop", "has_video", "has_waiting_room", "id", "is_active", "is_step_free", "name", "notes", "opens_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats", "site") SELECT old_values."closes_time", old_values."has_hearing_loop", old_values."has_video", old_values."has_waiting_room", old_values."id", old_values."is_active", old_values."is_step_free", old_values."name", old_values."notes", old_values."opens_time", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."seats", old_values."site" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="79c80abca1bb93a6649dfbdcce8c96f4a03fb538",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8db91",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_room",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="busytime",
            name="off_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="busytime",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="busy_times",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="busytime",
            name="told_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="busytimeevent",
            name="off_by",
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
            model_name="busytimeevent",
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
            model_name="busytimeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.busytime",
            ),
        ),
        migrations.AddField(
            model_name="busytimeevent",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="busytimeevent",
            name="told_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requestfit",
            name="request",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="fit", to="conferences.request"
            ),
        ),
        migrations.AddField(
            model_name="requestfit",
            name="told_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requestfitevent",
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
            model_name="requestfitevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.requestfit",
            ),
        ),
        migrations.AddField(
            model_name="requestfitevent",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="requestfitevent",
            name="told_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="busytime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("day_date__isnull", True), safeguarding.promises.IsFinite("day_date"), _connector="OR"
                ),
                name="busytime_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="busytime",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["CONTACT", "CANNOT"]), models.Q(("who", ""), _negated=True)),
                name="busytime_whose_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="busytime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("day_date__isnull", True), ("weekday__isnull", False), ("weekday__lt", 5)),
                    models.Q(("day_date__isnull", False), ("weekday__isnull", True)),
                    _connector="OR",
                ),
                name="busytime_each_week_or_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="busytime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("from_time__isnull", True), ("to_time__isnull", True)),
                    models.Q(
                        ("from_time__isnull", False),
                        ("to_time__gt", models.F("from_time")),
                        ("to_time__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="busytime_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="busytime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("off_at__isnull", True), ("off_by__isnull", True)),
                    models.Q(("off_at__isnull", False), ("off_by__isnull", False)),
                    _connector="OR",
                ),
                name="busytime_off_by_and_at",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="busytime",
            trigger=pgtrigger.compiler.Trigger(
                name="busytime_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.off_at IS NOT NULL\n        OR (NEW.request_id, NEW.kind, NEW.who, NEW.weekday, NEW.day_date, NEW.from_time, NEW.to_time)\n            IS DISTINCT FROM\n            (OLD.request_id, OLD.kind, OLD.who, OLD.weekday, OLD.day_date, OLD.from_time, OLD.to_time) THEN\n        RAISE EXCEPTION 'busytime_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'busytime_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="aae3080eefeb89f8d65de18e6413eb7ce392b619",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_busytime_stays_577f1",
                    table="conferences_busytime",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="busytime",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_busytimeevent" ("day_date", "from_time", "id", "kind", "off_at", "off_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_time", "told_at", "told_by_id", "weekday", "who") SELECT new_values."day_date", new_values."from_time", new_values."id", new_values."kind", new_values."off_at", new_values."off_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."to_time", new_values."told_at", new_values."told_by_id", new_values."weekday", new_values."who" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b123844bca4ef8a965bc0f3aeb3c6622dc8b187d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_781c0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_busytime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="busytime",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_busytimeevent" ("day_date", "from_time", "id", "kind", "off_at", "off_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_time", "told_at", "told_by_id", "weekday", "who") SELECT new_values."day_date", new_values."from_time", new_values."id", new_values."kind", new_values."off_at", new_values."off_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."to_time", new_values."told_at", new_values."told_by_id", new_values."weekday", new_values."who" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d06bea31f21e2957b042a4586bcfd22f9c587cdd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e84b3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_busytime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="busytime",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_busytimeevent" ("day_date", "from_time", "id", "kind", "off_at", "off_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_time", "told_at", "told_by_id", "weekday", "who") SELECT old_values."day_date", old_values."from_time", old_values."id", old_values."kind", old_values."off_at", old_values."off_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."to_time", old_values."told_at", old_values."told_by_id", old_values."weekday", old_values."who" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="158d0f8651fa618455da718ac0922e28cb8e1412",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_46cb9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_busytime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="busytimeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a0e8416b92bc66e8f4516bd372045cf39959c18b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ba1e5",
                    table="conferences_busytimeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="requestfit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("interpreter", ""), ("interpreter_for", "")),
                    models.Q(
                        models.Q(("interpreter", ""), _negated=True),
                        models.Q(("interpreter_for", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="requestfit_interpreter_and_for_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestfit",
            constraint=models.CheckConstraint(
                condition=models.Q(("apart_minutes__in", (0, 15, 30, 45, 60))), name="requestfit_apart_known"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestfit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestfitevent" ("apart_minutes", "id", "interpreter", "interpreter_for", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "told_at", "told_by_id") SELECT new_values."apart_minutes", new_values."id", new_values."interpreter", new_values."interpreter_for", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."request_id", new_values."told_at", new_values."told_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="23cff44b0ae7936e19ee0063909b281e365017f9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_92464",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_requestfit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestfit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestfitevent" ("apart_minutes", "id", "interpreter", "interpreter_for", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "told_at", "told_by_id") SELECT new_values."apart_minutes", new_values."id", new_values."interpreter", new_values."interpreter_for", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."request_id", new_values."told_at", new_values."told_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="68dcf5a35c0dab0043c1e174eaf4ff036ef760e9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e53b0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_requestfit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestfit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestfitevent" ("apart_minutes", "id", "interpreter", "interpreter_for", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "told_at", "told_by_id") SELECT old_values."apart_minutes", old_values."id", old_values."interpreter", old_values."interpreter_for", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."request_id", old_values."told_at", old_values."told_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8a22c2997323365fb9c68e7b9e70cff09da6a024",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f0961",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_requestfit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestfitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="41c2c5cfa3b7e45fbf8ce1497e66f11b0419ec91",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_18933",
                    table="conferences_requestfitevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
