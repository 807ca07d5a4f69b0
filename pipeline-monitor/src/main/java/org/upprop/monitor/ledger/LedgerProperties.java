package org.upprop.monitor.ledger;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger is.
 *
 * @param managementUrl where verification's management port is reached from inside; {@code http://localhost:8082}
 */
@ConfigurationProperties("upprop.verification")
record LedgerProperties(
        @DefaultValue("http://localhost:8082") URI managementUrl) {}
