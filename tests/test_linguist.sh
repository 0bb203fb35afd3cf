#!/usr/bin/env bash
# test_linguist.sh PROGRAM: waqai lexicon on rows that a user lays over the built-in ones.
set -u
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0 count=0

complain() {
    echo "FAIL  $name: $*"
    sed 's/^/        /' out err | cut -c 1-200 | head -n 8
    failures=$((failures + 1))
}

file() { # file PATH HEADER ROW...: a table with blanks for tabs; '~' is a blank in a cell
    mkdir -p "$(dirname "my/$1")"
    local path=my/$1
    shift
    printf '%s\n' "$@" | tr ' ~' '\t ' >"$path"
}

check() { # check STATUS WANTED...: lines that `waqai lexicon check my` must print; all of them
    local want=$1 status line
    shift
    count=$((count + 1))
    "$program" lexicon check my >out 2>err </dev/null
    status=$?
    [ $status = "$want" ] || complain "status $status, not $want"
    for line in "$@"; do
        grep -qF -- "$line" out || complain "no line with: $line"
    done
    [ "$(wc -l <out)" = $# ] || complain "$(wc -l <out) lines, not $#"
}
fresh() { name=$1; rm -rf my; mkdir my; }

actors='id kind country sectors latin note name names'
tenures='actor office country first last source'
verbs='id class note perfect imperfect masdar active passive'

fresh 'rows that refer to built-in ones'
file actor/mine.tsv "$actors" 'zayd_test person SYR GOV Zayd - زيد~التجريبي -'
file office/mine.tsv "$tenures" 'zayd_test mayor SYR 1901 1902 -' 'assad_bashar mayor SYR 1903 1904 -'
check 0

fresh 'no such folder'; rm -r my
count=$((count + 1))
"$program" lexicon check my >out 2>err && complain 'status 0'
grep -qF "my: can't read this folder" err || complain 'no message'

fresh 'no table'; count=$((count + 1))
"$program" lexicon check my >out 2>err && complain 'status 0'
grep -qF 'holds no .tsv file' err || complain 'no message'

fresh 'an unknown file'
file actr/mine.tsv "$actors"
check 1 'my/actr/mine.tsv:0: no such lexicon file'

fresh 'a column too few'
file morph/verbs.tsv 'id class note perfect imperfect masdar active'
check 1 'my/morph/verbs.tsv:1: want a column "passive", found none'

fresh 'all findings of a file, not the first'
file morph/verbs.tsv "$verbs" 'a - -' '- - - زار يزور - - -' 'a - - كتب يكتب - - -' 'a - - كتب يكتب - - -'
check 1 'my/morph/verbs.tsv:2: want 8 cells, found 3' 'my/morph/verbs.tsv:3: want an id, found none' \
    'my/morph/verbs.tsv:5: "a" stands in my/morph/verbs.tsv:4 too'

fresh 'codes and references'
file actor/mine.tsv "$actors" 'x_test person SYX GOVT X - اسم -'
file office/mine.tsv "$tenures" 'nobody_here mayor SYR 2001-02-30 - -'
check 1 'my/actor/mine.tsv:2: country: want country, found "SYX"' \
    'my/actor/mine.tsv:2: sectors: want set:sector, found "GOVT"' \
    'my/office/mine.tsv:2: actor: want id:actor/, found "nobody_here"' \
    'my/office/mine.tsv:2: first: want day, found "2001-02-30"'

fresh 'a tenure against a built-in one'
file actor/mine.tsv "$actors" 'zayd_test person SYR GOV Zayd - زيد~التجريبي -'
file office/mine.tsv "$tenures" 'zayd_test president SYR 2005-01-01 2005-02-01 -'
check 1 'my/office/mine.tsv:2: first: zayd_test becomes president of SYR on 2005-01-01, but assad_bashar (the built-in office/syr.tsv:'

"$program" who --lexicon my --on 2005-01-15 'الرئيس السوري' >out 2>err || complain 'status'
grep -q '"id":"zayd_test"' out || complain 'mine does not win'
printf 'قال الرئيس السوري إن الوضع مستقر' >page
"$program" actors --lexicon my --published 2005-01-15 page >out 2>err || complain 'status'
grep -q '"id":"zayd_test"' out || complain 'mine does not win in a page'

fresh 'a name that is built in'
file actor/mine.tsv "$actors" 'zayd_test person SYR GOV Zayd - سيرغي~لافروف -'
check 1 'my/actor/mine.tsv:2: name: "سيرغي لافروف" is also lavrov_sergey (the built-in actor/rus.tsv:'
"$program" actors --lexicon my --published 2005-01-15 - >out 2>err <<<'قال سيرغي لافروف إن الوضع مستقر' || complain 'status'
grep -q '"id":"zayd_test"' out || complain 'mine does not win'

fresh 'a span without a holder'
file actor/mine.tsv "$actors" 'zayd_test person SYR GOV Zayd - زيد~التجريبي -'
file office/mine.tsv "$tenures" 'zayd_test tourism_minister COM 1901-01 1902-01 -' 'zayd_test tourism_minister COM 1905-01 1906-01 -'
check 0
"$program" lexicon check --gaps my >out 2>err && complain 'status 0'
grep -qF 'my/office/mine.tsv:3: first: nobody is known as tourism_minister of COM between 1902-01 and 1905-01' out ||
    complain 'not said'

fresh 'a row of mine for a built-in tenure'
first=$(grep -m1 "^assad_bashar	president	SYR" \
    "$root/data/office/syr.tsv" | cut -f 4)
file actor/mine.tsv "$actors" 'zayd_test person SYR GOV Zayd - زيد~التجريبي -'
file office/mine.tsv "$tenures" "assad_bashar president SYR $first 2005-01-01 -" \
    'zayd_test president SYR 2005-01-01 2005-02-01 -'
check 0

fresh 'a tenure that ends before it starts'
file office/mine.tsv "$tenures" 'assad_bashar mayor SYR 1905 1904 -'
check 1 'my/office/mine.tsv:2: last: this tenure ends before it starts'

fresh 'a whole lexicon stands alone'
file actor/countries.tsv 'id top latin note name names nisba people' 'SYR SYR Syria - سوريا - سوري -'
file actor/mine.tsv "$actors" 'x_test person EGY GOV X - اسم -'
check 0
count=$((count + 1))
"$program" lexicon check --alone my >out 2>err && complain 'status 0'
grep -qF 'my/actor/mine.tsv:2: country: want country, found "EGY"' out || complain 'no finding'

# ---- show ----
shows() { # shows WORD LINE: the likeliest reading first
    count=$((count + 1))
    "$program" lexicon show "$1" >out 2>err || complain "status $?"
    [ "$(sed -n 2p out | cut -f 1-3,5)" = "$2" ] || complain "first reading is not: $2"
    grep -q "$(printf '\t[a-z./_]*:[0-9]*\t')" out || complain 'no file and line'
}
name='a verb'; shows 'وسيزورها' "verb	imperfect 3 masc sing	wa+sa+-+ha	zara"
name='a word of the dictionary'; shows 'الفراشات' "noun	fem plur definite	al+-	$("$program" lexicon show فراشة |
    sed -n 2p | cut -f 5)"
name='a phrase'; count=$((count + 1))
"$program" lexicon show 'وزير الخارجية' >out 2>err || complain 'status'
grep -q '^office.*office/offices.tsv:[0-9]*.*foreign_minister' out || complain 'no office'
name='an unknown word'; count=$((count + 1))
"$program" lexicon show 'تشيلسي' >out 2>err || complain 'status'
grep -qF 'in no lexicon, may be a name' out || complain 'not said'
name='a row of mine'; fresh "$name"; count=$((count + 1))
file morph/verbs.tsv "$verbs" 'tazahlaqa_test - - تزحلق يتزحلق تزحلق - -'
"$program" lexicon show --lexicon my 'سيتزحلقون' >out 2>err || complain 'status'
grep -q 'sa+-.*morph/verbs.tsv:2.*tazahlaqa_test' out || complain 'not found'

name='wrong use'
count=$((count + 1))
"$program" lexicon chek my >out 2>err
[ $? = 2 ] || complain 'status'
"$program" lexicon check >out 2>err
[ $? = 2 ] || complain 'status'

echo "$count runs, $failures failures"
exit $((failures > 0))
