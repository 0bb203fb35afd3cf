#!/usr/bin/env bash
# text.sh ROOT: what no text file of the tree may hold: unfinished marks, merge conflicts, paths of
# one machine, CR LF, trailing blanks, invisible direction marks in code, Arabic letters in C.
set -euo pipefail
cd "$1"
status=0

# refuse WHY PATTERN FILE...
refuse() {
    local why=$1 pattern=$2
    shift 2
    if found=$(grep -nHP "$pattern" "$@" /dev/null | cut -c 1-120); then
        sed "s|\$|   <- $why|" <<<"$found"
        status=1
    fi
}

list() { # tracked and new files, without what is kept byte for byte
    git ls-files -co --exclude-standard "$@" | grep -vE '^(fuzz/corpus|tests/fixtures|examples)/' |
        while read -r file; do [ -f "$file" ] && echo "$file"; done
}
mapfile -t all < <(list | grep -v '^tools/text\.sh$')
mapfile -t code < <(list '*.c' '*.h' '*.S')

refuse 'unfinished'            '\b(TODO|FIXME|XXX|HACK)\b'          "${all[@]}"
refuse 'merge conflict'        '^(<<<<<<<|>>>>>>>) '                "${all[@]}"
refuse 'path of one machine'   '(?<![\w.])/(home|root|work|Users)/' "${all[@]}"
refuse 'CR LF'                 '\r$'                                "${all[@]}"
refuse 'blank at line end'     '[ \t]$' $(printf '%s\n' "${all[@]}" | grep -E '\.(c|h|S|sh|cmake|md)$')
LC_ALL=C.UTF-8 refuse 'invisible direction mark' '[\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]' "${code[@]}"
exit $status
