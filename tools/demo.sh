#!/usr/bin/env bash
# demo.sh PROGRAM FOLDER: codes the articles of the folder and prints a chronology with evidence.  Their
# names begin with their dates, so the order of names is the order of time.
set -euo pipefail
program=$1 folder=$2
"$program" code --format table "$folder"/*
echo "The same as JSON:  $program code $folder/*"
echo "Why each of them:  $program explain $folder/$(ls "$folder" | head -n 1)"
