#!/usr/bin/env bash
# Takes a signature to the public list through docker-compose.yml, as a visitor would: over HTTP and from the mailbox; and
# asks the monitor and Prometheus about it, as an operator would. Uses a project of its own, which it removes again. Needs
# the packaged jars (mvn package) and a Docker engine.
set -euo pipefail
cd "$(dirname "$0")/.."
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

export COMPOSE_PROJECT_NAME="upprop-check-$port" COMPOSE_PROFILES=ops
export UPPROP_BIND=127.0.0.1 UPPROP_PORT=$port UPPROP_PUBLIC_URL="http://localhost:$port"
export UPPROP_MONITOR_PORT=$((port + 1)) UPPROP_PROMETHEUS_PORT=$((port + 2))
origin=$UPPROP_PUBLIC_URL
monitor="http://localhost:$UPPROP_MONITOR_PORT"
prometheus="http://localhost:$UPPROP_PROMETHEUS_PORT"
slug=kazakhstan-2022
address=ada@example.org

work=$(mktemp -d)

cleanup() {
  result=$?
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

# expect STATUS CURL-ARGUMENTS...: prints the body
expect() {
  local wanted=$1 answer
  shift
  answer=$(curl -sS -w '\n%{http_code}' "$@")
  [ "${answer##*$'\n'}" = "$wanted" ] || fail "expected $wanted and got: $answer"
  printf '%s\n' "${answer%$'\n'*}"
}

answers() { curl -fsS -o /dev/null "$origin$1"; }
healthy() { [ "$(docker compose ps --format '{{.Health}}' "$1" | sort -u)" = healthy ]; }
mailed() { curl -fsS "$origin/mailbox/api/email" | grep "$address"; }
count_is() { curl -fsS "$origin/api/v1/appeals/$slug/count" | grep -Eq "\"total\" *: *$1\b"; }

start() {
  docker compose up --detach --scale verification-service=2 "$@"
  for service in "${services[@]}"; do
    eventually 180 "$service is healthy" healthy "$service"
  done
}

step "starting on $origin"
start --build --quiet-pull
eventually 60 "intake answers through the proxy" answers /

step "looking into the images"
for service in "${services[@]}"; do
  inside() { docker compose exec -T "$service" "$@"; }
  licence=$(docker inspect --format '{{index .Config.Labels "org.opencontainers.image.licenses"}}' \
    $(docker compose ps --quiet "$service"))
  [ "$(sort -u <<<"$licence")" = EUPL-1.2 ] || fail "$service has no labels"
  [ "$(inside id -u)" = 10001 ] || fail "$service runs as another user"
  inside touch /service/anything 2>/dev/null && fail "$service can write to its image"
  inside grep -q /service/service.aot /proc/1/maps || fail "$service starts without its cache"
  inside grep -aq META-INF/sbom/application.cdx.json service.jar \
    || fail "$service lacks its bill of materials, which Maven does not write offline"
  [ "$(inside curl -s -o /dev/null -w '%{http_code}' http://localhost:9080/actuator/sbom)" = 404 ] \
    || fail "$service tells its bill of materials"
done

step "publishing an appeal"
token=$(docker compose exec -T intake-service cat /run/secrets/upprop.organiser.token)
expect 401 -o /dev/null -X PUT "$origin/api/v1/appeals/$slug" -H 'Content-Type: application/json' -d '{}' >/dev/null
./upprop publish "appeals/$slug" --url "$origin" --token "$token" --yes

step "signing it"
eventually 30 "the appeal can be read" answers "/api/v1/appeals/$slug"
expect 202 "$origin/api/v1/appeals/$slug/signatures" -H 'Content-Type: application/json' \
  -d "{\"kind\":\"individual\",\"name\":\"Ada Lovelace\",\"email\":\"$address\",\"consent\":{\"version\":\"2022-01-12\"}}" >/dev/null

step "reading the mail"
eventually 60 "a mail has come" mailed
link=$(curl -fsS "$origin/mailbox/api/email" | grep -Eo "$origin/verify/[A-Za-z0-9_-]+" | head -n 1)
[ -n "$link" ] || fail "the mail holds no link to $origin/verify/"

step "confirming it"
expect 200 "$link" >/dev/null
eventually 60 "the list can be read" count_is 0
expect 422 "$link" -d '' >/dev/null
expect 303 "$link" -d decision=full >/dev/null
eventually 60 "the list shows one name" count_is 1
expect 200 "$origin/api/v1/appeals/$slug/signatories" | grep 'Ada Lovelace' >/dev/null || fail "the list lacks the name"
expect 200 "$origin/appeals/$slug/signatories" | grep 'Ada Lovelace' >/dev/null || fail "the page of the list lacks the name"

step "reaching the other pages of verification"
expect 200 "$origin/links/$slug" >/dev/null
expect 202 "$origin/api/v1/appeals/$slug/links" -H 'Content-Type: application/json' -d "{\"email\":\"$address\"}" >/dev/null
expect 200 "$origin/reviews/sign-in" >/dev/null
expect 401 "$origin/api/v1/screening-rules" >/dev/null

step "asking the monitor"
operator=$(docker compose exec -T pipeline-monitor cat /run/secrets/upprop.operator.token)
flows() { curl -fsS "$monitor/api/v1/pipeline" | grep '"broker":"up"'; }
balanced() { curl -fsS -H "Authorization: Bearer $operator" "$monitor/api/v1/ledger" | grep '"lost":0\b'; }
tells() { grep -q '^event: look' < <(curl -sN --max-time 20 "$monitor/api/v1/pipeline/events"); }
eventually 30 "the monitor sees the broker" flows
eventually 60 "the ledger is balanced" balanced
tells || fail "no event of the flow came through the proxy"
expect 200 "$monitor/" >/dev/null
expect 401 "$monitor/api/v1/ledger" >/dev/null
for path in /api/v1/pipeline /ledger /sign-in /tokens; do
  expect 404 -o /dev/null "$origin$path" >/dev/null
done

step "signing in to the monitor"
redirects() { [ "$(curl -sS -o /dev/null -w '%{http_code} %{redirect_url}' "${@:2}")" = "303 $monitor$1" ]; }
redirects /sign-in "$monitor/ledger" || fail "the ledger is open to everybody"
expect 403 "$monitor/sign-in" -H 'Sec-Fetch-Site: cross-site' -d "token=$operator" >/dev/null
redirects / "$monitor/sign-in" -c "$work/cookies" -d "token=$operator" || fail "the operator's token signs nobody in"
expect 200 "$monitor/ledger" -b "$work/cookies" >/dev/null
redirects /sign-in "$monitor/tokens/make" -b "$work/cookies" -d role=viewer -d holder=eve || fail "a form from elsewhere is taken"

step "asking Prometheus"
# Those of Prometheus are no part of a query: the length of a rate is Grafana's to say.
queries() { grep -Eo '"expr": "([^"\\]|\\.)*"' containers/grafana/upprop.json | sed 's/^"expr": "//; s/"$//; s/\\"/"/g; s/\$__rate_interval/1m/g'; }
answer() { curl -fsS --data-urlencode "query=$1" "$prometheus/api/v1/query"; }
has_numbers() { answer "$1" | grep '"values*":\['; }
is() { answer "$1" | grep "\"value\":\[[0-9.]*,\"$2\"\]"; }
rules_are_well() {
  [ "$(curl -fsS "$prometheus/api/v1/rules" | grep -o '"health":"ok"' | wc -l)" \
    = "$(grep -Ec -- '- (alert|record):' containers/prometheus/rules.yml)" ]
}
eventually 60 "Prometheus hears of five instances" is 'sum(up)' 5
eventually 60 "all rules are evaluated without an error" rules_are_well
eventually 60 "nothing is lost in the eyes of Prometheus" is 'max(upprop_ledger_lost)' 0
while read -r query; do
  case $query in
    ALERTS* | *dead_letters* | *set_aside*) answer "$query" >/dev/null || fail "Prometheus refuses $query" ;;
    *) eventually 60 "there are numbers of $query" has_numbers "$query" ;;
  esac
done < <(queries)

step "stopping everything and starting it again"
docker compose down --timeout 20 >/dev/null 2>&1
start
eventually 60 "the list shows one name after a restart" count_is 1

echo "OK: the signature came to the list and stayed there"
