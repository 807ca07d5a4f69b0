package org.upprop.intake.form.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.upprop.page.web.Option;
import org.upprop.signature.OrganisationType;
import org.upprop.site.Words;

/** The kinds of organisations, in the order of the contract, which ends with the others. */
final class OrganisationTypes {

    private OrganisationTypes() {}

    static List<Option> in(Words words) {
        return Stream.of(OrganisationType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(type -> new Option(type, words.say("type." + type)))
                .toList();
    }
}
