package org.upprop.verification.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewerPropertiesTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void takesATokenOfItsOwnForEachName() {
        assertThat(faults(Map.of())).isEmpty();
        assertThat(faults(Map.of("anna", "the token of anna"))).isEmpty();
        assertThat(faults(Map.of("anna", "a token for the tests"))).hasSize(1);
        assertThat(faults(Map.of("anna", "short"))).hasSize(1);
        assertThat(faults(Map.of("anna of the desk", "the token of anna"))).hasSize(1);
    }

    @Test
    void refusesASecondReviewerOfTheNameThatTheFirstHas() {
        assertThat(faults(Map.of("reviewer", "the token of another")))
                .singleElement()
                .asString()
                .contains("other than those of the roles")
                .doesNotContain("the token of");
    }

    private static List<String> faults(Map<String, String> tokens) {
        return VALIDATOR.validate(new ReviewerProperties("a token for the tests", tokens)).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
