"""Which children stood in the file, and what is held open that the file no longer tells."""

from conferences.exchange.census.statements.step import Step

STEPS = (
    Step("""
        INSERT INTO conferences_importedchild (file_id, child_id) SELECT %(file)s, id FROM census_child
    """),
    # Said only by the latest file: an older one cannot know of later plans.
    Step("""
        INSERT INTO conferences_importfault (file_id, kind, line, col, path, la_child_id, rule, sentence)
        SELECT %(file)s, 'NOTED', %(line)s, 1, '', '', 'GONE',
            CASE WHEN count(*) = 1
                THEN 'One plan that an earlier file left open is not in this file. It stays open.'
                ELSE to_char(count(*),
                    'FM999,999') || ' plans that an earlier file left open are not in this file.'
                    || ' They stay open.' END
        FROM conferences_plan
        WHERE source = 'CENSUS' AND end_date IS NULL AND census_date < %(reference)s
            AND NOT EXISTS (SELECT 1 FROM conferences_plan later WHERE later.census_date > %(reference)s)
        HAVING count(*) > 0
    """),
)
