package org.upprop.infrastructure.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Starts the whole service for a test, on a real Kafka and, where the service has a database, a real PostgreSQL. They
 * are the same for all tests of a run, so a test works on an appeal of its own instead of cleaning up.
 *
 * <p>They come from containers where a Docker engine answers and are processes of this machine where none does; the
 * property {@code upprop.test.infrastructure} (or the environment's {@code UPPROP_TEST_INFRASTRUCTURE}) with
 * {@code containers} or {@code embedded} insists on one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(InfrastructureConfiguration.class)
@TestExecutionListeners(listeners = OutageEnd.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface OnRealInfrastructure {

    /** Properties of the service for this test, as {@code name=value}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
