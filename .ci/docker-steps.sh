#!/usr/bin/env bash
# Goes through the Dockerfile without Docker: every line of it is done in a scratch folder, a folder for each stage, with
# this machine's Node in place of the image's. Then what a container would do is done: start as a user without rights,
# health, backup beside the running bot, stop, restore. A line that is not understood here fails.
set -euo pipefail
cd "$(dirname "$0")/.."

project=$PWD
scratch=$(mktemp -d)
chmod 755 "$scratch"
bot=
trap '[ -z "$bot" ] || kill -KILL "$bot" 2>/dev/null || true; rm -rf "$scratch"' EXIT

# The image's user `node` is 1000; who is not root here stays who they are.
user=1000
as_user=(setpriv --reuid=1000 --regid=1000 --clear-groups)
[ "$(id -u)" = 0 ] || { user=$(id -u) as_user=(); }

root= work= environment=() command=() health=()
# Of a container's paths: `/data` is the folder `data` of the stage.
here() { sed -E "s#(^|[ =])/(data|app)#\1$root/\2#g; s#node:node#$user:$user#g" <<<"$1"; }
# Of `["node", "x.js"]`: its words, one a line.
words() { node -p 'JSON.parse(process.argv[1]).join("\n")' "$1"; }

copy() {
  local from=$project
  [[ $1 == --from=* ]] && { from=$scratch/${1#--from=} && shift; }
  local to=$work/${*: -1} source
  [[ $to != */ ]] || mkdir -p "$to"
  for source in "${@:1:$#-1}"; do
    [[ $from != "$project" ]] && source=${source#/}
    if [ -d "$from/$source" ]; then mkdir -p "$to" && cp -R "$from/$source/." "$to"; else cp "$from/$source" "$to"; fi
  done
}

while read -r instruction rest; do
  [[ -z $instruction || $instruction == \#* ]] && continue
  printf '   %s %s\n' "$instruction" "$rest"
  case $instruction in
    FROM) root=$scratch/$([[ $rest == *" AS "* ]] && echo "${rest##* AS }" || echo final) && mkdir -p "$root" && environment=() ;;
    WORKDIR) work=$root$rest && mkdir -p "$work" ;;
    ENV) read -ra environment <<<"$(here "$rest")" ;;
    COPY) read -ra paths <<<"$rest" && copy "${paths[@]}" ;;
    RUN) (cd "$work" && env "${environment[@]}" bash -euo pipefail -c "$(here "$rest")") ;;
    HEALTHCHECK) mapfile -t health < <(words "${rest#*CMD }") ;;
    CMD) mapfile -t command < <(words "$rest") ;;
    USER | VOLUME) ;;
    *) echo "a line of the Dockerfile that is not understood: $instruction" && exit 1 ;;
  esac
done <Dockerfile

inside() { (cd "$work" && env "${environment[@]}" CUECARD_PLAYGROUND_PORT=0 "${as_user[@]}" "$@"); }
say() { printf '── %s\n' "$*"; }
[ ! -e "$work/node_modules/typescript" ] || { echo "what only builders need was not pruned" && exit 1; }

say "before the start it is not well"
if inside "${health[@]}" 2>"$scratch/why"; then echo "health without a bot" && exit 1; fi
cat "$scratch/why"

say "start"
log=$scratch/log
mkfifo "$scratch/said"
cd "$work"
env "${environment[@]}" CUECARD_PLAYGROUND_PORT=0 "${as_user[@]}" "${command[@]}" >"$scratch/said" 2>&1 &
bot=$!
exec 3<"$scratch/said"
open=
while IFS= read -r -t 60 -u 3 line; do
  echo "$line" | tee -a "$log"
  [[ $line == *"is open"* ]] && open=yes && break
done
[ -n "$open" ] || { echo "it did not open" && exit 1; }

say "health, doctor, reports and backup beside it"
inside "${health[@]}"
inside node dist/cli.js doctor
inside node dist/cli.js reports
inside node dist/cli.js backup "$root/data/backup.db"
if inside node dist/cli.js restore "$root/data/backup.db"; then echo "a restore under a running bot" && exit 1; fi

say "stop"
kill -TERM "$bot"
wait "$bot"
bot=

say "restore"
inside node dist/cli.js restore "$root/data/backup.db"
say "every step of the Dockerfile was done"
