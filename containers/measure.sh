#!/usr/bin/env bash
# Measures how each service starts with and without its cache, in a project of its own, which it removes again: seconds of
# processor and of the clock until it is ready, and the memory that its process holds 20 s later. Prints medians.
# Needs a Docker engine whose containers this machine reaches, which Linux gives, and the packaged jars.
#   containers/measure.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
export COMPOSE_PROJECT_NAME=upprop-measure
work=$(mktemp -d)
trap 'rm -rf "$work"; docker compose --progress quiet down --volumes --rmi local' EXIT

cat >"$work/without.yml" <<'YAML'
x-without: &without
  command: [-jar, service.jar]
services:
  intake-service: *without
  verification-service: *without
  publication-service: *without
  pipeline-monitor: *without
YAML
echo "services: {}" >"$work/with.yml"

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

# start SERVICE HOW: until it is ready; "processor clock"
start() {
  local container address begin ready ticks
  docker compose --progress quiet -f docker-compose.yml -f "$work/$2.yml" up --detach --no-deps --force-recreate "$1"
  container=$(docker compose ps --quiet "$1")
  address=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$container")
  until curl -fs -o /dev/null "http://$address:9080/actuator/health/readiness"; do sleep 0.1; done
  ready=$(date +%s.%N)
  ticks=$(docker compose exec -T "$1" awk '{ print $14 + $15 }' /proc/1/stat)
  begin=$(date -d "$(docker inspect --format '{{.State.StartedAt}}' "$container")" +%s.%N)
  awk -v ticks="$ticks" -v hertz="$(getconf CLK_TCK)" -v begin="$begin" -v ready="$ready" \
    'BEGIN { printf "%.1f %.1f\n", ticks / hertz, ready - begin }'
}

memory() { docker compose exec -T "$1" awk '/^VmRSS/ { printf "%.0f\n", $2 / 1024 }' /proc/1/status; }

# once SERVICE HOW: "processor clock memory"
once() {
  local figures
  figures=$(start "$1" "$2")
  sleep 20
  echo "$figures $(memory "$1")"
  docker compose --progress quiet kill "$1"
}

docker compose --progress quiet build
docker compose --progress quiet up --detach --wait kafka postgres
echo "service cache processor-seconds clock-seconds MiB"
for service in intake-service verification-service publication-service pipeline-monitor; do
  # Its topics and tables are made before anything is measured.
  start "$service" with >/dev/null
  for how in without with; do
    for _ in $(seq "$runs"); do once "$service" "$how"; done >"$work/figures"
    echo "$service $how $(for column in 1 2 3; do cut -d ' ' -f "$column" "$work/figures" | median; done | paste -sd ' ')"
  done
  docker compose --progress quiet rm --stop --force "$service" >/dev/null
done
