package org.upprop.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.upprop.infrastructure.test.OnRealInfrastructure;

@OnRealInfrastructure(properties = "upprop.trusted-proxies=127.0.0.0/8, ::1/128")
class TrustedProxyIT {

    @LocalServerPort
    int port;

    @Test
    void believesAProxyThatIsNamed() throws Exception {
        Request request = Request.of("GET", "/api/v1/appeals/nobody").with("X-Forwarded-For: 192.0.2.7");

        assertThat(RawHttp.exchange(
                                port, request.with("X-Forwarded-Proto: https").bytes(""))
                        .headers())
                .containsKey("strict-transport-security");
        assertThat(RawHttp.exchange(port, request.bytes("")).headers()).doesNotContainKey("strict-transport-security");
    }
}
