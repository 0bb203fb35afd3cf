#!/usr/bin/env bash
# demo.sh PROGRAM FOLDER: codes the articles of the folder, adds them to a record, and prints the record's chronology.
set -euo pipefail
program=$1 folder=$2
record=$(dirname "$program")/demo.db
rm -f "$record"
"$program" code --format table "$folder"
"$program" add --db "$record" "$folder"
echo "The record of these articles, where reports of one event are one event:"
echo
"$program" timeline --db "$record" --format table
echo
echo "All about one of them:  $program show --db $record $("$program" timeline --db "$record" --format jsonl --min-reports 2 --limit 1 |
    sed 's/.*"event":"\([^"]*\)".*/\1/')"
echo "For other programs:     $program export --db $record --format csv"
echo "Why each of them:       $program explain $folder/$(ls "$folder" | head -n 1)"
