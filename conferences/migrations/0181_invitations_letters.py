"""Who is invited gets a letter, kept as it was made; a child of the request may be on its list."""

import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import conferences.models.documents
import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0179_preparation"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.CreateModel(
            name="InvitationLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "changed",
                    models.TextField(blank=True, help_text="What is other than in the version before."),
                ),
                ("left_out", models.TextField(blank=True)),
                ("told", models.JSONField(default=dict)),
                ("is_in_doubt", models.BooleanField(default=False)),
                ("doubt_words", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("POST", "By post"),
                            ("RECORDED_POST", "By recorded post"),
                            ("BY_HAND", "By hand"),
                            ("SECURE_EMAIL", "By secure email"),
                        ],
                        max_length=15,
                    ),
                ),
                ("sent_date", models.DateField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("sent_proof", models.TextField(blank=True, help_text="What shows that it went.")),
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
            name="InvitationLetterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "changed",
                    models.TextField(blank=True, help_text="What is other than in the version before."),
                ),
                ("left_out", models.TextField(blank=True)),
                ("told", models.JSONField(default=dict)),
                ("is_in_doubt", models.BooleanField(default=False)),
                ("doubt_words", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("POST", "By post"),
                            ("RECORDED_POST", "By recorded post"),
                            ("BY_HAND", "By hand"),
                            ("SECURE_EMAIL", "By secure email"),
                        ],
                        max_length=15,
                    ),
                ),
                ("sent_date", models.DateField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("sent_proof", models.TextField(blank=True, help_text="What shows that it went.")),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InvitationLetterFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("format", models.CharField(choices=[("WORD", "Word"), ("PDF", "PDF")], max_length=4)),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="invitation_answers_once_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="invitation_answers_once",
        ),
        migrations.AddField(
            model_name="invitation",
            name="arrives",
            field=models.CharField(
                blank=True,
                choices=[
                    ("FIRST", "First, before the others"),
                    ("USUAL", "At the usual time, after the first"),
                ],
                db_default="",
                default="",
                max_length=5,
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="requested_child",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="takes_part",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ALL", "Comes to all of it"),
                    ("PART", "Comes to a part of it"),
                    ("VIDEO", "Takes part by video"),
                    ("ADVOCATE", "An advocate speaks for them"),
                    ("WORDS", "Sends words, a drawing or a form"),
                    ("TOLD", "Tells somebody beforehand, who says it there"),
                    ("NONE", "Does not want to take part"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="arrives",
            field=models.CharField(
                blank=True,
                choices=[
                    ("FIRST", "First, before the others"),
                    ("USUAL", "At the usual time, after the first"),
                ],
                db_default="",
                default="",
                max_length=5,
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="requested_child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="takes_part",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ALL", "Comes to all of it"),
                    ("PART", "Comes to a part of it"),
                    ("VIDEO", "Takes part by video"),
                    ("ADVOCATE", "An advocate speaks for them"),
                    ("WORDS", "Sends words, a drawing or a form"),
                    ("TOLD", "Tells somebody beforehand, who says it there"),
                    ("NONE", "Does not want to take part"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_answers_once_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_invitation AS o ON o.request_id = r.request_id\n        WHERE r.off_at IS NULL AND o.off_at IS NULL AND r.agency_kind = '' AND o.agency_kind = ''\n            AND lower(o.name) = lower(r.name) AND (o.person_id IS NULL) <> (r.person_id IS NULL)\n            AND o.requested_child_id IS NULL AND r.requested_child_id IS NULL) THEN\n        RAISE EXCEPTION 'invitation_answers_once' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_answers_once';\n    END IF;\n    RETURN NULL;",
                    hash="08291b45715084b2b01ab3296056e436c9d750a5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_invitation_answers_once_new_65958",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_answers_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.agency_kind IS DISTINCT FROM NEW.agency_kind OR OLD.off_at IS DISTINCT FROM NEW.off_at))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_invitation WHERE id = NEW.id) AS r JOIN conferences_invitation AS o ON o.request_id = r.request_id\n        WHERE r.off_at IS NULL AND o.off_at IS NULL AND r.agency_kind = '' AND o.agency_kind = ''\n            AND lower(o.name) = lower(r.name) AND (o.person_id IS NULL) <> (r.person_id IS NULL)\n            AND o.requested_child_id IS NULL AND r.requested_child_id IS NULL) THEN\n        RAISE EXCEPTION 'invitation_answers_once' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_answers_once';\n    END IF;\n    RETURN NULL;",
                    hash="070c18fca8b44e4839ccebabcf1f93f771674347",
                    operation='UPDATE OF "person_id", "name", "agency_kind", "off_at"',
                    pgid="pgtrigger_invitation_answers_once_654af",
                    table="conferences_invitation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_child_of_its_request_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n        WHERE rc.request_id <> r.request_id) THEN\n        RAISE EXCEPTION 'invitation_child_of_its_request' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_child_of_its_request';\n    END IF;\n    RETURN NULL;",
                    hash="81b335d573e81fa3445e075bdbdf58ae432cf27c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_invitation_child_of_its_request_new_861d3",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_child_of_its_request",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.request_id IS DISTINCT FROM NEW.request_id OR OLD.requested_child_id IS DISTINCT FROM NEW.requested_child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_invitation WHERE id = NEW.id) AS r JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n        WHERE rc.request_id <> r.request_id) THEN\n        RAISE EXCEPTION 'invitation_child_of_its_request' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_child_of_its_request';\n    END IF;\n    RETURN NULL;",
                    hash="ca303b7ff812287ccf907c7333ccb10afdc1ccf5",
                    operation='UPDATE OF "request_id", "requested_child_id"',
                    pgid="pgtrigger_invitation_child_of_its_request_2dcc9",
                    table="conferences_invitation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "arrives", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "requested_child_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "takes_part", "told_at", "told_by_id", "unshared_why") SELECT new_values."agency_kind", new_values."arrives", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."none_why", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."requested_child_id", new_values."role", new_values."shared_by", new_values."shared_date", new_values."shared_how", new_values."shared_language", new_values."shared_way", new_values."takes_part", new_values."told_at", new_values."told_by_id", new_values."unshared_why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ab9bc1d189eaf09f2310b54771e308daaac45cd0",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "arrives", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "requested_child_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "takes_part", "told_at", "told_by_id", "unshared_why") SELECT new_values."agency_kind", new_values."arrives", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."none_why", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."requested_child_id", new_values."role", new_values."shared_by", new_values."shared_date", new_values."shared_how", new_values."shared_language", new_values."shared_way", new_values."takes_part", new_values."told_at", new_values."told_by_id", new_values."unshared_why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0cc07004c46cc588f200e9da8df285570a89def0",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "arrives", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "requested_child_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "takes_part", "told_at", "told_by_id", "unshared_why") SELECT old_values."agency_kind", old_values."arrives", old_values."channel", old_values."id", old_values."invited_date", old_values."is_report_asked", old_values."name", old_values."needs", old_values."needs_words", old_values."none_why", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."off_words", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_on_at", old_values."put_on_by_id", old_values."received_date", old_values."ref", old_values."reply", old_values."request_id", old_values."requested_child_id", old_values."role", old_values."shared_by", old_values."shared_date", old_values."shared_how", old_values."shared_language", old_values."shared_way", old_values."takes_part", old_values."told_at", old_values."told_by_id", old_values."unshared_why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="03ef57a00972b758a4666c9cad1c3402ee5e33eb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e0eb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("requested_child__isnull", True),
                    models.Q(("agency_kind", ""), ("arrives", ""), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="invitation_child_alone",
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("takes_part", ""),
                    models.Q(
                        ("requested_child__isnull", False),
                        ("takes_part__in", ["ALL", "PART", "VIDEO", "ADVOCATE", "WORDS", "TOLD", "NONE"]),
                    ),
                    _connector="OR",
                ),
                name="invitation_choice_of_a_child",
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("arrives", ""),
                    models.Q(("agency_kind", ""), ("arrives__in", ["FIRST", "USUAL"])),
                    _connector="OR",
                ),
                name="invitation_arrival_of_the_family",
            ),
        ),
        migrations.AddField(
            model_name="invitationletter",
            name="invitation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="invitationletter",
            name="made_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="invitationletter",
            name="sent_by",
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
            model_name="invitationletterevent",
            name="invitation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="invitationletterevent",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="invitationletterevent",
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
            model_name="invitationletterevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.invitationletter",
            ),
        ),
        migrations.AddField(
            model_name="invitationletterevent",
            name="sent_by",
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
            model_name="invitationletterfile",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="conferences.invitationletter",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_date__isnull", True), safeguarding.promises.IsFinite("sent_date"), _connector="OR"
                ),
                name="invitationletter_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletter",
            constraint=models.UniqueConstraint(
                fields=("invitation", "version"), name="invitationletter_one_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("changed", ""), ("version", 1)),
                    models.Q(("version__gt", 1), models.Q(("changed", ""), _negated=True)),
                    _connector="OR",
                ),
                name="invitationletter_says_what_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sent_at__isnull", True),
                        ("sent_by__isnull", True),
                        ("sent_date__isnull", True),
                        ("sent_how", ""),
                    ),
                    models.Q(
                        ("sent_at__isnull", False),
                        ("sent_by__isnull", False),
                        ("sent_date__isnull", False),
                        ("sent_how__in", ["POST", "RECORDED_POST", "BY_HAND", "SECURE_EMAIL"]),
                    ),
                    _connector="OR",
                ),
                name="invitationletter_sent_how_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sent_at__isnull", True),
                        ("sent_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("sent_date"), safeguarding.promises.LocalDay("sent_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("sent_date__isnull", True),
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("sent_date"), safeguarding.promises.LocalDay("made_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="invitationletter_sent_after_it_was_made",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("doubt_words", ""), ("is_in_doubt", False)),
                    models.Q(("is_in_doubt", True), models.Q(("doubt_words", ""), _negated=True)),
                    _connector="OR",
                ),
                name="invitationletter_in_doubt_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("sent_proof", ""), ("sent_date__isnull", False), _connector="OR"),
                name="invitationletter_proof_of_what_went",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="invitationletter_of_somebody_on_the_list",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n            SELECT FROM conferences_invitation AS i\n            WHERE i.id = NEW.invitation_id AND i.off_at IS NULL\n                AND (i.agency_kind <> '' OR NOT EXISTS (\n                    SELECT FROM conferences_exclusion AS e\n                    WHERE e.request_id = i.request_id AND e.answer = 'WHOLE' AND e.lifted_at IS NULL\n                        AND (e.person_id = i.person_id\n                            OR (e.person_id IS NULL OR i.person_id IS NULL)\n                                AND lower(e.name) = lower(i.name)))))\n        OR (NEW.version > 1 AND NOT EXISTS (\n            SELECT FROM conferences_invitationletter AS o\n            WHERE o.invitation_id = NEW.invitation_id AND o.version = NEW.version - 1)) THEN\n        RAISE EXCEPTION 'invitationletter_of_somebody_on_the_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitationletter_of_somebody_on_the_list';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="389079e102263fb3c314df710e3cb1d7226c0f80",
                    operation="INSERT",
                    pgid="pgtrigger_invitationletter_of_somebody_on_the_list_3dbee",
                    table="conferences_invitationletter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="invitationletter_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - (ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at'] || ARRAY['sent_proof']) <> to_jsonb(NEW) - (ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at'] || ARRAY['sent_proof'])\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL) THEN\n        RAISE EXCEPTION 'invitationletter_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitationletter_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="d9a309d9f89d901827a030bbe3fd6e016fecbc3c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_invitationletter_stays_as_made_ca4b5",
                    table="conferences_invitationletter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationletterevent" ("changed", "doubt_words", "id", "invitation_id", "is_in_doubt", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "sent_proof", "told", "version") SELECT new_values."changed", new_values."doubt_words", new_values."id", new_values."invitation_id", new_values."is_in_doubt", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="82b517a3c7c45a76595083172a1542d2f58b0f48",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8306c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_invitationletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationletterevent" ("changed", "doubt_words", "id", "invitation_id", "is_in_doubt", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "sent_proof", "told", "version") SELECT new_values."changed", new_values."doubt_words", new_values."id", new_values."invitation_id", new_values."is_in_doubt", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3d1d367d7892fb32c5669fe199df94dad3b18d86",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dcc70",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_invitationletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationletterevent" ("changed", "doubt_words", "id", "invitation_id", "is_in_doubt", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "sent_proof", "told", "version") SELECT old_values."changed", old_values."doubt_words", old_values."id", old_values."invitation_id", old_values."is_in_doubt", old_values."left_out", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_at", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."sent_proof", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0b97624929e6893b80702eba5575f449117665d8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0cd93",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_invitationletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a8d9c5abcbb20ee6cd716745ce59be5bc2ca4604",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3d2e7",
                    table="conferences_invitationletterevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletterfile",
            constraint=models.UniqueConstraint(
                fields=("letter", "format"), name="invitationletterfile_one_a_format"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletterfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["WORD", "PDF"])), name="invitationletterfile_format_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletterfile",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.F("sha256"), conferences.models.documents.Sum("content")
                ),
                name="invitationletterfile_sum_of_its_bytes",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitationletterfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.GreaterThanOrEqual(
                        conferences.models.documents.Length("content"), 1
                    ),
                    django.db.models.lookups.GreaterThanOrEqual(
                        10000000, conferences.models.documents.Length("content")
                    ),
                ),
                name="invitationletterfile_size",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletterfile",
            trigger=pgtrigger.compiler.Trigger(
                name="invitationletterfile_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="818e185f3b1bc57031dcfbcbfef366f9ae4a1a12",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_invitationletterfile_never_changed_3296c",
                    table="conferences_invitationletterfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
