package org.upprop.intake.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.Appeal;

class TextHashTests {

    @Test
    void isTheHashOfTheCanonicalJsonWhateverTheOrderOfTheLanguages() throws Exception {
        var sv = new Appeal.Translation("Å \"T\"", "Kort", "Rad\nRad", List.of(new Appeal.Demand("fri", "Frige")));
        var ar = new Appeal.Translation("عنوان", "قصير", "نص", List.of(new Appeal.Demand("fri", "حرية")));
        String canonical = """
                {"consent":{"text":{"ar":"نعم","sv":"Ja"},"version":"1"},"originalLocale":"sv","translations":{\
                "ar":{"body":"نص","demands":[{"id":"fri","text":"حرية"}],"summary":"قصير","title":"عنوان"},\
                "sv":{"body":"Rad\\nRad","demands":[{"id":"fri","text":"Frige"}],"summary":"Kort","title":"Å \\"T\\""}}}""";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));

        assertThat(TextHash.of(
                        "sv", Map.of("sv", sv, "ar", ar), new Appeal.Consent("1", Map.of("sv", "Ja", "ar", "نعم"))))
                .isEqualTo(HexFormat.of().formatHex(hash));
    }
}
