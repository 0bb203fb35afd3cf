#!/usr/bin/env bash
# bench.sh BUILD SHARED: speed on the corpora of SHARED/data (saudinewsnet, html_ar), which are not part of
# this project.  Stage by stage with bench/bench.c in one thread, and the program as a user runs it.
set -euo pipefail
build=$1 shared=$2
data=$shared/data
[ -d "$data" ] || { echo "bench: no corpora in $data; name their folder: make bench SHARED=..."; exit 1; }
command -v unzip >/dev/null || { echo "bench: needs unzip (apt-get install unzip)"; exit 1; }

articles=$build/bench.jsonl
if [ ! -s "$articles" ]; then
    for day in "$data"/saudinewsnet/*.zip; do
        unzip -p "$day" | "$build/saudi"
    done >"$articles.new"
    mv "$articles.new" "$articles"
fi

# the lexicon, compiled anew, has to be the one in the program, byte for byte
option() { sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt"; }
"$build/lexc" "$build/again.img" "$(dirname "$0")/../data" "$(option WAQAI_HUNSPELL_DIR)" "$(option WAQAI_CITIES)"
cmp "$build/lexicon.img" "$build/again.img" && echo "lexicon image: two builds are the same" && rm "$build/again.img"
echo
echo "newspaper articles, stage by stage, one thread"
"$build/bench" "$articles"
echo
echo "newspaper articles, from clean text to analysed words, one thread"
"$build/words" "$articles"
echo
echo "saved pages, stage by stage, one thread"
for i in $(seq 20); do printf '%s\0' "$data"/html_ar/*.html; done | xargs -0 "$build/bench"
echo
echo "saved pages, main text against the text cut by hand"
"$build/pages" "$data/html_ar"
echo
echo "waqai annotate, $(nproc) processors"
count=$(wc -l <"$articles")
start=$(date +%s.%N)
"$build/waqai" annotate "$articles" >/dev/null
end=$(date +%s.%N)
awk -v n="$count" -v bytes="$(wc -c <"$articles")" -v s="$start" -v e="$end" \
    'BEGIN { printf "%d articles in %.2f s: %.0f articles/s, %.1f MB/s\n", n, e - s, n / (e - s), bytes / 1e6 / (e - s) }'

gold=$shared/gold/seeds
[ -d "$gold" ] || exit 0
echo
echo "waqai times, five annotated articles"
"$shared/eval/docs.py" "$gold" >"$build/times.in"
"$build/waqai" annotate "$build/times.in" >"$build/times.out"
"$shared/eval/score.py" "$gold" "$build/times.out" | grep '^times_'
for i in $(seq 2000); do cat "$build/times.in"; done >"$build/times.many"
start=$(date +%s.%N)
"$build/waqai" times --jobs 1 "$build/times.many" >/dev/null
end=$(date +%s.%N)
awk -v n=10000 -v chars="$(wc -m <"$build/times.many")" -v s="$start" -v e="$end" \
    'BEGIN { printf "one thread: %.0f articles/s, %.1f million characters/s\n", n / (e - s), chars / 1e6 / (e - s) }'
rm -f "$build/times.many"

echo
echo "waqai add into a fresh record, $(nproc) processors"
db=$build/bench.db
for share in 4 2 1; do # growth: a quarter, a half, all
    rm -f "$db"*
    n=$((count / share))
    start=$(date +%s.%N)
    head -n $n "$articles" | "$build/waqai" add -q --db "$db" -
    end=$(date +%s.%N)
    awk -v n=$n -v s="$start" -v e="$end" -v b="$(stat -c %s "$db")" \
        'BEGIN { printf "%d articles in %.2f s: %.0f articles/s, %.0f MB\n", n, e - s, n / (e - s), b / 1e6 }'
done
ask() { # how many events, and in how many milliseconds
    local start end
    start=$(date +%s.%N)
    "$build/waqai" timeline --db "$db" --between USA IRN --format jsonl >"$build/bench.out"
    end=$(date +%s.%N)
    awk -v n="$(wc -l <"$build/bench.out")" -v s="$start" -v e="$end" 'BEGIN { print 1000 * (e - s), n }'
}
for i in $(seq 9); do ask; done | sort -n |
    awk '{ ms[NR] = $1; n = $2 } END { printf "timeline --between: %d events in %.0f ms (median of %d, %.0f to %.0f)\n",
        n, ms[int((NR + 1) / 2)], NR, ms[1], ms[NR] }'
rm -f "$db"* "$build/bench.out"
