"""Whether the static files that production serves are there: without their list, every page fails."""

from pathlib import Path

# Beside the packages, in a release.
ROOT = Path(__file__).resolve().parent.parent.parent / "staticfiles"
LIST = "staticfiles.json"
REMEDY = "Install a release, which holds them (make release), or run: manage.py collectstatic"


def missing(root: Path = ROOT) -> str:
    """A sentence where they were not collected into the folder, else nothing."""
    if (root / LIST).is_file():
        return ""
    return f"The styles and scripts of the pages are not collected: {root} holds no {LIST}. {REMEDY}"
