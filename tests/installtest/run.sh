#!/usr/bin/env bash
# run.sh BUILD: installs into a folder of its own, then builds a program against what lies there,
# with pkg-config, shared and static, and runs both.
set -euo pipefail
build=$1
here=$(cd "$(dirname "$0")" && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

DESTDIR=$stage cmake --install "$build" --prefix /usr >"$stage/log" || { cat "$stage/log"; exit 1; }
for file in bin/waqai include/waqai/waqai.h lib/libwaqai.so.0 lib/libwaqai.a lib/waqai/waqai_fold.so share/man/man1/waqai.1 \
    share/bash-completion/completions/waqai; do
    [ -e "$stage/usr/$file" ] || { echo "not installed: $file"; exit 1; }
done
soname=$(objdump -p "$stage/usr/lib/libwaqai.so" | awk '$1 == "SONAME" { print $2 }')
[ "$soname" = libwaqai.so.0 ] || { echo "SONAME is $soname"; exit 1; }

export PKG_CONFIG_PATH=$stage/usr/lib/pkgconfig
cc=${CC:-gcc}
$cc -std=c17 -Wall -Wextra -Werror "$here/consumer.c" -o "$stage/shared" \
    $(pkg-config --cflags --libs waqai)
$cc -std=c17 -Wall -Wextra -Werror "$here/consumer.c" -o "$stage/static" \
    $(pkg-config --cflags waqai) "$stage/usr/lib/libwaqai.a" \
    $(pkg-config --libs --static waqai | sed 's/-lwaqai//')

article='زار وزير الخارجية الروسي سيرغي لافروف دمشق أمس والتقى الرئيس السوري بشار الأسد.'
LD_LIBRARY_PATH=$stage/usr/lib "$stage/shared" 2020-09-08 "$article" >"$stage/shared.out"
"$stage/static" 2020-09-08 "$article" >"$stage/static.out"
cmp "$stage/shared.out" "$stage/static.out"
grep -q '"type": *"CONSULT"' "$stage/static.out" || { echo "no event came out"; exit 1; }
echo "installed library works, shared and static"
