package org.upprop.intake.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;

@OverHttp
class PicturesOverHttpTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Test
    void drawsAnAppealInEachOfItsLanguages() throws Exception {
        Appeal appeal = anAppeal().build();
        appeals.put(appeal);

        MvcTestResult swedish = picture(appeal, "sv");
        assertThat(swedish)
                .hasStatus(200)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "image/png")
                .hasHeader(HttpHeaders.ETAG, "\"7-sv\"");
        BufferedImage drawn = read(swedish.getResponse().getContentAsByteArray());
        assertThat(drawn.getWidth()).isEqualTo(1200);
        assertThat(drawn.getHeight()).isEqualTo(630);
        assertThat(picture(appeal, "pt-BR").getResponse().getContentAsByteArray())
                .isNotEqualTo(swedish.getResponse().getContentAsByteArray());
        assertThat(picture(appeal, "en")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Solidaritet med upproret", "Жаңаөзенге ынтымақ", "Солидарность с восстанием", "نداء تضامن"})
    void hasLettersForTheLanguagesOfThePages(String title) {
        assertThat(Lettering.covers(title)).isTrue();
    }

    @Test
    void knowsWhatItHasNoLettersFor() {
        assertThat(Lettering.covers("团结")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsTheLongestTitleInsideThePicture(boolean rightToLeft) throws IOException {
        String title = "Gränslösa ord ".repeat(15).substring(0, 200);

        BufferedImage drawn = read(AppealPicture.png(title, "P".repeat(200), rightToLeft));

        int paper = drawn.getRGB(600, 10);
        assertThat(IntStream.range(100, 1100).map(x -> drawn.getRGB(x, 470))).containsOnly(paper);
        assertThat(IntStream.range(100, 1100).map(x -> drawn.getRGB(x, 620))).containsOnly(paper);
        assertThat(new Color(drawn.getRGB(rightToLeft ? 1190 : 10, 300)).getRed())
                .isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesOutTheWordsForWhichThereIsNoRoom(boolean rightToLeft) throws IOException {
        String word = "W".repeat(32); // more than half a line
        String six = (word + " ").repeat(6).strip();

        byte[] drawn = AppealPicture.png("Upprop", six, rightToLeft);

        BufferedImage picture = read(drawn);
        int paper = picture.getRGB(600, 10);
        assertThat(IntStream.range(100, 1100).map(x -> picture.getRGB(x, 620))).containsOnly(paper);
        assertThat(AppealPicture.png("Upprop", six + "W", rightToLeft))
                .as("the last word is not there")
                .isEqualTo(drawn);
        assertThat(AppealPicture.png("Upprop", (word + " ").repeat(4).strip(), rightToLeft))
                .as("it tells that words are left out")
                .isNotEqualTo(drawn);
    }

    private MvcTestResult picture(Appeal appeal, String language) {
        return http.get()
                .uri("/appeals/{slug}/picture/{language}.png", appeal.slug(), language)
                .exchange();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
