#!/usr/bin/env bash
# test_query.sh PROGRAM JSONLINES: questions to a record and its exports.  The record is tests/fixtures/record/record.sql,
# so that it does not change with what the coder makes of texts.  A row of queries.tsv is a test: what the program
# prints must be NAME.out beside it (WAQAI_ACCEPT=1 writes it), and readback.py, which shares no code with the
# program, must be able to read every export; readback/ reads two with the programs they are for.
set -u
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
fixtures=$root/tests/fixtures/record
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0 count=0
unset WAQAI_DB

complain() {
    echo "FAIL  $name: $*"
    [ ! -s err ] || sed 's/^/        stderr: /' err | cut -c 1-300 | head -n 5
    failures=$((failures + 1))
}

make_record() { # make_record FILE [OPTION...]: an empty record with its code books, and the fixture laid over it
    local file=$1
    shift
    echo 'طقس مائل إلى البرودة اليوم في المدينة.' >weather.txt
    "$program" add -q -d "$file" "$@" weather.txt && sqlite3 "$file" <"$fixtures/record.sql"
}

# ---- answers ----
make_record record.db || { echo 'FAIL  no record'; exit 1; }
while IFS=$'\t' read -r name arguments; do
    [ "$name" != name ] && [ "${name:0:1}" != '#' ] || continue
    count=$((count + 1))
    eval "set -- $arguments"
    command=$1
    shift
    timeout 20 "$program" "$command" -d record.db "$@" >out 2>err </dev/null
    status=$?
    [ $status = 0 ] || complain "status $status"
    if [ "${WAQAI_ACCEPT:-}" = 1 ]; then
        cp out "$fixtures/$name.out"
    elif ! cmp -s out "$fixtures/$name.out"; then
        complain 'something else than expected'
        diff "$fixtures/$name.out" out | head -n 8
    fi
    cp out "$name.out"
done <"$fixtures/queries.tsv"

name='as other programs read it'
count=$((count + 1))
/usr/bin/python3 "$root/tests/readback.py" record.db "$work" >out 2>err || complain "$(cat out)"
name='GEXF is well-formed'; count=$((count + 1)); xmllint --noout export-gexf.out 2>err || complain 'it is not'
name='jq reads lines'; count=$((count + 1))
[ "$(jq -r .id <export-jsonl.out | wc -l)" = 5 ] || complain 'not 5 events'
name='sqlite3 reads CSV'; count=$((count + 1))
[ "$(sqlite3 :memory: '.import --csv export-csv.out e' "SELECT cameo FROM e WHERE type = 'ASSAULT'")" = 18 ] ||
    complain 'not what was written'
# a build with a sanitizer makes a module that only a program with the same can load
module=$(dirname "$program")/waqai_fold.so
if [ -f "$module" ] && [ -z "${WAQAI_TEST_SECONDS:-}" ]; then
    name='sqlite3 loads waqai_fold.so'; count=$((count + 1))
    got=$(sqlite3 record.db ".load $module" "SELECT count(*) FROM document WHERE title_folded <> waqai_fold(title)" \
        "SELECT waqai_fold('الأُردُنّ') || waqai_fold('علـى', 'norm') || ifnull(waqai_fold(NULL), '-')" 2>err | tr '\n' ' ')
    [ "$got" = '0 الاردنعلى- ' ] || complain "got $got"
    sqlite3 :memory: ".load $module" "SELECT waqai_fold('a', 'b')" >out 2>&1
    grep -q "the level is 'norm' or 'full'" out || complain "$(cat out)"
fi
name='sqlite3 reads GDELT'; count=$((count + 1))
[ "$(sqlite3 :memory: 'CREATE TABLE h (x)' '.mode tabs' '.separator \t \n' '.import export-gdelt.out e' \
    'SELECT count(*) FROM e' 2>/dev/null)" -ge 1 ] || complain 'nothing'

# FollowTheMoney's own model and the selectors of Web Annotations, from npm; once for a build
readers=$(dirname "$program")/readback
if [ -z "${WAQAI_TEST_SECONDS:-}" ]; then
    name='FollowTheMoney and Apache Annotator read their formats'; count=$((count + 1))
    mkdir -p "$readers" && cp -u "$root"/tests/readback/* "$readers"
    if [ "$readers/node_modules/.done" -nt "$readers/package-lock.json" ] ||
        { npm ci --prefix "$readers" --ignore-scripts --no-audit --no-fund >npm.log 2>&1 && touch "$readers/node_modules/.done"; }; then
        sqlite3 record.db "SELECT json_group_object(ifnull(url, 'urn:sha256:' || sha256), text) FROM document" >texts.json
        node "$readers/readback.mjs" export-ftm.out export-webanno.out texts.json >out 2>err || complain "$(cat out)"
    else
        echo "skipped: $name: no npm registry ($(tail -n 1 npm.log))"
    fi
fi

# ---- the same, elsewhere ----
name='standard output and a file are the same'; count=$((count + 1))
"$program" timeline -d record.db -f csv -o file.csv && "$program" timeline -d record.db -f csv >out && cmp -s out file.csv ||
    complain 'they are not'
name='the record is named by $WAQAI_DB'; count=$((count + 1))
WAQAI_DB=record.db "$program" timeline -f jsonl >out 2>err && [ -s out ] || complain 'it is not'
name='asking changes nothing'; count=$((count + 1))
sum=$(sha256sum <record.db)
"$program" timeline -d record.db >out && "$program" count -d record.db >out && "$program" show -d record.db 5 >out
[ "$sum" = "$(sha256sum <record.db)" ] || complain 'the file changed'
name='a record that may not be written'; count=$((count + 1))
cp record.db locked.db && chmod a-w locked.db
"$program" timeline -d locked.db >out 2>err || complain 'is not read'

# ---- wrong use: 2, with what is allowed ----
wrong() { # wrong STATUS MESSAGE ARG...
    name="$3 ${*:4}"
    local want=$1 message=$2
    shift 2
    count=$((count + 1))
    timeout 20 "$program" "$@" >out 2>err </dev/null
    local status=$?
    [ $status = "$want" ] || complain "status $status, not $want"
    grep -qF -- "$message" err || complain "no message with: $message"
    [ ! -s out ] || complain 'prints something all the same'
}
wrong 2 'ACCUSE,AGREE' timeline -d record.db --type VISIT
wrong 2 'heavy-weapons' timeline -d record.db --mode bombs
wrong 2 'occurred,ongoing,planned' timeline -d record.db --status done
wrong 2 '2020-09' timeline -d record.db --since 2020-13
wrong 2 '2020-09' timeline -d record.db --until yesterday
wrong 2 'a country (RUS)' timeline -d record.db --actor Xyzzy
wrong 2 'a country (RUS)' timeline -d record.db --between EGY Xyzzy
wrong 2 'needs two values' timeline -d record.db --between EGY
wrong 2 'a country (SYR)' timeline -d record.db --place Xyzzy
wrong 2 'no outlet' timeline -d record.db --source Xyzzy
wrong 2 'a number from 0 to 1' timeline -d record.db --min-confidence sure
wrong 2 'a number from 1' timeline -d record.db --min-reports many
wrong 2 'a number from 1' timeline -d record.db --limit 0
wrong 2 'jsonl table json csv tsv' timeline -d record.db --format yaml
wrong 2 'goes with the format csv' timeline -d record.db --excel --format json
wrong 2 'month year type' count -d record.db --by month,weather
wrong 2 'day month year type quad' network -d record.db --by place
wrong 2 'named twice' count -d record.db --by month,type,month
wrong 2 'named twice' network -d record.db --by year,year
wrong 2 'country actor' network -d record.db --level town
wrong 2 'no event' show -d record.db 9999
wrong 2 'several events begin' show -d record.db 4
wrong 2 'needs EVENT' show -d record.db
wrong 2 'no word to search for' search -d record.db '""'
wrong 1 'nobody called' who -d record.db -f table Xyzzy
wrong 1 'nobody called' who -d record.db -f json مسلحون
wrong 2 'polecat' export -d record.db --format xlsx
wrong 1 'no such record' timeline -d missing.db
echo 'no database' >text.db
wrong 1 'text.db' timeline -d text.db
sqlite3 other.db 'CREATE TABLE t (x)'
wrong 1 'another program' timeline -d other.db
sqlite3 newer.db "PRAGMA application_id = $((0x57415149)); PRAGMA user_version = 999; CREATE TABLE t (x)"
wrong 1 'newer' timeline -d newer.db
head -c 20000 record.db >cut.db
wrong 1 'cut.db' timeline -d cut.db
name='full disk'; count=$((count + 1))
"$program" timeline -d record.db >/dev/full 2>err
[ $? = 1 ] && [ -s err ] || complain 'is not told'

# ---- words that mean something to the index or to SQL are words here ----
for word in 'OR' 'NEAR(' '*' 'title_folded:x' '^' "'; DROP TABLE event; --" '"القاهرة' 'a"b' '(' '\' '%' '{x}'; do
    name="searching $word"; count=$((count + 1))
    "$program" search -d record.db -f jsonl "$word القاهرة" >out 2>err
    [ $? = 0 ] || complain 'fails'
done
name='names with marks'; count=$((count + 1))
"$program" timeline -d record.db --actor "x' OR '1'='1" >out 2>err
[ $? = 2 ] || complain 'is nobody'

# ---- without article texts ----
name='a record without texts'; count=$((count + 1))
cp record.db bare.db
sqlite3 bare.db "UPDATE document SET text = NULL, text_folded = NULL; UPDATE mention SET evidence = NULL"
for format in jsonl csv polecat gdelt gdelt-mentions icews petrarch plover ftm gexf timelinejs ical geojson webanno; do
    "$program" export -d bare.db -f $format >out 2>err && [ -s out ] || complain "$format fails"
done
wrong 2 'no article texts' export -d bare.db -f labelstudio

[ $failures = 0 ] || { echo "$failures of $count failed"; exit 1; }
echo "$count tests passed"
