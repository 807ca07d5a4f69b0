package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryPairsTests {

    @Test
    void pairsTheBeginningsOfAnyTwoWordsInOneOrder() {
        assertThat(EntryPairs.of(List.of("svensson", "anna", "karin"))).containsExactly("an ka", "an sv", "ka sv");
        assertThat(EntryPairs.of(List.of("karin", "svensson", "anna"))).containsExactly("an ka", "an sv", "ka sv");
    }

    @Test
    void hasNoneOfWordsThatBeginAlikeOrAreTooShort() {
        assertThat(EntryPairs.of(List.of("anna", "andersson"))).isEmpty();
        assertThat(EntryPairs.of(List.of("anna", "s"))).isEmpty();
        assertThat(EntryPairs.of(List.of("anna"))).isEmpty();
    }

    @Test
    void countsLettersAndNotHalvesOfThem() {
        assertThat(EntryPairs.of(List.of("𐐨", "an"))).isEmpty();
        assertThat(EntryPairs.of(List.of("𐐨𐐩𐐪", "\uFFFD\uFFFD"))).containsExactly("\uFFFD\uFFFD 𐐨𐐩");
    }

    @Test
    void hasOneInsteadOfTooMany() {
        List<String> nine = List.of("ab", "bc", "cd", "de", "ef", "fg", "gh", "hi", "ij");

        assertThat(EntryPairs.of(nine.subList(0, 8))).hasSize(28);
        assertThat(EntryPairs.of(nine)).containsExactly(EntryPairs.OF_MANY);
    }
}
