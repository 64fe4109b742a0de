"""The kinds of agency that every council begins with. Pure. A council adds others on a page.

Source: Working Together 2026, chapter 2 (relevant agencies); R16 for who counts towards a quorum.
"""

SOCIAL_CARE = "SOCIAL_CARE"
# They come for the family or for the meeting, not for a service that knows the child.
NEVER_COUNT = frozenset({"INTERPRETER", "ADVOCATE", "MINUTE_TAKER", "SUPPORTER", "OTHER"})
STARTING = {
    SOCIAL_CARE: "Children's social care",
    "POLICE": "Police",
    "HEALTH_VISITING": "Health visiting",
    "SCHOOL_NURSING": "School nursing",
    "MIDWIFERY": "Midwifery",
    "GENERAL_PRACTICE": "General practice",
    "MENTAL_HEALTH": "Mental health",
    "HOSPITAL": "Hospital",
    "SCHOOL": "School or college",
    "EARLY_YEARS": "Early years",
    "PROBATION": "Probation",
    "HOUSING": "Housing",
    "SUBSTANCE_MISUSE": "Drug and alcohol service",
    "DOMESTIC_ABUSE": "Domestic abuse service",
    "VOLUNTARY": "Voluntary organisation",
    "INTERPRETER": "Interpreter",
    "ADVOCATE": "Advocate",
    "MINUTE_TAKER": "Minute taker",
    "SUPPORTER": "Supporter of the family",
    "OTHER": "Somebody else, of no agency that counts",
}
