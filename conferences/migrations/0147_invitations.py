"""Who is invited to a conference: a list of each request, with what each person told."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0146_waivers_are_counted"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=150)),
                ("role", models.CharField(blank=True, max_length=100)),
                ("agency_kind", models.CharField(blank=True, max_length=20)),
                ("is_report_asked", models.BooleanField(default=False)),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("LETTER", "By letter"),
                            ("EMAIL", "By email"),
                            ("TELEPHONE", "By telephone"),
                            ("IN_PERSON", "In person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("invited_date", models.DateField(blank=True, null=True)),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("INTERPRETER", "An interpreter"),
                                ("ADVOCATE", "An advocate or supporter"),
                                ("ACCESS", "Access: the building, hearing, sight or reading"),
                                ("TRANSPORT", "Transport"),
                                ("CHILDCARE", "Childcare"),
                                ("OTHER", "Something else"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("needs_words", models.TextField(blank=True)),
                (
                    "reply",
                    models.CharField(
                        choices=[
                            ("WAITING", "Has not answered yet"),
                            ("COMING", "Comes to the meeting"),
                            ("VIDEO", "Takes part by video"),
                            ("TELEPHONE", "Takes part by telephone"),
                            ("REPORT", "Sends a report only"),
                            ("DECLINED", "Does not take part"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("received_date", models.DateField(blank=True, null=True)),
                ("shared_date", models.DateField(blank=True, null=True)),
                ("shared_how", models.TextField(blank=True)),
                ("put_on_at", models.DateTimeField()),
                ("told_at", models.DateTimeField()),
                (
                    "off_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MISTAKE", "Put on the list by mistake"),
                            ("NOT_INVOLVED", "Does not know or work with the family any more"),
                            ("ANOTHER", "Somebody else comes instead"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("off_words", models.TextField(blank=True)),
                ("off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "off_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="safeguarding.person",
                    ),
                ),
                (
                    "put_on_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="conferences.request",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        db_index=False,
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
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=150)),
                ("role", models.CharField(blank=True, max_length=100)),
                ("agency_kind", models.CharField(blank=True, max_length=20)),
                ("is_report_asked", models.BooleanField(default=False)),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("LETTER", "By letter"),
                            ("EMAIL", "By email"),
                            ("TELEPHONE", "By telephone"),
                            ("IN_PERSON", "In person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("invited_date", models.DateField(blank=True, null=True)),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("INTERPRETER", "An interpreter"),
                                ("ADVOCATE", "An advocate or supporter"),
                                ("ACCESS", "Access: the building, hearing, sight or reading"),
                                ("TRANSPORT", "Transport"),
                                ("CHILDCARE", "Childcare"),
                                ("OTHER", "Something else"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("needs_words", models.TextField(blank=True)),
                (
                    "reply",
                    models.CharField(
                        choices=[
                            ("WAITING", "Has not answered yet"),
                            ("COMING", "Comes to the meeting"),
                            ("VIDEO", "Takes part by video"),
                            ("TELEPHONE", "Takes part by telephone"),
                            ("REPORT", "Sends a report only"),
                            ("DECLINED", "Does not take part"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("received_date", models.DateField(blank=True, null=True)),
                ("shared_date", models.DateField(blank=True, null=True)),
                ("shared_how", models.TextField(blank=True)),
                ("put_on_at", models.DateTimeField()),
                ("told_at", models.DateTimeField()),
                (
                    "off_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MISTAKE", "Put on the list by mistake"),
                            ("NOT_INVOLVED", "Does not know or work with the family any more"),
                            ("ANOTHER", "Somebody else comes instead"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("off_words", models.TextField(blank=True)),
                ("off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "off_by",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="conferences.invitation",
                    ),
                ),
                (
                    "put_on_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "told_by",
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
            },
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("invited_date__isnull", True),
                        safeguarding.promises.IsFinite("invited_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("received_date__isnull", True),
                        safeguarding.promises.IsFinite("received_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("shared_date__isnull", True),
                        safeguarding.promises.IsFinite("shared_date"),
                        _connector="OR",
                    ),
                ),
                name="invitation_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="invitation_name_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("person__isnull", True), ("agency_kind", ""), _connector="OR"),
                name="invitation_family_or_agency",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("agency_kind__gt", ""), ("is_report_asked", False), _connector="OR"),
                name="invitation_report_of_an_agency",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("channel", ""), ("invited_date__isnull", True)),
                    models.Q(
                        ("channel__in", ["LETTER", "EMAIL", "TELEPHONE", "IN_PERSON"]),
                        ("invited_date__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="invitation_how_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reply__in", ["WAITING", "COMING", "VIDEO", "TELEPHONE", "REPORT", "DECLINED"]),
                    (
                        "needs__contained_by",
                        ["INTERPRETER", "ADVOCATE", "ACCESS", "TRANSPORT", "CHILDCARE", "OTHER"],
                    ),
                ),
                name="invitation_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("invited_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("invited_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="invitation_invited_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("received_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("received_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="invitation_received_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shared_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("shared_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="invitation_shared_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("shared_date__isnull", True), ("received_date__isnull", False), _connector="OR"
                    ),
                    models.Q(
                        ("shared_date__isnull", True),
                        ("received_date__isnull", True),
                        ("shared_date__gte", models.F("received_date")),
                        _connector="OR",
                    ),
                ),
                name="invitation_report_comes_before_it_is_shared",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shared_date__isnull", True), ("shared_how", "")),
                    models.Q(("shared_date__isnull", False), models.Q(("shared_how", ""), _negated=True)),
                    _connector="OR",
                ),
                name="invitation_shared_when_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("off_at__isnull", True),
                        ("off_by__isnull", True),
                        ("off_reason", ""),
                        ("off_words", ""),
                    ),
                    models.Q(
                        ("off_at__isnull", False),
                        ("off_by__isnull", False),
                        ("off_reason__in", ["MISTAKE", "NOT_INVOLVED", "ANOTHER", "OTHER"]),
                    ),
                    _connector="OR",
                ),
                name="invitation_off_by_at_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("off_reason", "OTHER"), _negated=True),
                    models.Q(("off_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="invitation_another_reason_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("off_at__isnull", True), ("person__isnull", False)),
                fields=("request", "person"),
                name="invitation_person_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                models.F("request"),
                models.F("agency_kind"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("off_at__isnull", True), ("person__isnull", True)),
                name="invitation_name_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_of_its_own_children_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_request AS q ON q.id = r.request_id\n            JOIN safeguarding_person AS p ON p.id = r.person_id\n        WHERE p.family_id <> q.family_id AND NOT EXISTS (\n            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id\n                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id\n                    AND NOT t.in_error\n            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id))) THEN\n        RAISE EXCEPTION 'invitation_of_its_own_children' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_of_its_own_children';\n    END IF;\n    RETURN NULL;",
                    hash="2e34d4486f5416b7d3dae8c07bc2774da81d6426",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_invitation_of_its_own_children_new_fb6d9",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_of_its_own_children",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.request_id IS DISTINCT FROM NEW.request_id OR OLD.person_id IS DISTINCT FROM NEW.person_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_invitation WHERE id = NEW.id) AS r\n            JOIN conferences_request AS q ON q.id = r.request_id\n            JOIN safeguarding_person AS p ON p.id = r.person_id\n        WHERE p.family_id <> q.family_id AND NOT EXISTS (\n            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id\n                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id\n                    AND NOT t.in_error\n            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id))) THEN\n        RAISE EXCEPTION 'invitation_of_its_own_children' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_of_its_own_children';\n    END IF;\n    RETURN NULL;",
                    hash="e369fb322376a3cd6b4747097795e62a8af0d2c0",
                    operation='UPDATE OF "request_id", "person_id"',
                    pgid="pgtrigger_invitation_of_its_own_children_4bb95",
                    table="conferences_invitation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_kind_known_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind\n        WHERE r.agency_kind <> '' AND k.id IS NULL) THEN\n        RAISE EXCEPTION 'invitation_kind_known' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_kind_known';\n    END IF;\n    RETURN NULL;",
                    hash="92ad685042856256713aa1d9958969382238b309",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_invitation_kind_known_new_d0ec2",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_kind_known",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.agency_kind IS DISTINCT FROM NEW.agency_kind))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_invitation WHERE id = NEW.id) AS r LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind\n        WHERE r.agency_kind <> '' AND k.id IS NULL) THEN\n        RAISE EXCEPTION 'invitation_kind_known' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_kind_known';\n    END IF;\n    RETURN NULL;",
                    hash="00dd28a30e59b34cdd3832eaedb9edb10453dfca",
                    operation='UPDATE OF "agency_kind"',
                    pgid="pgtrigger_invitation_kind_known_f1fa9",
                    table="conferences_invitation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.off_at IS NOT NULL\n        OR (NEW.request_id, NEW.person_id, NEW.put_on_by_id, NEW.put_on_at)\n            IS DISTINCT FROM (OLD.request_id, OLD.person_id, OLD.put_on_by_id, OLD.put_on_at) THEN\n        RAISE EXCEPTION 'invitation_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="de119faa01ecfc9e3153cd7717be65c5cce6b22f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_invitation_stays_beb09",
                    table="conferences_invitation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "role", "shared_date", "shared_how", "told_at", "told_by_id") SELECT new_values."agency_kind", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."role", new_values."shared_date", new_values."shared_how", new_values."told_at", new_values."told_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="324d909d100fd528566d8f4ee296bda8cdc1d4f0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7782",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "role", "shared_date", "shared_how", "told_at", "told_by_id") SELECT new_values."agency_kind", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."role", new_values."shared_date", new_values."shared_how", new_values."told_at", new_values."told_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4a47ffe554af7e82f21f2cde716b6b2f75797754",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_49ea4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "role", "shared_date", "shared_how", "told_at", "told_by_id") SELECT old_values."agency_kind", old_values."channel", old_values."id", old_values."invited_date", old_values."is_report_asked", old_values."name", old_values."needs", old_values."needs_words", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."off_words", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_on_at", old_values."put_on_by_id", old_values."received_date", old_values."ref", old_values."reply", old_values."request_id", old_values."role", old_values."shared_date", old_values."shared_how", old_values."told_at", old_values."told_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f5c4154f18f2bac9c25e040c95cb9a060126542d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e0eb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="750caeebd8ba83f6de683483c72b99329bd42799",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8ae97",
                    table="conferences_invitationevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
