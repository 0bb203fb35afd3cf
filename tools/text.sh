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
    if found=$(grep -InHP "$pattern" "$@" /dev/null | cut -c 1-120); then
        sed "s|\$|   <- $why|" <<<"$found"
        status=1
    fi
}

# all of the tree but builds and what is kept byte for byte
mapfile -t all < <(find . \( -path ./build -o -path ./.git -o -path ./fuzz/corpus \
    -o -path ./tests/fixtures -o -path ./examples -o -path ./tools/text.sh \) -prune -o -type f -print |
    sed 's|^\./||' | sort)
mapfile -t code < <(printf '%s\n' "${all[@]}" | grep -E '\.[chS]$')

refuse 'unfinished'            '\b(TODO|FIXME|XXX|HACK)\b'          "${all[@]}"
refuse 'merge conflict'        '^(<<<<<<<|>>>>>>>) '                "${all[@]}"
refuse 'path of one machine'   '(?<![\w.])/(home|root|work|Users)/' "${all[@]}"
refuse 'CR LF'                 '\r$'                                "${all[@]}"
refuse 'blank at line end'     '[ \t]$' $(printf '%s\n' "${all[@]}" | grep -E '\.(c|h|S|sh|cmake|md)$')
LC_ALL=C.UTF-8 refuse 'invisible direction mark' '[\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]' "${code[@]}"
exit $status
