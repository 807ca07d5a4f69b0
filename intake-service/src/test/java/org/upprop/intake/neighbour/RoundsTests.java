package org.upprop.intake.neighbour;

import static org.awaitility.Awaitility.await;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
@ImportAutoConfiguration(TaskSchedulingAutoConfiguration.class)
class RoundsTests {

    private static final SmallServer PUBLICATION = new SmallServer(address -> "{\"items\":[]}");
    private static final SmallServer VERIFICATION = new SmallServer(address -> "<html>");

    @Autowired
    AppealsInMemory appeals;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("upprop.publication.url", PUBLICATION::url);
        properties.add("upprop.publication.refresh", () -> "1s");
        properties.add("upprop.verification.url", VERIFICATION::url);
        properties.add("upprop.verification.refresh", () -> "1s");
    }

    @AfterAll
    static void close() {
        PUBLICATION.close();
        VERIFICATION.close();
    }

    @Test
    void askEveryNeighbourAgainWhateverItAnswers() {
        appeals.put(anAppeal().naming(UUID.randomUUID()).build());

        await().until(() -> PUBLICATION.asked().size() > 1);
        await().until(() -> VERIFICATION.asked().size() > 1);
    }
}
