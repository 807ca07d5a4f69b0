# One image for each service, from its packaged jar: run `mvn package` first.
#   docker build --build-arg SERVICE=intake-service --build-arg REVISION="$(git rev-parse HEAD)" .
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}.jar /build/service.jar
WORKDIR /build
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre AS service
WORKDIR /service
# From what seldom changes to what always does, so that a new build sends only its own classes.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./

# Starts the service once, up to where it would need its broker and its database, and keeps what the JVM learnt by it. Each
# start of the image begins with that. It holds for this JVM and these jars alone, and nothing of the settings is in it. What
# it would learn of which methods a start uses much is left out: that is for the second compiler, which the image leaves out.
FROM service AS training
RUN --network=none \
    secret() { head -c 32 /dev/urandom | base64; } && \
    UPPROP_FINGERPRINT_SECRET=$(secret) UPPROP_ORGANISER_TOKEN=$(secret) UPPROP_REVIEWER_TOKEN=$(secret) \
    UPPROP_OPERATOR_TOKEN=$(secret) SPRING_FLYWAY_ENABLED=false MANAGEMENT_SERVER_PORT=9080 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs \
    java -XX:AOTCacheOutput=/service.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
        -Dspring.context.exit=onRefresh -jar service.jar

FROM service
ARG SERVICE
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Upprop ${SERVICE}" \
      org.opencontainers.image.description="A part of Upprop, the open-source signature pipeline for appeals" \
      org.opencontainers.image.licenses="EUPL-1.2" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre"
COPY --from=training /service.aot ./
USER 10001:10001
ENV SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=9080
EXPOSE 8080 9080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --start-interval=1s --retries=6 \
    CMD curl -fsS "http://127.0.0.1:${MANAGEMENT_SERVER_PORT}/actuator/health/readiness" || exit 1
# With the first compiler alone it takes a third less of a processor until it is ready, and each core is free for a peak sooner.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1"]
CMD ["-XX:AOTCache=service.aot", "-jar", "service.jar"]
