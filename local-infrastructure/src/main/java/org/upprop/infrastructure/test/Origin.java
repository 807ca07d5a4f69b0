package org.upprop.infrastructure.test;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;
import org.testcontainers.DockerClientFactory;

/** Where the servers of a test run come from; decided once. */
enum Origin {
    CONTAINERS,
    EMBEDDED;

    private static final Logger log = LoggerFactory.getLogger(Origin.class);

    static Origin chosen() {
        return Choice.MADE;
    }

    private static Origin choose() {
        var wish = System.getProperty(
                "upprop.test.infrastructure", System.getenv().getOrDefault("UPPROP_TEST_INFRASTRUCTURE", "auto"));
        var origin = switch (wish.toLowerCase(Locale.ROOT)) {
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            case "auto" -> dockerAnswers() ? CONTAINERS : EMBEDDED;
            default ->
                throw new IllegalArgumentException(
                        "upprop.test.infrastructure is containers, embedded or auto, and not " + wish);
        };
        log.info(
                "These tests run on {} ({})",
                origin == CONTAINERS ? "containers" : "a Kafka and a PostgreSQL that are processes of this machine",
                wish);
        return origin;
    }

    private static boolean dockerAnswers() {
        return ClassUtils.isPresent("org.testcontainers.DockerClientFactory", Origin.class.getClassLoader())
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static final class Choice {

        static final Origin MADE = choose();
    }

    static final class OnContainers implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return chosen() == CONTAINERS;
        }
    }

    static final class OnEmbedded implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return chosen() == EMBEDDED;
        }
    }
}
