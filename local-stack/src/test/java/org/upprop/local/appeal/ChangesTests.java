package org.upprop.local.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ChangesTests {

    @Test
    void areNoneWhereOnlyTheIntakeHasAddedSomething() {
        Changes changes = Changes.between(json("""
                {"slug":"a","revision":4,"version":3,"textHash":"0a","goal":100,"sources":[],"firstSignatories":[],
                 "publisher":{"url":"u","name":"n"},"opensAt":null,"changedAt":"2022-01-12T00:00:00Z"}"""), json("""
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
    void nameWhatWasLeftOut() {
        Changes changes = Changes.between(json("""
                {"goal":100,"closesAt":"2022-02-01T00:00:00Z","sources":[{"id":"a","name":"A"}]}"""), json("{}"));

        assertThat(changes).hasToString("""
                - goal: 100
                - closesAt: 2022-02-01T00:00:00Z
                - sources / a / id: a
                - sources / a / name: A""");
    }

    @Test
    void areNoneWhereTheSameIsWrittenInAnotherWay() {
        Changes changes = Changes.between(json("""
                {"policy":{"organisations":"review","comments":"off","openData":false,"atRisk":false},
                 "opensAt":"2022-01-11T23:00:00Z","summary":"\\u00e5\\nb"}"""), json("""
                {"policy":{"organisations":"review"},
                 "opensAt":"2022-01-12T00:00:00+01:00","summary":"a\\u030a\\r\\nb\\n"}"""));

        assertThat(changes.isEmpty()).as(changes.toString()).isTrue();
    }

    @Test
    void nameAPolicyThatIsNotTheUsualOne() {
        Changes changes = Changes.between(json("{}"), json("""
                {"policy":{"organisations":"domain-or-review","comments":"off"}}"""));

        assertThat(changes).hasToString("~ policy / organisations: review → domain-or-review");
    }

    @Test
    void showTheWordsOfALongTextThatChangeAndSomeAroundThem() {
        String beginning = "The same words again and again. ".repeat(20);

        Changes changes = Changes.between(
                json("{\"body\":\"%sEverybody old comes home.\"}".formatted(beginning)),
                json("{\"body\":\"New: %sEverybody comes home soon.\"}".formatted(beginning)));

        assertThat(changes).hasToString("""
                ~ body:
                    {+New:+} The same words again and …
                    … words again and again. Everybody [-old-] comes home.
                    … and again. Everybody old comes [-home.-] {+home soon.+}""");
    }

    @Test
    void sayThatOnlyTheLineBreaksOfATextDiffer() {
        Changes changes = Changes.between(
                json("{\"body\":\"%s\"}".formatted("a b ".repeat(50))),
                json("{\"body\":\"%s\"}".formatted("a\\nb ".repeat(50))));

        assertThat(changes).hasToString("~ body: only line breaks and spaces differ");
    }

    @Test
    void countTheRestWhereATextChangesAllOver() {
        Changes changes = Changes.between(
                json("{\"body\":\"%s\"}".formatted("same old ".repeat(30))),
                json("{\"body\":\"%s\"}".formatted("same new ".repeat(30))));

        assertThat(changes.toString()).endsWith("and in 10 more places");
    }

    @Test
    void touchWhatPeopleSignOnlyWhereATextOrTheConsentChanges() {
        assertThat(Changes.between(json("{\"goal\":1}"), json("{\"goal\":2}")).touchTexts())
                .isFalse();
        assertThat(Changes.between(json("{}"), json("{\"consent\":{\"text\":{\"sv\":\"Ja\"}}}"))
                        .touchTexts())
                .isTrue();
    }

    private static ObjectNode json(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
