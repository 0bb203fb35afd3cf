#!/usr/bin/env bash
# sizes.sh ROOT: no function over 80 lines or of complexity over 20 (pmccabe, a switch counts
# once), no file of src/ over 600 lines.  Exceptions stand in tools/sizes.tsv with their reason.
set -euo pipefail
cd "$1"
max_lines=80 max_complexity=20 max_file=600

exceptions=tools/sizes.tsv
[ -e "$exceptions" ] || exceptions=/dev/null
mapfile -t files < <(find src tools tests fuzz bench -name '*.c' 2>/dev/null | sort)
[ ${#files[@]} -gt 0 ] || { echo "sizes: no source files"; exit 1; }

# pmccabe: modified complexity, complexity, statements, first line, lines, file(line): name
# (its complaint about class scope is about C++, which it takes a struct with a macro in it for)
pmccabe "${files[@]}" 2> >(grep -v 'class scope' >&2) | awk -F'\t' -v max_lines=$max_lines -v max_complexity=$max_complexity \
    -v exceptions="$exceptions" '
    BEGIN {
        while ((getline line < exceptions) > 0)
            if (line !~ /^#/ && split(line, cell, "\t") > 2) excused[cell[1] " " cell[2]] = 1
    }
    {
        file = $6; sub(/\(.*/, "", file)
        name = $6; sub(/^.*: /, "", name); sub(/^.*::/, "", name)
        lines[++n] = $5
        if ((file " " name) in excused) next
        if ($5 > max_lines)
            { print file ":" $4 ": " name ": " $5 " lines, " max_lines " allowed"; bad = 1 }
        if ($1 > max_complexity)
            { print file ":" $4 ": " name ": complexity " $1 ", " max_complexity " allowed"; bad = 1 }
    }
    END {
        asort_n(lines, n)
        printf "functions: %d, lines: median %d, 90th percentile %d, longest %d\n", n,
            lines[int((n + 1) / 2)], lines[int(n * 0.9)], lines[n]
        exit bad
    }
    function asort_n(v, n,   i, j, x) {
        for (i = 2; i <= n; i++) {
            x = v[i]
            for (j = i - 1; j > 0 && v[j] > x; j--) v[j + 1] = v[j]
            v[j + 1] = x
        }
    }'

status=0
while read -r lines file; do
    if [ "$lines" -gt $max_file ] && ! grep -q "^$file	-	" "$exceptions"; then
        echo "$file: $lines lines, $max_file allowed"
        status=1
    fi
done < <(find src -name '*.[ch]' -exec wc -l {} + | grep -v ' total$')
exit $status
