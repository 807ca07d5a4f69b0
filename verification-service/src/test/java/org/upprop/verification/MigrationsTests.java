package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A database that applied a migration refuses to start on another text of it. What is to change becomes a new file, and
 * each new file a new line here.
 */
class MigrationsTests {

    @Test
    void staysAsDatabasesAppliedIt() throws Exception {
        assertThat(migrations())
                .containsOnly(
                        entry("V1__signatures.sql", "3b5c66ed08561393"),
                        entry("V2__review.sql", "1e295633a931a51e"),
                        entry("V3__proof.sql", "4d2b40a2600899f7"),
                        entry("V4__mail_sent.sql", "459c01126eace711"),
                        entry("V5__change_and_take_off.sql", "2ac5ea7d2bc01d68"),
                        entry("V6__mail_providers.sql", "c26e161e6c0d22eb"),
                        entry("V7__link_request.sql", "35cf340364bed513"),
                        entry("V8__review_desk.sql", "dd95845b08343501"),
                        entry("V10__jobs_and_link_requests.sql", "96eca9bbd19bb44f"),
                        entry("V10_1__review_details.sql", "9bb8d2aa0a2c98b3"),
                        entry("V11__code.sql", "9e7db65e45ddc600"),
                        entry("V12__initials_with_role.sql", "eddc75d88613bb5b"),
                        entry("V13__comment.sql", "d39428fdec8261e6"),
                        entry("V14__mail_of_a_change.sql", "9bca0cbc79cf8948"),
                        entry("V15__not_mine_lifted.sql", "35b788b27aeea915"),
                        entry("V16__hold_and_watermark.sql", "1de4113bd1555394"),
                        entry("V17__ledger.sql", "ca136c45ccbc156b"),
                        entry("V18__funnel.sql", "1cbb2b6944b24e9c"),
                        entry("V19__trace.sql", "07211f6737727c49"),
                        entry("V20__restoration.sql", "f8e1651fa27a6952"));
    }

    private static Map<String, String> migrations() throws Exception {
        Map<String, String> migrations = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
            migrations.put(String.valueOf(file.getFilename()), HexFormat.of().formatHex(hash, 0, 8));
        }
        return migrations;
    }
}
