#!/usr/bin/env bash
# deps.sh KIND...: installs the packages of packages.tsv for these kinds that dpkg says are missing and that are no command yet.
# Needs root or sudo only where something is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=$(awk -F'\t' -v kinds=" $* " \
    '!/^#/ && $1 != "package" && index(kinds, " " $2 " ") { print $1 }' packages.tsv)
installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' $wanted 2>/dev/null |
    awk '$2 == "installed" { print $1 }' || true)
missing=$(comm -23 <(sort -u <<<"$wanted") <(sort -u <<<"$installed") |
    while read -r package; do # a program from elsewhere, npm for one, will do
        command -v "$package" >/dev/null || echo "$package"
    done | tr '\n' ' ')
missing=${missing% }
[ -n "$missing" ] || exit 0

refuse() {
    echo "deps: can't install: $missing ($1); as root: apt-get install $missing" >&2
    exit 1
}

sudo=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || refuse "not root, and no sudo"
    sudo=sudo
fi
echo "deps: installing $missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update >"$log" 2>&1 || refuse "apt-get update failed: $(tail -n 1 "$log")"
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing \
    >"$log" 2>&1 || refuse "$(grep -m 1 '^E:' "$log" || echo 'apt-get failed')"
