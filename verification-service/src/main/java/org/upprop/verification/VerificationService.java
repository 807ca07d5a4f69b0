package org.upprop.verification;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Decides who is on the list: asks the owner of every address, and publishes what that owner releases. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class VerificationService {

    public static void main(String[] args) {
        SpringApplication.run(VerificationService.class, args);
    }

    /** For what pages say; what is due is decided by the database's clock. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
