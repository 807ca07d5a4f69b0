package org.upprop.local.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Address;

/**
 * Who may send for a domain, as receivers evaluate it. What depends on a mail (macros) or is not to be used any more
 * ({@code ptr}) counts as no match.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7208#section-4.6">RFC 7208, evaluation</a>
 */
final class Spf {

    /** How many terms of a record, and of those that it includes, may ask the DNS. */
    private static final int MOST_LOOKUPS = 10;

    /** How many of these may get no answer. */
    private static final int MOST_VOID_LOOKUPS = 2;

    /** How many servers an {@code mx} may stand for. */
    private static final int MOST_EXCHANGERS = 10;

    private static final Pattern RECORD = Pattern.compile("v=spf1(?: .*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MODIFIER = Pattern.compile("([a-zA-Z][\\w.-]*)=(.*)");
    private static final Pattern MECHANISM =
            Pattern.compile("([-+?~]?)([a-zA-Z0-9]+)(?::([^/]+))?(?:/(\\d{1,3}))?(?://(\\d{1,3}))?");

    private final Dns dns;
    private final InetAddress sender;
    private int lookups;
    private int voidLookups;

    private Spf(Dns dns, InetAddress sender) {
        this.dns = dns;
        this.sender = sender;
    }

    enum Result {
        PASS,
        NEUTRAL,
        SOFTFAIL,
        FAIL,
        NONE;

        private static Result of(String qualifier) {
            return switch (qualifier) {
                case "-" -> FAIL;
                case "~" -> SOFTFAIL;
                case "?" -> NEUTRAL;
                default -> PASS;
            };
        }
    }

    /** Receivers take such a record for none, or for worse. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Broken(String message) {
            super(message);
        }
    }

    /** The records of a domain, of which there may be one. */
    static List<String> records(Dns dns, String domain) {
        return dns.texts(domain).stream()
                .filter(text -> RECORD.matcher(text).matches())
                .toList();
    }

    /** What a domain says of mails from an address. */
    static Result evaluate(Dns dns, String domain, InetAddress sender) {
        return new Spf(dns, sender).evaluate(domain);
    }

    private Result evaluate(String domain) {
        List<String> records = records(dns, domain);
        if (records.size() > 1) {
            throw new Broken("%s has %d SPF records".formatted(domain, records.size()));
        }
        return records.isEmpty() ? Result.NONE : evaluate(records.getFirst(), domain);
    }

    private Result evaluate(String record, String domain) {
        String redirect = "";
        for (String term : terms(record)) {
            Matcher modifier = MODIFIER.matcher(term);
            if (!modifier.matches()) {
                Matcher mechanism = mechanism(term, domain);
                if (matches(mechanism, domain)) {
                    return Result.of(mechanism.group(1));
                }
            } else if (modifier.group(1).equalsIgnoreCase("redirect")) {
                redirect = modifier.group(2);
            }
        }
        return redirect.isEmpty() ? Result.NEUTRAL : existing(evaluateOther(redirect), redirect);
    }

    static List<String> terms(String record) {
        return Arrays.stream(record.split(" +")).skip(1).toList();
    }

    private static Matcher mechanism(String term, String domain) {
        Matcher mechanism = MECHANISM.matcher(term);
        if (!mechanism.matches()) {
            throw new Broken("%s has \"%s\", which means nothing,".formatted(domain, term));
        }
        return mechanism;
    }

    private boolean matches(Matcher mechanism, String domain) {
        String target = mechanism.group(3) == null ? domain : mechanism.group(3);
        return switch (mechanism.group(2).toLowerCase(Locale.ROOT)) {
            case "all" -> true;
            case "ip4", "ip6" -> isWithin(literal(target), mechanism.group(4));
            case "a" -> asks(target) && anyIsSender(found(dns.addresses(target)), mechanism);
            case "mx" ->
                asks(target)
                        && exchangers(target).stream()
                                .anyMatch(exchanger -> anyIsSender(dns.addresses(exchanger), mechanism));
            case "include" -> existing(evaluateOther(target), target) == Result.PASS;
            case "exists" -> asks(target) && !found(dns.addresses(target)).isEmpty();
            case "ptr" -> {
                asks(target);
                yield false;
            }
            default -> throw new Broken("%s has \"%s\", which means nothing,".formatted(domain, mechanism.group()));
        };
    }

    /** Counts a look at the DNS, and says whether it can be had without a mail. */
    private boolean asks(String target) {
        if (++lookups > MOST_LOOKUPS) {
            throw new Broken("it asks the DNS more than %d times".formatted(MOST_LOOKUPS));
        }
        return !target.contains("%");
    }

    private Result evaluateOther(String domain) {
        return asks(domain) ? evaluate(domain) : Result.NEUTRAL;
    }

    private static Result existing(Result result, String domain) {
        if (result == Result.NONE) {
            throw new Broken("%s, which it includes, has no SPF record".formatted(domain));
        }
        return result;
    }

    private <T> List<T> found(List<T> answers) {
        if (answers.isEmpty() && ++voidLookups > MOST_VOID_LOOKUPS) {
            throw new Broken("more than %d of the names in it do not exist".formatted(MOST_VOID_LOOKUPS));
        }
        return answers;
    }

    private List<String> exchangers(String domain) {
        List<String> exchangers = found(dns.mailExchangers(domain));
        if (exchangers.size() > MOST_EXCHANGERS) {
            throw new Broken("%s has more than %d mail exchangers".formatted(domain, MOST_EXCHANGERS));
        }
        return exchangers;
    }

    private boolean anyIsSender(List<InetAddress> addresses, Matcher mechanism) {
        return addresses.stream()
                .anyMatch(address -> isWithin(address, mechanism.group(address.getAddress().length == 4 ? 4 : 5)));
    }

    private boolean isWithin(InetAddress network, @Nullable String bits) {
        int all = network.getAddress().length * 8;
        return Addresses.shareBits(sender, network, bits == null ? all : Integer.parseInt(bits));
    }

    private static InetAddress literal(String address) {
        try {
            return Address.getByAddress(address);
        } catch (UnknownHostException malformed) {
            throw new Broken("\"%s\" is no address".formatted(address));
        }
    }
}
