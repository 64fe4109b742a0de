"""Rules about who the child is: what breaks each, and what does not."""

from tests.exchange.census import child, episode
from tests.exchange.vectors import NFA, NO_NUMBER, UNBORN, Vectors, born, one

CHILDREN: Vectors = {
    "1510": (
        [child(UPN="R247962919251"), child(UPN="X428558133462")],
        [
            child(UPN="A950000178301"),
            child(UPN="H243278544154"),
            child(UPN="ASFFAGSVSV123"),
            child(UPN="R325"),
        ],
    ),
    "1530": (
        [child(UPN="R421962919251"), child(UPN="X817558133462"), child(UPN="ASFFAGSVSV123")],
        [child(UPN="A38100178301"), child(UPN="H003278544154"), child(UPN="A943001783012"), child(UPN="R34")],
    ),
    "1540": (
        [child(UPN="X0000Y0000000"), child(UPN="X0000000ER00E0")],
        [child(UPN="X000000000000"), child(UPN="X00000000000A")],
    ),
    "1550": (
        [child(UPN="123456789123I"), child(UPN="123456789123O"), child(UPN="A99900000000S")],
        [child(UPN="1234567891234"), child(UPN="A35800000000A")],
    ),
    "1560Q": (
        [child(FormerUPN="X0000Y0000007"), child(FormerUPN="X98721238")],
        [child(FormerUPN="X987654321231"), child(FormerUPN="E00021511900A"), child()],
    ),
    "1570": ([child(LAchildID="X" * 21)], [child(LAchildID="X" * 20)]),
    "1580": ([child(LAchildID="X" * 20 + ";"), child(LAchildID="FB-1")], [child(LAchildID="X" * 20)]),
    "4180": (
        [child(Sex=None), child(Sex=7), child(Sex="Male")],
        [child(Sex="M"), child(Sex="F"), child(Sex="U")],
    ),
    "4220": ([child(Ethnicity=None), child(Ethnicity="ELF")], [child(Ethnicity="REFU")]),
    "8500": ([child(LAchildID=None)], [child()]),
    "8520": ([child(PersonBirthDate="2024-04-01")], [child(PersonBirthDate="2024-03-31")]),
    "8525Q": (
        [child(PersonBirthDate=None), child(ExpectedPersonBirthDate="2015-05-04")],
        [child(), child(**UNBORN)],
    ),
    "8530Q": (
        [child(**(UNBORN | {"ExpectedPersonBirthDate": day})) for day in ("2024-02-29", "2025-01-01")]
        + [child(ExpectedPersonBirthDate="2020-01-01")],
        [child(**(UNBORN | {"ExpectedPersonBirthDate": day})) for day in ("2024-03-30", "2024-12-31")],
    ),
    "8535Q": (
        [child(PersonDeathDate="2015-05-03")],
        [child(PersonDeathDate="2015-05-04"), child(**UNBORN, PersonDeathDate="2023-06-01")],
    ),
    "8540": (
        [child(episode(), disabilities=codes) for codes in ((), ("NOTREAL",), ("MOB", "WING"))],
        [
            child(episode(), disabilities=("MOB",)),
            child(episode(**NFA), disabilities=()),
            child(episode(), disabilities=(), **UNBORN),
            child(disabilities=()),
        ],
    ),
    "8545Q": (
        [child(PersonDeathDate=day) for day in ("2023-03-31", "2024-04-01", "1900-01-01")],
        [child(PersonDeathDate=day) for day in ("2023-04-01", "2024-03-31")],
    ),
    "8590": ([child()], [one()]),
    "8750": (
        [child(**UNBORN, Sex="F"), child(**UNBORN, Sex="M")],
        [child(**UNBORN, Sex="U"), child(PersonBirthDate=None), child(ExpectedPersonBirthDate="2024-06-01")],
    ),
    "8770Q": (
        [
            born("2018-08-31"),
            born("2018-08-31", UPNunknown="UN1"),
            born("2010-05-26"),
            child(episode(**NFA), episode(), PersonBirthDate="2010-05-26", **NO_NUMBER),
        ],
        [
            born("2018-09-01"),
            born("2010-05-26", UPNunknown="UN2"),
            born("2010-05-26", UPNunknown="un5"),
            born("2010-05-26", UPNunknown="UN7"),
            born("2010-05-26", UPN="AAA"),
            child(episode(**NFA), PersonBirthDate="2010-05-26", **NO_NUMBER),
        ],
    ),
    "8772": (
        [
            born("2015-05-04", UPNunknown="UN7"),
            child(episode(ReferralNFA=None), **NO_NUMBER | {"UPNunknown": "UN7"}),
        ],
        [child(episode(**NFA), **NO_NUMBER | {"UPNunknown": "UN7"}), born("2015-05-04", UPNunknown="UN6")],
    ),
    "8775Q": (
        [
            born("1999-03-30"),
            child(PersonBirthDate="1999-03-30"),
            child(episode(CINclosureDate="2024-03-31", ReasonForClosure="RC7"), PersonBirthDate="1999-03-30"),
        ],
        [
            born("1999-03-31"),
            child(episode(CINclosureDate="2024-03-30", ReasonForClosure="RC7"), PersonBirthDate="1999-03-30"),
        ],
    ),
    "8790": (
        [child(disabilities=("NONE", "HAND")), child(disabilities=("none", "WING"))],
        [child(disabilities=("NONE",)), child(disabilities=("HAND", "MOB"))],
    ),
    "8794": (
        [child(disabilities=("HAND", "HAND")), child(disabilities=("HAND", "hand"))],
        [child(disabilities=("HAND", "MOB"))],
    ),
}
