package org.upprop.monitor;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Shows the flow between the services. It reads the broker, and owns no database. */
@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
class PipelineMonitor {

    public static void main(String[] arguments) {
        SpringApplication.run(PipelineMonitor.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
