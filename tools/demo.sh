#!/usr/bin/env bash
# demo.sh PROGRAM FOLDER: codes the articles of the folder and prints a chronology with evidence.
set -euo pipefail
program=$1 folder=$2
"$program" code --format table "$folder"/*
