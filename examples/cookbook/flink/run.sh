#!/usr/bin/env bash
# usage: run.sh VENV FILE.sql   (in a folder with jars/; docs/cookbook/flink.md): run a file of SQL in a Flink of this process
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
flink=$(echo "$1"/lib/python3*/site-packages/pyflink)
export FLINK_CONF_DIR=$here
exec "${JAVA:-java}" -Xmx700m -XX:+UseSerialGC --add-opens=java.base/java.util=ALL-UNNAMED \
  --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.time=ALL-UNNAMED \
  -cp "$flink/lib/*:$flink/opt/*:jars/*" org.apache.flink.table.client.SqlClient embedded -f "$2"
