package org.upprop.verification.language;

import com.ibm.icu.text.LocaleDisplayNames;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.upprop.signature.Country;

/** What pages and mails say in one language. */
public final class Words {

    /** The languages that there are words in. */
    static final Set<String> LANGUAGES = Set.of("en", "sv");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.upprop.verification.language.words", locale, NO_FALLBACK);
    }

    static Words in(String language) {
        return new Words(Locale.of(language));
    }

    /** The language as a BCP 47 tag. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The sentence under {@code key}, with its gaps filled. */
    public String say(String key, Object... gaps) {
        return new MessageFormat(bundle.getString(key), locale).format(gaps);
    }

    /** The name of a country. */
    public String country(Country country) {
        return LocaleDisplayNames.getInstance(locale).regionDisplayName(country.code());
    }
}
