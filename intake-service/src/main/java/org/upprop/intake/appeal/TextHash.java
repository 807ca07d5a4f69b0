package org.upprop.intake.appeal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.upprop.appeal.Appeal;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells one set of texts from another: SHA-256 of their canonical JSON, so that anybody can compute it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, canonical JSON</a>
 */
final class TextHash {

    /** Canonical for objects of texts without control characters, which is all that is hashed. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private TextHash() {}

    static String of(String originalLocale, Map<String, Appeal.Translation> translations, Appeal.Consent consent) {
        byte[] json = CANONICAL.writeValueAsBytes(new Texts(consent, originalLocale, translations));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private record Texts(Appeal.Consent consent, String originalLocale, Map<String, Appeal.Translation> translations) {}
}
