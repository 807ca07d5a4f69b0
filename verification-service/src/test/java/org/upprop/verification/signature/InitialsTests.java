package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Ada Lovelace          | A. L.
            Anna-Karin  Ek        | A. E.
            van der Berg          | v. d. B.
            'Red' (Rut) Ström     | R. R. S.
            Шоқан Уәлиханов       | Ш. У.
            محمد علي              | م. ع.
            王小明                 | 王.
            E\u0301lise Dupont    | E\u0301. D.
            — —                   | …
            """)
    void takesTheFirstLetterOfEachWordInEveryScript(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
