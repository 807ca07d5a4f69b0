package org.upprop.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.intake.door.BadInputs.PERSON;
import static org.upprop.intake.door.Request.signing;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.intake.Intake;

@OnRealInfrastructure(
        properties = {"upprop.trusted-proxies=127.0.0.0/8, ::1/128", "upprop.admission.burst=" + TrustedProxyIT.ONE})
class TrustedProxyIT {

    /** What one address may send before more is asked of it. */
    static final String ONE = "1/1d";

    @LocalServerPort
    int port;

    private final String slug = Intake.newSlug();

    @BeforeEach
    void anOpenAppeal() {
        Intake intake = new Intake(port);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> intake.health("readiness").expectStatus().isOk());
        intake.publish(slug).expectStatus().isCreated();
    }

    @Test
    void believesAProxyThatIsNamed() throws Exception {
        Request request = Request.of("GET", "/api/v1/appeals/nobody").with("X-Forwarded-For: 192.0.2.7");

        assertThat(RawHttp.exchange(
                                port, request.with("X-Forwarded-Proto: https").bytes(""))
                        .headers())
                .containsKey("strict-transport-security");
        assertThat(RawHttp.exchange(port, request.bytes("")).headers()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void countsThoseForWhomAProxySpeaks() throws Exception {
        assertThat(signFor("192.0.2.7")).isEqualTo(202);
        assertThat(signFor("192.0.2.7")).isEqualTo(429);
        assertThat(signFor("198.51.100.9, 192.0.2.7"))
                .as("with one invented before")
                .isEqualTo(429);
        assertThat(signFor("192.0.2.8")).isEqualTo(202);
    }

    private int signFor(String addresses) throws Exception {
        return RawHttp.exchange(
                        port,
                        signing(PERSON).with("X-Forwarded-For: " + addresses).bytes(slug))
                .status();
    }
}
