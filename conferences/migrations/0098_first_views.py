"""The first view of whoever decides a consultation, kept before the nearest decisions are shown."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0097_second_opinions_checked"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsultationFirstView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("act", models.UUIDField(editable=False)),
                (
                    "leans",
                    models.CharField(
                        choices=[
                            ("AGREE", "Agree that a conference is held"),
                            ("AGREE_LEGAL", "Agree, with a legal planning meeting"),
                            ("ANOTHER_WAY", "Another way, with support and a review date"),
                            ("MORE_INFORMATION", "Ask for more information by a day"),
                            ("ESCALATE", "Escalate to somebody above"),
                            ("PARTNER_RIGHT", "A partner agency uses its right to a conference"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words", models.TextField()),
                ("noted_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="first_views",
                        to="conferences.consultationaccount",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="first_views",
                        to="conferences.consultation",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="first_views",
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
            name="ConsultationFirstViewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("act", models.UUIDField(editable=False)),
                (
                    "leans",
                    models.CharField(
                        choices=[
                            ("AGREE", "Agree that a conference is held"),
                            ("AGREE_LEGAL", "Agree, with a legal planning meeting"),
                            ("ANOTHER_WAY", "Another way, with support and a review date"),
                            ("MORE_INFORMATION", "Ask for more information by a day"),
                            ("ESCALATE", "Escalate to somebody above"),
                            ("PARTNER_RIGHT", "A partner agency uses its right to a conference"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words", models.TextField()),
                ("noted_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.consultationaccount",
                    ),
                ),
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
                    "noted_by",
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
                        to="conferences.consultationfirstview",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="consultationfirstview",
            constraint=models.UniqueConstraint(
                fields=("consultation", "noted_by"), name="firstview_once_a_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationfirstview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("leans__in", ["AGREE", "AGREE_LEGAL", "ANOTHER_WAY", "MORE_INFORMATION", "ESCALATE"])
                ),
                name="firstview_leans_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationfirstview",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="firstview_says_why"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstview",
            trigger=pgtrigger.compiler.Trigger(
                name="firstview_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c4a9a1a16574319ded9e8c6cfaf5eb663aa6ea4d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_firstview_never_changed_28c42",
                    table="conferences_consultationfirstview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstview",
            trigger=pgtrigger.compiler.Trigger(
                name="firstview_not_of_ones_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_consultation AS k CROSS JOIN LATERAL (\n        SELECT k.asked_by_id AS who\n        UNION ALL SELECT r.requested_by_id FROM conferences_requestedchild AS rc\n            JOIN conferences_request AS r ON r.id = rc.request_id WHERE rc.id = k.requested_child_id\n        UNION ALL SELECT f.raised_by_id FROM conferences_familyconsultation AS f WHERE f.id = k.within_id\n        UNION ALL SELECT v.given_by_id FROM conferences_consultationaccount AS v\n            WHERE v.within_id = k.within_id\n        UNION ALL SELECT g.done_by_id FROM safeguarding_auditentry AS g\n            WHERE g.subject_model = 'conferences.consultation' AND g.subject_id = k.id\n                AND g.event = 'consultation.asked') AS asker\n        WHERE k.id = NEW.consultation_id AND asker.who = NEW.noted_by_id) THEN\n        RAISE EXCEPTION 'firstview_not_of_ones_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'firstview_not_of_ones_own';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="62a02b26c341362f679484a1d3ff12db5058a883",
                    operation="INSERT",
                    pgid="pgtrigger_firstview_not_of_ones_own_d5a07",
                    table="conferences_consultationfirstview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstview",
            trigger=pgtrigger.compiler.Trigger(
                name="firstview_before_the_decision",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (\n        SELECT a.answer FROM conferences_consultationanswer AS a WHERE a.consultation_id = NEW.consultation_id\n        ORDER BY a.id DESC LIMIT 1) IN ('AGREE', 'AGREE_LEGAL', 'ANOTHER_WAY', 'PARTNER_RIGHT')\n        OR EXISTS (\n        SELECT FROM conferences_consultation AS k\n        WHERE k.id = NEW.consultation_id AND k.state IN ('RAISED', 'CLOSED')) THEN\n        RAISE EXCEPTION 'firstview_before_the_decision' USING ERRCODE = 'check_violation', CONSTRAINT = 'firstview_before_the_decision';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1adfd5975cd207d1b86839ca0426977872fd3abb",
                    operation="INSERT",
                    pgid="pgtrigger_firstview_before_the_decision_4c517",
                    table="conferences_consultationfirstview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstview",
            trigger=pgtrigger.compiler.Trigger(
                name="firstview_of_the_last_account",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.account_id IS DISTINCT FROM (\n        SELECT m.account_id FROM conferences_consultationaccountchild AS m\n            JOIN conferences_consultationaccount AS v ON v.id = m.account_id\n        WHERE m.consultation_id = NEW.consultation_id ORDER BY v.number DESC LIMIT 1) THEN\n        RAISE EXCEPTION 'firstview_of_the_last_account' USING ERRCODE = 'check_violation', CONSTRAINT = 'firstview_of_the_last_account';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="6e23ac6e535bfe8386c924823ef084ef52fa5467",
                    operation="INSERT",
                    pgid="pgtrigger_firstview_of_the_last_account_04311",
                    table="conferences_consultationfirstview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationfirstviewevent" ("account_id", "act", "consultation_id", "id", "leans", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."account_id", new_values."act", new_values."consultation_id", new_values."id", new_values."leans", new_values."noted_at", new_values."noted_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3847e76f29ae6bdc8ec29354231309736a103e36",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_acde2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_consultationfirstview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationfirstviewevent" ("account_id", "act", "consultation_id", "id", "leans", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."account_id", new_values."act", new_values."consultation_id", new_values."id", new_values."leans", new_values."noted_at", new_values."noted_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="515deb2278decc39a5e2fa665fd67508268d0cba",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30a0c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_consultationfirstview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_consultationfirstviewevent" ("account_id", "act", "consultation_id", "id", "leans", "noted_at", "noted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT old_values."account_id", old_values."act", old_values."consultation_id", old_values."id", old_values."leans", old_values."noted_at", old_values."noted_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c13ccf8167c1430a8da7d39a6aafb096c2b29fb1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bd10c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_consultationfirstview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationfirstviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d209ff324439f49e1dd364ebf861859ac4c51985",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b25d0",
                    table="conferences_consultationfirstviewevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
