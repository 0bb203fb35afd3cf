#!/usr/bin/env bash
# layers.sh ROOT: every #include "folder/file.h" under src/ must be allowed by src/LAYERS.
# src/cli may include no internal header at all: it sees what a stranger's program would see.
set -euo pipefail
cd "$1/src"

[ -s LAYERS ] || { echo "src/LAYERS: missing or empty"; exit 1; }
grep -nH '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' */*.[chS] | awk '
    BEGIN {
        while ((getline line < "LAYERS") > 0) {
            if (line ~ /^#/ || line !~ /:/) continue
            n = split(line, word, /[: ]+/)
            known[word[1]] = 1
            for (i = 2; i <= n; i++) allowed[word[1], word[i]] = 1
        }
    }
    {
        split($0, at, ":")
        split(at[1], path, "/")
        match($0, /"[^"]*"/)
        header = substr($0, RSTART + 1, RLENGTH - 2)
        from = path[1]
        to = header; if (!sub(/\/.*/, "", to)) to = from
        if (!(from in known)) why = "folder " from " is not in src/LAYERS"
        else if (to != from && !((from, to) in allowed)) why = from " may not include " to
        else next
        print "src/" at[1] ":" at[2] ": " header ": " why
        bad = 1
    }
    END { exit bad }'
