"""A further role that ended stays so, and one that is held stays as it was given."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0026_files_tell_what_came_of_them"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
    ]
