package org.upprop.verification.confirmation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.upprop.signature.OrganisationType;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;

/** The kinds of organisations by their words. */
final class OrganisationTypes {

    private OrganisationTypes() {}

    static String word(OrganisationType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static OrganisationType of(String word) {
        return Arrays.stream(OrganisationType.values())
                .filter(type -> word(type).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("organisationType.unknown", "Must be one of those there are."));
    }

    static List<Option> in(Words words) {
        return Arrays.stream(OrganisationType.values())
                .map(OrganisationTypes::word)
                .map(word -> new Option(word, words.say("type." + word)))
                .toList();
    }
}
