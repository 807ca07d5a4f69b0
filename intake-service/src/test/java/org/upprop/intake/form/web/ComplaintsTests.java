package org.upprop.intake.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.intake.form.FormField;
import org.upprop.intake.input.InputError;
import org.upprop.intake.signature.SignatureField;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Words;

class ComplaintsTests {

    static Stream<Arguments> everyMistake() {
        return Arrays.stream(SignatureField.values())
                .filter(field -> !field.pointer().equals(FormField.KIND.pointer()))
                .flatMap(field -> field.codes().stream()
                        .filter(code -> !FormParts.NEVER.contains(code.substring(code.indexOf('.') + 1)))
                        .filter(code -> !code.equals("field.unknown"))
                        .map(code -> Arguments.of(field.pointer(), code)));
    }

    @ParameterizedTest
    @MethodSource("everyMistake")
    void hasASentenceForEveryCodeInEveryLanguage(String pointer, String code) {
        for (Words words : Forms.WORDS.all()) {
            for (SignatoryKind kind : SignatoryKind.values()) {
                Complaints complaints =
                        Complaints.of(List.of(new InputError(pointer, code, "Not shown.")), kind, words);
                String other = words.say("wrong.other");
                assertThat(complaints.count()).isEqualTo(1);
                assertThat(complaints.general())
                        .as("%s for %s in %s", code, kind, words.tag())
                        .doesNotContain(other);
                complaints
                        .byField()
                        .forEach((field, complaint) -> assertThat(complaint.sentence())
                                .as("%s for %s in %s", code, kind, words.tag())
                                .isNotEqualTo(other)
                                .isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "organisation", "city", "comment", "website", "email", "contactRole", "parent"})
    void namesTheLimitThatWasPassed(String id) {
        FormField field = Arrays.stream(FormField.values())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        SignatoryKind kind = field.kind() == null ? SignatoryKind.INDIVIDUAL : field.kind();
        Complaints complaints =
                Complaints.of(List.of(new InputError(field.pointer(), "any.too-long", "")), kind, Forms.WORDS.in("en"));

        assertThat(complaints.of(field)).matches("At most (120|200|254|1,000) characters\\.");
    }

    @Test
    void saysOneThingAtATimeAboutAField() {
        Complaints complaints = Complaints.of(
                List.of(new InputError("/name", "name.link", ""), new InputError("/name", "name.phone", "")),
                SignatoryKind.INDIVIDUAL,
                Forms.WORDS.in("en"));

        assertThat(complaints.of(FormField.NAME)).contains("web address");
        assertThat(complaints.count()).isEqualTo(1);
    }
}
