package org.upprop.publication.list.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.OrganisationType;

/** What the pages say in one language, and how that language writes numbers, days and countries. */
public final class Words {

    /** What each language that the pages speak is written by: English with the day before the month. */
    private static final Map<String, Words> SPOKEN = Map.of(
            "en", new Words("en", Locale.forLanguageTag("en-001")),
            "sv", new Words("sv", Locale.of("sv")));

    private static final Words ENGLISH = Objects.requireNonNull(SPOKEN.get("en"));

    private final String tag;
    private final Locale locale;
    private final ResourceBundle sentences;

    private Words(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
        this.sentences = ResourceBundle.getBundle(
                "messages.list",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The words for a reader.
     *
     * @param asked the language that the address asks for, before all others
     * @param accepted what the browser accepts, as the header says it
     * @param original the language of the appeal, for a reader whose languages nobody speaks here
     */
    static Words forReader(@Nullable String asked, @Nullable String accepted, @Nullable String original) {
        return in(asked).or(() -> firstOf(accepted)).or(() -> in(original)).orElse(ENGLISH);
    }

    static List<Words> all() {
        return SPOKEN.values().stream()
                .sorted((one, other) -> one.ownName().compareToIgnoreCase(other.ownName()))
                .toList();
    }

    static boolean isRightToLeft(String tag) {
        return ULocale.forLanguageTag(tag).isRightToLeft();
    }

    public String tag() {
        return tag;
    }

    /** The language's name in itself. */
    public String ownName() {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    public String dir() {
        return isRightToLeft(tag()) ? "rtl" : "ltr";
    }

    /** A sentence with its values; numbers choose its grammatical form. */
    public String say(String sentence, Object... values) {
        return new MessageFormat(sentences.getString(sentence), locale).format(values);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atOffset(ZoneOffset.UTC));
    }

    public String moment(Instant instant) {
        return say(
                "moment", day(instant), DateTimeFormatter.ofPattern("HH:mm").format(instant.atOffset(ZoneOffset.UTC)));
    }

    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    public String type(OrganisationType type) {
        return say("type." + type.name());
    }

    private static Optional<Words> in(@Nullable String tag) {
        return Optional.ofNullable(tag).map(SPOKEN::get);
    }

    private static Optional<Words> firstOf(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                            Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.copyOf(SPOKEN.keySet())))
                    .map(SPOKEN::get);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
