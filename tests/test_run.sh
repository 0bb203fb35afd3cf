#!/usr/bin/env bash
# test_run.sh PROGRAM JSONLINES: how a run behaves: order, signals, terminals, its own output; and the texts
# made from the table of commands.
set -u
program=$1 jsonlines=$2
limit=${WAQAI_TEST_SECONDS:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0 count=0

complain() {
    echo "FAIL  $name: $*"
    [ ! -s err ] || sed 's/^/        stderr: /' err | cut -c 1-300 | head -n 5
    failures=$((failures + 1))
}
check() { # check NAME COMMAND...: the command succeeds
    name=$1
    shift
    count=$((count + 1))
    "$@" >/dev/null 2>&1 || complain "$*"
}
says() { # says NAME STATUS TEXT ARG...: status, and TEXT on standard output or error
    name=$1
    local want=$2 text=$3 status
    shift 3
    count=$((count + 1))
    timeout "$limit" "$program" "$@" >out 2>err </dev/null
    status=$?
    [ $status = "$want" ] || complain "status $status, not $want"
    cat out err | grep -qF -- "$text" || complain "nowhere: $text"
}

for i in $(seq 400); do
    printf '{"id":"%s","title":"زيارة","text":"زار الوزير دمشق أمس والتقى الرئيس.","published":"2020-09-08"}\n' "$i"
done >many.jsonl
mkdir pages
cp many.jsonl pages

# ---- order ----
name='in order'
count=$((count + 1))
timeout "$limit" "$program" annotate -j 7 many.jsonl >out 2>err
sed 's/[^:]*:"[^"]*","id":"\([0-9]*\)".*/\1/' out >ids # the first one: an event's may be digits, too
seq 400 | cmp -s - ids || complain 'documents come in another order than they went in'

# ---- its own output ----
name='output within the folder that is read'
count=$((count + 1))
timeout "$limit" "$program" annotate pages -o pages/out.jsonl 2>err || complain "status $?"
[ "$("$jsonlines" <pages/out.jsonl)" = 400 ] || complain 'not 400 lines'
name='the same, redirected'
timeout "$limit" "$program" annotate pages >pages/out.jsonl 2>err || complain "status $?"
[ "$("$jsonlines" <pages/out.jsonl)" = 400 ] || complain 'not 400 lines'
rm pages/out.jsonl
name='appending to an input'
count=$((count + 1))
cp many.jsonl same.jsonl
timeout "$limit" "$program" annotate same.jsonl >>same.jsonl 2>err && complain 'was done'
cmp -s many.jsonl same.jsonl || complain 'the input was changed'

# ---- streaming ----
name='a result comes before the input ends'
count=$((count + 1))
mkfifo in
rm -f out
timeout "$limit" "$program" annotate - <in >out 2>err &
exec 3>in
head -n 1 many.jsonl >&3
for _ in $(seq 100); do [ -s out ] && break; sleep 0.1; done
[ -s out ] || complain 'nothing after ten seconds'

# ---- signals: the run of before waits for input ----
name='SIGINT while waiting for input'
count=$((count + 1))
kill -INT "$(pgrep -P $!)" 2>/dev/null || kill -INT $!
wait $!
status=$?
exec 3>&-
[ $status = 130 ] || complain "status $status, not 130"
"$jsonlines" <out >/dev/null 2>err || complain 'half a line'
name='SIGTERM at work'
count=$((count + 1))
for _ in $(seq 200); do cat many.jsonl; done >long.jsonl
rm -f out
"$program" annotate long.jsonl >out 2>err &
pid=$!
for _ in $(seq 100); do [ -s out ] && break; sleep 0.05; done
kill -TERM $pid
wait $pid
status=$?
[ $status = 143 ] || complain "status $status, not 143"
"$jsonlines" <out >/dev/null 2>err || complain 'half a line'

# ---- terminals ----
if command -v script >/dev/null; then
    tty() { # tty ENVIRONMENT...: what a run on a terminal shows
        timeout "$limit" env "$@" script -qec "'$program' annotate long.jsonl -o out" /dev/null </dev/null
    }
    name='progress on a terminal'
    count=$((count + 2))
    tty TERM=xterm >err
    grep -q 'documents' err || complain 'no progress'
    grep -q '80000 coded' err || complain 'no last line'
    name='no progress on a dumb one'
    tty TERM=dumb >err
    [ ! -s err ] || complain 'says something'
fi
says 'summary where wanted' 0 '400 coded' annotate -v many.jsonl
name=quiet
count=$((count + 1))
timeout "$limit" "$program" annotate -q missing.html >out 2>err && complain 'status 0'
[ ! -s err ] || complain 'says something'

# ---- texts ----
says 'help of the program' 0 'annotate' --help
says 'help of a command' 0 '--published DATE' code --help
says 'help, asked otherwise' 0 '--published DATE' help code
says 'formats in the help' 0 'jsonl table json csv tsv' help code
says 'a near miss' 2 'did you mean code?' cod x
says 'an option nearly right' 2 'did you mean --format?' code --fromat csv x
says 'a value that is missing' 2 'needs a value' code --format
says 'a value that is too much' 2 'takes no value' code --quiet=yes
says 'jobs' 2 'from 1 to 256' code -j 0 x
says 'operands after --' 1 '--help: No such file' annotate -- --help
says 'letters together' 0 '400 coded' annotate -vj2 many.jsonl
says 'a missing file is no sentence' 1 'page.html: No such file' explain page.html
check 'bash completion' bash -n <("$program" completion bash)
command -v zsh >/dev/null && check 'zsh completion' zsh -n <("$program" completion zsh)
command -v fish >/dev/null && check 'fish completion' fish -n <("$program" completion fish)
name='completions know every command and option'
count=$((count + 1))
for shell in bash zsh fish; do
    "$program" completion $shell >script.$shell
    for word in code annotate explain format published lexicon jobs cases; do
        grep -q -- "$word" script.$shell || complain "$shell: $word is missing"
    done
done
name='manual page'
count=$((count + 1))
"$program" man >waqai.1
if command -v man >/dev/null; then
    LC_ALL=C MANWIDTH=80 man --warnings -l waqai.1 >page 2>err || complain 'man refuses it'
    [ ! -s err ] || complain 'man warns'
    grep -q 'EXIT STATUS' page || complain 'no section on exit status'
fi

echo "$count checks of a run, $failures failures"
[ $failures = 0 ]
