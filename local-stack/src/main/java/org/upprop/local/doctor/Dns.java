package org.upprop.local.doctor;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.upprop.local.Problem;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** What the DNS tells of a name. It is asked once for each thing, and the hosts file of this machine counts for nothing. */
public final class Dns {

    private static final int PORT = 53;

    /** How long a name server may take to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LookupSession session;

    private Dns(Resolver resolver) {
        resolver.setTimeout(PATIENCE);
        session = LookupSession.builder().resolver(resolver).cache(new Cache()).build();
    }

    /** Asks the name servers of this machine. */
    public static Dns ofThisMachine() {
        return new Dns(new ExtendedResolver());
    }

    /**
     * Asks one name server.
     *
     * @param server its host, and its port where that is not 53, as in {@code 192.0.2.1:5353} or {@code [2001:db8::1]:5353}
     */
    public static Dns at(String server) {
        return new Dns(new SimpleResolver(address(server)));
    }

    private static InetSocketAddress address(String server) {
        try {
            URI named = URI.create("dns://" + server);
            int port = named.getPort() < 0 ? PORT : named.getPort();
            return new InetSocketAddress(Objects.requireNonNull(named.getHost()), port);
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw Problem.beforehand("%s is no name server: say HOST or HOST:PORT.".formatted(server));
        }
    }

    /** The texts of a name, each put together from its parts. */
    List<String> texts(String name) {
        return records(name, Type.TXT)
                .map(text -> String.join("", ((TXTRecord) text).getStrings()))
                .toList();
    }

    /** By both protocols; an address written out is its own. */
    List<InetAddress> addresses(String name) {
        try {
            return List.of(InetAddress.ofLiteral(name));
        } catch (IllegalArgumentException noAddress) {
            return Stream.concat(
                            records(name, Type.A).map(record -> ((ARecord) record).getAddress()),
                            records(name, Type.AAAA).map(record -> ((AAAARecord) record).getAddress()))
                    .toList();
        }
    }

    /** The servers that take mail for a domain. */
    List<String> mailExchangers(String domain) {
        return records(domain, Type.MX)
                .map(record -> ((MXRecord) record).getTarget().toString(true))
                .toList();
    }

    /** The names that an address has in its reverse zone. */
    List<String> names(InetAddress address) {
        return records(ReverseMap.fromAddress(address).toString(), Type.PTR)
                .map(record -> ((PTRRecord) record).getTarget().toString(true))
                .toList();
    }

    private Stream<Record> records(String name, int type) {
        try {
            return session
                    .lookupAsync(Name.fromString(name, Name.root), type)
                    .toCompletableFuture()
                    .join()
                    .getRecords()
                    .stream()
                    .filter(record -> record.getType() == type);
        } catch (TextParseException noName) {
            return Stream.empty();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof NoSuchDomainException
                    || failed.getCause() instanceof NoSuchRRSetException) {
                return Stream.empty();
            }
            throw new Unanswered(name, type);
        }
    }

    /** A name server does not answer, or says that it cannot. */
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Unanswered(String name, int type) {
            super("the name server does not answer what %s has as %s".formatted(name, Type.string(type)));
        }
    }
}
