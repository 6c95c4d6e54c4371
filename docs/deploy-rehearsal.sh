#!/usr/bin/env bash
# Rehearses what a deploy does to a database: all replicas of a service start at once, and each of them imports.
#
#   docs/deploy-rehearsal.sh DATABASE [PROJECT [REPLICAS]]
#
# DATABASE is an address as `--to` takes it, of a database that may be filled: an empty one, or a copy of yours. PROJECT is the folder of the
# project (this one), REPLICAS their number (20). RESETTLE names the program (`resettle`).
#
#   1. All replicas start at once: one of them works, and the others find nothing left to do.
#   2. All start again: nothing changes.
#   3. The last import is taken back, all start again, and all but the last one are killed at random moments: the last one comes to the same.
#
# Exit code: 0 where all of that holds; 1 where it does not.
set -uo pipefail

database=${1:?the address of a database, as --to takes it}
project=${2:-.}
replicas=${3:-20}
resettle=${RESETTLE:-resettle}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

run() { "$resettle" -C "$project" --to "$database" "$@"; }

holds() {
    local what=$1
    shift
    if "$@"; then printf '   holds: %s\n' "$what"; else printf '   DOES NOT HOLD: %s\n' "$what"; failed=1; fi
}

# Starts all replicas at once, kills `$1` of them at random moments, and waits. Leaves `worked`, `idle`, `killed` and `broken`. The shell says on
# stderr whom it saw killed; callers do not want to know.
start_all() {
    local kills=$1 pids=() i code begun=$SECONDS
    for ((i = 0; i < replicas; i++)); do
        run import >"$folder/$i.out" 2>"$folder/$i.err" &
        pids+=($!)
    done
    for ((i = 0; i < kills; i++)); do
        sleep "0.0$((RANDOM % 10))"
        kill -KILL "${pids[i]}" 2>/dev/null
    done
    worked=0 idle=0 killed=0 broken=0
    for ((i = 0; i < replicas; i++)); do
        wait "${pids[i]}" 2>/dev/null
        code=$?
        if ((code == 137)); then
            killed=$((killed + 1))
        elif ((code > 1)); then
            broken=$((broken + 1))
            sed 's/^/   /' "$folder/$i.err"
        elif grep -q '^Nothing changed' "$folder/$i.out"; then
            idle=$((idle + 1))
        else
            worked=$((worked + 1))
            grep '^Imported' "$folder/$i.out" | tail -n 1 | sed 's/^/   /'
        fi
    done
    printf '   %s worked, %s found nothing to do, %s were killed, %s failed; %s s\n' "$worked" "$idle" "$killed" "$broken" $((SECONDS - begun))
}

printf '1. %s replicas start at once\n' "$replicas"
start_all 0 2>/dev/null
holds "one works, none fails" test "$worked $broken" = '1 0'

printf '2. and again\n'
start_all 0 2>/dev/null
holds "nothing changes, none fails" test "$idle $broken" = "$replicas 0"

# How many records are in the target as the sources say, and how many are not.
content() { run verify --format json | grep -o '"totals":{[^}]*}' | head -n 1; }
before=$(content)

printf '3. the import is taken back, all start again, and %s of them are killed\n' $((replicas - 1))
run undo last >"$folder/undo.out" 2>&1
holds "the import is taken back" grep -q 'took back run' "$folder/undo.out"
start_all $((replicas - 1)) 2>/dev/null
holds "none fails" test "$broken" = 0
holds "the target is as the sources say, as before" test "$(content)" = "$before"

start_all 0 2>/dev/null
holds "nothing is left to do" test "$idle $broken" = "$replicas 0"
exit "$failed"
