package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Åsa-Karin Öberg         | asa karin oberg
            Søren Łukasz Đorđe      | dorde lukasz soren
            Straße Großmann         | grossmann strasse
            İbrahim Işık ILGIN      | ibrahim ilgin isik
            Æsa Þór Œuvre           | aesa oeuvre thor
            Ｗｉｄｅ Ⅳ              | iv wide
            O’Brien                 | brien obrien
            Nguyễn Thị Ánh          | anh nguyen thi
            Ἀθηνᾶ Σπύρος            | αθηνα σπυροσ
            Сергей Ёлкин            | елкин сергеи
            Әсел Қожа Нұрғиса       | асел кожа нургиса
            Дем'ян Їжак             | демян ижак ян
            أَحْمَد إبراهيم آمنة    | ابراهيم احمد امنه
            محمـــد رؤى             | روي محمد
            علی کریمی               | علي كريمي
            שָׁלוֹם                 | שלום
            कमला देवी               | कमला देवी
            王小明                  | 小明 明 王小明
            김민수                  | 김민수
            โรงเรียนบ้าน            | บ้าน โรงเรียนบ้าน
            350.org 1199SEIU        | 1199seiu 350 org
            """)
    void foldsNamesOfManyScripts(String name, String words) {
        assertThat(String.join(" ", NameWords.of(name))).isEqualTo(words.strip());
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            asa             | Åsa
            ÅSA             | Asa
            o'br            | O’Brien
            obr             | O'Brien
            bri             | O’Brien
            oberg as        | Åsa Öberg
            сергеи          | Сергей
            нурл            | Нұрлан
            ahmed           | Ahmed
            احمد            | أَحْمَد
            小明            | 王小明
            が              | がくと
            """)
    void findsByTheBeginningOfEachTypedWord(String typed, String name) {
        assertThat(finds(typed, name)).isTrue();
    }

    @ParameterizedTest(name = "{0} does not find {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            sa              | Åsa
            asa berg        | Åsa Öberg
            か              | がくと
            कि              | कमला
            """)
    void findsNothingElse(String typed, String name) {
        assertThat(finds(typed, name)).isFalse();
    }

    @Test
    void takesNothingFromWhatHoldsNoWord() {
        assertThat(NameWords.typed("%_ ' ’ – \\")).isEmpty();
        assertThat(NameWords.of("✊ !")).isEmpty();
    }

    @Test
    void holdsNoMoreThanAnIndexDoes() {
        String words = String.join(" ", NameWords.of("\uFDFA ".repeat(100) + "ﷺx".repeat(50) + "王".repeat(200)));

        assertThat(words.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_000);
        assertThat(NameWords.typed("a".repeat(100))).containsExactly("a".repeat(32));
    }

    private static boolean finds(String typed, String name) {
        return NameWords.typed(typed).stream()
                .allMatch(beginning -> NameWords.of(name).stream().anyMatch(word -> word.startsWith(beginning)));
    }
}
