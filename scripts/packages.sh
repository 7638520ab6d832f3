#!/bin/sh
# Install the named packages on a Debian-like Linux, or print the command that does.
# Exit code 0 if they are installed now, 1 if somebody else has to do it.
set -eu

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install what these Debian packages hold with your own package manager: $*" >&2
    exit 1
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
    as_root="sudo -n"
else
    echo "Please run: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
    exit 1
fi

echo "Installing system packages: $*"
# A package list that cannot be refreshed may still be good enough.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null >/dev/null 2>&1 || true
if ! $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null 2>&1; then
    echo "They could not be installed. Please run: apt-get update && apt-get install -y --no-install-recommends $*" >&2
    exit 1
fi
