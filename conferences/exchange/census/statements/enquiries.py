"""Need episodes, and the enquiries in them with the strategy discussion that started each."""

from conferences.exchange.census.statements.hanging import end_duties, hanging
from conferences.exchange.census.statements.kinds import (
    NO_ERROR,
    Column,
    Kind,
    change,
    differs,
    held_here,
    in_episode,
    in_error,
    match,
    moves,
    settle,
    touched,
    untold,
    withdraw,
)
from conferences.exchange.census.statements.step import Step, counted, day, differing, fault
from conferences.models import ConferenceNeed
from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from safeguarding.labelled import choices

YES_NO = (("true", "yes"), ("false", "no"))
EPISODE = Kind(
    name="need_episodes",
    staged="census_episode",
    table="conferences_needepisode",
    key="referral_date",
    told="referral",
    what="The need episode",
    columns=(
        Column("referral_source", "t.source", "source of referral", codes=choices(ReferralSource)),
        Column("primary_need", "t.need", "primary need", codes=choices(PrimaryNeed)),
        Column("no_further_action", "t.no_further_action", "no further action", codes=YES_NO),
        Column("closure_date", "t.closure", "closure", is_day=True),
        Column("closure_reason", "t.reason", "reason for closure", codes=choices(ClosureReason)),
    ),
    which=NO_ERROR,
)
EPISODE_WORDS = differing(
    ("source of referral", "nullif(t.source, '')", "held.referral_source"),
    ("primary need", "nullif(t.need, '')", "held.primary_need"),
    ("closure", "t.closure", "held.closure_date"),
)
EPISODES = (
    *in_error(EPISODE),
    match(EPISODE),
    untold(EPISODE),
    *moves(EPISODE),
    differs(EPISODE),
    *touched(EPISODE),
    *settle(EPISODE),
    held_here(EPISODE, EPISODE_WORDS),
    change(EPISODE),
    *counted(EPISODE.name),
    Step(
        """
        WITH added AS (
            INSERT INTO conferences_needepisode (child_id, referral_date, referral_source, primary_need,
                no_further_action, closure_date, closure_reason, source, census_date)
            SELECT who.id, s.referral, s.source, s.need, s.no_further_action, s.closure, s.reason, 'CENSUS',
                coalesce(s.told_by, %(reference)s)
            FROM census_episode s JOIN census_child who ON who.n = s.n WHERE s.id IS NULL
            RETURNING id, child_id, referral_date
        )
        UPDATE census_episode s SET id = added.id FROM added JOIN census_child who ON who.id = added.child_id
        WHERE s.id IS NULL AND s.n = who.n AND s.referral = added.referral_date
        """,
        counts=("need_episodes", "added"),
    ),
)
EPISODES_GONE = withdraw(EPISODE, hanging("conferences.needepisode"))

# An outcome told here says whether a conference is needed.
NEED = "CASE WHEN h.outcome = '' THEN t.need ELSE h.conference_need END"
ENQUIRY = Kind(
    name="section_47",
    staged="census_enquiry",
    table="conferences_enquiry",
    key="started_date",
    told="start_date",
    what="The section 47",
    columns=(
        Column("conference_need", NEED, "need of a conference", codes=ConferenceNeed.choices),
        Column("recorded_target_date", "t.target", "target date", is_day=True),
        Column("episode_id", "t.episode_id"),
    ),
    which="AND held.voided_at IS NULL",
    memory="file_start_date",
)
ENQUIRY_WORDS = differing(
    ("need of a conference", "nullif(t.need, 'UNDECIDED')", "held.conference_need"),
    ("target date", "t.target", "held.recorded_target_date"),
)
HELD_ENQUIRY = (
    "census_enquiry t JOIN census_child s ON s.n = t.n JOIN conferences_enquiry held ON held.id = t.id"
)
# What was told otherwise here stays so: another start, an outcome, and that an enquiry is void.
FOUND = (
    match(ENQUIRY),
    match(ENQUIRY, "file_start_date"),
    Step("""
        UPDATE census_enquiry s SET voided = held.voided_at::date
        FROM conferences_enquiry held, census_child who
        WHERE s.id IS NULL AND who.n = s.n AND held.child_id = who.id AND held.voided_at IS NOT NULL
            AND s.start_date IN (held.started_date, held.file_start_date)
    """),
    fault(
        "NOTED",
        "HELD",
        "t",
        f"'The section 47 of ' || {day('t.start_date')} || ' is void here since ' || {day('t.voided')}"
        " || ': it stays void. A conference that the file tells with it was taken without it.'",
        "census_enquiry t JOIN census_child s ON s.n = t.n WHERE t.voided IS NOT NULL",
    ),
    fault(
        "NOTED",
        "HELD",
        "t",
        f"'The section 47 of ' || {day('t.start_date')} || ' is recorded here from '"
        f" || {day('held.started_date')} || ', as somebody corrected it.'",
        f"{HELD_ENQUIRY} WHERE held.started_date <> t.start_date",
    ),
    fault(
        "NOTED",
        "HELD",
        "t",
        "'The section 47: recorded here with another need of a conference.'",
        f"{HELD_ENQUIRY} WHERE t.ours AND held.outcome <> ''"
        " AND t.need NOT IN ('UNDECIDED', held.conference_need)",
    ),
)
ENQUIRIES = (
    *FOUND,
    untold(ENQUIRY),
    # A void one is told and stays as it is: it is nothing that could have moved.
    Step("UPDATE census_enquiry SET id = 0 WHERE voided IS NOT NULL"),
    *moves(ENQUIRY),
    Step("UPDATE census_enquiry SET id = NULL WHERE voided IS NOT NULL"),
    in_episode(ENQUIRY),
    differs(ENQUIRY),
    *touched(ENQUIRY),
    *settle(ENQUIRY),
    held_here(ENQUIRY, ENQUIRY_WORDS),
    change(ENQUIRY),
    *counted(ENQUIRY.name),
    # The trigger asks that an enquiry starts with its discussion.
    Step("""
        UPDATE conferences_strategydiscussion d SET held_date = h.started_date
        FROM census_differs w JOIN conferences_enquiry h ON h.id = w.id
        WHERE w.kind = 'section_47' AND 'started_date' = ANY(w.cols) AND d.enquiry_id = h.id
            AND d.started_enquiry
    """),
    Step(
        """
        WITH added AS (
            INSERT INTO conferences_enquiry (child_id, episode_id, started_date, conference_need,
                recorded_target_date, source, census_date)
            SELECT who.id, e.id, s.start_date, s.need, s.target, 'CENSUS', coalesce(s.told_by, %(reference)s)
            FROM census_enquiry s JOIN census_child who ON who.n = s.n
                LEFT JOIN census_episode e ON e.n = s.n AND e.referral = s.referral
            WHERE s.id IS NULL AND s.voided IS NULL
            RETURNING id, child_id, started_date
        ),
        discussed AS (
            INSERT INTO conferences_strategydiscussion (enquiry_id, held_date, started_enquiry, notes)
            SELECT id, started_date, true, '' FROM added
        )
        UPDATE census_enquiry s SET id = added.id, ours = true
        FROM added JOIN census_child who ON who.id = added.child_id
        WHERE s.id IS NULL AND s.voided IS NULL AND s.n = who.n AND s.start_date = added.started_date
        """,
        counts=("section_47", "added"),
    ),
)
DISCUSSED = """
    EXISTS (SELECT FROM conferences_strategydiscussion d WHERE d.enquiry_id = u.id
        AND (NOT d.started_enquiry OR d.notes <> ''))
"""
ENQUIRIES_GONE = (
    Step(
        "UPDATE census_untold u SET stands = true WHERE kind = 'section_47' AND"
        f" ({DISCUSSED} OR {hanging('conferences.enquiry', {'strategydiscussion.enquiry'})})"
    ),
    Step("""
        DELETE FROM conferences_strategydiscussion d USING census_untold u
        WHERE u.kind = 'section_47' AND NOT u.stands AND d.enquiry_id = u.id
    """),
    *end_duties(
        "enquiry_id", "SELECT u.id FROM census_untold u WHERE u.kind = 'section_47' AND NOT u.stands"
    ),
    *withdraw(ENQUIRY, "false"),
)
