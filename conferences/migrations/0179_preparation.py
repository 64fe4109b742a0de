"""Before a conference: contact with each of the family, and the children’s own words."""

import uuid

import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0178_records_go_to_nobody_checked"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.CreateModel(
            name="FamilyContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("MET", "They talked with us"),
                            ("DECLINED", "They did not want to talk before the conference"),
                            ("FAILED", "Tried, and not reached"),
                        ],
                        max_length=8,
                    ),
                ),
                ("contact_date", models.DateField()),
                (
                    "maker",
                    models.CharField(
                        choices=[
                            ("CHAIR", "The chair"),
                            ("SUPPORT", "Somebody of the unit, for the chair"),
                            ("WORKER", "The children’s worker"),
                        ],
                        max_length=8,
                    ),
                ),
                ("maker_name", models.CharField(max_length=150)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("IN_PERSON", "In person"),
                            ("TELEPHONE", "By telephone"),
                            ("VIDEO", "By video"),
                            ("MESSAGE", "By letter, email or message"),
                        ],
                        max_length=10,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("words", models.TextField(blank=True)),
                ("wants", models.TextField(blank=True)),
                ("seating", models.CharField(blank=True, max_length=300)),
                ("breaks", models.CharField(blank=True, max_length=300)),
                ("arrival", models.CharField(blank=True, max_length=300)),
                ("supporter", models.CharField(blank=True, max_length=150)),
                (
                    "supporter_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RELATIVE", "Family"),
                            ("FRIEND", "A friend"),
                            ("ADVOCATE", "An advocate"),
                            ("SOLICITOR", "A solicitor"),
                            ("OTHER", "Somebody else"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "family_plan",
                    models.CharField(
                        choices=[
                            ("NOT_SPOKEN", "It was not spoken of"),
                            ("NONE", "There is none, and none was offered"),
                            ("OFFERED", "It was offered"),
                            ("REFUSED", "It was offered, and they do not want one"),
                            ("AGREED", "They have a plan of their own, without a family group conference"),
                            ("HELD", "A family group conference was held"),
                        ],
                        max_length=10,
                    ),
                ),
                ("family_plan_date", models.DateField(blank=True, null=True)),
                ("told_at", models.DateTimeField()),
                ("back_words", models.TextField(blank=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="conferences.requestedchild",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="conferences.invitation",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="family_contacts",
                        to="conferences.request",
                    ),
                ),
                (
                    "taken_back_by",
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
                "ordering": ["contact_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FamilyContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("MET", "They talked with us"),
                            ("DECLINED", "They did not want to talk before the conference"),
                            ("FAILED", "Tried, and not reached"),
                        ],
                        max_length=8,
                    ),
                ),
                ("contact_date", models.DateField()),
                (
                    "maker",
                    models.CharField(
                        choices=[
                            ("CHAIR", "The chair"),
                            ("SUPPORT", "Somebody of the unit, for the chair"),
                            ("WORKER", "The children’s worker"),
                        ],
                        max_length=8,
                    ),
                ),
                ("maker_name", models.CharField(max_length=150)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("IN_PERSON", "In person"),
                            ("TELEPHONE", "By telephone"),
                            ("VIDEO", "By video"),
                            ("MESSAGE", "By letter, email or message"),
                        ],
                        max_length=10,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("words", models.TextField(blank=True)),
                ("wants", models.TextField(blank=True)),
                ("seating", models.CharField(blank=True, max_length=300)),
                ("breaks", models.CharField(blank=True, max_length=300)),
                ("arrival", models.CharField(blank=True, max_length=300)),
                ("supporter", models.CharField(blank=True, max_length=150)),
                (
                    "supporter_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RELATIVE", "Family"),
                            ("FRIEND", "A friend"),
                            ("ADVOCATE", "An advocate"),
                            ("SOLICITOR", "A solicitor"),
                            ("OTHER", "Somebody else"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "family_plan",
                    models.CharField(
                        choices=[
                            ("NOT_SPOKEN", "It was not spoken of"),
                            ("NONE", "There is none, and none was offered"),
                            ("OFFERED", "It was offered"),
                            ("REFUSED", "It was offered, and they do not want one"),
                            ("AGREED", "They have a plan of their own, without a family group conference"),
                            ("HELD", "A family group conference was held"),
                        ],
                        max_length=10,
                    ),
                ),
                ("family_plan_date", models.DateField(blank=True, null=True)),
                ("told_at", models.DateTimeField()),
                ("back_words", models.TextField(blank=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.requestedchild",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.invitation",
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
                        to="conferences.familycontact",
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
                    "taken_back_by",
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
        migrations.CreateModel(
            name="ViewsBefore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("gathered_date", models.DateField()),
                ("gatherer", models.CharField(max_length=150)),
                ("words", models.TextField(blank=True)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DIRECT_WORK", "In direct work with the child"),
                            ("TALK", "In a talk with the child"),
                            ("ADVOCATE", "By the child’s advocate"),
                            ("OWN_FORM", "Written or drawn by the child, or on a form of their own"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "aloud",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("YES", "They may be read aloud"),
                            ("OTHERWISE", "Only in other words, and not as the child’s"),
                            ("NO", "They are for the chair alone"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "none_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("TOO_YOUNG", "The child is too young to say"),
                            ("DECLINED", "The child did not want to"),
                            ("NOT_ALONE", "The child could not be seen alone"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("none_words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField()),
                ("back_words", models.TextField(blank=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="views_before",
                        to="conferences.requestedchild",
                    ),
                ),
                (
                    "taken_back_by",
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
                "ordering": ["gathered_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ViewsBeforeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("gathered_date", models.DateField()),
                ("gatherer", models.CharField(max_length=150)),
                ("words", models.TextField(blank=True)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DIRECT_WORK", "In direct work with the child"),
                            ("TALK", "In a talk with the child"),
                            ("ADVOCATE", "By the child’s advocate"),
                            ("OWN_FORM", "Written or drawn by the child, or on a form of their own"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "aloud",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("YES", "They may be read aloud"),
                            ("OTHERWISE", "Only in other words, and not as the child’s"),
                            ("NO", "They are for the chair alone"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "none_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("TOO_YOUNG", "The child is too young to say"),
                            ("DECLINED", "The child did not want to"),
                            ("NOT_ALONE", "The child could not be seen alone"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("none_words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField()),
                ("back_words", models.TextField(blank=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="conferences.viewsbefore",
                    ),
                ),
                (
                    "taken_back_by",
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
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("contact_date"),
                    models.Q(
                        ("family_plan_date__isnull", True),
                        safeguarding.promises.IsFinite("family_plan_date"),
                        _connector="OR",
                    ),
                ),
                name="family_contact_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked__isnull", True), ("invitation__isnull", False)),
                    models.Q(("asked__isnull", False), ("invitation__isnull", True)),
                    _connector="OR",
                ),
                name="family_contact_with_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("maker__in", ["CHAIR", "SUPPORT", "WORKER"]),
                    ("outcome__in", ["MET", "DECLINED", "FAILED"]),
                    ("way__in", ["IN_PERSON", "TELEPHONE", "VIDEO", "MESSAGE"]),
                    models.Q(("maker_name", ""), _negated=True),
                ),
                name="family_contact_by_whom_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "MET"), _negated=True),
                    models.Q(("way", "MESSAGE"), _negated=True),
                    _connector="OR",
                ),
                name="family_contact_is_a_talk",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "FAILED"), _negated=True),
                    models.Q(
                        ("arrival", ""),
                        ("breaks", ""),
                        ("seating", ""),
                        ("supporter", ""),
                        ("wants", ""),
                        ("family_plan", "NOT_SPOKEN"),
                    ),
                    _connector="OR",
                ),
                name="family_contact_reached_says_what_is_wanted",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("supporter", ""), ("supporter_kind", "")),
                    models.Q(
                        ("supporter_kind__in", ["RELATIVE", "FRIEND", "ADVOCATE", "SOLICITOR", "OTHER"]),
                        models.Q(("supporter", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="family_contact_supporter_and_who",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("family_plan__in", ["OFFERED", "REFUSED", "AGREED", "HELD"]),
                        ("family_plan_date__isnull", False),
                    ),
                    models.Q(("family_plan__in", ["NOT_SPOKEN", "NONE"]), ("family_plan_date__isnull", True)),
                    _connector="OR",
                ),
                name="family_contact_plan_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("contact_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("contact_date"), safeguarding.promises.LocalDay("told_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("family_plan_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("family_plan_date"), safeguarding.promises.LocalDay("told_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="family_contact_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="familycontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("back_words", ""), ("taken_back_at__isnull", True), ("taken_back_by__isnull", True)
                    ),
                    models.Q(
                        ("taken_back_at__isnull", False),
                        ("taken_back_by__isnull", False),
                        models.Q(("back_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="family_contact_taken_back_by_at_and_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_with_one_of_the_list_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r LEFT JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            LEFT JOIN conferences_requestedchild AS c ON c.id = r.asked_id\n        WHERE (i.id IS NOT NULL AND (i.request_id <> r.request_id OR i.agency_kind <> ''))\n            OR (c.id IS NOT NULL AND c.request_id <> r.request_id)) THEN\n        RAISE EXCEPTION 'family_contact_with_one_of_the_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_with_one_of_the_list';\n    END IF;\n    RETURN NULL;",
                    hash="f902e937a18a0780134ac7a3a3fa194eeeb63803",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_family_contact_with_one_of_the_list_new_531de",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_familycontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_with_one_of_the_list",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.request_id IS DISTINCT FROM NEW.request_id OR OLD.invitation_id IS DISTINCT FROM NEW.invitation_id OR OLD.asked_id IS DISTINCT FROM NEW.asked_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_familycontact WHERE id = NEW.id) AS r LEFT JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            LEFT JOIN conferences_requestedchild AS c ON c.id = r.asked_id\n        WHERE (i.id IS NOT NULL AND (i.request_id <> r.request_id OR i.agency_kind <> ''))\n            OR (c.id IS NOT NULL AND c.request_id <> r.request_id)) THEN\n        RAISE EXCEPTION 'family_contact_with_one_of_the_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_with_one_of_the_list';\n    END IF;\n    RETURN NULL;",
                    hash="d552ceac3a949f3b335751b8ebba7fa5f39b9a2b",
                    operation='UPDATE OF "request_id", "invitation_id", "asked_id"',
                    pgid="pgtrigger_family_contact_with_one_of_the_list_4badd",
                    table="conferences_familycontact",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_by_the_meeting_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_booking AS b ON b.request_id = r.request_id\n        WHERE b.state IN ('BOOKED', 'HELD') AND r.taken_back_at IS NULL AND r.contact_date > (b.starts_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'family_contact_by_the_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_by_the_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="162a8c25fb27c0185aadd5fbf3786d667b5900e3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_family_contact_by_the_meeting_new_a0160",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_familycontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_by_the_meeting",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.contact_date IS DISTINCT FROM NEW.contact_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_familycontact WHERE id = NEW.id) AS r JOIN conferences_booking AS b ON b.request_id = r.request_id\n        WHERE b.state IN ('BOOKED', 'HELD') AND r.taken_back_at IS NULL AND r.contact_date > (b.starts_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'family_contact_by_the_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_by_the_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="b826c54083daf52310c198e9ef6292da8d40213f",
                    operation='UPDATE OF "contact_date"',
                    pgid="pgtrigger_family_contact_by_the_meeting_34626",
                    table="conferences_familycontact",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="family_contact_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE'\n        OR (NEW.invitation_id, NEW.asked_id) IS DISTINCT FROM (OLD.invitation_id, OLD.asked_id)\n        OR (NEW.request_id <> OLD.request_id AND NEW.asked_id IS NULL)\n        OR (OLD.taken_back_at IS NOT NULL AND NEW.request_id = OLD.request_id) THEN\n        RAISE EXCEPTION 'family_contact_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'family_contact_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="b9708f64692848b7eed08121bc4a9892f488002c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_family_contact_stays_6772c",
                    table="conferences_familycontact",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_familycontactevent" ("arrival", "asked_id", "back_words", "breaks", "contact_date", "family_plan", "family_plan_date", "id", "invitation_id", "maker", "maker_name", "minutes", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "seating", "supporter", "supporter_kind", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "wants", "way", "words") SELECT new_values."arrival", new_values."asked_id", new_values."back_words", new_values."breaks", new_values."contact_date", new_values."family_plan", new_values."family_plan_date", new_values."id", new_values."invitation_id", new_values."maker", new_values."maker_name", new_values."minutes", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."request_id", new_values."seating", new_values."supporter", new_values."supporter_kind", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told_at", new_values."told_by_id", new_values."wants", new_values."way", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7a4888c653597a2a8f3ecf23dbf66f2fd6085c53",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_78157",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_familycontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_familycontactevent" ("arrival", "asked_id", "back_words", "breaks", "contact_date", "family_plan", "family_plan_date", "id", "invitation_id", "maker", "maker_name", "minutes", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "seating", "supporter", "supporter_kind", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "wants", "way", "words") SELECT new_values."arrival", new_values."asked_id", new_values."back_words", new_values."breaks", new_values."contact_date", new_values."family_plan", new_values."family_plan_date", new_values."id", new_values."invitation_id", new_values."maker", new_values."maker_name", new_values."minutes", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."request_id", new_values."seating", new_values."supporter", new_values."supporter_kind", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told_at", new_values."told_by_id", new_values."wants", new_values."way", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ed26dcc99e49cbe119ad219cdb0cadb74cb66e8f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6c306",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_familycontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_familycontactevent" ("arrival", "asked_id", "back_words", "breaks", "contact_date", "family_plan", "family_plan_date", "id", "invitation_id", "maker", "maker_name", "minutes", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "request_id", "seating", "supporter", "supporter_kind", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "wants", "way", "words") SELECT old_values."arrival", old_values."asked_id", old_values."back_words", old_values."breaks", old_values."contact_date", old_values."family_plan", old_values."family_plan_date", old_values."id", old_values."invitation_id", old_values."maker", old_values."maker_name", old_values."minutes", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."request_id", old_values."seating", old_values."supporter", old_values."supporter_kind", old_values."taken_back_at", old_values."taken_back_by_id", old_values."told_at", old_values."told_by_id", old_values."wants", old_values."way", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="90e5e048a7189f10273046e68fb3c40a1bb44ac4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b3a3e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_familycontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familycontactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0d8ca755cf3d4da8cdb886d2ce5e292fb69f4134",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8342e",
                    table="conferences_familycontactevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="viewsbefore",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("gathered_date")),
                name="views_before_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="viewsbefore",
            constraint=models.CheckConstraint(
                condition=models.Q(("gatherer", ""), _negated=True), name="views_before_gathered_by_whom"
            ),
        ),
        migrations.AddConstraint(
            model_name="viewsbefore",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("aloud__in", ["YES", "OTHERWISE", "NO"]),
                        ("none_why", ""),
                        ("none_words", ""),
                        ("way__in", ["DIRECT_WORK", "TALK", "ADVOCATE", "OWN_FORM"]),
                        models.Q(("words", ""), _negated=True),
                    ),
                    models.Q(
                        ("aloud", ""),
                        ("none_why__in", ["TOO_YOUNG", "DECLINED", "NOT_ALONE", "OTHER"]),
                        ("way", ""),
                        ("words", ""),
                    ),
                    _connector="OR",
                ),
                name="views_before_words_or_why_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="viewsbefore",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("none_why", "OTHER"), _negated=True),
                    models.Q(("none_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="views_before_another_reason_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="viewsbefore",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gathered_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("gathered_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="views_before_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="viewsbefore",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("back_words", ""), ("taken_back_at__isnull", True), ("taken_back_by__isnull", True)
                    ),
                    models.Q(
                        ("taken_back_at__isnull", False),
                        ("taken_back_by__isnull", False),
                        models.Q(("back_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="views_before_taken_back_by_at_and_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="views_before_by_the_meeting_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_requestedchild AS c ON c.id = r.asked_id\n            JOIN conferences_booking AS b ON b.request_id = c.request_id\n        WHERE b.state IN ('BOOKED', 'HELD') AND r.taken_back_at IS NULL AND r.gathered_date > (b.starts_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'views_before_by_the_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'views_before_by_the_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="36237c426af1ccd94d13027b06e2dfdc9f562477",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_views_before_by_the_meeting_new_b9bac",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_viewsbefore",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="views_before_by_the_meeting",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.gathered_date IS DISTINCT FROM NEW.gathered_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_viewsbefore WHERE id = NEW.id) AS r JOIN conferences_requestedchild AS c ON c.id = r.asked_id\n            JOIN conferences_booking AS b ON b.request_id = c.request_id\n        WHERE b.state IN ('BOOKED', 'HELD') AND r.taken_back_at IS NULL AND r.gathered_date > (b.starts_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'views_before_by_the_meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'views_before_by_the_meeting';\n    END IF;\n    RETURN NULL;",
                    hash="8e05d7ed6547091a490025a0f244d6bf2bd1767f",
                    operation='UPDATE OF "gathered_date"',
                    pgid="pgtrigger_views_before_by_the_meeting_ece3b",
                    table="conferences_viewsbefore",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="views_before_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL OR NEW.asked_id <> OLD.asked_id THEN\n        RAISE EXCEPTION 'views_before_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'views_before_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="9543a83c2fcfc5d0d9b2f445d5d775c0a8f9e01d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_views_before_stays_f28f3",
                    table="conferences_viewsbefore",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_viewsbeforeevent" ("aloud", "asked_id", "back_words", "gathered_date", "gatherer", "id", "none_why", "none_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "way", "words") SELECT new_values."aloud", new_values."asked_id", new_values."back_words", new_values."gathered_date", new_values."gatherer", new_values."id", new_values."none_why", new_values."none_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told_at", new_values."told_by_id", new_values."way", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="55d97530b0530010779cb3236c14d54ceae87483",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac151",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_viewsbefore",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_viewsbeforeevent" ("aloud", "asked_id", "back_words", "gathered_date", "gatherer", "id", "none_why", "none_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "way", "words") SELECT new_values."aloud", new_values."asked_id", new_values."back_words", new_values."gathered_date", new_values."gatherer", new_values."id", new_values."none_why", new_values."none_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told_at", new_values."told_by_id", new_values."way", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f3013f886e3d3a8598d4fe309934e3738ea374ce",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_14a52",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_viewsbefore",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_viewsbeforeevent" ("aloud", "asked_id", "back_words", "gathered_date", "gatherer", "id", "none_why", "none_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "way", "words") SELECT old_values."aloud", old_values."asked_id", old_values."back_words", old_values."gathered_date", old_values."gatherer", old_values."id", old_values."none_why", old_values."none_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."taken_back_at", old_values."taken_back_by_id", old_values."told_at", old_values."told_by_id", old_values."way", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9c25d9f0a475cbff900e81bfe87272ecb1706cf2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6fccd",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_viewsbefore",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="viewsbeforeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="253cec79f84cf0c2e764b6a72a676361fec03944",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b2e6b",
                    table="conferences_viewsbeforeevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
