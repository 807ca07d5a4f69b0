package org.upprop.intake.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upprop.infrastructure.test.SmallServer;
import org.upprop.intake.neighbour.HandSetTime;
import org.upprop.intake.neighbour.web.Neighbour;

class AskedMailQueueTests {

    private volatile String status = """
            {"expectedSeconds":120}""";
    private final SmallServer verification =
            new SmallServer(address -> address.getPath().equals("/api/v1/mail-queue") ? status : "{}");
    private final HandSetTime time = new HandSetTime();
    private final AskedMailQueue queue = new AskedMailQueue(new Neighbour(verification.url()), time);

    @AfterEach
    void close() {
        verification.close();
    }

    @Test
    void saysWhatTheQueueSaid() {
        queue.ask();

        assertThat(queue.now()).contains(Duration.ofSeconds(120));
        assertThat(queue.minutes()).contains(2L);
    }

    @Test
    void saysNothingBeforeItAskedOrWhereTheQueueDoesNotKnow() {
        assertThat(queue.now()).isEmpty();

        status = """
                {"expectedSeconds":null}""";
        queue.ask();

        assertThat(queue.now()).isEmpty();
    }

    @Test
    void forgetsAfterAMinuteWithoutAnAnswer() {
        queue.ask();
        verification.answerWith(503);

        time.pass(Duration.ofSeconds(60));
        queue.ask();
        assertThat(queue.now()).contains(Duration.ofSeconds(120));

        time.pass(Duration.ofSeconds(1));
        assertThat(queue.now()).isEmpty();
    }

    @Test
    void takesAnAnswerThatMakesNoSenseForNone() {
        status = "<html>";
        queue.ask();

        assertThat(queue.now()).isEmpty();
    }

    @Test
    void givesAQueueThatHangsLittleTime() {
        verification.hang();
        long began = System.nanoTime();

        queue.ask();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
}
