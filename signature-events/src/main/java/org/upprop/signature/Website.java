package org.upprop.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.RegexValidator;
import org.apache.commons.validator.routines.UrlValidator;
import org.upprop.text.InvalidValue;
import org.upprop.text.TextRule;
import org.upprop.text.TypedText;

/** The address of an organisation's site: http or https, a public host name, at most 200 characters. */
public record Website(@JsonValue String value) {

    public static final int LIMIT = 200;

    /** What a website can be refused for. */
    public static final Set<String> CODES = Stream.concat(
                    TextRule.codes("website", TextRule.OF_TEXTS).stream(), Stream.of("website.invalid"))
            .collect(Collectors.toUnmodifiableSet());

    /** The validator knows only some top levels, so {@link DomainName} judges the host. */
    private static final UrlValidator HTTP =
            new UrlValidator(new String[] {"http", "https"}, new RegexValidator(".+"), 0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Website {
        value = TypedText.line("website", value, LIMIT);
        if (!HTTP.isValid(value) || DomainName.of(hostOf(value)).isEmpty()) {
            throw invalid();
        }
    }

    /** The host in lower case, without {@code www.}. */
    public String host() {
        return DomainName.of(hostOf(value))
                .orElseThrow(Website::invalid)
                .value()
                .replaceFirst("^www\\.", "");
    }

    /** What tells the sites of two organisations apart: host and path, without scheme and without a slash at the end. */
    public String canonical() {
        return host() + Objects.requireNonNullElse(uri(value).getRawPath(), "").replaceFirst("/+$", "");
    }

    private static String hostOf(String value) {
        return Objects.requireNonNullElse(uri(value).getAuthority(), "").replaceFirst(":[0-9]+$", "");
    }

    private static URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException unreadable) {
            throw invalid();
        }
    }

    private static InvalidValue invalid() {
        return new InvalidValue("website.invalid", "Must be a web address such as https://example.org.");
    }
}
