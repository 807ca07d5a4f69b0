package org.upprop.intake;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Takes signatures over HTTP, and says that one was taken only when the broker has acknowledged it. */
@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
class IntakeService {

    public static void main(String[] arguments) {
        SpringApplication.run(IntakeService.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
