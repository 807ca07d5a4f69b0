package org.upprop.verification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Decides who is on the list: asks the owner of every address, and publishes what that owner releases. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class VerificationService {

    public static void main(String[] args) {
        SpringApplication.run(VerificationService.class, args);
    }
}
