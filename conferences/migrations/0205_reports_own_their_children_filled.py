"""The reports that came are about the children whom their conference was for as they were sent: those of the
request now, and those who left it since.
"""

from django.db import migrations

FILL = """
    INSERT INTO conferences_agencyreportchild (report_id, child_id)
    SELECT r.id, e.child_id
    FROM conferences_agencyreport AS r
    JOIN conferences_invitation AS i ON i.id = r.invitation_id
    JOIN (
        SELECT request_id, child_id FROM conferences_requestedchild
        UNION
        SELECT h.request_id, q.child_id FROM conferences_requestedchildevent AS h
        JOIN conferences_requestedchild AS q ON q.id = h.pgh_obj_id
    ) AS e ON e.request_id = i.request_id
"""


class Migration(migrations.Migration):
    dependencies = [("conferences", "0204_reports_own_their_children")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
