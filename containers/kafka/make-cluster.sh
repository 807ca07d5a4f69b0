#!/bin/bash
# Makes what the three brokers of the profile `cluster` need, each once: an authority with a certificate for each broker,
# a name and a password for each service, and what these have to know to reach the brokers.
set -euo pipefail
umask 077
cd /cluster

nodes=(1 2 3)
services=(intake verification publication monitor)

host() { [ "$1" = 1 ] && echo kafka || echo "kafka-$1"; }

random_hex() {
  head -c 32 /dev/urandom | od -An -vtx1 | tr -d ' \n'
}

# password NAME: the same at each start
password() {
  mkdir -p passwords
  [ -e "passwords/$1" ] || { random_hex >"passwords/$1.new" && mv "passwords/$1.new" "passwords/$1"; }
  cat "passwords/$1"
}

# store ARGUMENTS...: keytool, which says much and is heard where it fails. The keystores' own password only keeps it content:
# who reads the one reads the other.
store() {
  local said
  said=$(keytool -storetype PKCS12 -storepass "$(password stores)" "$@" 2>&1) || { echo "$said" >&2; return 1; }
}

make_authority() {
  store -keystore authority.p12 -genkeypair -alias authority -keyalg EC -groupname secp256r1 -dname CN=upprop-cluster \
    -ext bc:critical=ca:true -ext ku:critical=keyCertSign,cRLSign -validity 3650
  store -keystore authority.p12 -exportcert -alias authority -rfc -file authority.pem
}

# make_certificate NODE: for its own name, signed by the authority
make_certificate() {
  local keys=node-$1.p12
  store -keystore "$keys" -importcert -alias authority -file authority.pem -noprompt
  store -keystore "$keys" -genkeypair -alias broker -keyalg EC -groupname secp256r1 -dname CN=kafka -validity 3650
  store -keystore "$keys" -certreq -alias broker -file "node-$1.csr"
  store -keystore authority.p12 -gencert -alias authority -infile "node-$1.csr" -outfile "node-$1.pem" -rfc \
    -ext "san=dns:$(host "$1")" -ext eku=serverAuth,clientAuth -validity 3650
  store -keystore "$keys" -importcert -alias broker -file "node-$1.pem"
  rm "node-$1.csr" "node-$1.pem"
}

configure() {
  sed -e "s/@NODE@/$1/g" -e "s/@HOST@/$(host "$1")/g" -e "s/@STORES@/$(password stores)/g" \
    /cluster.properties >"node-$1.properties"
}

# The passwords of all, as the brokers are to know them from the first start on
scram() {
  local name
  for name in admin "${services[@]}"; do
    printf -- '--add-scram\nSCRAM-SHA-512=[name=%s,password=%s]\n' "$name" "$(password "$name")"
  done
}

login() {
  printf 'org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" password="%s";' \
    "$1" "$(password "$1")"
}

# tell SERVICE PROPERTY VALUE: as a file in the folder of its secrets
tell() {
  printf %s "$3" >"/secrets/$1/$2.new"
  chown 10001:10001 "/secrets/$1/$2.new"
  mv "/secrets/$1/$2.new" "/secrets/$1/$2"
}

if [ ! -e made ]; then
  rm -f ./*.p12
  make_authority
  for node in "${nodes[@]}"; do make_certificate "$node"; done
  touch made
fi
for node in "${nodes[@]}"; do configure "$node"; done
scram >scram
{
  echo security.protocol=SASL_SSL
  echo sasl.mechanism=SCRAM-SHA-512
  echo "sasl.jaas.config=$(login admin)"
  echo ssl.truststore.type=PEM
  echo ssl.truststore.location=/run/cluster/authority.pem
} >admin.properties

for service in "${services[@]}"; do
  tell "$service" spring.kafka.bootstrap-servers kafka:9092,kafka-2:9092,kafka-3:9092
  tell "$service" spring.kafka.security.protocol SASL_SSL
  tell "$service" spring.kafka.properties.sasl.mechanism SCRAM-SHA-512
  tell "$service" spring.kafka.properties.sasl.jaas.config "$(login "$service")"
  tell "$service" spring.kafka.ssl.trust-store-type PEM
  tell "$service" spring.kafka.ssl.trust-store-certificates "$(cat authority.pem)"
  tell "$service" upprop.topics.replication-factor 3
  tell "$service" upprop.topics.min-insync-replicas 2
done

# The user that the brokers run as
chown -R 1000:1000 /cluster /data
echo "the cluster is configured"
