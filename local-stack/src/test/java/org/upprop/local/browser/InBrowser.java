package org.upprop.local.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests whose people use a real Chromium; a test asks for {@link Visitors}. Where no Chromium is installed the tests are
 * skipped and say so, or fail if {@code -Dupprop.test.browser=required}. An uncaught error in a page fails the test, and
 * of a failed test each page's picture is left in {@code target/browser}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumExtension.class)
public @interface InBrowser {}
