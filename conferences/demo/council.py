"""The demo's council: its teams, the people who sign in, and the agencies around it. All invented."""

from dataclasses import dataclass

from safeguarding.rights import Role

DOMAIN = "fableshire.example"
UNIT = "Safeguarding unit"
LOCALITIES = ("North locality", "South locality", "East locality")
ASSESSMENT = "Assessment team"
TEAMS = (UNIT, *LOCALITIES, ASSESSMENT)


@dataclass(frozen=True)
class DemoUser:
    """Somebody who may sign in to the demo with the one password of settings.DEMO_PASSWORD."""

    name: str
    full_name: str
    role: Role
    team: str = ""

    @property
    def email(self) -> str:
        return f"{self.name}@{DOMAIN}"


DEMO_USERS = (
    DemoUser("chair", "Clara Chairwell", Role.CHAIR, UNIT),
    DemoUser("chair2", "Cosmo Gavelworth", Role.CHAIR, UNIT),
    DemoUser("chair3", "Cora Roundtable", Role.CHAIR, UNIT),
    DemoUser("chair4", "Cyrus Middleseat", Role.CHAIR, UNIT),
    DemoUser("lead", "Stella Leadwell", Role.STRATEGIC_LEAD, UNIT),
    DemoUser("manager", "Martha Manageford", Role.MANAGER, UNIT),
    DemoUser("support", "Beatrix Diarymere", Role.BUSINESS_SUPPORT, UNIT),
    DemoUser("support2", "Bruno Minuteman", Role.BUSINESS_SUPPORT, UNIT),
    DemoUser("reviewer", "Rhea Lookover", Role.REVIEWER),
    DemoUser("governance", "Ignatius Goodrecord", Role.INFORMATION_GOVERNANCE),
    DemoUser("admin", "Ada Systemsby", Role.SYSTEM_ADMINISTRATOR),
    DemoUser("teammanager", "Tabitha Teamsworth", Role.TEAM_MANAGER, LOCALITIES[0]),
    DemoUser("teammanager2", "Tobias Teamsley", Role.TEAM_MANAGER, LOCALITIES[1]),
    DemoUser("teammanager3", "Thora Teamsbury", Role.TEAM_MANAGER, LOCALITIES[2]),
    DemoUser("teammanager4", "Titus Teamsgate", Role.TEAM_MANAGER, ASSESSMENT),
    DemoUser("socialworker", "Sorrel Fieldmouse", Role.SOCIAL_WORKER, LOCALITIES[0]),
    DemoUser("socialworker2", "Silas Homevisit", Role.SOCIAL_WORKER, LOCALITIES[0]),
    DemoUser("socialworker3", "Saskia Doorstep", Role.SOCIAL_WORKER, LOCALITIES[0]),
    DemoUser("socialworker4", "Selwyn Coregroup", Role.SOCIAL_WORKER, LOCALITIES[1]),
    DemoUser("socialworker5", "Senna Listenwell", Role.SOCIAL_WORKER, LOCALITIES[1]),
    DemoUser("socialworker6", "Stefan Notepad", Role.SOCIAL_WORKER, LOCALITIES[1]),
    DemoUser("socialworker7", "Sunita Carfull", Role.SOCIAL_WORKER, LOCALITIES[2]),
    DemoUser("socialworker8", "Shay Earlybird", Role.SOCIAL_WORKER, LOCALITIES[2]),
    DemoUser("socialworker9", "Sylvia Kindword", Role.SOCIAL_WORKER, LOCALITIES[2]),
    DemoUser("socialworker10", "Saul Strategybury", Role.SOCIAL_WORKER, ASSESSMENT),
    DemoUser("socialworker11", "Sinead Newcase", Role.SOCIAL_WORKER, ASSESSMENT),
)

# Agency: its kind and the people of it whom conferences meet, each with a job.
AGENCIES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "Fableshire Police": (
        "POLICE",
        (("Petra Truncheon", "Detective sergeant"), ("Paul Helmetley", "Detective constable")),
    ),
    "Fableshire Health Visiting": (
        "HEALTH_VISITING",
        (("Hester Homecall", "Health visitor"), ("Hugo Weighwell", "Health visitor")),
    ),
    "Fableshire School Nursing": ("SCHOOL_NURSING", (("Nora Plaster", "School nurse"),)),
    "Fableshire Midwifery": ("MIDWIFERY", (("Mina Cradleford", "Specialist midwife"),)),
    "Storyford Medical Centre": ("GENERAL_PRACTICE", (("Dr Gwen Stethoscope", "GP"),)),
    "Fableshire General Hospital": ("HOSPITAL", (("Dr Hari Wardley", "Named doctor"),)),
    "Fableshire Young Minds Service": ("MENTAL_HEALTH", (("Mabel Quietroom", "Therapist"),)),
    "Once Upon Primary School": (
        "SCHOOL",
        (("Edith Chalkdust", "Headteacher"), ("Edgar Register", "Safeguarding lead")),
    ),
    "Make Believe Academy": ("SCHOOL", (("Esme Timetable", "Safeguarding lead"),)),
    "Little Yarning Nursery": ("EARLY_YEARS", (("Nell Paintpot", "Nursery manager"),)),
    "Fableshire Probation": ("PROBATION", (("Prudence Orderly", "Probation officer"),)),
    "Fableshire Homes": ("HOUSING", (("Howard Keyring", "Housing officer"),)),
    "Clearwater Recovery": ("SUBSTANCE_MISUSE", (("Clem Onedayatatime", "Recovery worker"),)),
    "Open Door Fableshire": ("DOMESTIC_ABUSE", (("Dora Safeplace", "Independent adviser"),)),
    "Fableshire Young Voices": ("VOLUNTARY", (("Vera Speakup", "Children's advocate"),)),
}
