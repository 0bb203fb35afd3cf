#!/usr/bin/env bash
# test_pathological.sh PROGRAM JSONLINES: one thing repeated to 600 kB, through the whole chain.  Work that grows with
# the square of the input meets the time limit here.
set -u
program=$1 jsonlines=$2
limit=${WAQAI_TEST_SECONDS:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0 count=0
article='زار وزير الخارجية الروسي سيرغي لافروف دمشق أمس والتقى الرئيس السوري بشار الأسد.'

article_of() { # article_of TEXT BYTES: TEXT (where \n is a line feed of JSON) as often as BYTES allow
    printf '{"id":"x","title":"زيارة","published":"2020-09-08","text":"'
    LC_ALL=C awk -v t="${1//\\/\\\\}" -v bytes="$2" 'BEGIN { for (n = 0; n < bytes; n += length(t)) printf "%s", t }'
    printf '\\n%s"}\n' "$article"
}
tries() { # tries NAME TEXT [BYTES]: one document comes out, or a message that names the input
    local status n
    count=$((count + 1))
    article_of "$2" "${3:-600000}" >in.jsonl
    timeout "$limit" "$program" annotate -j 1 in.jsonl >out 2>err
    status=$?
    n=$("$jsonlines" <out 2>&1)
    [ $status = 0 ] && [ "$n" = 1 ] && return
    [ $status = 1 ] && [ "$n" = 0 ] && grep -q 'in.jsonl:1' err && return
    echo "FAIL  $1: status $status (124: longer than $limit s), $n lines"
    failures=$((failures + 1))
}

tries 'letters without a space' 'وزيرالخارجيةالروسي'
tries 'a verb' 'زار '
tries 'titles' 'م.'
tries 'letters with full stops' 'a.'
tries 'a noun' 'الوزير '
tries 'a body' 'الشرطة '
tries 'towns of one name' 'طرابلس '
tries 'people joined' 'والرئيس السوري '
tries 'opening quotes' 'قال « '
tries 'straight quotes' '\"قال\" '
tries 'quotations' '«زار» وقال: \"نعم\" '
tries 'parentheses' '(وزير) '
tries 'numbers' '12 '
tries 'numbers in words' 'خمسة وعشرون '
tries 'dates' 'الثلاثاء 7 يوليو 2015 '
tries 'Hijri dates' '20 رمضان 1436 هـ '
tries 'deictic days' 'أمس '
tries 'ranges' 'من 5 إلى '
tries 'times of day' '10:30 '
tries 'relative clauses' 'الذي زار '
tries 'what is said' 'وقال إن '
tries 'prepositions' 'في من على '
tries 'conjunctions' 'و '
tries 'cities' 'دمشق '
tries 'surnames' 'لافروف '
tries 'counterparts' 'وهو نظيره '
tries 'parts of titles' 'الأمين العام لمجلس '
tries 'people nobody knows' 'الوزير محمد سامر زكي حمدان '
tries 'masked words' 'ز.ا.ر '
tries 'tatweel' 'ـ'
tries 'lines of a word' 'زار\n'
tries 'marks on a letter' 'ِ' 2000000
tries 'a line of 50 MB' 'زار وزير الخارجية الروسي دمشق وقال ' 50000000
tries 'scripts' 'زار Lavrov Дамаск 大马士革 שלום 🙂 '
tries 'letters with spaces' 'د ا ع ش '
tries 'signs between letters' 'إرهaب '
tries 'no full stop' 'وصل الوفد، وقال الوزير إن اللقاء كان مفيدا، '
tries 'addresses' 'http://a.b/c?d '
tries 'sentences' "$article "
tries 'paragraphs' "$article\\n\\n"
tries 'an article of 5 MB' "$article\\n" 5000000

# what is longer than an article is coded as far as memory is bounded, and said to be; its text comes out whole
count=$((count + 1))
article_of "$article\\n" 50000000 >in.jsonl
if ! timeout "$limit" "$program" annotate -j 1 in.jsonl >out 2>err || [ "$("$jsonlines" <out 2>&1)" != 1 ] ||
    ! grep -q 'in.jsonl:1: longer than an article' err || ! grep -q '"type": *"CONSULT"' out ||
    [ "$(wc -c <out)" -lt 50000000 ]; then
    echo "FAIL  a line of 50 MB of sentences: $(cat err)"
    failures=$((failures + 1))
fi

echo "$count texts, $failures failures"
[ $failures = 0 ]
