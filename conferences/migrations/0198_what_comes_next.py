"""Who is of a child’s core group, and the next dates; corrections of both."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0197_reports_by_link_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.CreateModel(
            name="CoreGroupMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "in_error",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Recorded in error; kept, and counts as none.",
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("role", models.CharField(blank=True, max_length=100)),
                ("agency_kind", models.CharField(blank=True, max_length=20)),
                ("is_child", models.BooleanField(default=False)),
                ("is_lead", models.BooleanField(default=False)),
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
            name="CoreGroupMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "in_error",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Recorded in error; kept, and counts as none.",
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("role", models.CharField(blank=True, max_length=100)),
                ("agency_kind", models.CharField(blank=True, max_length=20)),
                ("is_child", models.BooleanField(default=False)),
                ("is_lead", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NextDates",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("core_group_date", models.DateField(blank=True, null=True)),
                ("core_group_time", models.TimeField(blank=True, null=True)),
                ("review_date", models.DateField(blank=True, null=True)),
                ("review_time", models.TimeField(blank=True, null=True)),
                ("late_words", models.TextField(blank=True)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "next dates",
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
            name="NextDatesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("core_group_date", models.DateField(blank=True, null=True)),
                ("core_group_time", models.TimeField(blank=True, null=True)),
                ("review_date", models.DateField(blank=True, null=True)),
                ("review_time", models.TimeField(blank=True, null=True)),
                ("late_words", models.TextField(blank=True)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_kind_known",
        ),
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("SUPPORT", "Help that was tried"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("COPY", "Copy of the record"),
                    ("NEXT_DATES", "Next dates"),
                    ("CORE_GROUP_MEMBER", "Member of the core group"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="correctionevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("SUPPORT", "Help that was tried"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("COPY", "Copy of the record"),
                    ("NEXT_DATES", "Next dates"),
                    ("CORE_GROUP_MEMBER", "Member of the core group"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        AddConstraintNotValid(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "CHILD",
                            "NAME",
                            "RELATIONSHIP",
                            "NEED",
                            "TRANSFER_IN",
                            "LIFE_EVENT",
                            "IN_NEED_PLAN",
                            "PLAN",
                            "CATEGORY",
                            "CONFERENCE",
                            "CORE_GROUP",
                            "FOLLOW_UP",
                            "PLAN_ELSEWHERE",
                            "SUPPORT",
                            "THINKING_TIME",
                            "THINKING_ENTRY",
                            "RECORD_SENT",
                            "LETTER",
                            "COPY",
                            "NEXT_DATES",
                            "CORE_GROUP_MEMBER",
                            "ALLOCATION",
                        ],
                    )
                ),
                name="correction_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="coregroupmember",
            name="part",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="members",
                to="conferences.childpart",
            ),
        ),
        migrations.AddField(
            model_name="coregroupmember",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="core_groups",
                to="safeguarding.person",
            ),
        ),
        migrations.AddField(
            model_name="coregroupmember",
            name="worker",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="coregroupmemberevent",
            name="part",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.childpart",
            ),
        ),
        migrations.AddField(
            model_name="coregroupmemberevent",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.person",
            ),
        ),
        migrations.AddField(
            model_name="coregroupmemberevent",
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
            model_name="coregroupmemberevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.coregroupmember",
            ),
        ),
        migrations.AddField(
            model_name="coregroupmemberevent",
            name="worker",
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
            model_name="nextdates",
            name="part",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="next_dates",
                to="conferences.childpart",
            ),
        ),
        migrations.AddField(
            model_name="nextdates",
            name="saved_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="nextdatesevent",
            name="part",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.childpart",
            ),
        ),
        migrations.AddField(
            model_name="nextdatesevent",
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
            model_name="nextdatesevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.nextdates",
            ),
        ),
        migrations.AddField(
            model_name="nextdatesevent",
            name="saved_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="coregroupmember",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="coregroupmember_name_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="coregroupmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agency_kind", ""),
                        ("worker__isnull", True),
                        models.Q(("is_child", False), ("person__isnull", True), _connector="OR"),
                    ),
                    models.Q(("agency_kind__gt", ""), ("is_child", False), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="coregroupmember_family_or_agency",
            ),
        ),
        migrations.AddConstraint(
            model_name="coregroupmember",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_lead", False), ("agency_kind", "SOCIAL_CARE"), _connector="OR"),
                name="coregroupmember_lead_of_social_care",
            ),
        ),
        migrations.AddConstraint(
            model_name="coregroupmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_error", False), ("is_lead", True)),
                fields=("part",),
                name="coregroupmember_one_lead",
            ),
        ),
        migrations.AddConstraint(
            model_name="coregroupmember",
            constraint=models.UniqueConstraint(
                models.F("part"),
                models.F("agency_kind"),
                django.db.models.functions.text.Lower("name"),
                models.F("person"),
                condition=models.Q(("in_error", False)),
                name="coregroupmember_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroupmember_kind_known_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind\n        WHERE r.agency_kind <> '' AND k.id IS NULL) THEN\n        RAISE EXCEPTION 'coregroupmember_kind_known' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroupmember_kind_known';\n    END IF;\n    RETURN NULL;",
                    hash="3ff5a5c70f8d320a9e7150527cfd68d47c68613b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_coregroupmember_kind_known_new_990f0",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroupmember_kind_known",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.agency_kind IS DISTINCT FROM NEW.agency_kind))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_coregroupmember WHERE id = NEW.id) AS r LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind\n        WHERE r.agency_kind <> '' AND k.id IS NULL) THEN\n        RAISE EXCEPTION 'coregroupmember_kind_known' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroupmember_kind_known';\n    END IF;\n    RETURN NULL;",
                    hash="17f8d061776208d4933a263e80a3dfb3c089751a",
                    operation='UPDATE OF "agency_kind"',
                    pgid="pgtrigger_coregroupmember_kind_known_2bc8e",
                    table="conferences_coregroupmember",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroupmember_of_its_own_child_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_childpart AS p ON p.id = r.part_id\n            JOIN conferences_requestedchild AS rc ON rc.id = p.requested_child_id\n            JOIN safeguarding_child AS c ON c.id = rc.child_id\n            JOIN safeguarding_person AS s ON s.id = r.person_id\n        WHERE s.family_id IS DISTINCT FROM c.family_id AND NOT EXISTS (\n            SELECT FROM safeguarding_relationship AS t\n            WHERE t.child_id = c.id AND t.person_id = s.id AND NOT t.in_error)) THEN\n        RAISE EXCEPTION 'coregroupmember_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroupmember_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="8c957a743a521330bda291e316b5e11ca3c14938",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_coregroupmember_of_its_own_child_new_f24d9",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroupmember_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.part_id IS DISTINCT FROM NEW.part_id OR OLD.person_id IS DISTINCT FROM NEW.person_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_coregroupmember WHERE id = NEW.id) AS r\n            JOIN conferences_childpart AS p ON p.id = r.part_id\n            JOIN conferences_requestedchild AS rc ON rc.id = p.requested_child_id\n            JOIN safeguarding_child AS c ON c.id = rc.child_id\n            JOIN safeguarding_person AS s ON s.id = r.person_id\n        WHERE s.family_id IS DISTINCT FROM c.family_id AND NOT EXISTS (\n            SELECT FROM safeguarding_relationship AS t\n            WHERE t.child_id = c.id AND t.person_id = s.id AND NOT t.in_error)) THEN\n        RAISE EXCEPTION 'coregroupmember_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroupmember_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="babe81a0e050a82f23eaf654f66fa2bbacc71c3d",
                    operation='UPDATE OF "part_id", "person_id"',
                    pgid="pgtrigger_coregroupmember_of_its_own_child_014d5",
                    table="conferences_coregroupmember",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroupmember_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (TG_OP <> 'UPDATE' OR NEW.part_id <> OLD.part_id OR NOT EXISTS (\n            SELECT FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'CORE_GROUP_MEMBER' AND c.row = OLD.id AND e.pgh_created_at = now()))\n        AND EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (SELECT p.record_id FROM conferences_childpart AS p WHERE p.id IN (OLD.part_id, NEW.part_id))) THEN\n        RAISE EXCEPTION 'coregroupmember_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroupmember_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="424c069193c6d5c93b68e3b8b07495e6eeec8d36",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_coregroupmember_signed_stays_4d685",
                    table="conferences_coregroupmember",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupmemberevent" ("agency_kind", "id", "in_error", "is_child", "is_lead", "name", "part_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "worker_id") SELECT new_values."agency_kind", new_values."id", new_values."in_error", new_values."is_child", new_values."is_lead", new_values."name", new_values."part_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."worker_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="47ba72b2104f8b18430b1394c6182548ae4cfca9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_23a27",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupmemberevent" ("agency_kind", "id", "in_error", "is_child", "is_lead", "name", "part_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "worker_id") SELECT new_values."agency_kind", new_values."id", new_values."in_error", new_values."is_child", new_values."is_lead", new_values."name", new_values."part_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."worker_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2c146f612ba4d07c0530795cb3e7e3f5ef4e0f9a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9ad5f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupmemberevent" ("agency_kind", "id", "in_error", "is_child", "is_lead", "name", "part_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "worker_id") SELECT old_values."agency_kind", old_values."id", old_values."in_error", old_values."is_child", old_values."is_lead", old_values."name", old_values."part_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."worker_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3570b7c30be8f314e5f32eca4b8813eb01f01d5d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5e560",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3e168a850841050bdddc8deb84b2e2ac1818d625",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3e055",
                    table="conferences_coregroupmemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="nextdates",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("core_group_date__isnull", True),
                        safeguarding.promises.IsFinite("core_group_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("review_date__isnull", True),
                        safeguarding.promises.IsFinite("review_date"),
                        _connector="OR",
                    ),
                ),
                name="nextdates_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="nextdates",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("core_group_date__isnull", True), ("core_group_time__isnull", True)),
                    models.Q(("core_group_date__isnull", False), ("core_group_time__isnull", False)),
                    _connector="OR",
                ),
                name="nextdates_core_group_day_and_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="nextdates",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_date__isnull", True), ("review_time__isnull", True)),
                    models.Q(("review_date__isnull", False), ("review_time__isnull", False)),
                    _connector="OR",
                ),
                name="nextdates_review_day_and_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="nextdates",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("core_group_date__isnull", True),
                        ("core_group_date__iso_week_day__lte", 5),
                        _connector="OR",
                    ),
                    models.Q(
                        ("review_date__isnull", True), ("review_date__iso_week_day__lte", 5), _connector="OR"
                    ),
                ),
                name="nextdates_on_weekdays",
            ),
        ),
        migrations.AddConstraint(
            model_name="nextdates",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("core_group_date__isnull", True),
                    ("review_date__isnull", True),
                    ("review_date__gt", models.F("core_group_date")),
                    _connector="OR",
                ),
                name="nextdates_in_order",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdates",
            trigger=pgtrigger.compiler.Trigger(
                name="nextdates_after_their_meeting_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_childpart AS p ON p.id = r.part_id\n            JOIN conferences_meetingrecord AS m ON m.id = p.record_id\n            JOIN conferences_booking AS b ON b.id = m.booking_id\n        WHERE least(r.core_group_date, r.review_date)\n            <= (b.starts_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'nextdates_after_their_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'nextdates_after_their_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="3c51dee719f701254ad2093a7f91e05d75de0f2d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_nextdates_after_their_meeting_new_dfb40",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_nextdates",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdates",
            trigger=pgtrigger.compiler.Trigger(
                name="nextdates_after_their_meeting",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.part_id IS DISTINCT FROM NEW.part_id OR OLD.core_group_date IS DISTINCT FROM NEW.core_group_date OR OLD.review_date IS DISTINCT FROM NEW.review_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_nextdates WHERE id = NEW.id) AS r\n            JOIN conferences_childpart AS p ON p.id = r.part_id\n            JOIN conferences_meetingrecord AS m ON m.id = p.record_id\n            JOIN conferences_booking AS b ON b.id = m.booking_id\n        WHERE least(r.core_group_date, r.review_date)\n            <= (b.starts_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'nextdates_after_their_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'nextdates_after_their_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="10fabdf6346219e7520befd41a5e54607ee1a9d7",
                    operation='UPDATE OF "part_id", "core_group_date", "review_date"',
                    pgid="pgtrigger_nextdates_after_their_meeting_87c0a",
                    table="conferences_nextdates",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdates",
            trigger=pgtrigger.compiler.Trigger(
                name="nextdates_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (TG_OP <> 'UPDATE' OR NEW.part_id <> OLD.part_id OR NOT EXISTS (\n            SELECT FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'NEXT_DATES' AND c.row = OLD.id AND e.pgh_created_at = now()))\n        AND EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (SELECT p.record_id FROM conferences_childpart AS p WHERE p.id IN (OLD.part_id, NEW.part_id))) THEN\n        RAISE EXCEPTION 'nextdates_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'nextdates_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1f691e4a60d358dabad57470f96babd8b6166901",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_nextdates_signed_stays_4d591",
                    table="conferences_nextdates",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdates",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_nextdatesevent" ("core_group_date", "core_group_time", "id", "late_words", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_date", "review_time", "saved_at", "saved_by_id") SELECT new_values."core_group_date", new_values."core_group_time", new_values."id", new_values."late_words", new_values."part_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."review_date", new_values."review_time", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="190970b7a0c313a0da1096307a0b0c444beeb749",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f12bf",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_nextdates",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdates",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_nextdatesevent" ("core_group_date", "core_group_time", "id", "late_words", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_date", "review_time", "saved_at", "saved_by_id") SELECT new_values."core_group_date", new_values."core_group_time", new_values."id", new_values."late_words", new_values."part_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."review_date", new_values."review_time", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0dc15b79d8cb9ae7b5bb201d6eef6be937f18518",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ceaa5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_nextdates",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdates",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_nextdatesevent" ("core_group_date", "core_group_time", "id", "late_words", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_date", "review_time", "saved_at", "saved_by_id") SELECT old_values."core_group_date", old_values."core_group_time", old_values."id", old_values."late_words", old_values."part_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."review_date", old_values."review_time", old_values."saved_at", old_values."saved_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7f4543000ea937e3e476d0daf6bf9229f796fc5a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3d7f3",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_nextdates",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdatesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="21d297c995858a94ce64792db8f43258f3e008a3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_12ea0",
                    table="conferences_nextdatesevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
