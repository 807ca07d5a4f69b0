#!/bin/bash
# Who may do what with the topics. Intake writes submissions and cannot read them; verification reads these and writes what
# was verified, which it reads after it was restored; publication reads that and writes counts; the monitor makes the topics, reads all of them, and writes what
# repairs and brakes.
set -euo pipefail
if [ -e /run/cluster/allowed ] && cmp -s "$0" /run/cluster/allowed; then
  exit 0
fi

acls() { /opt/kafka/bin/kafka-acls.sh --bootstrap-server kafka:9092 --command-config /run/cluster/admin.properties "$@" >/dev/null; }

# may SERVICE OPERATION TOPIC...
may() {
  local who=$1 operation=$2 topics=() topic
  shift 2
  for topic in "$@"; do topics+=(--topic "$topic"); done
  acls --add --allow-principal "User:$who" --operation "$operation" "${topics[@]}"
}

# The names of no topic are a secret, and what is common to all is small: appeals, brakes, tokens.
may '*' Describe '*'
may '*' DescribeConfigs '*'
for service in intake verification publication monitor; do
  may $service Read appeals.v1 control.v1 tokens.v1
done

may intake Write signatures.submitted.v1 appeals.v1
may intake Read counts.v1
acls --add --allow-principal User:intake --operation Write --operation Describe --transactional-id upprop-appeals

may verification Read signatures.submitted.v1 signatures.submitted.v1-redrive signatures.verified.v1
may verification Write signatures.verified.v1 signatures.submitted.v1-dlt
acls --add --allow-principal User:verification --operation Read --group verification-service
acls --add --allow-principal User:verification --operation Write --operation Describe --transactional-id upprop-relay

may publication Read signatures.verified.v1 signatures.verified.v1-redrive
may publication Write counts.v1 signatures.verified.v1-dlt
acls --add --allow-principal User:publication --operation Read --group publication-service

may monitor Create signatures.submitted.v1 signatures.submitted.v1-dlt signatures.submitted.v1-redrive \
  signatures.verified.v1 signatures.verified.v1-dlt signatures.verified.v1-redrive \
  appeals.v1 counts.v1 keys.v1 control.v1 tokens.v1 audit.v1
may monitor Read '*'
may monitor Write signatures.submitted.v1-redrive signatures.verified.v1-redrive control.v1 tokens.v1 audit.v1
acls --add --allow-principal User:monitor --operation Read --operation Describe --group verification-service --group publication-service
acls --add --allow-principal User:monitor --operation Write --operation Describe --transactional-id pipeline-monitor --resource-pattern-type prefixed
acls --add --allow-principal User:monitor --operation Describe --cluster
cp "$0" /run/cluster/allowed
echo "everybody may do what is theirs"
