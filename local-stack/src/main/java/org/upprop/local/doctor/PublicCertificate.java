package org.upprop.local.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** What a browser would say of the certificate of the public address, at each of the addresses that its name leads to. */
record PublicCertificate(URI url, Dns dns, Supplier<Witness> witnesses) implements Check {

    private static final String ABOUT = "https";
    private static final int PORT = 443;

    /** How long a connection may take to come about, and how long the server may be silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<Finding> findings() {
        return "https".equals(url.getScheme())
                ? dns.addresses(url.getHost()).stream().map(this::finding).toList()
                : List.of(Finding.wrong(
                        ABOUT,
                        "%s is in the clear, so whoever carries it reads who signs.".formatted(url),
                        "Begin UPPROP_PUBLIC_URL with https, and start the profile public."));
    }

    private Finding finding(InetAddress address) {
        Witness witness = witnesses.get();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            shakeHands(socket, witness);
            return witness.finding(url.getHost(), true).orElseThrow();
        } catch (IOException failed) {
            return witness.finding(url.getHost(), false)
                    .orElseGet(() -> Finding.wrong(
                            ABOUT,
                            "Port %d of %s does not answer.".formatted(port(), address.getHostAddress()),
                            "See that the proxy runs, that no firewall is in the way, and that this is the address of"
                                    + " your server."));
        }
    }

    private void shakeHands(Socket socket, Witness witness) throws IOException {
        try (SSLSocket secured =
                (SSLSocket) witness.context().getSocketFactory().createSocket(socket, url.getHost(), port(), true)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
        }
    }

    private int port() {
        return url.getPort() < 0 ? PORT : url.getPort();
    }
}
