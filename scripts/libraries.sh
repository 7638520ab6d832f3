#!/bin/sh
# See to the system libraries Qt loads on Linux: `libraries.sh offscreen` for the
# command line, `libraries.sh window` for a real window as well, `libraries.sh test`
# also for the X server and the hands of the one test that opens a real window.
# Always ends with 0: what is missing is named, and Qt itself decides.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

# file to look for : Debian package that holds it
offscreen="
libglib-2.0.so.0:libglib2.0-0
libEGL.so.1:libegl1
libGL.so.1:libgl1
libxkbcommon.so.0:libxkbcommon0
libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3
"
window="
libxcb-cursor.so.0:libxcb-cursor0
libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-shape.so.0:libxcb-shape0
libxcb-randr.so.0:libxcb-randr0
libxcb-sync.so.1:libxcb-sync1
libxcb-xfixes.so.0:libxcb-xfixes0
"

wanted=$offscreen
case ${1:-offscreen} in
    window | test) wanted="$offscreen$window" ;;
esac

PATH=$PATH:/sbin:/usr/sbin
command -v ldconfig >/dev/null 2>&1 || exit 0
known=$(ldconfig -p 2>/dev/null) || exit 0

missing=
for line in $wanted; do
    case $known in
        *"${line%%:*}"*) ;;
        *) missing="$missing ${line##*:}" ;;
    esac
done
if [ "${1:-offscreen}" = test ]; then
    command -v Xvfb >/dev/null 2>&1 || missing="$missing xvfb"
    command -v xdotool >/dev/null 2>&1 || missing="$missing xdotool"
fi
[ -n "$missing" ] || exit 0

# shellcheck disable=SC2086  # the list is split into words on purpose
sh "$(dirname "$0")/packages.sh" $missing || true
