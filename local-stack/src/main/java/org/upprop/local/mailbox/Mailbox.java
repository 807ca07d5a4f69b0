package org.upprop.local.mailbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes mail to any address over SMTP and shows it on a web page and as JSON. It listens on this machine only: what it
 * holds are links that act for their owners.
 */
public final class Mailbox implements AutoCloseable {

    private static final int LARGEST_MAIL_BYTES = 5 * 1024 * 1024;

    private final SMTPServer smtp;
    private final HttpServer web;
    private final ExecutorService webThreads;

    private Mailbox(SMTPServer smtp, HttpServer web, ExecutorService webThreads) {
        this.smtp = smtp;
        this.web = web;
        this.webThreads = webThreads;
    }

    /** Opens the box with the mails that the folder already holds; port 0 takes a free one. */
    public static Mailbox open(Path folder, int smtpPort, int webPort) throws IOException {
        MailFolder mails = new MailFolder(folder, Clock.systemUTC());
        InetAddress here = InetAddress.getLoopbackAddress();

        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpServer web = HttpServer.create(new InetSocketAddress(here, webPort), 0);
        web.setExecutor(threads);
        web.createContext("/", new MailboxWeb(mails));
        web.start();

        SMTPServer smtp = SMTPServer.port(smtpPort)
                .bindAddress(here)
                .hostName("localhost")
                .softwareName("Upprop mailbox")
                .hideTLS()
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST_MAIL_BYTES)
                .messageHandler((context, from, to, message) -> mails.keep(to, message))
                .build();
        smtp.start();
        return new Mailbox(smtp, web, threads);
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int webPort() {
        return web.getAddress().getPort();
    }

    @Override
    public void close() {
        smtp.stop();
        web.stop(0);
        webThreads.shutdownNow();
    }
}
