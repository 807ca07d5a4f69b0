# What the checks of the containers share: a project of its own on free ports, which is removed at the end, and how to wait.
# Sourced, with the profile in COMPOSE_PROFILES.
services=(intake-service verification-service publication-service pipeline-monitor)

if ! docker info >/dev/null 2>&1; then
  echo "SKIPPED: no Docker engine answers, so the containers are not checked"
  exit 0
fi
for service in "${services[@]}"; do
  if [ ! -f "$service/target/$service.jar" ]; then
    echo "FAILED: $service is not packaged; run 'mvn package -DskipTests' first" >&2
    exit 1
  fi
done

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
port=$((20000 + RANDOM % 10000))
while taken "$port" || taken $((port + 1)) || taken $((port + 2)); do port=$((port + 3)); done

export COMPOSE_PROJECT_NAME="upprop-check-$port" COMPOSE_PROFILES
export UPPROP_BIND=127.0.0.1 UPPROP_PORT=$port UPPROP_PUBLIC_URL="http://localhost:$port"
export UPPROP_MONITOR_PORT=$((port + 1)) UPPROP_PROMETHEUS_PORT=$((port + 2))
origin=$UPPROP_PUBLIC_URL
monitor="http://localhost:$UPPROP_MONITOR_PORT"
prometheus="http://localhost:$UPPROP_PROMETHEUS_PORT"
slug=kazakhstan-2022
work=$(mktemp -d)

cleanup() {
  result=$?
  jobs -p | xargs -r kill 2>/dev/null || true
  rm -rf "$work"
  if [ $result -ne 0 ]; then
    docker compose ps --all
    docker compose logs --tail 60 "${services[@]}"
  fi
  docker compose down --volumes --remove-orphans --rmi local --timeout 20 >/dev/null 2>&1
  exit $result
}
trap cleanup EXIT

step() { echo "- $*"; }

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# eventually SECONDS WHAT COMMAND...: until the command succeeds
eventually() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $deadline ] || fail "waited in vain until $what"
    sleep 1
  done
}

answers() { curl -fsS -o /dev/null "$origin$1"; }
healthy() { [ "$(docker compose ps --format '{{.Health}}' "$1" | sort -u)" = healthy ]; }
count_is() { curl -fsS "$origin/api/v1/appeals/$slug/count" | grep -Eq "\"total\" *: *$1\b"; }

# start OPTIONS...: until all services are healthy
start() {
  docker compose up --detach "$@"
  for service in "${services[@]}"; do
    eventually 300 "$service is healthy" healthy "$service"
  done
}

organiser() { docker compose exec -T intake-service cat /run/secrets/upprop.organiser.token; }
operator() { docker compose exec -T pipeline-monitor cat /run/secrets/upprop.operator.token; }

publish() {
  ./upprop publish "appeals/$slug" --url "$origin" --token "$(organiser)" --yes
  eventually 30 "the appeal can be read" answers "/api/v1/appeals/$slug"
}

# What the files hold that the parts read as secrets: all that is long enough to be one, a line each.
secrets() {
  local part
  for part in "${services[@]}" postgres; do
    docker compose exec -T "$part" sh -c 'cat /run/secrets/*'
    echo
  done | grep -Eo '[A-Za-z0-9+/=]{32,}' | sort -u
}

# What anybody learns who may ask the engine or read the configuration of the cluster
told() {
  local container
  COMPOSE_PROFILES=cluster docker compose config
  for container in $(docker compose ps --quiet "${services[@]}"); do
    docker inspect "$container"
    docker history --no-trunc "$(docker inspect --format '{{.Image}}' "$container")"
  done
}

secrets_are_kept() {
  local ports
  secrets >"$work/secrets"
  [ "$(wc -l <"$work/secrets")" -ge 6 ] || fail "hardly a secret is there to look for"
  told >"$work/told"
  ! grep -qF -f "$work/secrets" "$work/told" || fail "a secret is told: $(grep -F -f "$work/secrets" "$work/told" | sed 's/[=:].*//')"
  ! grep -Ei '(password|secret|token)[a-z_]*(=|": "|: )' "$work/told" | grep -Ev '(=|: )("?/run/secrets/|\$\$\(cat /run/secrets/)' \
    || fail "a secret has a value that is no file"
  ! grep -Ei 'jdwp|agentlib|jmxremote' "$work/told" || fail "a JVM can be debugged from elsewhere"
  ports=$(grep -Eo '^ *published: "[0-9]+"' "$work/told" | tr -dc '0-9\n' | sort | paste -sd ' ')
  [ "$ports" = "$UPPROP_PORT $UPPROP_MONITOR_PORT" ] || fail "the ports of the cluster are $ports"
}
