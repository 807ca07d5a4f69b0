package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whether each fires when it should is tested by {@code .ci/alerts}. */
class AlertsTests {

    private final List<JsonNode> alerts = Watching.file("prometheus/rules.yml")
            .content()
            .path("groups")
            .valueStream()
            .flatMap(group -> group.path("rules").valueStream())
            .filter(rule -> rule.has("alert"))
            .toList();

    @Test
    void sayWhatIsWrongAndWhereTheReadmeSaysWhatToDo() {
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asString();
            JsonNode told = alert.path("annotations");
            assertThat(alert.path("labels").path("severity").asString()).isIn("critical", "warning");
            assertThat(told.path("summary").asString()).isNotBlank();
            assertThat(told.path("description").asString()).isNotBlank();
            assertThat(told.path("runbook").asString()).isEqualTo("README.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(Watching.readme()).containsOnlyOnce("\n#### " + name + "\n");
        });
    }
}
