#!/usr/bin/env bash
# Takes a signature to the public list through docker-compose.yml, as a visitor would: over HTTP and from the mailbox; and
# asks the monitor and Prometheus about it, as an operator would. Uses a project of its own, which it removes again. Needs
# the packaged jars (mvn package) and a Docker engine.
set -euo pipefail
cd "$(dirname "$0")/.."
COMPOSE_PROFILES=ops
. containers/project.sh
address=ada@example.org

# expect STATUS CURL-ARGUMENTS...: prints the body
expect() {
  local wanted=$1 answer
  shift
  answer=$(curl -sS -w '\n%{http_code}' "$@")
  [ "${answer##*$'\n'}" = "$wanted" ] || fail "expected $wanted and got: $answer"
  printf '%s\n' "${answer%$'\n'*}"
}

mailed() { curl -fsS "$origin/mailbox/api/email" | grep "$address"; }

step "starting on $origin"
start --scale verification-service=2 --build --quiet-pull
eventually 60 "intake answers through the proxy" answers /

step "looking into the images"
for service in "${services[@]}"; do
  inside() { docker compose exec -T "$service" "$@"; }
  licence=$(docker inspect --format '{{index .Config.Labels "org.opencontainers.image.licenses"}}' \
    $(docker compose ps --quiet "$service"))
  [ "$(sort -u <<<"$licence")" = EUPL-1.2 ] || fail "$service has no labels"
  [ "$(inside id -u)" = 10001 ] || fail "$service runs as another user"
  docker compose exec -T --user 0 "$service" touch /service/anything 2>/dev/null && fail "$service can write to its image"
  inside grep -q /service/service.aot /proc/1/maps || fail "$service starts without its cache"
  inside grep -aq META-INF/sbom/application.cdx.json service.jar \
    || fail "$service lacks its bill of materials, which Maven does not write offline"
  [ "$(inside curl -s -o /dev/null -w '%{http_code}' http://localhost:9080/actuator/sbom)" = 404 ] \
    || fail "$service tells its bill of materials"
done

step "looking for secrets that are told"
secrets_are_kept

step "publishing an appeal"
expect 401 -o /dev/null -X PUT "$origin/api/v1/appeals/$slug" -H 'Content-Type: application/json' -d '{}' >/dev/null
publish

step "signing it"
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
operator=$(operator)
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
start --scale verification-service=2
eventually 60 "the list shows one name after a restart" count_is 1

echo "OK: the signature came to the list and stayed there"
