#!/usr/bin/env bash
# test_record_file.sh PROGRAM JSONLINES: the record from outside.  Adding again changes nothing; any order gives the same
# record; what is no record is refused and left alone; a run killed at any point leaves a record that holds and can be
# gone on with.  WAQAI_KILLS: how many kills (make endure: 1000).
set -u
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
kills=${WAQAI_KILLS:-12}
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0 count=0
unset WAQAI_DB

complain() {
    echo "FAIL  $name: $*"
    [ ! -s err ] || sed 's/^/        stderr: /' err | cut -c 1-300 | head -n 5
    failures=$((failures + 1))
    [ $failures -lt 30 ] || exit 1
}

# run STATUS MESSAGE ARG...: status as expected; standard error holds MESSAGE (- : must be silent)
run() {
    local want=$1 message=$2 status
    shift 2
    count=$((count + 1))
    timeout 60 "$program" "$@" >out 2>err </dev/null
    status=$?
    [ $status = "$want" ] || complain "status $status, not $want"
    if [ "$message" = - ]; then
        [ ! -s err ] || complain 'says something on standard error'
    else
        grep -qF -- "$message" err || complain "no message with: $message"
    fi
}

same() { # same A B: two records hold the same
    count=$((count + 1))
    "$program" diff "$1" "$2" >out 2>err || {
        complain "$1 and $2 differ"
        head -n 5 out
    }
}

# ---- articles: who, what and when are drawn from lists, so that some tell of the same ----
who=('وزير الخارجية الروسي سيرغي لافروف' 'وزير الخارجية التركي هاكان فيدان' 'الرئيس المصري عبد الفتاح السيسي'
    'الرئيس التركي رجب طيب أردوغان' 'وزير الخارجية المصري سامح شكري' 'وزير الخارجية الروسي')
did=('زار دمشق' 'وصل إلى القاهرة' 'سيزور أنقرة' 'أرجأ زيارته إلى أنقرة' 'ألغى زيارته إلى القاهرة'
    'التقى وزير الخارجية السوري أسعد الشيباني في دمشق' 'أدان القصف الإسرائيلي على غزة')
when=('أمس' 'اليوم' 'يوم الاثنين' 'الأسبوع المقبل' '')
outlets=('الشروق' 'الغد' 'البيان')
article() { # article N
    local w=${who[$((RANDOM % 6))]} d=${did[$((RANDOM % 7))]} t=${when[$((RANDOM % 5))]}
    local o=${outlets[$((RANDOM % 3))]} day=$((RANDOM % 20 + 10))
    printf '{"id":"%d","outlet":"%s","published":"2024-03-%d","title":"%s","text":"%s %s %s. وقالت مصادر مطلعة إن الزيارة رقم %d تأتي في إطار التشاور بين البلدين حول الأوضاع في المنطقة.\\nوكانت طائرات إسرائيلية قصفت مدينة حمص يوم الخميس فقتل %d أشخاص."}\n' \
        "$1" "$o" "$day" "$w $d" "$w" "$d" "$t" $((RANDOM % 40)) $((RANDOM % 3 + 3))
}
RANDOM=7
for i in $(seq 300); do article "$i"; done >articles.jsonl

# ---- adding ----
name='add'
run 0 - add -q --db whole.db articles.jsonl
name='verify a whole record'
run 0 - verify --db whole.db
name='add again'
cp whole.db before.db
run 0 '300 known' add -v --db whole.db articles.jsonl
cmp -s whole.db before.db || complain 'the file has changed'
same whole.db before.db
name='any order'
for i in 1 2; do
    rm -f shuffled.db*
    shuf --random-source=<(yes $i) articles.jsonl >shuffled.jsonl
    head -n $((i * 90)) shuffled.jsonl >one.jsonl
    tail -n +$((i * 90 + 1)) shuffled.jsonl >two.jsonl
    run 0 - add -q --db shuffled.db one.jsonl
    run 0 - add -q --db shuffled.db two.jsonl
    same whole.db shuffled.db
done
name='another document makes a difference'
article 301 >more.jsonl
run 0 - add -q --db shuffled.db more.jsonl
count=$((count + 1))
"$program" diff whole.db shuffled.db >out && complain 'no difference told'
grep -q '^+ document ' out || complain 'the document is not told'
name='$WAQAI_DB'
count=$((count + 1))
WAQAI_DB=whole.db "$program" verify >out 2>err || complain 'is not looked at'
name='without bodies'
run 0 - add -q --no-bodies --db bare.db articles.jsonl
run 0 - verify --db bare.db
grep -qF 'في إطار التشاور' bare.db && complain 'a text is in the file'

# ---- an older record ----
for old in "$root"/tests/fixtures/record_old/*.jsonl; do
    name="a record of schema $(basename "$old" .jsonl)"
    gunzip -c "${old%.jsonl}.db.gz" >old.db
    run 0 '4 known' add -v --db old.db "$old"
    run 0 - verify --db old.db
    [ "$("$program" timeline --db old.db --format jsonl | wc -l)" -gt 0 ] || complain 'no events'
    run 0 - add -q --db new.db "$old"
    for word in $(sed 's/.*"text":"//; s/[.,"}]//g' "$old" | tr ' ' '\n' | head -n 20); do
        count=$((count + 1))
        [ "$("$program" search --db old.db "$word" | wc -l)" = "$("$program" search --db new.db "$word" | wc -l)" ] ||
            complain "another number of documents with $word than in a new record"
    done
    rm -f new.db
done

# ---- signs next to words ----
name='words between signs'
printf '{"id":"signs","published":"2024-03-01","title":"«الوفاق» و“الوئام”","text":"• السنابل ■الغدير… قال ‹الرفيق›\u00a0الأمين 😀البلبل."}\n' >signs.jsonl
run 0 - add -q --db signs.db signs.jsonl
run 0 - verify --db signs.db
for word in الوفاق الوئام السنابل الغدير الرفيق الامين البلبل '«الوفاق»'; do
    run 0 - search --db signs.db "$word"
    [ "$(wc -l <out)" -gt 0 ] || complain "$word is not found"
done

# ---- its description ----
if command -v sqlite3 >/dev/null; then
    name='docs/record.md, docs/record-metadata.json'
    sqlite3 whole.db "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type IN
        ('table', 'view') AND m.name NOT LIKE 'document\\_search%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'" >columns
    while IFS='|' read -r table column; do
        awk -v t="### $table" -v c="| \`$column\` |" '$0 == t { in_it = 1; next } /^##/ { in_it = 0 }
            in_it && index($0, c) == 1 { found = 1 } END { exit !found }' "$root/docs/record.md" ||
            complain "record.md does not describe $table.$column"
        awk -v t="\"$table\":" -v c="\"$column\":" 'index($0, "    " t) == 1 { in_it = 1; next }
            /^    "/ { in_it = 0 } in_it && index($0, c) { found = 1 } END { exit !found }' \
            "$root/docs/record-metadata.json" || complain "record-metadata.json does not describe $table.$column"
    done <columns
    count=$((count + $(wc -l <columns)))
    [ "$(wc -l <columns)" -gt 200 ] || complain 'where are the columns?'
fi

# ---- what is no record ----
cp articles.jsonl kept.txt
name='a text file'
run 1 'not a Waqai record' add --db kept.txt more.jsonl
cmp -s articles.jsonl kept.txt || complain 'the file was changed'
name='a folder'
mkdir folder
run 1 'is no file' add --db folder more.jsonl
name='no record to read'
run 1 'no such record' verify --db missing.db
[ ! -e missing.db ] || complain 'a file was made'
name='a folder that is not there'
run 1 "can't be opened" add --db nowhere/x.db more.jsonl
if command -v sqlite3 >/dev/null; then
    name='a database of another program'
    sqlite3 other.db 'CREATE TABLE t (x); INSERT INTO t VALUES (1)'
    cp other.db other.copy
    run 1 'another program' add --db other.db more.jsonl
    cmp -s other.db other.copy || complain 'the file was changed'
    name='a newer schema'
    cp whole.db newer.db
    sqlite3 newer.db 'PRAGMA user_version = 99'
    run 1 'newer Waqai' add --db newer.db more.jsonl
    run 1 'newer Waqai' verify --db newer.db
    name='an older schema'
    cp whole.db older.db
    sqlite3 older.db 'PRAGMA user_version = 0'
    run 1 'of an older schema (0)' verify --db older.db
    run 0 - add -q --db older.db articles.jsonl
    run 0 - verify --db older.db
    [ "$(sqlite3 older.db 'PRAGMA user_version')" -ge 1 ] || complain 'was not brought up to date'
    same whole.db older.db
    name='verify finds a changed text'
    cp whole.db spoilt.db
    sqlite3 spoilt.db "UPDATE document SET text = 'x' || text WHERE id = 5"
    run 1 'do not hold' verify --db spoilt.db
    grep -q 'document 5: .*SHA-256' out || complain 'the hash is not told'
    grep -q 'document 5: trigger' out || complain 'the spans are not told'
    name='verify finds a lost event'
    cp whole.db spoilt.db
    sqlite3 spoilt.db "DELETE FROM event WHERE id = (SELECT min(id) FROM event)"
    run 1 'do not hold' verify --db spoilt.db
    name='a locked record'
    cp whole.db locked.db
    mkfifo hold
    { echo 'BEGIN IMMEDIATE;'; cat hold; } | sqlite3 locked.db & # holds the lock until `hold` is closed
    exec 7>hold
    sleep 0.3
    run 1 'locked' add --db locked.db more.jsonl
    exec 7>&-
    wait
    same whole.db locked.db
fi
name='a record nobody may write'
mkdir only
cp whole.db more.jsonl only/
chmod 444 only/whole.db
chmod 755 . only
[ "$(id -u)" = 0 ] || chmod 555 only
as=()
[ "$(id -u)" != 0 ] || as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if [ ${#as[@]} = 0 ] || "${as[@]}" "$program" --version >out 2>&1; then
    count=$((count + 2))
    "${as[@]}" "$program" add --db only/whole.db only/more.jsonl >out 2>err && complain 'was written'
    grep -q "read-only\|can't be opened" err || complain 'no message that it is read-only'
    "${as[@]}" "$program" verify --db only/whole.db >out 2>err || complain 'can not be read'
fi
chmod 755 only
name='what a record holds'
run 0 - info --db whole.db
grep -q '^documents  *300$' out || complain 'does not count 300 documents'
name='a damaged record'
cp whole.db damaged.db
dd if=/dev/zero of=damaged.db bs=4096 seek=2 count=20 conv=notrunc status=none
run 1 'damaged' verify --db damaged.db
name='no room'
cp whole.db full.db
count=$((count + 1))
for i in $(seq 400 700); do article "$i"; done >many.jsonl
(
    ulimit -f $(($(stat -c %s full.db) / 1024 + 40))
    trap '' XFSZ
    "$program" add --db full.db many.jsonl >out 2>err
)
[ $? = 1 ] || complain "status is not 1"
grep -q 'disk' err || complain 'no message about the disk'
run 0 - verify --db full.db

# ---- corrections ----
tsv() { printf 'verb\tsubject\tfield\tvalue\tnote\n'; [ $# = 0 ] || printf '%s\t%s\t%s\t%s\t%s\n' "$@"; }
name='a wrong line of corrections'
cp whole.db right.db
tsv merg 0123456789abcdef - - - >bad.tsv
run 1 'bad.tsv:2: want merge, split, recode, reject or rename, found "merg"' correct --db right.db bad.tsv
tsv recode 0123456789abcdef status past - >bad.tsv
run 1 'bad.tsv:2: want a status' correct --db right.db bad.tsv
printf 'verb\tsubject\tfield\tvalue\tnote\nreject\t0123' >bad.tsv
run 1 'bad.tsv:2: want 5 cells' correct --db right.db bad.tsv
run 1 'missing.tsv' correct --db right.db missing.tsv
same whole.db right.db
if command -v sqlite3 >/dev/null; then
    name='corrections'
    ask() { sqlite3 right.db "$1"; }
    many=$(ask "SELECT id FROM event WHERE mentions > 2 ORDER BY id LIMIT 1")
    one=$(ask "SELECT id FROM mention WHERE event_id = '$many' AND id <> '$many' ORDER BY id LIMIT 1")
    lone=$(ask "SELECT id FROM event WHERE mentions = 1 ORDER BY id LIMIT 1")
    next=$(ask "SELECT id FROM event WHERE mentions = 1 ORDER BY id LIMIT 1 OFFSET 1")
    gone=$(ask "SELECT id FROM event WHERE mentions = 1 ORDER BY id LIMIT 1 OFFSET 2")
    tsv split "$one" - - 'another visit' merge "$lone" - "$next" - reject "$gone" - - - \
        recode "$many" date 2024-03-30 - rename lavrov_sergey - 'لافروف' - >right.tsv
    run 0 - correct --db right.db right.tsv
    run 0 - verify --db right.db
    [ "$(ask "SELECT event_id FROM mention WHERE id = '$one'")" = "$one" ] || complain 'split'
    [ "$(ask "SELECT count(DISTINCT event_id) FROM mention WHERE id IN ('$lone', '$next')")" = 1 ] || complain 'merge'
    [ "$(ask "SELECT count(*) FROM event WHERE id = '$gone'")" = 0 ] || complain 'reject'
    [ "$(ask "SELECT date FROM event WHERE id = '$many'")" = 2024-03-30 ] || complain 'recode'
    [ "$(ask "SELECT name FROM actor WHERE id = 'lavrov_sergey'")" = 'لافروف' ] || complain 'rename'
    [ "$(ask 'SELECT count(*) FROM correction WHERE applied')" = 5 ] || complain 'not all are said to hold'
    name='corrections hold for what is added later'
    run 0 - add -q --db right.db more.jsonl
    [ "$(ask "SELECT event_id FROM mention WHERE id = '$one'")" = "$one" ] || complain 'split'
    [ "$(ask "SELECT count(*) FROM event WHERE id = '$gone'")" = 0 ] || complain 'reject'
    name='corrections out and in again'
    run 0 - correct --db right.db
    cp out again.tsv
    cmp -s again.tsv right.tsv || complain 'another file comes out'
    cp right.db again.db
    run 0 - correct --db again.db again.tsv
    same right.db again.db
    name='corrections taken back'
    tsv >none.tsv
    run 0 - correct --db right.db none.tsv
    same right.db shuffled.db
fi

# ---- killed ----
name='killed'
done_kills=0 rounds=0
RANDOM=${WAQAI_SEED:-$$}
while [ "$done_kills" -lt "$kills" ]; do
    "$program" add -q --db killed.db articles.jsonl 2>err &
    adding=$!
    sleep "0.$(printf %03d $((RANDOM % 400)))"
    if kill -9 $adding 2>/dev/null; then
        wait $adding 2>/dev/null
        done_kills=$((done_kills + 1))
        if [ -e killed.db ] && [ -s killed.db ]; then
            count=$((count + 1))
            "$program" verify --db killed.db >out 2>err || {
                complain "after kill $done_kills"
                head -n 5 out
            }
        fi
    else
        wait $adding
        same whole.db killed.db
        rm -f killed.db*
        rounds=$((rounds + 1))
    fi
done
run 0 - add -q --db killed.db articles.jsonl
run 0 - verify --db killed.db
same whole.db killed.db

echo "record: $count checks, $done_kills kills, $rounds runs to the end, $failures failures"
[ $failures = 0 ]
