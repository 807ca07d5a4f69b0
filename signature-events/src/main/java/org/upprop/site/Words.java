package org.upprop.site;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.ResourceBundle;

/** What pages say in one language, and how that language writes numbers, days and countries. */
public final class Words {

    private static final TimeZone UTC = TimeZone.getTimeZone("Etc/UTC");

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Language language;
    private final ULocale locale;
    private final ResourceBundle sentences;
    private final String ownName;

    Words(Language language, ResourceBundle sentences) {
        this.language = language;
        // English for the world puts the day before the month.
        this.locale = ULocale.forLanguageTag(language.tag().equals("en") ? "en-001" : language.tag());
        this.sentences = sentences;
        this.ownName = language.ownName();
    }

    public String tag() {
        return language.tag();
    }

    public Language language() {
        return language;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    /** {@code rtl} or {@code ltr}. */
    public String dir() {
        return language.dir();
    }

    /** A sentence with its values; numbers choose its grammatical form. */
    public String say(String sentence, Object... values) {
        Object[] shown = locale.isRightToLeft()
                ? Arrays.stream(values).map(Words::isolated).toArray()
                : values;
        return new MessageFormat(sentences.getString(sentence), locale).format(shown);
    }

    /** Whether there is such a sentence. */
    public boolean has(String sentence) {
        return sentences.containsKey(sentence);
    }

    public String number(long number) {
        return NumberFormatter.withLocale(locale).format(number).toString();
    }

    /** A day by UTC. */
    public String day(Instant instant) {
        return written(DateFormat.getDateInstance(DateFormat.LONG, locale), instant);
    }

    /** A day and a time to the minute, by UTC, which it names. */
    public String moment(Instant instant) {
        return written(DateFormat.getInstanceForSkeleton("yMMMMdHHmmz", locale), instant);
    }

    /** The name of a country or territory by its code, Kosovo included. */
    public String country(String code) {
        return LocaleDisplayNames.getInstance(locale).regionDisplayName(code);
    }

    /** The name of another language. */
    public String nameOf(Language other) {
        return other.nameIn(locale);
    }

    /** A text that runs the other way, such as a Latin name or a date in digits, must not turn what stands around it. */
    private static Object isolated(Object value) {
        return value instanceof String text && !text.isEmpty() ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : value;
    }

    private static String written(DateFormat format, Instant instant) {
        format.setTimeZone(UTC);
        return format.format(Date.from(instant));
    }
}
