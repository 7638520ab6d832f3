#!/bin/sh
# Make a virtual environment in the folder $1 with the best Python found on PATH.
set -eu

target=$1

# A name on PATH is not enough: version managers put names there that do not run.
fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

python=
for name in python3.11 python3.12 python3.13 python3 python; do
    if fits "$name"; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "No Python 3.11 or newer was found on PATH; install Python 3.11, 3.12 or 3.13 and run make again." >&2
    exit 1
fi

# Debian ships the part of Python that makes environments as a package of its own.
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    sh "$(dirname "$0")/packages.sh" "python$version-venv" || true
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        echo "Python $version cannot make a virtual environment: its module ensurepip is missing; install the package python$version-venv and run make again." >&2
        exit 1
    fi
fi

rm -rf "$target"
"$python" -m venv "$target"
echo "Made $target with $("$python" --version)."
