package org.upprop.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.intake.door.BadInputs.PERSON;
import static org.upprop.intake.door.Request.signing;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.intake.Intake;

@OnRealInfrastructure(properties = "upprop.admission.burst=" + TrustedProxyIT.ONE)
class UnknownProxyIT {

    @LocalServerPort
    int port;

    @Test
    void believesNobodyWhoSaysThatTheySpeakForOthers() throws Exception {
        String slug = Intake.newSlug();
        Intake intake = new Intake(port);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> intake.health("readiness").expectStatus().isOk());
        intake.publish(slug).expectStatus().isCreated();

        RawHttp.Answer first = RawHttp.exchange(port, signingFor("192.0.2.7").bytes(slug));
        RawHttp.Answer second = RawHttp.exchange(port, signingFor("192.0.2.8").bytes(slug));

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.headers()).doesNotContainKey("strict-transport-security");
        assertThat(second.status()).as("from the same connection's address").isEqualTo(429);
    }

    private static Request signingFor(String address) {
        return signing(PERSON)
                .with(
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-For: " + address,
                        "Forwarded: proto=https;for=" + address);
    }
}
