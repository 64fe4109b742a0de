#!/bin/sh
# Installs an unpacked release for production: sh install.sh PREFIX
# PREFIX/releases/VERSION is the release with its own Python environment; PREFIX/current leads to the newest.
set -eu

prefix=${1:?Say where to install: sh install.sh /opt/safeguarding}
here=$(cd "$(dirname "$0")" && pwd)
release="$prefix/releases/$(cat "$here/VERSION")"

find_python() {
    for name in python3.11 python3.12 python3.13 python3.14 python3 python; do
        if "$name" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Python 3.11 or newer with its venv module is needed, and none was found." >&2
    exit 1
}

# Runs pip; its own last words stand above the sentence.
fetch() {
    if "$@"; then
        return
    fi
    cat >&2 <<'END'
The libraries could not be fetched, so nothing was installed and "current" leads where it did. pip's own settings
say where they come from (PIP_INDEX_URL, or a folder of wheels in PIP_FIND_LINKS with PIP_NO_INDEX=1) and by which
proxy (HTTPS_PROXY).
END
    exit 1
}

python=$(find_python)
if [ -f "$release/.complete" ]; then
    echo "Release $(cat "$here/VERSION") is installed already."
else
    rm -rf "$release"
    mkdir -p "$release"
    cp -R "$here/." "$release/"
    # Debian keeps ensurepip in a package of its own; pip outside can fill an environment that has none.
    "$python" -m venv "$release/.venv" >/dev/null 2>&1 || "$python" -m venv --without-pip "$release/.venv"
    inside="$release/.venv/bin/python"
    options="--quiet --disable-pip-version-check --require-hashes --only-binary :all:"
    if "$inside" -m pip --version >/dev/null 2>&1; then
        fetch "$inside" -m pip install $options -r "$release/requirements/production.txt"
        # Nothing is installed into a release afterwards.
        "$inside" -m pip uninstall --quiet --yes setuptools pip
    else
        fetch "$python" -m pip --python "$inside" install $options -r "$release/requirements/production.txt"
    fi
    # The service speaks English, and tests nothing here: other languages and tests of libraries are 40 MB.
    find "$release/.venv" -type d -path '*/locale/*' ! -path '*/locale/en*' ! -name __pycache__ -prune -exec rm -rf {} +
    find "$release/.venv" -type d -name tests -prune -exec rm -rf {} +
    # The service's own user may not write here, so what Python would keep is made now.
    "$inside" -m compileall -q "$release/safeguarding" "$release/conferences" "$release/manage.py"
    touch "$release/.complete"
fi
# Renamed over the old link, so that there is never none.
ln -s "releases/$(cat "$here/VERSION")" "$prefix/current.new"
mv -T "$prefix/current.new" "$prefix/current"
echo "Installed in $release. $prefix/current leads to it."
