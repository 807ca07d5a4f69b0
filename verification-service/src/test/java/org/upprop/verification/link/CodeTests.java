package org.upprop.verification.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.SignatureId;

class CodeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345",
                " 012 345\n",
                "012-345",
                "012\u2013345",
                "\u0660\u0661\u0662\u0663\u0664\u0665",
                "\u200f012345"
            })
    void readsCodesAsPeopleTypeThem(String typed) {
        assertThat(Code.typed(typed)).hasValue(new Code("012345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "+12345", "12.345", "12345\ud835"})
    void takesNothingElseForOne(String typed) {
        assertThat(Code.typed(typed)).isEmpty();
    }

    @Test
    void isKeptUnderAKeyAndForOneSignature() {
        CodeKey key = new CodeKey(
                new Fingerprints("thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8)));
        SignatureId signature = SignatureId.random();
        byte[] kept = key.hmac(signature, new Code("012345"));

        assertThat(key.hmac(signature, new Code("012345"))).isEqualTo(kept);
        assertThat(key.hmac(SignatureId.random(), new Code("012345"))).isNotEqualTo(kept);
        assertThat(key.hmac(signature, new Code("012346"))).isNotEqualTo(kept);
    }

    @Test
    void tellsItsDigitsToNoLog() {
        assertThat(Code.random().digits()).matches("[0-9]{6}");
        assertThat(new Code("012345")).hasToString("Code[…]");
    }
}
