#!/usr/bin/env bash
# Takes a signature to the public list through docker-compose.yml, as a visitor would: over HTTP and from the mailbox.
# Uses a project of its own, which it removes again. Needs the packaged jars (mvn package) and a Docker engine.
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
while taken "$port"; do port=$((port + 1)); done

export COMPOSE_PROJECT_NAME="upprop-check-$port"
export UPPROP_BIND=127.0.0.1 UPPROP_PORT=$port UPPROP_PUBLIC_URL="http://localhost:$port"
origin=$UPPROP_PUBLIC_URL
slug=kazakhstan-2022
address=ada@example.org

cleanup() {
  result=$?
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
healthy() { [ "$(docker compose ps --format '{{.Health}}' "$1")" = healthy ]; }
mailed() { curl -fsS "$origin/mailbox/api/email" | grep -q "$address"; }
count_is() { curl -fsS "$origin/api/v1/appeals/$slug/count" | grep -Eq "\"total\" *: *$1\b"; }

start() {
  docker compose up --detach "$@"
  for service in "${services[@]}"; do
    eventually 180 "$service is healthy" healthy "$service"
  done
}

step "starting on $origin"
start --build --quiet-pull
eventually 60 "intake answers through the proxy" answers /

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
expect 200 "$origin/api/v1/appeals/$slug/signatories" | grep -q 'Ada Lovelace' || fail "the list lacks the name"
expect 200 "$origin/appeals/$slug/signatories" | grep -q 'Ada Lovelace' || fail "the page of the list lacks the name"

step "reaching the other pages of verification"
expect 200 "$origin/links/$slug" >/dev/null
expect 202 "$origin/api/v1/appeals/$slug/links" -H 'Content-Type: application/json' -d "{\"email\":\"$address\"}" >/dev/null
expect 200 "$origin/reviews/sign-in" >/dev/null
expect 401 "$origin/api/v1/screening-rules" >/dev/null

step "asking the monitor"
flows() { docker compose exec -T pipeline-monitor curl -fsS http://localhost:8080/api/v1/pipeline | grep '"broker":"up"'; }
eventually 30 "the monitor sees the broker" flows

step "stopping everything and starting it again"
docker compose down --timeout 20 >/dev/null 2>&1
start
eventually 60 "the list shows one name after a restart" count_is 1

echo "OK: the signature came to the list and stayed there"
