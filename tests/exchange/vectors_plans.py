"""Rules about enquiries, conferences and plans: what breaks each, and what does not."""

from tests.exchange.census import assessment, child, episode, in_need, plan, s47
from tests.exchange.vectors import CLOSED, DEAD, NFA, UNFINISHED, WAITS, Vectors, assessed, one

PLANS: Vectors = {
    "1104": (
        [one(s47(DateOfInitialCPC="2023-05-29")), one(DateOfInitialCPC="2023-05-29")],
        [one(s47(DateOfInitialCPC="2023-05-30")), one(s47(), CINreferralDate=None)],
    ),
    "2884": (
        [
            one(s47(), DateOfInitialCPC="2023-06-14"),
            child(
                episode(s47(), **CLOSED), episode(CINreferralDate="2023-12-01", DateOfInitialCPC="2023-06-14")
            ),
        ],
        [one(s47(), DateOfInitialCPC="2023-06-15"), one(s47(**WAITS)), one(DateOfInitialCPC="2023-06-14")],
    ),
    "2889": (
        [one(s47(S47ActualStartDate="2023-05-29"))],
        [one(s47(S47ActualStartDate="2023-05-30")), one(s47(), CINreferralDate=None)],
    ),
    "2991Q": (
        [assessed(s47()), child(episode(s47(), assessed=False), episode(CINreferralDate="2023-09-01"))],
        [one(s47()), assessed()],
    ),
    "8615": (
        [one(s47(DateOfInitialCPC="2023-05-31")), one(s47(S47ActualStartDate=None))],
        [one(s47(DateOfInitialCPC="2023-06-01")), one(s47(**WAITS))],
    ),
    "8675Q": (
        [
            one(s47(S47ActualStartDate="2024-03-07", **WAITS)),
            one(s47(S47ActualStartDate="2022-01-01", **WAITS)),
        ],
        [
            one(s47(S47ActualStartDate="2024-03-11", **WAITS)),
            one(s47(ICPCnotRequired=1, **WAITS)),
            one(s47()),
        ],
    ),
    "8715": (
        [one(s47(DateOfInitialCPC="2024-04-02")), one(DateOfInitialCPC="2023-03-31")],
        [one(s47(DateOfInitialCPC="2024-03-31")), one(DateOfInitialCPC="2023-04-01")],
    ),
    "8740": (
        [one(s47(S47ActualStartDate=day, **WAITS)) for day in ("2023-03-31", "2024-04-01")],
        [
            one(s47(S47ActualStartDate="2023-04-01", **WAITS)),
            one(s47(S47ActualStartDate="2022-05-26", ICPCnotRequired=1, **WAITS)),
            one(s47(S47ActualStartDate="2022-05-26")),
        ],
    ),
    "8831": (
        [
            one(s47(), **NFA),
            one(DateOfInitialCPC="2023-06-14", **NFA),
            assessed(UNFINISHED, **NFA),
            assessed(assessment("3B", AssessmentActualStartDate=None), ReferralNFA="true"),
            assessed(s47(), DateOfInitialCPC="2023-06-14", **NFA),
        ],
        [one(s47()), assessed(**NFA), one(DateOfInitialCPC="2023-06-14")],
    ),
    "8839": (
        [
            one(s47(**WAITS), s47(S47ActualStartDate="2023-07-01", **WAITS)),
            one(s47(ICPCnotRequired=None, **WAITS), s47(S47ActualStartDate=None, **WAITS)),
        ],
        [
            one(s47(**WAITS), s47(S47ActualStartDate="2023-07-01", ICPCnotRequired=1, **WAITS)),
            child(episode(s47(**WAITS)), episode(s47(S47ActualStartDate="2023-07-01", **WAITS))),
            one(s47(**WAITS), s47(S47ActualStartDate="2023-07-01", DateOfInitialCPC="2023-07-10")),
        ],
    ),
    "8868": (
        [
            one(s47(**WAITS), **CLOSED),
            one(s47(ICPCnotRequired=1), **CLOSED),
            one(s47(), s47(S47ActualStartDate="2023-07-01", **WAITS), **CLOSED),
        ],
        [
            one(s47(ICPCnotRequired=1, **WAITS), **CLOSED),
            one(s47(), **CLOSED),
            one(s47(**WAITS)),
            one(**CLOSED),
        ],
    ),
    "8870Q": (
        [one(s47(InitialCPCtarget=day)) for day in ("2023-06-24", "2023-06-25")],
        [one(s47(InitialCPCtarget=day)) for day in ("2023-06-23", "2023-06-26", None)],
    ),
    "8875": (
        [one(s47(DateOfInitialCPC="2023-06-17")), one(DateOfInitialCPC="2023-06-18")],
        [one(s47(DateOfInitialCPC="2023-06-16")), one(DateOfInitialCPC="2023-06-19")],
    ),
    "8890": (
        [
            one(s47(), s47(S47ActualStartDate="2023-06-14", **WAITS)),
            one(s47(**WAITS), s47(S47ActualStartDate="2024-03-31", **WAITS)),
            one(
                s47(DateOfInitialCPC="2024-01-10"),
                s47(S47ActualStartDate="2023-07-01", DateOfInitialCPC="2023-07-10"),
                s47(S47ActualStartDate="2023-08-01", ICPCnotRequired=1, **WAITS),
            ),
        ],
        [
            one(s47(), s47(S47ActualStartDate="2023-06-15", **WAITS)),
            one(s47(ICPCnotRequired=1, **WAITS), s47(S47ActualStartDate="2023-07-01")),
            child(episode(s47()), episode(s47(S47ActualStartDate="2023-06-08"))),
        ],
    ),
    "1105": (
        [one(plan(CPPstartDate="2023-05-29"))],
        [one(plan(CPPstartDate="2023-05-30")), one(plan(), CINreferralDate=None)],
    ),
    "2885": (
        [
            one(s47(), plan(CPPstartDate="2023-06-15")),
            # An episode with a section 47 has its conference there: its own excuses nothing.
            one(s47(DateOfInitialCPC="2023-06-20"), plan(), DateOfInitialCPC="2023-06-14"),
            one(s47(**WAITS), plan(), DateOfInitialCPC="2023-06-14"),
            child(episode(plan()), episode(s47(), CINreferralDate="2023-06-01")),
        ],
        [
            one(s47(), plan()),
            one(plan(), DateOfInitialCPC="2023-06-14"),
            one(s47(**WAITS), s47(S47ActualStartDate="2023-06-05"), plan()),
            one(plan(CPPstartDate="2023-03-31")),
            one(plan(CPPstartDate=None)),
        ],
    ),
    "8720": (
        [one(plan(CPPstartDate=None)), one(plan(CPPstartDate="2024-04-01"))],
        [one(plan(CPPstartDate="2024-03-31"))],
    ),
    "8730": (
        [one(plan(NumberOfPreviousCPP=number)) for number in (None, -1, "two", "1.5")],
        [one(plan(NumberOfPreviousCPP=number)) for number in (0, 1234, "1.0", "01")],
    ),
    "8832": (
        [one(plan(), **NFA), one(plan(CPPstartDate=None), ReferralNFA="true")],
        [one(plan()), one(**NFA)],
    ),
    "8840": (
        [one(plan(CPPendDate="2023-06-14"))],
        [one(plan(CPPendDate="2023-06-15")), one(plan(CPPendDate="2023-06-13")), one(plan())],
    ),
    "8841": (
        [
            one(plan("2023-06-14")),
            one(plan("2023-06-01")),
            one(plan("2023-06-01", InitialCategoryOfAbuse=None)),
        ],
        [one(plan("2023-06-15")), one(plan())],
    ),
    "8842Q": (
        [
            one(plan("")),
            one(plan("not a date")),
            one(plan("2023-08-01").replace("</Rev", "</Reviews><Reviews></Rev")),
        ],
        [one(plan("2023-08-01")), one(plan())],
    ),
    "8905": (
        [one(plan(InitialCategoryOfAbuse=code)) for code in ("AAA", None)],
        [one(plan(InitialCategoryOfAbuse=code)) for code in ("NEG", "PHY", "SAB", "EMO", "MUL")],
    ),
    "8910": (
        [one(plan(LatestCategoryOfAbuse=code)) for code in ("AAA", None)],
        [one(plan(LatestCategoryOfAbuse=code)) for code in ("NEG", "PHY", "SAB", "EMO", "MUL")],
    ),
    "8915": (
        [child(episode(plan(CPPstartDate="2023-07-02")), **DEAD)],
        [child(episode(plan(CPPstartDate="2023-07-01")), **DEAD), one(plan())],
    ),
    "8920": (
        [child(episode(plan(CPPendDate="2023-07-02")), **DEAD)],
        [child(episode(plan(CPPendDate="2023-07-01")), **DEAD), child(episode(plan()), **DEAD)],
    ),
    "8925": (
        [one(plan(CPPendDate="2023-06-13")), one(plan(CPPendDate="2023-06-13", InitialCategoryOfAbuse=None))],
        [one(plan(CPPendDate="2023-06-14")), one(plan())],
    ),
    "8930": (
        [one(plan(CPPendDate="2024-04-01")), one(plan(CPPstartDate="2022-06-14", CPPendDate="2023-03-31"))],
        [one(plan(CPPendDate="2024-03-31")), one(plan(CPPstartDate="2022-06-14", CPPendDate="2023-04-01"))],
    ),
    "8935": (
        [
            one(plan(), plan(CPPstartDate="2023-09-01")),
            child(episode(plan(), **CLOSED), episode(plan(CPPstartDate="2023-12-10"))),
            one(plan(), plan(CPPstartDate=None)),
        ],
        [one(plan(CPPendDate="2023-08-01"), plan(CPPstartDate="2023-09-01")), one(plan())],
    ),
    "8940": (
        [
            one(plan(CPPendDate="2023-10-26"), plan(CPPstartDate="2023-08-26", CPPendDate="2023-12-26")),
            one(plan(), plan(CPPstartDate="2023-08-26", CPPendDate="2023-10-26")),
            one(plan(CPPendDate="2024-03-31"), plan(CPPstartDate="2024-03-31")),
            child(episode(plan(), **CLOSED), episode(plan(CPPstartDate="2023-12-10"))),
            # The first cannot be kept, which hides nothing.
            one(plan(InitialCategoryOfAbuse=None), plan(CPPstartDate="2023-09-01", CPPendDate="2023-10-01")),
        ],
        [one(plan(CPPendDate="2023-10-25"), plan(CPPstartDate="2023-10-26")), one(plan())],
    ),
    "4000": ([one(in_need("2023-07-01"), **NFA)], [one(in_need("2023-07-01")), one(**NFA)]),
    "4001": (
        [one(plan(), in_need("2023-07-01"))],
        [
            one(plan(CPPendDate="2023-08-01"), in_need("2023-08-01")),
            one(plan(), in_need("2023-05-30", "2023-06-14")),
            child(episode(plan()), episode(in_need("2023-07-01"))),
        ],
    ),
    "4003": (
        [
            one(plan("2023-09-01"), in_need("2023-08-01", "2023-10-01")),
            one(plan("2023-09-01"), in_need("2023-09-01", "2023-10-01")),
            one(plan("2023-09-01", CPPendDate="2023-12-01"), in_need("2023-08-01")),
        ],
        [
            one(plan("2023-09-01", CPPendDate="2023-09-01"), in_need("2023-08-01", "2023-10-01")),
            one(plan("2023-10-01"), in_need("2023-08-01", "2023-10-01")),
            one(plan("2023-07-31"), in_need("2023-08-01", "2023-10-01")),
        ],
    ),
    "4004": (
        [one(in_need("2023-07-01"), in_need("2023-08-01")), one(in_need("2023-07-01"), in_need(None))],
        [
            one(in_need("2023-07-01", "2023-08-01"), in_need("2023-08-02")),
            child(episode(in_need("2023-07-01")), episode(in_need("2023-08-01"))),
        ],
    ),
    "4008": (
        [child(episode(in_need("2023-07-02")), **DEAD)],
        [child(episode(in_need("2023-07-01")), **DEAD), one(in_need("2023-07-02"))],
    ),
    "4009Q": (
        [child(episode(in_need("2023-06-01", "2023-07-02")), **DEAD)],
        [
            child(episode(in_need("2023-06-01", "2023-07-01")), **DEAD),
            child(episode(in_need("2023-06-01")), **DEAD),
        ],
    ),
    "4010": ([one(in_need(None)), one(in_need("2024-04-01"))], [one(in_need("2024-03-31"))]),
    "4011": (
        [one(in_need("2023-07-02", "2023-07-01"))],
        [one(in_need("2023-07-01", "2023-07-01")), one(in_need("2023-07-01"))],
    ),
    "4012Q": ([one(in_need("2023-07-01", "2023-07-01"))], [one(in_need("2023-07-01", "2023-07-02"))]),
    "4013": (
        [one(in_need("2023-02-01", "2023-03-31")), one(in_need("2023-07-01", "2024-04-01"))],
        [one(in_need("2023-02-01", "2023-04-01")), one(in_need("2023-07-01", "2024-03-31"))],
    ),
    "4014": (
        [
            one(in_need("2023-05-30", "2023-10-26"), in_need("2023-08-26", "2023-12-26")),
            one(in_need("2023-05-30"), in_need("2023-08-26", "2023-10-26")),
            one(in_need("2023-05-30", "2024-03-31"), in_need("2024-03-31")),
            one(in_need("2023-08-01", "2023-09-01"), in_need("2023-08-01", "2023-09-01")),
            child(episode(in_need("2023-06-01")), episode(in_need("2023-08-26"))),
        ],
        [one(in_need("2023-05-30", "2023-10-25"), in_need("2023-10-26")), one(in_need("2023-05-30"))],
    ),
    "4015": (
        [one(in_need("2023-05-29"))],
        [one(in_need("2023-05-30")), one(in_need("2023-05-29"), CINreferralDate=None)],
    ),
    "4016": (
        [
            one(plan(CPPendDate="2023-12-01"), in_need("2023-11-30")),
            one(plan(CPPendDate="2023-12-01"), in_need("2023-06-14", "2023-06-20")),
            one(plan(), in_need("2024-03-31")),
            child(episode(plan()), episode(in_need("2023-07-01"))),
        ],
        [
            one(plan(CPPendDate="2023-12-01"), in_need("2023-12-01")),
            one(plan(), in_need("2023-06-13")),
            one(plan(), in_need("2024-04-01")),
        ],
    ),
    "4017": (
        [
            one(in_need("2023-06-01", "2023-06-15"), plan()),
            one(in_need("2023-06-14", "2023-06-20"), plan()),
            one(in_need("2023-06-01"), plan(CPPstartDate="2024-03-31")),
            one(in_need("2023-08-01"), in_need("2023-06-01", "2023-07-20"), plan()),
        ],
        [
            one(in_need("2023-06-01", "2023-06-14"), plan()),
            one(in_need("2023-06-15"), plan()),
        ],
    ),
}
