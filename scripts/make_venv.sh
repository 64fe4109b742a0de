#!/bin/sh
# Makes .venv with the newest suitable Python, and puts the pinned uv into it.
set -eu

find_python() {
    for name in python3.11 python3.12 python3.13 python3.14 python3 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Python 3.11 or newer is needed, and none was found. Install it, then run make again." >&2
    exit 1
}

if [ ! -x .venv/bin/python ]; then
    python=$(find_python)
    echo "Making .venv with $($python --version)…"
    # Debian keeps ensurepip in a package of its own; pip outside can fill an environment that has none.
    "$python" -m venv .venv >/dev/null 2>&1 || "$python" -m venv --without-pip .venv
fi
install="install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt"
if .venv/bin/python -m pip --version >/dev/null 2>&1; then
    .venv/bin/python -m pip $install
else
    "$(find_python)" -m pip --python .venv/bin/python $install
fi
