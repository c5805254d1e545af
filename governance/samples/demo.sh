#!/bin/sh
# The demonstration: takes over the sample minutes, records a meeting by hand, verifies, exports, and opens the
# application where there is a terminal. Everything it makes lies in demo/, which it makes anew every time.
set -eu

REFERAT=${REFERAT:-.venv/bin/referat}
SAMPLES=governance/samples
REFERAT_RECORD=demo/protokol.referat
REFERAT_BY="Hanne Bro"
REFERAT_SETTINGS=demo/settings.json
BOOK=integrationsraadet-nordholm-kommune
export REFERAT_RECORD REFERAT_BY REFERAT_SETTINGS

rm -rf demo
mkdir demo

run() {
  printf '\n$ referat'
  for word in "$@"; do case $word in *[!A-Za-z0-9_./=-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac; done
  printf '\n'
  "$REFERAT" "$@"
}

run import $SAMPLES/2025-03-11-referat.md $SAMPLES/2025-06-10-referat.md $SAMPLES/2025-09-09-dagsorden.md --yes
run books
run log $BOOK --from 40 --to 52
run record $BOOK PersonRegistered --data '{"name": "Jens Ørum"}'
run record $BOOK MemberAppointed --data '{"person": "p105", "party": "B"}' --effective 2025-08-01
run correct $BOOK 105 --data '{"name": "Jens Ørum Holm"}' --reason 'Efternavnet manglede'
run show $BOOK
run show $BOOK --on 2025-04-01 --json >demo/state-2025-04-01.json
run minutes $BOOK 2025-06-10 -o demo/referat-2025-06-10.md
run agenda $BOOK 2025-09-09 --format txt
run verify
run export $BOOK -o demo/state.json
run export --format jsonl -o demo/books.jsonl
printf '\nIn demo/: the record, the state as JSON (state.json), the entries (books.jsonl), minutes as Markdown.\n'

if [ -t 0 ] && [ -t 1 ]; then
  run
else
  printf 'No terminal here: the application is not opened. In a terminal: REFERAT_RECORD=%s %s\n' "$REFERAT_RECORD" "$REFERAT"
fi
