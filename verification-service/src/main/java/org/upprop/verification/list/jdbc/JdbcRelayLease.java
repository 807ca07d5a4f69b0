package org.upprop.verification.list.jdbc;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.list.RelayLease;
import org.upprop.verification.list.RelayProperties;

/** The table {@code relay_lease}, which has one row. */
@Repository
class JdbcRelayLease implements RelayLease {

    private static final String HOLD = """
            update relay_lease set holder = :holder, until = now() + make_interval(secs => :lease)
            where name = 'relay' and (holder = :holder or until < now())
            """;

    private static final String RELEASE =
            "update relay_lease set until = '-infinity' where name = 'relay' and holder = :holder";

    private final UUID holder = UUID.randomUUID();
    private final JdbcClient jdbc;
    private final RelayProperties properties;

    JdbcRelayLease(JdbcClient jdbc, RelayProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    public boolean hold() {
        return jdbc.sql(HOLD)
                        .param("holder", holder)
                        .param("lease", properties.lease().toSeconds())
                        .update()
                == 1;
    }

    @Override
    public void release() {
        jdbc.sql(RELEASE).param("holder", holder).update();
    }
}
