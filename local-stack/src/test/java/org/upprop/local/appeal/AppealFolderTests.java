package org.upprop.local.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.Problem;

class AppealFolderTests {

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void anAppeal() throws IOException {
        folder = Files.createDirectory(parent.resolve("free-them"));
        Files.writeString(folder.resolve("appeal.yaml"), "originalLocale: sv\ngoal: 100\n");
        Files.writeString(folder.resolve("text.sv.md"), """
                ---
                title: Frige dem
                summary: Alla som har gripits.
                demands:
                  - id: prisoners
                    text: Frige alla.
                ---
                Första stycket.

                ---

                Andra stycket.
                """);
    }

    @Test
    void isTheWholeAppealUnderTheNameOfItsFolder() {
        AppealFolder appeal = AppealFolder.read(folder);

        assertThat(appeal.slug()).isEqualTo("free-them");
        assertThat(appeal.body().toString()).isEqualTo("""
                {"originalLocale":"sv","goal":100,"translations":{"sv":{"title":"Frige dem",\
                "summary":"Alla som har gripits.","demands":[{"id":"prisoners","text":"Frige alla."}],\
                "body":"Första stycket.\\n\\n---\\n\\nAndra stycket."}}}""");
    }

    @Test
    void saysWhichFileIsWrong() throws IOException {
        Files.writeString(folder.resolve("text.en.md"), "No front matter");

        assertThatThrownBy(() -> AppealFolder.read(folder))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("text.en.md must begin with front matter");
    }

    @Test
    void refusesAFolderWithoutAnAppeal() {
        assertThatThrownBy(() -> AppealFolder.read(parent))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("appeal.yaml");
    }

    @Test
    void readsTheSampleAppeal() {
        AppealFolder sample = AppealFolder.read(Path.of("..", "appeals", "kazakhstan-2022"));

        assertThat(sample.locales()).containsExactly("en", "sv");
    }

    @Test
    void isEmbeddableAtOneMoreOriginOfOneSourceAndOtherwiseTheSame() {
        AppealFolder sample = AppealFolder.read(Path.of("..", "appeals", "kazakhstan-2022"));

        AppealFolder here = sample.embeddableAt("gryning", "http://localhost:8090");

        assertThat(Changes.between(sample.body(), here.body()).toString())
                .isEqualTo("+ sources / gryning / origins / 2: http://localhost:8090");
        assertThat(sample.embeddableAt("nobody", "http://localhost:8090")).isEqualTo(sample);
    }
}
