"""Every rule that a record can break, with a title in plain words.

Numbers are the DfE's own for the census (a Q is a query, not an error); words are ours, for what the
census's rules do not name: bends of form, and differences from what is held already.
"""

TITLES: dict[str, str] = {
    # ----- The file and its form (ours, but 100) -----
    "100": "The reference date is not 31 March of the year that the file names",
    "HEADER": "Something is missing or unusual in the file’s header",
    "LEA": "The file names a local authority that is not known",
    "DATE": "A date is written in another way, or cannot be read",
    "NUMBER": "A number is written in another way",
    "YES-NO": "An answer is not written as 1 or 0",
    "CODE": "A code is not in the census’s list",
    "TEXT": "There is text between the elements",
    "ELEMENT": "An element is where the census has none",
    "REPEATED": "The same thing appears twice",
    "READ-PAST": "Not kept here",
    "AFTER": "Something is after the file’s own reference date, when it could not be known",
    # ----- The child -----
    "8500": "The child has no local authority number",
    "8510": "The child’s number is in the file more than once",
    "1570": "The child’s number is longer than 20 characters",
    "1580": "The child’s number has characters other than letters and digits",
    "1510": "The unique pupil number’s check letter is wrong",
    "1520": "The same unique pupil number is given for more than one child",
    "1530": "The unique pupil number’s authority code is not known",
    "1540": "The unique pupil number has letters where digits should be",
    "1550": "The unique pupil number’s last character is not allowed",
    "1560Q": "The former unique pupil number is not written as one",
    "UPN": "A pupil number is too long, is given with a reason for not knowing it, or neither is given",
    "8770Q": "The child is of school age and has no unique pupil number and no reason that fits",
    "8772": "The number is unknown because of no further action, but a referral led to action",
    "8525Q": "There is not exactly one of birth date and expected birth date",
    "8520": "The birth date is after the reference date",
    "8530Q": "The expected birth date is not near the reference date",
    "8775Q": "The person is over 25",
    "8535Q": "The date of death is before the birth",
    "8545Q": "The date of death is outside the census year",
    "4180": "The sex is missing or not a code",
    "8750": "An unborn child’s sex is not U",
    "4220": "The ethnicity is missing or not a code",
    "8540": "A disability is missing or not a code",
    "8790": "No disability and a disability are both recorded",
    "8794": "The same disability is recorded twice",
    "8590": "The child has no need episode",
    "2886Q": "More than 2 in 100 children who are born have no sex recorded",
    "2887Q": "Fewer than 8 disability codes are used",
    "2888Q": "No child has more than one disability",
    # ----- The need episode -----
    "8600": "The referral date is missing or after the reference date",
    "8569Q": "A referral of an earlier year is not marked as acted on",
    "8555Q": "The referral is after the child’s death",
    "8606": "The referral is more than 280 days before the birth",
    "8866": "The source of the referral is missing or not a code",
    "8610": "The primary need is missing",
    "8650": "The primary need is not a code",
    "8568": "Whether there was further action is missing or unclear",
    "8620": "The closure is outside the census year",
    "8630": "The episode closes before its referral",
    "8640": "The reason for closure is not a code",
    "8805": "The episode has a closure date without a reason",
    "8810": "The episode has a reason for closure without a date",
    "8585Q": "The episode closed because the child died, but no date of death is recorded",
    "8565": "Something is dated after the episode closed",
    "8815": "The child has more than one open need episode",
    "8816": "An open need episode is not the child’s latest",
    "8820": "Need episodes overlap",
    "2990": "There is activity in an episode that closed after assessment",
    "8825Q": "An episode that closed after assessment has no assessment",
    # ----- Assessments -----
    "1103": "An assessment starts before the referral",
    "8608": "An assessment is completed before it starts",
    "8614": "An assessment that is not completed has factors",
    "8670Q": "An assessment has waited more than 45 working days to be completed",
    "8696": "An assessment is completed outside the census year",
    "8736": "An assessment that is not completed started outside the census year",
    "8863Q": "An assessment starts while another is going on",
    "8867": "The episode is closed, but an assessment is not completed",
    "8869": "No factors identified stands beside other factors",
    "8873Q": "The only assessment found no factors, but the episode closed for another reason",
    "8896": "Two or more assessments are open in one episode",
    "8897Q": "A completed assessment has no factors, or one that is not a code",
    "8898": "An assessment has the same factor twice",
    "8945Q": "A factor of assessment is 18A, which is no longer used",
    "8950Q": "A factor of assessment is 19A, which is no longer used",
    # ----- Enquiries and initial conferences -----
    "8615": "A section 47 has no start, or its conference is before its start",
    "2889": "A section 47 starts before the referral",
    "1104": "An initial conference is before the referral",
    "8715": "An initial conference is outside the census year",
    "8740": "A section 47 without its conference started outside the census year",
    "8675Q": "A section 47 has waited more than 15 working days for its conference",
    "8839": "Two or more section 47s are open in one episode",
    "8890": "A section 47 starts while another is running",
    "8868": "The episode is closed, but a section 47 has no clear end",
    "8870Q": "The target date of a conference is on a weekend",
    "8875": "An initial conference is on a weekend",
    "8831": "There is an assessment, section 47 or conference on a referral with no further action",
    "2991Q": "There is a section 47 but no assessment",
    "2884": "The same conference is with the section 47 and with the episode",
    "ICPC": "The initial conference can be read in two ways",
    # ----- Child protection plans and reviews -----
    "8720": "The plan’s start is missing or after the reference date",
    "8730": "The number of previous plans is missing or not a number",
    "8840": "The plan starts and ends on the same day",
    "8925": "The plan ends before it starts",
    "8930": "The plan’s end is outside the census year",
    "8905": "The initial category of abuse is missing or not a code",
    "8910": "The latest category of abuse is missing or not a code",
    "8915": "The plan starts after the child’s death",
    "8920": "The plan ends after the child’s death",
    "DEATH": "A plan is still open after the child’s death",
    "8935": "The child has more than one open plan",
    "8940": "The plan overlaps another",
    "1105": "The plan starts before the referral",
    "8832": "There is a plan on a referral with no further action",
    "2883": "More plans started in the year than initial conferences were held",
    "2885": "The plan does not start on the day of an initial conference",
    "8841": "A review is on or before the plan’s start",
    "8842Q": "A review has no date",
    "REVIEW": "A review is after the plan’s end or after the reference date",
    # ----- Child in need plans -----
    "4000": "There is a child in need plan on a referral with no further action",
    "4001": "A child in need plan and a child protection plan are both open",
    "4003": "A review is held while a child in need plan is open",
    "4004": "The episode has more than one open child in need plan",
    "4008": "The child in need plan starts after the child’s death",
    "4009Q": "The child in need plan ends after the child’s death",
    "4010": "The child in need plan’s start is missing or after the reference date",
    "4011": "The child in need plan ends before it starts",
    "4012Q": "The child in need plan starts and ends on the same day",
    "4013": "The child in need plan’s end is outside the census year",
    "4014": "Child in need plans overlap; both end days count",
    "4015": "The child in need plan starts before the referral",
    "4016": "A child in need plan starts inside a child protection plan",
    "4017": "A child protection plan starts inside a child in need plan",
    # ----- Beside what is held already (ours) -----
    "LATER": "A later file is different, and the later file’s facts were kept",
    "HELD": "The record here is different and was kept",
    "USED": "The number is that of another child here, as far as can be seen",
    "GONE": "What was told before is in no file since. It was kept",
}

PLANS = "Plans open, started and ended"
REPEATS = "Repeat plans"
CATEGORIES = "Categories of abuse"
REVIEWS = "Reviews on time"
CONFERENCES = "Initial conferences and their working days"
CHILDREN = "Every figure of the child"
# The figures that a broken rule touches: a record is not counted, or is by a fact that may be wrong. The
# others are for the return alone.
TOUCHES: dict[str, str] = {
    **dict.fromkeys(["8500", "8510", "1570", "ELEMENT", "USED"], CHILDREN),
    **dict.fromkeys(["8720", "8840", "8925", "8930", "8915", "8920", "DEATH", "8935", "8940"], PLANS),
    **dict.fromkeys(["8832", "1105", "2883", "2885", "GONE"], PLANS),
    "8730": REPEATS,
    **dict.fromkeys(["8905", "8910"], CATEGORIES),
    **dict.fromkeys(["8841", "8842Q", "REVIEW", "4003"], REVIEWS),
    **dict.fromkeys(["8615", "2889", "1104", "8715", "8740", "8675Q", "8839", "8890", "8868"], CONFERENCES),
    **dict.fromkeys(["8875", "8831", "2884", "ICPC"], CONFERENCES),
}


def touches(rule: str) -> str:
    """The figures that a broken rule touches, in words."""
    return TOUCHES.get(rule, "No figure")


def by_effect(rule: str) -> int:
    """0 for a rule that touches a figure, 1 for another error, 2 for a question: the order to mend in."""
    if rule in TOUCHES:
        return 0
    return 2 if rule.endswith("Q") else 1
