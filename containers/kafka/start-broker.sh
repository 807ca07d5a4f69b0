#!/bin/bash
# start-broker.sh NODE: the node of the cluster, if there is one, or else the only broker. Formats a new volume, and leaves
# one that has data alone.
set -euo pipefail
node=$1
if [ -e "/run/cluster/node-$node.properties" ]; then
  config=/run/cluster/node-$node.properties
  mapfile -t scram </run/cluster/scram
else
  config=/config/server.properties
  scram=()
fi
/opt/kafka/bin/kafka-storage.sh format --ignore-formatted --cluster-id upprop-0000000000000000 --config "$config" "${scram[@]}"
exec /opt/kafka/bin/kafka-server-start.sh "$config"
