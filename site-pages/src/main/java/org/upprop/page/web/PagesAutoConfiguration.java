package org.upprop.page.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Gives a service all that pages are made of but their frames, which tell from where it is to the front page. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(Assets.class)
public class PagesAutoConfiguration {

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    ErrorPages errorPages(Frames frames, Templates templates) {
        return new ErrorPages(frames, templates);
    }
}
