package org.upprop.publication;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps the public list of signatories from the verified events, and serves it. */
@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
public class PublicationService {

    public static void main(String[] args) {
        SpringApplication.run(PublicationService.class, args);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
