#!/usr/bin/env bash
# check.sh: what `make check` runs.  One line per step, and the output of steps that fail; all are run.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${J:-$(nproc)}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
began=$SECONDS
failed=

step() { # step NAME COMMAND...
    local name=$1 start=$SECONDS
    shift
    if "$@" >"$log" 2>&1; then
        printf '%-44s ok  %3ds\n' "$name" $((SECONDS - start))
    else
        printf '%-44s FAILED\n' "$name"
        cat "$log"
        failed="$failed $name;"
    fi
}

threads() { # (set -e does not hold in a function whose status is asked for)
    make build P=tsan TARGET='test_threads waqai' J="$jobs" QUIET=1 &&
        build/tsan/test_threads &&
        build/tsan/waqai annotate -j 4 examples/* >build/tsan.out &&
        rm -f build/tsan.db* && build/tsan/waqai add -q -j 4 --db build/tsan.db examples/*
}

step 'format'                     make format-check
step 'layers, sizes, text'        make -k layers sizes text
step 'gcc: build'                 make build J="$jobs" QUIET=1
step 'gcc: tests, data, headers'  make test J="$jobs" QUIET=1
step 'exported symbols'           make symbols
step 'the gates themselves'       tests/gates.sh build/debug
step 'clang, address and undefined: build' make build P=asan J="$jobs" QUIET=1
step 'clang, address and undefined: tests' make test P=asan J="$jobs" QUIET=1
step 'thread sanitizer'           threads
step 'valgrind: build and tests'   make valgrind J="$jobs" QUIET=1
step 'release: build'             make release J="$jobs" QUIET=1
step 'release: bench builds'      cmake --build build/release -j "$jobs" --target bench -- --quiet
step 'release: install, use, again from the installed' tests/installtest/run.sh build/release
[ -z "$failed" ] || { printf 'FAILED:%s after %ds\n' "$failed" $((SECONDS - began)); exit 1; }
printf 'all good in %ds\n' $((SECONDS - began))
