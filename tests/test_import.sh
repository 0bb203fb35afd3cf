#!/usr/bin/env bash
# test_import.sh PROGRAM JSONLINES: lists of other people become rows that the lexicon takes.
set -u
program=$1
fixtures=$(cd "$(dirname "$0")" && pwd)/fixtures/import
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$fixtures" || exit 1
failures=0

complain() {
    echo "FAIL  $*"
    failures=$((failures + 1))
}

# import STATUS MESSAGE ARG...: status as expected, standard error holds MESSAGE
import() {
    local want=$1 message=$2 status
    shift 2
    "$program" import "$@" 2>"$work/err" </dev/null
    status=$?
    [ $status = "$want" ] || complain "$*: status $status, not $want"
    grep -qF -- "$message" "$work/err" || complain "$*: no message with: $message"
}

same() { # same DIR STEM: both files as expected
    diff "expected/$2.actor.tsv" "$work/$1/actor/$2.tsv" || complain "$2: actors"
    diff "expected/$2.office.tsv" "$work/$1/office/$2.tsv" || complain "$2: offices"
}

import 0 '1 persons are new, 1 known, 1 without an Arabic name' people.json "$work/a"
same a people
import 1 'dated.txt: 3 lines not read' --format petrarch dated.txt "$work/b"
same b dated

# what was written is a lexicon, and says who held the office on a day
printf 'زار وزير الطاقة العماني طوكيو أمس.\n' >"$work/page"
"$program" annotate --published 2020-05-05 --lexicon "$work/a" "$work/page" >"$work/out" ||
    complain 'the rows do not compile'
grep -q 'wd_q900000001' "$work/out" || complain 'the imported tenure is not used'

# nothing is written over
import 1 'name another folder' people.json "$work/a"
# what is no such file
import 1 'reading stopped at byte' dated.txt "$work/c"
printf '{"results": {}}' >"$work/empty.json"
import 1 'no results.bindings' "$work/empty.json" "$work/c"
printf '{"results": {"bindings": [{"iso": {"value": "OMN"}}]}}' >"$work/nobody.json"
import 1 'binding 1 has no ?person' "$work/nobody.json" "$work/c"
import 1 'No such file' "$work/none" "$work/c"
import 2 'needs' people.json
[ ! -e "$work/c" ] || complain 'a failed import leaves a folder'

[ $failures = 0 ] && echo "import: all good"
exit $((failures > 0))
