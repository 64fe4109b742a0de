"""Who is excluded from a conference, what its chair decided, and what may not be done against it."""

import uuid

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
        ("conferences", "0161_a_release_says_why"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Exclusion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=150)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("WELFARE", "Being there would seriously harm the child’s welfare"),
                            ("VIOLENCE", "Risk of violence or threats"),
                            ("INTIMIDATION", "A child or somebody else who takes part would be intimidated"),
                            ("COURT", "Bail, a court order or an injunction forbids it"),
                            ("UNFIT", "Expected to be under the influence of alcohol or drugs"),
                            ("CHILD", "The child asks for it"),
                            (
                                "CONFIDENTIAL",
                                "Confidential information must be told: legal advice, a criminal enquiry",
                            ),
                            ("CONFLICT", "Conflict in the family: they take part apart from each other"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("facts", models.TextField()),
                (
                    "extent",
                    models.CharField(
                        choices=[("WHOLE", "The whole conference"), ("PART", "A part of the conference")],
                        max_length=5,
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        blank=True, help_text="From which part, as it is asked for.", max_length=500
                    ),
                ),
                ("asker", models.CharField(max_length=150)),
                ("asked_date", models.DateField()),
                ("put_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("WHOLE", "Excluded from the whole conference"),
                            ("PART", "Excluded from a part of the conference"),
                            ("NOT", "Not excluded"),
                        ],
                        max_length=5,
                    ),
                ),
                (
                    "decided_part",
                    models.CharField(blank=True, help_text="From which part, as decided.", max_length=500),
                ),
                ("reasons", models.TextField(blank=True)),
                (
                    "instead",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("WRITTEN", "In writing"),
                            ("TELEPHONE", "By telephone with the chair, apart from the conference"),
                            ("SEPARATE", "In a meeting of their own with the chair"),
                            ("ADVOCATE", "Through an advocate or another who speaks for them"),
                            (
                                "OTHER_PARTS",
                                "In the parts of the conference from which they are not excluded",
                            ),
                        ],
                        max_length=11,
                    ),
                ),
                ("instead_words", models.CharField(blank=True, max_length=500)),
                ("letter_why", models.TextField(blank=True, help_text="What they are told of why.")),
                ("teller", models.CharField(blank=True, help_text="Who tells them.", max_length=150)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "told_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("LETTER", "By letter"),
                            ("TELEPHONE", "By telephone"),
                            ("IN_PERSON", "In person"),
                            ("THROUGH", "Through an advocate or solicitor"),
                        ],
                        max_length=9,
                    ),
                ),
                ("told_date", models.DateField(blank=True, null=True)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                (
                    "gets_letter",
                    models.CharField(blank=True, choices=[("YES", "Yes"), ("NO", "No")], max_length=3),
                ),
                (
                    "gets_record",
                    models.CharField(blank=True, choices=[("YES", "Yes"), ("NO", "No")], max_length=3),
                ),
                ("outcome_words", models.TextField(blank=True, help_text="Why they get it, or do not.")),
                ("outcome_at", models.DateTimeField(blank=True, null=True)),
                (
                    "lift_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MISTAKE", "It was recorded by mistake"),
                            ("CHANGED", "What it was asked or decided for has changed"),
                            ("COMPLAINT", "After a complaint, or advice from a lawyer"),
                            ("TAKEN_BACK", "Whoever asked for it took it back"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("lift_words", models.TextField(blank=True)),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
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
            name="ExclusionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=150)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("WELFARE", "Being there would seriously harm the child’s welfare"),
                            ("VIOLENCE", "Risk of violence or threats"),
                            ("INTIMIDATION", "A child or somebody else who takes part would be intimidated"),
                            ("COURT", "Bail, a court order or an injunction forbids it"),
                            ("UNFIT", "Expected to be under the influence of alcohol or drugs"),
                            ("CHILD", "The child asks for it"),
                            (
                                "CONFIDENTIAL",
                                "Confidential information must be told: legal advice, a criminal enquiry",
                            ),
                            ("CONFLICT", "Conflict in the family: they take part apart from each other"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("facts", models.TextField()),
                (
                    "extent",
                    models.CharField(
                        choices=[("WHOLE", "The whole conference"), ("PART", "A part of the conference")],
                        max_length=5,
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        blank=True, help_text="From which part, as it is asked for.", max_length=500
                    ),
                ),
                ("asker", models.CharField(max_length=150)),
                ("asked_date", models.DateField()),
                ("put_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("WHOLE", "Excluded from the whole conference"),
                            ("PART", "Excluded from a part of the conference"),
                            ("NOT", "Not excluded"),
                        ],
                        max_length=5,
                    ),
                ),
                (
                    "decided_part",
                    models.CharField(blank=True, help_text="From which part, as decided.", max_length=500),
                ),
                ("reasons", models.TextField(blank=True)),
                (
                    "instead",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("WRITTEN", "In writing"),
                            ("TELEPHONE", "By telephone with the chair, apart from the conference"),
                            ("SEPARATE", "In a meeting of their own with the chair"),
                            ("ADVOCATE", "Through an advocate or another who speaks for them"),
                            (
                                "OTHER_PARTS",
                                "In the parts of the conference from which they are not excluded",
                            ),
                        ],
                        max_length=11,
                    ),
                ),
                ("instead_words", models.CharField(blank=True, max_length=500)),
                ("letter_why", models.TextField(blank=True, help_text="What they are told of why.")),
                ("teller", models.CharField(blank=True, help_text="Who tells them.", max_length=150)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "told_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("LETTER", "By letter"),
                            ("TELEPHONE", "By telephone"),
                            ("IN_PERSON", "In person"),
                            ("THROUGH", "Through an advocate or solicitor"),
                        ],
                        max_length=9,
                    ),
                ),
                ("told_date", models.DateField(blank=True, null=True)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                (
                    "gets_letter",
                    models.CharField(blank=True, choices=[("YES", "Yes"), ("NO", "No")], max_length=3),
                ),
                (
                    "gets_record",
                    models.CharField(blank=True, choices=[("YES", "Yes"), ("NO", "No")], max_length=3),
                ),
                ("outcome_words", models.TextField(blank=True, help_text="Why they get it, or do not.")),
                ("outcome_at", models.DateTimeField(blank=True, null=True)),
                (
                    "lift_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MISTAKE", "It was recorded by mistake"),
                            ("CHANGED", "What it was asked or decided for has changed"),
                            ("COMPLAINT", "After a complaint, or advice from a lawyer"),
                            ("TAKEN_BACK", "Whoever asked for it took it back"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("lift_words", models.TextField(blank=True)),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_of_nobody_excluded_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_meetingrecord AS m ON m.id = r.record_id\n            JOIN conferences_booking AS b ON b.id = m.booking_id AND b.state IN ('BOOKED', 'HELD')\n            JOIN conferences_exclusion AS e ON e.request_id = b.request_id AND e.lifted_at IS NULL AND e.answer = 'WHOLE'\n        WHERE r.is_family AND r.mode IN ('IN_PERSON', 'VIDEO', 'TELEPHONE')\n            AND (r.person_id = e.person_id\n        OR ((r.person_id IS NULL OR e.person_id IS NULL) AND lower(r.name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'attendance_of_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_of_nobody_excluded';\n    END IF;\n    RETURN NULL;",
                    hash="89689e3b77a7136840d83f8f43ac9a84407ad7df",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_attendance_of_nobody_excluded_new_af467",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_of_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.mode IS DISTINCT FROM NEW.mode OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.is_family IS DISTINCT FROM NEW.is_family))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_attendance WHERE id = NEW.id) AS r JOIN conferences_meetingrecord AS m ON m.id = r.record_id\n            JOIN conferences_booking AS b ON b.id = m.booking_id AND b.state IN ('BOOKED', 'HELD')\n            JOIN conferences_exclusion AS e ON e.request_id = b.request_id AND e.lifted_at IS NULL AND e.answer = 'WHOLE'\n        WHERE r.is_family AND r.mode IN ('IN_PERSON', 'VIDEO', 'TELEPHONE')\n            AND (r.person_id = e.person_id\n        OR ((r.person_id IS NULL OR e.person_id IS NULL) AND lower(r.name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'attendance_of_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_of_nobody_excluded';\n    END IF;\n    RETURN NULL;",
                    hash="8c72c33f51ddbb0a8709795a0374f71dcf8d612f",
                    operation='UPDATE OF "mode", "person_id", "name", "is_family"',
                    pgid="pgtrigger_attendance_of_nobody_excluded_41bf5",
                    table="conferences_attendance",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_to_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (TG_OP = 'INSERT' OR NEW.sent_date IS DISTINCT FROM OLD.sent_date) AND EXISTS (\n            SELECT FROM conferences_meetingrecord AS m\n                JOIN conferences_booking AS b ON b.id = m.booking_id\n                JOIN conferences_exclusion AS e ON e.request_id = b.request_id\n                    AND e.lifted_at IS NULL AND e.answer IN ('WHOLE', 'PART') AND CASE NEW.kind WHEN 'RECORD' THEN e.gets_record ELSE e.gets_letter END <> 'YES'\n                LEFT JOIN safeguarding_person AS p ON p.id = NEW.person_id\n            WHERE m.id = NEW.record_id AND (e.person_id = NEW.person_id\n                OR (e.person_id IS NULL AND lower(p.full_name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'document_to_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_to_nobody_excluded';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="54b97e97e16415a8bc8e589b1c73621864edc479",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_document_to_nobody_excluded_abbf6",
                    table="conferences_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_of_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.off_at IS NULL AND NEW.agency_kind = ''\n        AND (TG_OP = 'INSERT' OR NEW.invited_date IS DISTINCT FROM OLD.invited_date\n            OR (NEW.reply IS DISTINCT FROM OLD.reply AND NEW.reply IN ('COMING', 'VIDEO', 'TELEPHONE')))\n        AND EXISTS (\n            SELECT FROM conferences_exclusion AS e\n            WHERE e.request_id = NEW.request_id AND e.lifted_at IS NULL AND e.answer = 'WHOLE'\n                AND (NEW.person_id = e.person_id\n        OR ((NEW.person_id IS NULL OR e.person_id IS NULL) AND lower(NEW.name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'invitation_of_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_of_nobody_excluded';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="db4fdf7f4b136971ff1eb5e5032916e27329564f",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_invitation_of_nobody_excluded_41f11",
                    table="conferences_invitation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="letter_to_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (TG_OP = 'INSERT' OR NEW.sent_date IS DISTINCT FROM OLD.sent_date) AND EXISTS (\n            SELECT FROM conferences_meetingrecord AS m\n                JOIN conferences_booking AS b ON b.id = m.booking_id\n                JOIN conferences_exclusion AS e ON e.request_id = b.request_id\n                    AND e.lifted_at IS NULL AND e.answer IN ('WHOLE', 'PART') AND e.gets_letter <> 'YES'\n                LEFT JOIN safeguarding_person AS p ON p.id = NEW.person_id\n            WHERE m.id = NEW.record_id AND (e.person_id = NEW.person_id\n                OR (e.person_id IS NULL AND lower(p.full_name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'letter_to_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_to_nobody_excluded';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="66fcea628a525dfb2624600c6ec5841e169f5025",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_letter_to_nobody_excluded_bf328",
                    table="conferences_letter",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="decided_by",
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
            model_name="exclusion",
            name="lifted_by",
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
            model_name="exclusion",
            name="outcome_by",
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
            model_name="exclusion",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="exclusions",
                to="safeguarding.person",
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="put_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="exclusions",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="saved_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="told_by",
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
            model_name="exclusionevent",
            name="decided_by",
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
            model_name="exclusionevent",
            name="lifted_by",
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
            model_name="exclusionevent",
            name="outcome_by",
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
            model_name="exclusionevent",
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
            model_name="exclusionevent",
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
            model_name="exclusionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.exclusion",
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="put_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
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
            model_name="exclusionevent",
            name="saved_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="told_by",
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
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("asked_date"),
                    models.Q(
                        ("told_date__isnull", True),
                        safeguarding.promises.IsFinite("told_date"),
                        _connector="OR",
                    ),
                ),
                name="exclusion_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="exclusion_name_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extent__in", ["WHOLE", "PART"]),
                    (
                        "ground__in",
                        [
                            "WELFARE",
                            "VIOLENCE",
                            "INTIMIDATION",
                            "COURT",
                            "UNFIT",
                            "CHILD",
                            "CONFIDENTIAL",
                            "CONFLICT",
                            "OTHER",
                        ],
                    ),
                    models.Q(("facts", ""), _negated=True),
                    models.Q(("asker", ""), _negated=True),
                ),
                name="exclusion_asked_with_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("extent", "PART"), _negated=True),
                    models.Q(("part", ""), _negated=True),
                    _connector="OR",
                ),
                name="exclusion_asked_of_which_part",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("asked_date"), safeguarding.promises.LocalDay("saved_at")
                    ),
                    _connector="OR",
                ),
                name="exclusion_asked_by_its_saving",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("decided_at__isnull", True),
                        ("decided_by__isnull", True),
                        ("decided_part", ""),
                        ("instead", ""),
                        ("instead_words", ""),
                        ("letter_why", ""),
                        ("reasons", ""),
                        ("teller", ""),
                    ),
                    models.Q(
                        ("answer__in", ["PART", "WHOLE"]),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        models.Q(("reasons", ""), _negated=True),
                        ("instead__in", ["WRITTEN", "TELEPHONE", "SEPARATE", "ADVOCATE", "OTHER_PARTS"]),
                        models.Q(("letter_why", ""), _negated=True),
                        models.Q(("teller", ""), _negated=True),
                    ),
                    models.Q(
                        ("answer", "NOT"),
                        ("instead", ""),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        models.Q(("reasons", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="exclusion_decided_with_why_and_instead",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "PART"), _negated=True),
                    models.Q(("decided_part", ""), _negated=True),
                    _connector="OR",
                ),
                name="exclusion_decided_of_which_part",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", "WHOLE"), ("instead", "OTHER_PARTS"), _negated=True),
                name="exclusion_from_all_takes_part_in_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("told_at__isnull", True),
                        ("told_by__isnull", True),
                        ("told_date__isnull", True),
                        ("told_how", ""),
                    ),
                    models.Q(
                        ("told_at__isnull", False),
                        ("told_by__isnull", False),
                        ("told_date__isnull", False),
                        ("told_how__in", ["LETTER", "TELEPHONE", "IN_PERSON", "THROUGH"]),
                        ("answer__in", ["PART", "WHOLE"]),
                    ),
                    _connector="OR",
                ),
                name="exclusion_told_how_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("told_at__isnull", True),
                        ("told_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("told_date"), safeguarding.promises.LocalDay("told_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("told_date__isnull", True),
                        ("decided_at__isnull", True),
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("told_date"), safeguarding.promises.LocalDay("decided_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="exclusion_told_once_decided",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("gets_letter", ""),
                        ("gets_record", ""),
                        ("outcome_at__isnull", True),
                        ("outcome_by__isnull", True),
                        ("outcome_words", ""),
                    ),
                    models.Q(
                        ("gets_letter__in", ["YES", "NO"]),
                        ("gets_record__in", ["YES", "NO"]),
                        ("outcome_at__isnull", False),
                        ("outcome_by__isnull", False),
                        models.Q(("outcome_words", ""), _negated=True),
                        ("answer__in", ["PART", "WHOLE"]),
                    ),
                    _connector="OR",
                ),
                name="exclusion_outcome_by_at_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("lift_reason", ""),
                        ("lift_words", ""),
                        ("lifted_at__isnull", True),
                        ("lifted_by__isnull", True),
                    ),
                    models.Q(
                        ("lift_reason__in", ["MISTAKE", "CHANGED", "COMPLAINT", "TAKEN_BACK", "OTHER"]),
                        ("lifted_at__isnull", False),
                        ("lifted_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="exclusion_lifted_by_at_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lift_reason", "OTHER"), _negated=True),
                    models.Q(("lift_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="exclusion_another_reason_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at__isnull", True), ("person__isnull", False)),
                fields=("request", "person"),
                name="exclusion_person_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.UniqueConstraint(
                models.F("request"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("lifted_at__isnull", True), ("person__isnull", True)),
                name="exclusion_name_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_of_its_own_children_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_request AS q ON q.id = r.request_id\n            JOIN safeguarding_person AS p ON p.id = r.person_id\n        WHERE p.family_id <> q.family_id AND NOT EXISTS (\n            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id\n                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id\n                    AND NOT t.in_error\n            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id))) THEN\n        RAISE EXCEPTION 'exclusion_of_its_own_children' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_of_its_own_children';\n    END IF;\n    RETURN NULL;",
                    hash="46dbd9a5cac70373339e89ea92a23e7c0d9cef2d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_exclusion_of_its_own_children_new_ffa55",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_of_its_own_children",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.request_id IS DISTINCT FROM NEW.request_id OR OLD.person_id IS DISTINCT FROM NEW.person_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_exclusion WHERE id = NEW.id) AS r\n            JOIN conferences_request AS q ON q.id = r.request_id\n            JOIN safeguarding_person AS p ON p.id = r.person_id\n        WHERE p.family_id <> q.family_id AND NOT EXISTS (\n            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id\n                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id\n                    AND NOT t.in_error\n            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id))) THEN\n        RAISE EXCEPTION 'exclusion_of_its_own_children' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_of_its_own_children';\n    END IF;\n    RETURN NULL;",
                    hash="5cd73cfc8fbfae599a66e727a98de2cc2b812ba4",
                    operation='UPDATE OF "request_id", "person_id"',
                    pgid="pgtrigger_exclusion_of_its_own_children_1bd77",
                    table="conferences_exclusion",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_of_nobody_who_attends_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_booking AS b ON b.request_id = r.request_id AND b.state IN ('BOOKED', 'HELD')\n            JOIN conferences_meetingrecord AS m ON m.booking_id = b.id\n            JOIN conferences_attendance AS x ON x.record_id = m.id\n        WHERE r.answer = 'WHOLE' AND r.lifted_at IS NULL\n            AND x.is_family AND x.mode IN ('IN_PERSON', 'VIDEO', 'TELEPHONE')\n            AND (x.person_id = r.person_id\n        OR ((x.person_id IS NULL OR r.person_id IS NULL) AND lower(x.name) = lower(r.name)))) THEN\n        RAISE EXCEPTION 'exclusion_of_nobody_who_attends' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_of_nobody_who_attends';\n    END IF;\n    RETURN NULL;",
                    hash="e57543434c0331ec0e2dbe46806c169800052e86",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_exclusion_of_nobody_who_attends_new_e4e98",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_of_nobody_who_attends",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.answer IS DISTINCT FROM NEW.answer OR OLD.lifted_at IS DISTINCT FROM NEW.lifted_at))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_exclusion WHERE id = NEW.id) AS r\n            JOIN conferences_booking AS b ON b.request_id = r.request_id AND b.state IN ('BOOKED', 'HELD')\n            JOIN conferences_meetingrecord AS m ON m.booking_id = b.id\n            JOIN conferences_attendance AS x ON x.record_id = m.id\n        WHERE r.answer = 'WHOLE' AND r.lifted_at IS NULL\n            AND x.is_family AND x.mode IN ('IN_PERSON', 'VIDEO', 'TELEPHONE')\n            AND (x.person_id = r.person_id\n        OR ((x.person_id IS NULL OR r.person_id IS NULL) AND lower(x.name) = lower(r.name)))) THEN\n        RAISE EXCEPTION 'exclusion_of_nobody_who_attends' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_of_nobody_who_attends';\n    END IF;\n    RETURN NULL;",
                    hash="0066c672b9892a7a0382be54ccaed08e073b19a9",
                    operation='UPDATE OF "answer", "lifted_at"',
                    pgid="pgtrigger_exclusion_of_nobody_who_attends_ec1f1",
                    table="conferences_exclusion",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_decided_by_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.answer <> '' AND (TG_OP = 'INSERT' OR (OLD.answer, OLD.decided_part, OLD.reasons, OLD.instead, OLD.instead_words, OLD.letter_why, OLD.teller) IS DISTINCT FROM (NEW.answer, NEW.decided_part, NEW.reasons, NEW.instead, NEW.instead_words, NEW.letter_why, NEW.teller)\n            OR OLD.decided_by_id IS DISTINCT FROM NEW.decided_by_id)\n        AND NOT EXISTS (\n            SELECT FROM conferences_booking AS b\n            WHERE b.request_id = NEW.request_id AND b.state = 'BOOKED' AND b.chair_id = NEW.decided_by_id) THEN\n        RAISE EXCEPTION 'exclusion_decided_by_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_decided_by_its_chair';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="c16009585fb99fa69d627e0a12ee636e899b2ff0",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_exclusion_decided_by_its_chair_f5690",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_outcome_by_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.outcome_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR (OLD.gets_letter, OLD.gets_record, OLD.outcome_by_id)\n            IS DISTINCT FROM (NEW.gets_letter, NEW.gets_record, NEW.outcome_by_id))\n        AND NOT EXISTS (\n            SELECT FROM conferences_booking AS b\n            WHERE b.request_id = NEW.request_id AND b.state IN ('BOOKED', 'HELD') AND b.chair_id = NEW.outcome_by_id) THEN\n        RAISE EXCEPTION 'exclusion_outcome_by_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_outcome_by_its_chair';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1278ef2b3335681b4579f64fae30a46e3e7c8e6b",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_exclusion_outcome_by_its_chair_a4fea",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.lifted_at IS NOT NULL\n        OR (NEW.request_id, NEW.person_id, NEW.name, NEW.put_by_id, NEW.put_at)\n            IS DISTINCT FROM (OLD.request_id, OLD.person_id, OLD.name, OLD.put_by_id, OLD.put_at)\n        OR (OLD.answer <> '' AND NEW.answer = '')\n        OR (to_jsonb(OLD) - ARRAY['told_how', 'told_date', 'told_by_id', 'told_at', 'gets_letter', 'gets_record', 'outcome_words', 'outcome_by_id', 'outcome_at', 'saved_by_id', 'saved_at'] <> to_jsonb(NEW) - ARRAY['told_how', 'told_date', 'told_by_id', 'told_at', 'gets_letter', 'gets_record', 'outcome_words', 'outcome_by_id', 'outcome_at', 'saved_by_id', 'saved_at'] AND NOT EXISTS (\n            SELECT FROM conferences_request AS q\n            WHERE q.id = NEW.request_id AND q.state IN ('REQUESTED', 'BOOKED'))) THEN\n        RAISE EXCEPTION 'exclusion_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="61532b17bd69797840dfbad92f72ee11349325d5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_exclusion_stays_be513",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how") SELECT new_values."answer", new_values."asked_date", new_values."asker", new_values."decided_at", new_values."decided_by_id", new_values."decided_part", new_values."extent", new_values."facts", new_values."gets_letter", new_values."gets_record", new_values."ground", new_values."id", new_values."instead", new_values."instead_words", new_values."letter_why", new_values."lift_reason", new_values."lift_words", new_values."lifted_at", new_values."lifted_by_id", new_values."name", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_words", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_at", new_values."put_by_id", new_values."reasons", new_values."ref", new_values."request_id", new_values."saved_at", new_values."saved_by_id", new_values."teller", new_values."told_at", new_values."told_by_id", new_values."told_date", new_values."told_how" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="13ba9b2ab8cf2055fe231f9f1e0fc6c49864b4ed",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d52a3",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how") SELECT new_values."answer", new_values."asked_date", new_values."asker", new_values."decided_at", new_values."decided_by_id", new_values."decided_part", new_values."extent", new_values."facts", new_values."gets_letter", new_values."gets_record", new_values."ground", new_values."id", new_values."instead", new_values."instead_words", new_values."letter_why", new_values."lift_reason", new_values."lift_words", new_values."lifted_at", new_values."lifted_by_id", new_values."name", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_words", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_at", new_values."put_by_id", new_values."reasons", new_values."ref", new_values."request_id", new_values."saved_at", new_values."saved_by_id", new_values."teller", new_values."told_at", new_values."told_by_id", new_values."told_date", new_values."told_how" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a34339e19ce80c868472a6aa10d82947ac291ddd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c70f9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how") SELECT old_values."answer", old_values."asked_date", old_values."asker", old_values."decided_at", old_values."decided_by_id", old_values."decided_part", old_values."extent", old_values."facts", old_values."gets_letter", old_values."gets_record", old_values."ground", old_values."id", old_values."instead", old_values."instead_words", old_values."letter_why", old_values."lift_reason", old_values."lift_words", old_values."lifted_at", old_values."lifted_by_id", old_values."name", old_values."outcome_at", old_values."outcome_by_id", old_values."outcome_words", old_values."part", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_at", old_values."put_by_id", old_values."reasons", old_values."ref", old_values."request_id", old_values."saved_at", old_values."saved_by_id", old_values."teller", old_values."told_at", old_values."told_by_id", old_values."told_date", old_values."told_how" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="437ba90abd856e08600a04c8e51c28739c90531a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d7952",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="23edee984c999379f5e9c6160a8dd688c48bf556",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a0a7f",
                    table="conferences_exclusionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
