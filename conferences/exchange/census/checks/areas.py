"""The authority codes that a pupil number may have: England's since April 1998, and areas that are none.

Source: the Department for Education's specification of rule 1530 of the Children in Need census, 2023-24.
"""

RANGES = (
    "001-005 201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420-420 660-681 701-708 800-803"
    " 805-808 810-813 815-816 820-823 825-826 830-831 835-841 845-846 850-852 855-857 860-861 865-896 908-909"
    " 916-916 919-919 921-921 925-926 928-929 931-931 933-933 935-938 940-943"
)


def codes(ranges: str) -> frozenset[str]:
    """Every code of "001-005 201-213", with three digits."""
    pairs = (part.split("-") for part in ranges.split())
    return frozenset(f"{code:03}" for first, last in pairs for code in range(int(first), int(last) + 1))


PUPIL_AREAS = codes(RANGES)
