package org.upprop.verification.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** An instance that has not read the brakes does not know that none is on. */
    @Bean
    Hold hold(Brakes brakes) {
        return () -> !brakes.areRead() || brakes.onAll(BrakeKind.HOLD_MAIL).isPresent();
    }
}
