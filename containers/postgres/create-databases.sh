#!/bin/bash
# Runs once, on an empty volume: a database and its owner for each service that has one, closed to the other services.
set -euo pipefail

for service in verification publication; do
  psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --set ON_ERROR_STOP=1 --quiet \
    --set name="$service" --set password="$(cat "/run/secrets/$service")" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
