package org.upprop.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.upprop.page.web.PagesAutoConfiguration;

/** Everything between HTTP and the two ports: what lies behind them is {@link Ports}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.upprop\\.intake\\.(?:(?!messaging\\.)[a-z]+\\.)+[A-Z]\\w+"))
@Import(Ports.class)
@ImportAutoConfiguration(PagesAutoConfiguration.class)
public @interface OverHttp {

    /** As {@code config/application.yaml} sets it for the tests. */
    String TOKEN = "a token for the tests";
}
