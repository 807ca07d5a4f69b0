package org.upprop.intake.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.validator.routines.DomainValidator;

/**
 * The domains that most mail addresses end in, and what somebody probably meant who typed one that is nearly one of
 * them. A mail to a mistyped domain is not only lost: such domains are bought to read what arrives there.
 */
final class MailDomains {

    /** Large providers, those with most addresses first, with those of Sweden, Russia, Kazakhstan and Arab countries. */
    private static final List<String> LARGE = List.of(
            // the world
            "gmail.com",
            "hotmail.com",
            "outlook.com",
            "yahoo.com",
            "icloud.com",
            "live.com",
            "msn.com",
            "aol.com",
            "googlemail.com",
            "me.com",
            "mac.com",
            "ymail.com",
            "rocketmail.com",
            "mail.com",
            "email.com",
            "zoho.com",
            "fastmail.com",
            "hey.com",
            "gmx.com",
            "gmx.net",
            "gmx.de",
            "web.de",
            "t-online.de",
            "posteo.de",
            "posteo.net",
            "mailbox.org",
            "tutanota.com",
            "tutamail.com",
            "tuta.io",
            "tuta.com",
            "protonmail.com",
            "protonmail.ch",
            "proton.me",
            "pm.me",
            "riseup.net",
            "disroot.org",
            "autistici.org",
            "systemli.org",
            "qq.com",
            "163.com",
            "126.com",
            "naver.com",
            // Europe
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "sfr.fr",
            "libero.it",
            "seznam.cz",
            "wp.pl",
            "o2.pl",
            "interia.pl",
            "onet.pl",
            "btinternet.com",
            "virginmedia.com",
            "eircom.net",
            "abv.bg",
            "ukr.net",
            "i.ua",
            "sapo.pt",
            "telenet.be",
            "bluewin.ch",
            "ziggo.nl",
            "kpnmail.nl",
            "hetnet.nl",
            // Sweden and its neighbours
            "hotmail.se",
            "live.se",
            "outlook.se",
            "telia.com",
            "telia.se",
            "bredband.net",
            "bredband2.com",
            "comhem.se",
            "tele2.se",
            "spray.se",
            "swipnet.se",
            "bahnhof.se",
            "home.se",
            "glocalnet.net",
            "passagen.se",
            "online.no",
            "hotmail.no",
            "hotmail.dk",
            "live.dk",
            "live.no",
            "mail.dk",
            "luukku.com",
            "kolumbus.fi",
            // Russia and Kazakhstan
            "mail.ru",
            "yandex.ru",
            "ya.ru",
            "bk.ru",
            "list.ru",
            "inbox.ru",
            "internet.ru",
            "vk.com",
            "rambler.ru",
            "lenta.ru",
            "ro.ru",
            "autorambler.ru",
            "yandex.com",
            "yandex.kz",
            "yandex.by",
            "yandex.ua",
            "mail.kz",
            "inbox.kz",
            "bk.kz",
            "list.kz",
            "nur.kz",
            "tut.by",
            "mail.ua",
            // Arab countries
            "maktoob.com",
            "yahoo.ae",
            "emirates.net.ae",
            "eim.ae",
            "stc.com.sa",
            "link.net",
            "menara.ma",
            "topnet.tn",
            "planet.tn",
            "cyberia.net.lb",
            "batelco.com.bh",
            "qatar.net.qa",
            "orange.jo");

    private static final Set<String> KNOWN = Set.copyOf(LARGE);

    /** Providers that have one ending, so that whoever types another has mistaken it. */
    private static final Set<String> ONE_ENDING = Set.of("gmail", "icloud");

    /** Endings that exist, and that behind a large provider's name are a slip of the finger. */
    private static final Set<String> SLIPS = Set.of("co", "cm", "om");

    private static final List<String> ENDINGS = List.of("com", "org", "net");

    private static final int FARTHEST = 3;

    private static final int SHORT = 5;
    private static final int LONG = 7;

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance(FARTHEST);

    private MailDomains() {}

    /** Whether so many people have an address there that the domain says nothing about one of them. */
    static boolean isLarge(String domain) {
        return KNOWN.contains(domain.toLowerCase(Locale.ROOT));
    }

    /** The domain that was probably meant, where it is another than the one that was typed. */
    static Optional<String> meantBy(String typed) {
        String domain = typed.toLowerCase(Locale.ROOT);
        int dot = domain.lastIndexOf('.');
        if (KNOWN.contains(domain) || dot < 1) {
            return Optional.empty();
        }
        return LARGE.stream()
                .filter(large -> isNearly(domain, large))
                .min(Comparator.comparing(large -> distance(domain, large)))
                .or(() -> ending(domain.substring(dot + 1)).map(ending -> domain.substring(0, dot + 1) + ending));
    }

    private static boolean isNearly(String domain, String large) {
        String name = nameOf(large);
        String ending = domain.substring(nameOf(domain).length() + 1);
        int distance = distance(domain, large);
        if (nameOf(domain).equals(name)) {
            return ONE_ENDING.contains(name)
                    || distance == 1 && SLIPS.contains(ending)
                    || !exists(ending) && distance <= 2;
        }
        return distance <= allowed(name) + (name.length() < SHORT || exists(ending) ? 0 : 1);
    }

    /** The shorter a name, the more other names are near it. */
    private static int allowed(String name) {
        if (name.length() < SHORT) {
            return 0;
        }
        return name.length() < LONG ? 1 : 2;
    }

    private static int distance(String domain, String large) {
        int distance = DISTANCE.apply(domain, large);
        return distance < 0 ? FARTHEST + 1 : distance;
    }

    private static boolean exists(String ending) {
        return DomainValidator.getInstance().isValidTld(ending.substring(ending.lastIndexOf('.') + 1));
    }

    /** What an ending that does not exist was meant to be. */
    private static Optional<String> ending(String typed) {
        return exists(typed)
                ? Optional.empty()
                : ENDINGS.stream()
                        .filter(ending -> DISTANCE.apply(typed, ending) == 1)
                        .findFirst();
    }

    private static String nameOf(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }
}
