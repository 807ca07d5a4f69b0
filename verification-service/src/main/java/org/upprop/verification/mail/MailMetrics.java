package org.upprop.verification.mail;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.metrics.SampledGauge;

@Configuration(proxyBeanMethods = false)
class MailMetrics {

    @Bean
    SampledGauge owedMails(OwedMails mails, MeterRegistry meters) {
        return new SampledGauge(meters, "upprop.mail.queue", "Mails that are owed", mails::size);
    }
}
