#!/usr/bin/env bash
# Brings signatories to the list of a cluster of three brokers at a steady rate. Meanwhile more instances are started, and then
# the broker is killed that leads the busiest partition. Everybody has to be on the list, once; intake has to answer each attempt
# within six seconds; all has to come back without help, and to be there after everything was stopped and started. Uses a
# project of its own, which it removes again. Needs the packaged jars (mvn package) and a Docker engine, and about 20 minutes on
# two processors, which start twelve programs while they work.
#   containers/outage.sh [SIGNATORIES-A-SECOND [SECONDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
rate=${1:-2}
length=${2:-600}
COMPOSE_PROFILES=cluster
. containers/project.sh

# kafka SCRIPT ARGUMENTS...: a tool of Kafka, as the administrator, on a broker that is alive
kafka() {
  local script=$1
  shift
  docker compose exec -T "$alive" "/opt/kafka/bin/$script.sh" --bootstrap-server "$alive:9092" "$@"
}
alive=kafka
as_admin=(--command-config /run/cluster/admin.properties)

leader() { kafka kafka-topics "${as_admin[@]}" --describe --topic "$1" | sed -n "s/.*Partition: $2\t*[ ]*Leader: \([0-9]*\).*/\1/p"; }
another_leads() { local now; now=$(leader signatures.submitted.v1 "$busiest") && [ -n "$now" ] && [ "$now" != "$killed" ]; }
all_copies_are_in_step() { [ -z "$(kafka kafka-topics "${as_admin[@]}" --describe --under-replicated-partitions)" ]; }
containers_of() { docker compose ps --quiet "$1"; }

# records CONTAINER: how many this instance has read
records() {
  docker exec "$1" curl -fsS http://localhost:9080/actuator/prometheus \
    | awk '/^kafka_consumer_fetch_manager_records_consumed_total[{].*topic="signatures/ { sum += $2 } END { printf "%d\n", sum }'
}
has_read() { [ "$(records "$1")" -gt 0 ]; }

step "starting three brokers and the services on $origin"
start --build --quiet-pull
eventually 60 "intake answers through the proxy" answers /
publish

step "looking for secrets that are told"
secrets_are_kept

step "trying to write to signatures.verified.v1 with what intake has"
docker compose exec -T kafka sh -c 'grep -v ^sasl.jaas.config /run/cluster/admin.properties' >"$work/intake.properties"
printf 'sasl.jaas.config=%s\n' "$(docker compose exec -T intake-service cat /run/secrets/spring.kafka.properties.sasl.jaas.config)" \
  >>"$work/intake.properties"
docker compose exec -T kafka sh -c 'cat >/tmp/intake.properties' <"$work/intake.properties"
said=$(echo anything | kafka kafka-console-producer --command-config /tmp/intake.properties --topic signatures.verified.v1 2>&1 || true)
grep -q TopicAuthorizationException <<<"$said" || fail "intake may write what it must not: $said"

step "$rate signatories a second come for $length s"
./upprop load --rate "$rate" --duration "$length" --appeal "$slug" --url "$origin" --monitor "$monitor" \
  --mails "$origin/mailbox/api/email?to.address=" --token "$(operator)" --patience 300 --json >"$work/report" 2>"$work/load" &
load=$!
sleep 20

step "starting three of verification and two of publication"
start --no-recreate --scale verification-service=3 --scale publication-service=2
for service in verification-service publication-service; do
  for container in $(containers_of $service); do
    eventually 120 "an instance of $service has read something" has_read "$container"
    step "an instance of $service has read $(records "$container") records"
  done
done

busiest=$(kafka kafka-get-offsets "${as_admin[@]}" --topic signatures.submitted.v1 | sort -t : -k 3 -n | tail -n 1 | cut -d : -f 2)
killed=$(leader signatures.submitted.v1 "$busiest")
broker=$([ "$killed" = 1 ] && echo kafka || echo "kafka-$killed")
alive=$([ "$killed" = 1 ] && echo kafka-2 || echo kafka)
kill -0 $load 2>/dev/null || fail "all signatories have come before a broker was killed"
step "killing $broker, which leads partition $busiest of signatures.submitted.v1"
docker compose kill --signal SIGKILL "$broker" >/dev/null 2>&1
eventually 60 "another broker leads it" another_leads
sleep 30
kill -0 $load 2>/dev/null || fail "all signatories have come before the broker came back"
step "starting it again"
docker compose start "$broker" >/dev/null 2>&1

wait $load || fail "not everybody is on the list once: $(cat "$work/report" "$work/load")"
step "$(cat "$work/report")"
most=$(sed -E 's/.*"most":([0-9]+).*/\1/' "$work/report")
[ "$most" -le 6000 ] || fail "intake took $most ms to answer"
eventually 120 "all copies are in step" all_copies_are_in_step
for service in "${services[@]}"; do healthy "$service" || fail "$service is not well"; done

step "stopping everything and starting it again"
docker compose down --timeout 20 >/dev/null 2>&1
start
eventually 120 "the list shows everybody" count_is $((rate * length))

echo "OK: $((rate * length)) signatories are on the list, once"
