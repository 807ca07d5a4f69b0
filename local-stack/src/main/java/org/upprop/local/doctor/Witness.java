package org.upprop.local.doctor;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Believes a server's certificate just where others would, and remembers it, also where it does not. */
final class Witness extends X509ExtendedTrustManager {

    /** Whoever renews certificates has renewed one before it has so little left. */
    private static final Duration SHORT = Duration.ofDays(10);

    private static final String CERTIFICATE = "certificate";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final X509ExtendedTrustManager authorities;
    private volatile @Nullable X509Certificate shown;

    /** @param authorities who may vouch for servers; those that Java knows, where null */
    Witness(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            this.authorities = Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be said of the certificate that was shown for a name; nothing if none was. */
    Optional<Finding> finding(String name, boolean believed) {
        return Optional.ofNullable(shown).map(certificate -> finding(certificate, name, believed, Instant.now()));
    }

    private static Finding finding(X509Certificate certificate, String name, boolean believed, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        LocalDate lastDay = LocalDate.ofInstant(end, ZoneOffset.UTC);
        List<String> names = names(certificate);
        if (end.isBefore(now)) {
            return Finding.wrong(
                    CERTIFICATE,
                    "That of %s ended on %s.".formatted(name, lastDay),
                    "Renew it, and find out why that failed.");
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            return Finding.wrong(
                    CERTIFICATE,
                    "That of %s begins only at %s."
                            .formatted(name, certificate.getNotBefore().toInstant()),
                    "Look at the clocks of both machines.");
        }
        if (names.stream().noneMatch(each -> covers(each, name))) {
            return Finding.wrong(
                    CERTIFICATE,
                    "%s shows one that is for %s.".formatted(name, String.join(", ", names)),
                    "Get one for %s.".formatted(name));
        }
        if (!believed) {
            return Finding.wrong(
                    CERTIFICATE,
                    "No authority that Java knows vouches for that of %s.".formatted(name),
                    "Get one from an authority such as Let's Encrypt, and show the whole chain.");
        }
        String left = "That of %s is valid for another %d days, until %s."
                .formatted(name, Duration.between(now, end).toDays(), lastDay);
        return Duration.between(now, end).compareTo(SHORT) < 0
                ? Finding.warning(CERTIFICATE, left, "See that it is renewed by itself.")
                : Finding.ok(CERTIFICATE, left);
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME)
                                    || name.getFirst().equals(IP_ADDRESS))
                            .map(name -> name.get(1).toString())
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** A star stands for one label. */
    private static boolean covers(String of, String name) {
        return of.equalsIgnoreCase(name)
                || of.startsWith("*.")
                        && name.indexOf('.') > 0
                        && of.substring(1).equalsIgnoreCase(name.substring(name.indexOf('.')));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        shown = chain[0];
        authorities.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        shown = chain[0];
        authorities.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        shown = chain[0];
        authorities.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        authorities.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        authorities.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        authorities.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
