"""What two people decide stays as it was asked and as it ended, and is never deleted."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0031_joined_words_kept"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="accountchange",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountchange",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountchange",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountchange",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictionremoval",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictionremoval",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictionremoval",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
    ]
