#!/bin/sh
# Makes the secrets of the installation, each once: a file that exists is never replaced.
set -eu
umask 077

random_base64() {
  head -c 32 /dev/urandom | base64 | tr -d '\n'
}

random_hex() {
  head -c 32 /dev/urandom | od -An -vtx1 | tr -d ' \n'
}

# once FILE COMMAND: writes the file whole or not at all
once() {
  if [ ! -e "$1" ]; then
    "$2" >"$1.new"
    mv "$1.new" "$1"
    echo "made $1"
  fi
}

# copy FROM TO: the same secret for another container
copy() {
  cp "$1" "$2.new"
  mv "$2.new" "$2"
}

cd /secrets
once postgres/superuser random_hex
for service in verification publication; do
  once "postgres/$service" random_hex
  copy "postgres/$service" "$service/spring.datasource.password"
done
once intake/upprop.fingerprint.secret random_base64
copy intake/upprop.fingerprint.secret verification/upprop.fingerprint.secret
once intake/upprop.organiser.token random_hex
once verification/upprop.reviewer.token random_hex
once publication/upprop.operator.token random_hex
copy intake/upprop.organiser.token publication/upprop.organiser.token
copy publication/upprop.operator.token monitor/upprop.operator.token
once grafana/admin random_hex

# The password of the mail provider, as the operator's file has it now.
rm -f verification/upprop.mail.providers.main.password
if [ -s /mail-password ]; then
  copy /mail-password verification/upprop.mail.providers.main.password
fi

# How the one broker is reached; the profile `cluster` says otherwise after this.
for service in intake verification publication monitor; do
  rm -f "$service"/spring.kafka.* "$service"/upprop.topics.*
  printf %s kafka:9092 >"$service/spring.kafka.bootstrap-servers"
done
rm -f cluster/node-*.properties

# The users of the containers that read them
chown -R 999:999 postgres
chown -R 10001:10001 intake verification publication monitor
chown -R 472:0 grafana
chmod 500 postgres intake verification publication monitor grafana
