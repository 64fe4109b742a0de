"""Finds Chromium for the browser tests, or installs it by the system's package manager when run by root.

Prints its path on standard output and what happens on standard error. Exit status 1 when there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TRIES = 3
INSTALL = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
MISSING = "No Chromium was found. Install it (for example: apt-get install chromium), or set CHROMIUM_PATH."


def find() -> str:
    """The path of a Chromium that starts, from CHROMIUM_PATH or the usual names; empty when there is none."""
    candidates = [os.environ.get("CHROMIUM_PATH", ""), *NAMES]
    paths = (shutil.which(candidate) for candidate in candidates if candidate)
    return next((path for path in paths if path and starts(path)), "")


def starts(path: str) -> bool:
    """Whether the program runs: some systems install a stub under its name that only says what to install."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install() -> bool:
    """Install it with apt-get, trying again when a mirror fails. Whether that went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for attempt in range(1, TRIES + 1):
        print(f"Installing Chromium for the browser tests (try {attempt} of {TRIES})…", file=sys.stderr)
        steps = (["apt-get", "update", "--quiet"], INSTALL)
        if all(subprocess.run(s, env=environment, stdout=sys.stderr).returncode == 0 for s in steps):
            return True
        time.sleep(5 * attempt)
    return False


def main() -> int:
    path = find()
    if not path and os.geteuid() == 0 and shutil.which("apt-get") and install():
        path = find()
    if not path:
        print(MISSING, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
