#!/usr/bin/env bash
# symbols.sh ROOT BUILD: what the library shows and what it uses.
#  - libwaqai.so exports exactly the WQ_API functions of the public headers;
#  - the library has no mutable global state;
#  - it never prints, exits, or asks for the time: its caller does.
set -euo pipefail
headers=$1/include/waqai
build=$2
status=0

want=$(cat "$headers"/*.h | grep -oE '^WQ_API[^;]*;?' | grep -oE 'wq_[a-z_]+ *\(' | tr -d ' (' | sort -u)
[ -n "$want" ] || { echo "symbols: no WQ_API function in $headers"; exit 1; }
have=$(nm -D --defined-only "$build/libwaqai.so" | awk '{ print $NF }' | sort -u)
for name in $(comm -13 <(echo "$want") <(echo "$have")); do
    echo "libwaqai.so: exports $name, which no public header declares"
    status=1
done
for name in $(comm -23 <(echo "$want") <(echo "$have")); do
    echo "libwaqai.so: $name is declared in a public header, but not exported"
    status=1
done

# .data and .bss hold what can change; tables with pointers lie in .data.rel.ro
objdump -t "$build/libwaqai_internal.a" | awk '
    /file format/ { file = $1; sub(/:$/, "", file) }
    $0 ~ / O (\.data|\.bss|\.tdata|\.tbss|\.data\.rel\.local|\.data\.rel|\*COM\*)[ \t]/ {
        print file ": " $NF ": mutable global state"; bad = 1
    }
    END { exit bad }' || status=1

nm -A --undefined-only "$build/libwaqai_internal.a" | awk '
    BEGIN {
        n = split("printf puts putchar vprintf perror stdout stderr exit _exit time " \
                  "clock_gettime gettimeofday localtime gmtime rand random srand setlocale " \
                  "strtok system popen", list, " ")
        for (i = 1; i <= n; i++) banned[list[i]] = 1
    }
    $NF in banned { print $1 " uses " $NF; bad = 1 }
    END { exit bad }' || status=1
exit $status
