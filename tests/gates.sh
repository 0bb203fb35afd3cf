#!/usr/bin/env bash
# gates.sh BUILD: a gate that can't fail is no gate.  Each is run on a small tree with one fault,
# where it must fail and name the place, and on the same tree mended, where it must pass.
set -euo pipefail
build=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect NAME PLACE COMMAND...: the command must fail and its output hold PLACE
expect() {
    local name=$1 place=$2 out
    shift 2
    if out=$("$@" 2>&1); then
        echo "$name: passed with a fault in the tree"
        failures=$((failures + 1))
    elif ! grep -qF -- "$place" <<<"$out"; then
        echo "$name: failed without naming $place:"
        sed 's/^/    /' <<<"$out"
        failures=$((failures + 1))
    fi
}

pass() { # pass NAME COMMAND...
    local name=$1 out
    shift
    if ! out=$("$@" 2>&1); then
        echo "$name: failed on a good tree:"
        sed 's/^/    /' <<<"$out"
        failures=$((failures + 1))
    fi
}

tree() { # a new small tree in $work/t
    rm -rf "$work/t"
    mkdir -p "$work/t"/{src/low,src/high,tools,data/actor,include/waqai}
    cp "$root/.clang-format" "$work/t/"
    printf 'low:\nhigh: low\n' >"$work/t/src/LAYERS"
    printf '#include "low/low.h"\n\nint low(void)\n{\n    return 1;\n}\n' >"$work/t/src/low/low.c"
    printf 'int low(void);\n' >"$work/t/src/low/low.h"
    printf '#include "low/low.h"\n\nint high(void);\nint high(void)\n{\n    return low();\n}\n' \
        >"$work/t/src/high/high.c"
    printf 'id\ttop\tlatin\tnote\tname\tnames\tnisba\tpeople\nSYR\tSYR\tSyria\t-\tسوريا\t-\tسوري\t-\n' \
        >"$work/t/data/actor/countries.tsv"
}

format() { (cd "$work/t" && clang-format --dry-run -Werror src/*/*.c); }

tree
pass layers "$root/tools/layers.sh" "$work/t"
pass sizes "$root/tools/sizes.sh" "$work/t"
pass text "$root/tools/text.sh" "$work/t"
pass format format
pass data "$build/waqai" lexicon check --alone "$work/t/data"

printf '#include "high/high.h"\n' >>"$work/t/src/low/low.c"
expect layers src/low/low.c "$root/tools/layers.sh" "$work/t"

tree
{ printf 'int big(int x);\nint big(int x)\n{\n'; for i in $(seq 90); do printf '    x++;\n'; done; printf '    return x;\n}\n'; } \
    >>"$work/t/src/low/low.c"
expect 'sizes, lines' 'src/low/low.c' "$root/tools/sizes.sh" "$work/t"

tree
{ printf 'int branchy(int x)\n{\n'
  for i in $(seq 25); do printf '    if (x == %d)\n        return %d;\n' "$i" $((i * 7)); done
  printf '    return x;\n}\n'; } >>"$work/t/src/low/low.c"
expect 'sizes, complexity' 'branchy' "$root/tools/sizes.sh" "$work/t"

tree
mark=TO
printf '/* %sDO: later */\n' $mark >>"$work/t/src/low/low.c"
expect 'text, unfinished' 'src/low/low.c' "$root/tools/text.sh" "$work/t"
tree
printf 'int x; \n' >>"$work/t/src/low/low.c"
expect 'text, blank' 'src/low/low.c' "$root/tools/text.sh" "$work/t"
tree
printf '/* \342\200\217 */\n' >>"$work/t/src/low/low.c"
expect 'text, direction mark' 'src/low/low.c' "$root/tools/text.sh" "$work/t"

tree
printf 'int   x;\n' >>"$work/t/src/low/low.c"
expect format src/low/low.c format

# data: one bad row each, in a file of persons
person() { # person NAME PLACE ROW
    tree
    printf 'id\tkind\tcountry\tsectors\tlatin\tnote\tname\tnames\n%b\n' "$3" >"$work/t/data/actor/x.tsv"
    expect "data, $1" "data/actor/x.tsv:2: $2" "$build/waqai" lexicon check --alone "$work/t/data"
}
person 'unknown sector' 'sectors' 'a\tperson\tSYR\tGOVT\tA\t-\tاسم\t-'
person 'unknown country' 'country' 'a\tperson\tSYX\tGOV\tA\t-\tاسم\t-'
person 'tatweel' 'a tatweel' 'a\tperson\tSYR\tGOV\tA\t-\tاســم\t-'
person 'direction mark' 'an invisible direction mark' 'a\tperson\tSYR\tGOV\tA\t-\t\0342\0200\0217اسم\t-'
person 'presentation form' 'a presentation form' 'a\tperson\tSYR\tGOV\tA\t-\t\0357\0273\0273\t-'
person 'not NFC' 'not in Unicode normal form C' 'a\tperson\tSYR\tGOV\tA\t-\tا\0331\0223\t-'
person 'ill-formed' 'ill-formed UTF-8' 'a\tperson\tSYR\tGOV\tA\t-\t\0377\t-'
person 'twice' 'names' 'a\tperson\tSYR\tGOV\tA\t-\tاسم\tلقب|لقب'

tenure() { # tenure NAME PLACE ROWS
    tree
    printf 'id\tkind\tcountry\tsectors\tlatin\tnote\tname\tnames\n' >"$work/t/data/actor/x.tsv"
    printf '%s\tperson\tSYR\tGOV\tA\t-\tاسم\t-\n' a b >>"$work/t/data/actor/x.tsv"
    mkdir "$work/t/data/office"
    printf 'id\tsingle\tsector\tenglish\tnote\tname\tnames\npresident\t1\tGOV\tpresident\t-\tرئيس\t-\n' \
        >"$work/t/data/office/offices.tsv"
    printf 'actor\toffice\tcountry\tfirst\tlast\tsource\n%b\n' "$3" >"$work/t/data/office/x.tsv"
    expect "tenure, $1" "data/office/x.tsv:$2" "$build/waqai" lexicon check --alone "$work/t/data"
}
tenure 'backwards' '2: last: this tenure ends' 'a\tpresident\tSYR\t2001-01-01\t2000-01-01\t-'
tenure 'no such day' '2: last' 'a\tpresident\tSYR\t2000-01-01\t2001-02-29\t-'
tenure 'nobody' '2: actor' 'c\tpresident\tSYR\t2000-01-01\t2001-02-28\t-'
tenure 'two at a time' '3: first: b becomes president' \
    'a\tpresident\tSYR\t2000-01-01\t2001-01-01\t-\nb\tpresident\tSYR\t2000-06-01\t-\t-'
tenure 'longer than a life' '2: last: this tenure is longer' 'a\tpresident\tSYR\t1900-01-01\t2000-01-01\t-'
tenure 'unknown office' '2: office: want id' 'a\tpremier\tSYR\t2000-01-01\t2001-01-01\t-'
tenure 'twice by one' '3: first: a holds president of SYR already' \
    'a\tpresident\tSYR\t2000-01-01\t2005-01-01\t-\na\tpresident\tSYR\t2001-01-01\t2002-01-01\t-'
tenure 'two at a time, with one between' '4: first: b becomes president' \
    'a\tpresident\tSYR\t2000-01-01\t2009-01-01\t-\na\tpresident\tSYR\t1999-01-01\t2000-01-01\t-\nb\tpresident\tSYR\t2001-01-01\t2002-01-01\t-'
# people of one name, unless their offices are of different times
person 'one spelling' 'names: "اسم" is also' \
    'a\tperson\tSYR\tGOV\tA\t-\tلقب\tاسم\nb\tperson\tSYR\tGOV\tB\t-\tاسم\t-'

# a condition of an event on a word that is nowhere
tree
mkdir "$work/t/data/event" "$work/t/data/morph"
printf 'id\tclass\tnote\tperfect\timperfect\tmasdar\tactive\tpassive\nzara\t-\t-\tزار\tيزور\tزيارة\t-\t-\n' \
    >"$work/t/data/morph/verbs.tsv"
printf 'id\tword\tpos\ttype\tmode\tcontexts\tframe\tneeds\tnote\tphrase\texample\n%b\n' \
    'visit\tzara\tverb\tCONSULT\tvisit\t-\tA=subj\tA obj=zara,nowhere\t-\t-\tزار.' >"$work/t/data/event/x.tsv"
expect 'data, condition on no word' 'data/event/x.tsv:2: no verb, noun, agent, office or group has the id "nowhere"' \
    "$build/waqai" lexicon check --alone "$work/t/data"

# the harness itself: tables and cases
table() { printf "id\twant\tgot\n$1" >"$work/t.tsv"; }
table 'one\ta\ta\n'
pass 'table' "$build/probe" table "$work/t.tsv"
table 'one\ta\ta\ntwo\ta\tb\n'
expect 'table, a wrong row' 't.tsv:3: cell' "$build/probe" table "$work/t.tsv"
table ''
expect 'table, no row' 'holds no row' "$build/probe" table "$work/t.tsv"
table 'one\ta\ta\none\ta\ta\n'
expect 'table, an id twice' 't.tsv:3' "$build/probe" table "$work/t.tsv"
table 'one\ta\n'
expect 'table, a short row' 't.tsv:2' "$build/probe" table "$work/t.tsv"
expect 'table, no file' 'none.tsv' "$build/probe" table "$work/none.tsv"
printf '= one\nx\n-\nx\n\n= two\n@ k v\ny\nz\n-\ny\nz\n' >"$work/c.cases"
pass 'cases' "$build/probe" cases "$work/c.cases"
printf '# c\n= one\nx\n-\nnot x\n\n= two\ny\n-\n' >"$work/d.cases"
expect 'cases, a wrong one' 'd.cases:2: came out differently' "$build/probe" cases "$work/d.cases"
pass 'cases, accepting' env WAQAI_ACCEPT=1 "$build/probe" cases "$work/d.cases"
printf '# c\n= one\nx\n-\nx\n\n= two\ny\n-\ny\n' | cmp -s - "$work/d.cases" ||
    { echo 'cases: accepting wrote something else'; failures=$((failures + 1)); }
cp "$work/c.cases" "$work/e.cases"
WAQAI_ACCEPT=1 "$build/probe" cases "$work/e.cases" >"$work/out" 2>&1
cmp -s "$work/c.cases" "$work/e.cases" ||
    { echo 'cases: accepting changed a file without need'; failures=$((failures + 1)); }
printf '= one\n@ misspelt v\ny\n-\ny\n' >"$work/h.cases"
expect 'cases, a key nobody asks for' 'h.cases:1: one of its keys' "$build/probe" cases "$work/h.cases"
printf '# nothing\n' >"$work/f.cases"
expect 'cases, none' 'holds no case' "$build/probe" cases "$work/f.cases"
printf '= one\nx\n' >"$work/g.cases"
expect 'cases, without end' 'g.cases:2' "$build/probe" cases "$work/g.cases"

expect 'corpus, no input' '0 inputs replayed' "$build/fuzz_plain"

# the lexicon compiler: a short row
tree
printf 'QQQ\tshort\n' >>"$work/t/data/actor/countries.tsv"
expect 'lexicon, short row' 'actor/countries.tsv:3' "$build/lexc" "$work/img" "$work/t/data" \
    /usr/share/hunspell /usr/share/libtimezonemap/ui/cities15000.txt

# symbols: a library that exports a name of its own, keeps state and prints
mkdir -p "$work/b"
printf '#include <stdio.h>\nint wq_state = 0;\nint stray(void);\nint stray(void)\n{\n    puts("x");\n    return wq_state++;\n}\n' \
    >"$work/b/x.c"
gcc -shared -fPIC -o "$work/b/libwaqai.so" "$work/b/x.c"
gcc -c -fPIC -o "$work/b/x.o" "$work/b/x.c"
ar rcs "$work/b/libwaqai_internal.a" "$work/b/x.o"
expect 'symbols, exported' 'exports stray' "$root/tools/symbols.sh" "$root" "$work/b"
expect 'symbols, missing' 'wq_code is declared' "$root/tools/symbols.sh" "$root" "$work/b"
expect 'symbols, state' 'wq_state: mutable global state' "$root/tools/symbols.sh" "$root" "$work/b"
expect 'symbols, printing' 'uses puts' "$root/tools/symbols.sh" "$root" "$work/b"

[ $failures = 0 ] && echo "every gate failed where it should and passed where it should"
exit $((failures > 0))
