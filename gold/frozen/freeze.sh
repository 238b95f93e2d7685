# Accepts what the reader now gives: writes the counts of each set, to be looked at as a diff before they are committed.
set -eu
cd "$(dirname "$0")/../.."
shared=../shared/evaluation
node src/serve/cli/main.ts evaluate --freeze gold/frozen/own.tsv >/dev/null
for set in dev check; do
  [ -d "$shared/$set" ] || continue
  node src/serve/cli/main.ts evaluate --reports "$shared/$set/reports.jsonl" --gold "$shared/$set/gold.jsonl" --freeze "gold/frozen/$set.tsv" >/dev/null
done
