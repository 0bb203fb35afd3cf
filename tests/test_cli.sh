#!/usr/bin/env bash
# test_cli.sh PROGRAM JSONLINES: the program on good, bad and hostile input.  Every case has a time limit.
# Bad input: a message that names file and record or line, exit status 1, what is good still comes out,
# and never half a line of JSON.  Wrong use: status 2.
set -u
program=$1 jsonlines=$2
root=$(cd "$(dirname "$0")/.." && pwd)
limit=${WAQAI_TEST_SECONDS:-20}
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0 count=0

complain() {
    echo "FAIL  $name: $*"
    [ ! -s err ] || sed 's/^/        stderr: /' err | cut -c 1-300 | head -n 5
    failures=$((failures + 1))
}

# run STATUS MESSAGE ARG...: status as expected; standard error holds MESSAGE (- : must be silent)
run() {
    local want=$1 message=$2 status
    shift 2
    count=$((count + 1))
    timeout "$limit" "$program" "$@" >out 2>err </dev/null
    status=$?
    [ $status = "$want" ] || complain "status $status, not $want"
    if [ "$message" = - ]; then
        [ ! -s err ] || complain 'says something on standard error'
    else
        grep -qF -- "$message" err || complain "no message with: $message"
    fi
}

lines() { # lines N: standard output is N whole lines of JSON
    local n
    n=$("$jsonlines" <out 2>&1) || complain "output: $n"
    [ "$n" = "$1" ] || complain "$n lines of JSON, not $1"
}

article='زار وزير الخارجية الروسي سيرغي لافروف دمشق أمس والتقى الرئيس السوري بشار الأسد.'
page="دمشق في عام جديد

$article
وقال لافروف إن بلاده ستواصل دعم العملية السياسية في سوريا خلال المرحلة المقبلة."
json() { printf '{"id":"%s","title":"زيارة","text":"%s","published":"2020-09-08"}\n' "$1" "$article"; }
warc() { # warc URL BODY: one response record
    local http
    http=$(printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n%s' "$2"; echo x)
    http=${http%x}
    http=${http%$'\n'}
    printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2020-09-09T00:00:00Z\r\n' "$1"
    printf 'WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n'
    printf 'Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' \
        "$(printf %s "$http" | wc -c)" "$http"
}
html="<html><head><title>زيارة</title></head><body><article><h1>زيارة</h1><p>$article</p><p>$article</p></article></body></html>"

# ---- good input ----
json a >good.jsonl
json b >>good.jsonl
printf '%s\n' "$page" >page.txt
printf '%s' "$html" >page.html
{ warc http://a.example/1 "$html"; warc http://a.example/2 "$html"; } >two.warc
gzip -kc two.warc >two.warc.gz

name='two documents'
run 0 - annotate good.jsonl
lines 2
"$jsonlines" schema id url outlet byline title text published published_from times quotes events \
    <out >/dev/null 2>err || complain 'a key is missing'
name='a page of text'; run 0 - annotate page.txt; lines 1
name='a page of HTML'; run 0 - annotate page.html; lines 1
name='a WARC'; run 0 - annotate two.warc; lines 2
name='a gzipped WARC'; run 0 - annotate two.warc.gz; lines 2
name='several inputs'; run 0 - annotate good.jsonl page.txt two.warc.gz; lines 5
name='a folder'
mkdir folder
cp good.jsonl page.html two.warc.gz folder
run 0 - annotate folder
lines 5
name='standard input'
count=$((count + 1))
timeout "$limit" "$program" annotate - <good.jsonl >out 2>err || complain "status $?"
lines 2
name='the same twice'
run 0 - annotate -j 1 folder && cp out one
run 0 - annotate -j 4 folder
cmp -s out one || complain 'one worker and four write differently'
name='events'
run 0 - code good.jsonl
"$jsonlines" type mode status doc published url evidence <out >/dev/null 2>err || complain 'a key is missing'
[ -s out ] || complain 'no event at all'
name='table'; run 0 - code --format table good.jsonl; [ -s out ] || complain 'empty'
name='csv'; run 0 - code --format csv good.jsonl
[ "$(wc -l <out)" -ge 3 ] || complain 'no header and rows'
name='times'
run 0 - times good.jsonl
lines 2
"$jsonlines" doc published text part start end type value mod quant freq first last tolerance conflict rule \
    <out >/dev/null 2>err || complain 'a key is missing'
grep -q '"value":"2020-09-07"' out || complain 'yesterday is not in it'
name='times as TimeML'; run 0 - times --format timeml good.jsonl
grep -qF '<TIMEX3 tid="t1" type="DATE" value="2020-09-07">أمس</TIMEX3>' out || complain 'no TIMEX3'
[ "$(grep -c '^<TimeML>$' out)" = 2 ] || complain 'not two documents'
name='TimeML of a text with marks of XML'
printf '{"id":"x","text":"قال <b> & \\u0001 أمس","published":"2020-09-08"}\n' >marks.jsonl
run 0 - times --format timeml marks.jsonl
grep -qF '<TEXT>قال &lt;b&gt; &amp; � <TIMEX3' out || complain 'marks are not escaped'
name='times as a table'; run 0 - times --format table good.jsonl; [ -s out ] || complain 'empty'
name='times as TSV'; run 0 - times --format tsv good.jsonl
[ "$(head -1 out)" = "$(printf 'doc\tpublished\turl\ttext\tpart\tstart\tend\ttype\tvalue\tfirst\tlast\tmod\tquant\tfreq\ttolerance\tconflict\trule')" ] ||
    complain 'other columns'
[ "$(awk -F'\t' 'NR > 1 { print $9 }' out | sort)" = "$("$program" times good.jsonl | jq -r '.value' | sort)" ] ||
    complain 'not the values of jsonl'
name='times as CSV'; run 0 - times --format csv good.jsonl
[ "$(grep -c ^doc,published out)" = 1 ] && [ "$(wc -l <out)" = 3 ] || complain 'not one header and two rows'
name='times in one array'; run 0 - times --format json good.jsonl
jq -e 'length == 2 and .[0].type == "DATE"' out >/dev/null 2>err || complain 'not an array of both'
name='times for spreadsheets'; run 0 - times --excel good.jsonl
[ "$(head -c 3 out)" = $'\xef\xbb\xbf' ] || complain 'no BOM'
name='calendar'
for day in 2015-07-07 1436-09-20 '1394-04-16 SH' '20 رمضان 1436' '16 تير 1394' 'الثلاثاء 7 تموز 2015'; do
    run 0 - calendar "$day"
    for part in 2015-07-07 1436-09-20 1394-04-16 2015-W28-2 '+-1 day'; do
        grep -qF -- "$part" out || complain "$day: no $part"
    done
done
for day in '' 2015-02-29 2015-13-01 0000-01-01 '31 شباط 2020' '30 رمضان 1436' '1400-12-31 SH' 'أمس' 'كلمة' \
    99999999999999999999999999999999999999-01-01 '5 أيار و8 حزيران 2020'; do
    name="calendar '$day'"
    run 1 'is no day' calendar "$day"
    [ ! -s out ] || complain 'writes something'
done
name='calendar, one of two wrong'; run 1 2015-02-29 calendar 2015-02-29 2015-07-07
grep -q 1436-09-20 out || complain 'the good one is not converted'
name='actors'
run 0 - actors good.jsonl
"$jsonlines" doc id name text kind country sectors role count part start end <out >/dev/null 2>err ||
    complain 'a key is missing'
[ "$(grep -c '"id":"lavrov_sergey"' out)" = 2 ] || complain 'not once in each document'
name='actors as CSV'; run 0 - actors --format csv good.jsonl
[ "$(grep -c ^doc,id out)" = 1 ] || complain 'not one header'
name='actors as a table'; run 0 - actors --format table good.jsonl; grep -q ^doc out || complain 'no header'
name='who: a name'; run 0 - who لافروف
"$jsonlines" id name latin kind country sectors role of first last held source note <out >/dev/null 2>err ||
    complain 'a key is missing'
grep -q '"role":"foreign minister","of":"RUS","first":"2004-03-09"' out || complain 'not his tenure'
for who in lavrov_sergey Lavrov 'سيرغي لافروف' 'وزير الخارجية الروسي'; do
    name="who: $who"; run 0 - who --on 2015-07-01 "$who"
    grep -q '"id":"lavrov_sergey".*"held":1' out || complain 'another'
    lines 1
done
name='who: an office on a day'; run 0 - who 'وزير الخارجية السوري' --on 2012-07-01
grep -q '"id":"muallem_walid"' out || complain 'another'
lines 1
name='who: the head of a body by another word'; run 0 - who 'زعيم حزب الله' --on 2012-07-01
grep -q nasrallah_hassan out || complain 'another'
name='who: a country'; run 0 - who --format records سوريا; grep -q '^latin *Syria' out || complain 'another'
name='who: another spelling'; run 1 'did you mean سيرغي لافروف?' who 'سيرغى لفروف'
name='who: nobody'; run 1 'nobody called' who قلقلشندوس; [ ! -s out ] || complain 'writes something'
name='who: no text'; run 1 'not UTF-8' who "$(printf '\xff')"
name='tsv'; run 0 - code --format tsv good.jsonl
[ "$(awk -F'\t' '{ print NF }' out | sort -u)" = 28 ] || complain 'not 28 columns in every row'
name='csv for spreadsheets'; run 0 - code --excel good.jsonl
[ "$(head -c 3 out)" = $'\xef\xbb\xbf' ] && [ "$(grep -c $'\r$' out)" -ge 3 ] || complain 'no BOM or no CRLF'
name='one array'; run 0 - code --format json good.jsonl page.txt
n=$(jq length out 2>err) && [ "$n" = "$("$program" code good.jsonl page.txt | wc -l)" ] || complain 'not all events'
name='an array of nothing'; echo 'طقس مائل إلى البرودة اليوم.' >weather.txt; run 0 - code --format json weather.txt
[ "$(jq -c . out 2>err)" = '[]' ] || complain 'no array'
name='actors in one array'; run 0 - actors --format json good.jsonl
jq -e 'length > 0' out >/dev/null 2>err || complain 'nobody'
name='only CSV is for spreadsheets'; run 2 'goes with the format csv' code --excel --format json good.jsonl
name='explain'; run 0 - explain "$article"; [ -s out ] || complain 'empty'
name='output file'; run 0 - annotate -o written good.jsonl
cp written out; lines 2
name='help'; run 0 - --help; grep -q annotate out || complain 'help names no command'
name='version'; run 0 - --version; grep -q 'waqai.document/1' out || complain 'no schema in it'

# ---- wrong use: 2 ----
name='no command'; run 2 waqai
name='unknown command'; run 2 annotat annotat good.jsonl
name='unknown option'; run 2 -- annotate --nonsense good.jsonl
name='no such format'; run 2 yaml code --format yaml good.jsonl
name='no such format of times'; run 2 yaml times --format yaml good.jsonl
name='who on a day that is none'; run 2 2015-13-01 who لافروف --on 2015-13-01
name='calendar without a day'; run 2 calendar calendar
name='a date that is none'; run 2 2020-13-01 annotate --published 2020-13-01 good.jsonl

# ---- bad input: 1, named, the rest goes on ----
name='no such file'; run 1 missing.html annotate missing.html good.jsonl; lines 2
name='empty file'; : >empty.html; run 1 empty.html annotate empty.html good.jsonl; lines 2
name='folder without pages'; mkdir hollow; run 1 hollow annotate hollow; lines 0
name='a file that can not be read'
if [ "$(id -u)" = 0 ]; then
    run 1 /proc/self/mem annotate /proc/self/mem good.jsonl
else
    : >locked.html; chmod 0 locked.html
    run 1 locked.html annotate locked.html good.jsonl
fi
lines 2
name='truncated gzip'
gzip -c page.html | head -c -20 >cut.html.gz
run 1 cut.html.gz annotate cut.html.gz good.jsonl
name='truncated WARC'
head -c $(($(wc -c <two.warc) - 100)) two.warc >cut.warc
run 1 cut.warc annotate cut.warc good.jsonl
name='truncated gzipped WARC'
head -c $(($(wc -c <two.warc.gz) - 30)) two.warc.gz >cut.warc.gz
run 1 cut.warc.gz annotate cut.warc.gz good.jsonl
"$jsonlines" <out >/dev/null 2>err || complain 'half a line'
name='JSON lines, one no object'
{ json a; echo '[1, 2]'; json c; } >array.jsonl
run 1 array.jsonl:2 annotate array.jsonl; lines 2
name='JSON lines, one broken'
{ json a; echo '{"id": "b", "text": "'; json c; } >broken.jsonl
run 1 broken.jsonl:2 annotate broken.jsonl; lines 2
name='a lexicon row that is wrong'
mkdir -p lexicon/actor
printf 'id\tkind\n%s\n' 'x' >lexicon/actor/mine.tsv
run 1 mine.tsv annotate --lexicon lexicon good.jsonl; lines 0

# ---- output that fails ----
name='full disk'
count=$((count + 1)); timeout "$limit" "$program" annotate good.jsonl >/dev/full 2>err
[ $? = 1 ] || complain 'status is not 1'
[ -s err ] || complain 'silent'
name='closed pipe'
for i in $(seq 3000); do json "$i"; done >many.jsonl
count=$((count + 1))
timeout "$limit" "$program" annotate many.jsonl 2>err | head -n 1 >out
status=${PIPESTATUS[0]}
[ "$status" = 1 ] || [ "$status" = 141 ] || complain "status $status"
lines 1
name='closed standard output'
count=$((count + 1)); timeout "$limit" "$program" annotate good.jsonl >&- 2>err
[ $? = 1 ] || complain 'status is not 1'
name='output over an input'; cp good.jsonl both.jsonl
run 1 both.jsonl annotate -o both.jsonl both.jsonl || true
cmp -s good.jsonl both.jsonl || complain 'the input was overwritten'

# ---- hostile input: a result or a message, in time ----
survives() { # survives FILE: status 0 or 1, whole lines, in time
    local status
    count=$((count + 1))
    timeout "$limit" "$program" annotate "$1" >out 2>err
    status=$?
    [ $status -le 1 ] || complain "status $status (124: too slow)"
    [ $status = 0 ] || grep -qF -- "$1" err || complain "status 1 without naming $1"
    "$jsonlines" <out >count.txt 2>err || complain 'half a line'
}
repeat() { # repeat TEXT N
    awk -v t="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", t }'
}
name='values of another type than expected'
printf '{"id":7,"title":[],"text":"%s","published":"soon","url":{}}\n' "$article" >types.jsonl
survives types.jsonl
name='page of 300 MB'
{ printf '%s' "$html"; repeat "<p>$article</p>" 2000; head -c 300000000 /dev/zero | tr '\0' 'a'; } >huge.html
survives huge.html
rm -f huge.html
name='300 MB of nothing, gzipped'
head -c 300000000 /dev/zero | gzip -1 >bomb.html.gz; survives bomb.html.gz; rm -f bomb.html.gz
name='300 MB without a line feed'
{ printf '{"id":"x","text":"'; head -c 300000000 /dev/zero | tr '\0' 'a'; } >long.jsonl
survives long.jsonl; rm -f long.jsonl
name='100,000 nested divs'
{ repeat '<div>' 100000; printf '<p>%s</p>' "$article"; } >deep.html; survives deep.html
name='100,000 unclosed quotes'; { repeat '«' 100000; printf '%s' "$page"; } >quotes.txt; survives quotes.txt
name='JSON nested 100,000 deep'; { printf '{"text":'; repeat '[' 100000; echo; } >deep.jsonl; survives deep.jsonl
name='10,000 conjunctions'; { repeat 'والرئيس السوري ' 10000; printf '%s' "$article"; } >and.txt; survives and.txt
name='a megabyte of marks'; { printf 'ز'; repeat $'\xd9\x8e' 500000; printf ' %s' "$article"; } >marks.txt; survives marks.txt
name='one word of a megabyte'; { repeat 'ز' 500000; } >word.txt; survives word.txt
name='a megabyte of digits'; { repeat '12 ' 300000; } >digits.txt; survives digits.txt
name='200,000 tags without end'; { repeat '<a href="' 200000; } >tags.html; survives tags.html
name='ill-formed UTF-8'
{ printf '%s\n' "$page"; repeat $'\xff\xc0\xd8' 1000; printf '\n%s\n' "$page"; } >bytes.txt; survives bytes.txt
grep -q . out || complain 'nothing came out'
name='NULs'
{ printf '%s\n' "$page"; head -c 1000 /dev/zero; printf '\n%s\n' "$page"; } >nul.txt; survives nul.txt
name='random bytes'
awk 'BEGIN { srand(7); for (i = 0; i < 200000; i++) printf "%c", int(rand() * 256) }' >random.bin; survives random.bin

echo "$count runs of the program, $failures failures"
[ $failures = 0 ]
