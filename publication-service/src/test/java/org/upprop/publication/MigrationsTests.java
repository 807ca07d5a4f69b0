package org.upprop.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.upprop.signature.OrganisationType;

/**
 * A database that applied a migration refuses to start on another text of it. What is to change becomes a new file, and
 * each new file a new line here.
 */
class MigrationsTests {

    @Test
    void staysAsDatabasesAppliedIt() throws Exception {
        assertThat(migrations())
                .containsOnly(
                        entry("V1__list.sql", "689e32bd5f1ccf71"),
                        entry("V2__count_relay.sql", "20b529fcf8146b3e"),
                        entry("V3__count_parts.sql", "d6082de538102e80"),
                        entry("V4__list_in_its_own_schema.sql", "bc700b9222d54c4b"),
                        entry("V5__watermarks.sql", "63484528f8a07fbc"),
                        entry("V6__search.sql", "4f0f94f80e58b24a"),
                        entry("V7__cursor_key.sql", "bffb43fabc42abfb"),
                        entry("V8__organisations_by_type.sql", "15f0e89854c090aa"),
                        entry("V9__words_in_list_order.sql", "1e9823a352a3c1af"),
                        entry("V10__pairs_of_beginnings.sql", "e3536ca00774b560"));
    }

    @Test
    void countsTypesOfOrganisationsAsTheirOrderIs() throws Exception {
        String named = Arrays.stream(OrganisationType.values())
                .filter(type -> type != OrganisationType.OTHER)
                .map(type -> "'" + type + "'")
                .collect(Collectors.joining(", ", "array[", "]"));

        assertThat(new ClassPathResource("db/migration/V8__organisations_by_type.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains(named, OrganisationType.OTHER.ordinal() + 1 + ") end) stored");
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
