# A PostgreSQL server for one test program. It lives as long as its standard input is open, then leaves nothing behind.
# Says "ready FOLDER" (the folder of its socket), or "failed" and why.
set -u
bin=$1
folder=$(mktemp -d /tmp/pix-trial-XXXXXX) || exit 1
trap 'rm -rf "$folder"' EXIT
trap '' INT
{ "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 &&
  "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" \
    -o "-c listen_addresses= -c unix_socket_directories=$folder -c max_connections=200" start >>"$folder/log" 2>&1
} </dev/null || { echo failed; tail -n 5 "$folder/log"; exit 1; }
echo "ready $folder"
cat >/dev/null
"$bin/pg_ctl" -D "$folder/data" -w -m immediate stop >/dev/null 2>&1
