package org.upprop.local.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ChangesTests {

    @Test
    void areNoneWhereOnlyTheIntakeHasAddedSomething() {
        Changes changes = Changes.between(json("""
                {"slug":"a","version":3,"goal":100,"sources":[],"publisher":{"url":"u","name":"n"},"opensAt":null}"""), json("""
                {"publisher":{"name":"n","url":"u"},"goal":100,"editorial":true}"""));

        assertThat(changes.isEmpty()).isTrue();
    }

    @Test
    void nameWhatIsNewOtherAndGone() {
        Changes changes = Changes.between(json("""
                {"goal":100,"translations":{"sv":{"title":"Gammal","demands":[{"id":"a","text":"A"}]}}}"""), json("""
                {"goal":100,"translations":{"sv":{"title":"Ny","demands":[{"id":"b","text":"B"}]}},"closesAt":"2022"}"""));

        assertThat(changes).hasToString("""
                ~ translations / sv / title: Gammal → Ny
                + translations / sv / demands / b / id: b
                + translations / sv / demands / b / text: B
                + closesAt: 2022
                - translations / sv / demands / a / id: a
                - translations / sv / demands / a / text: A""");
    }

    @Test
    void showALongTextFromWhereItDiffers() {
        String beginning = "The same words again. ".repeat(20);

        Changes changes = Changes.between(
                json("{\"body\":\"%s old\"}".formatted(beginning)), json("{\"body\":\"%s new\"}".formatted(beginning)));

        assertThat(changes.toString()).contains(" old → …").contains(" new").hasSizeLessThan(120);
    }

    private static ObjectNode json(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
