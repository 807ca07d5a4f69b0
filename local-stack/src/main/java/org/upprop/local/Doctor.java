package org.upprop.local;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upprop.local.doctor.Dns;
import org.upprop.local.doctor.Examination;
import org.upprop.local.doctor.Installation;
import org.upprop.local.doctor.Report;
import org.upprop.local.doctor.Settings;
import org.upprop.local.doctor.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Looks at a server as the public and other mail servers do: its address, its certificate, its mail server, and"
                    + " what the DNS says of its mails. It tells what is wrong, and the records to add.",
            "The exit code is 0 where nothing is wrong, and 1 where something is."
        })
final class Doctor implements Callable<Integer> {

    @Option(
            names = "--env",
            paramLabel = "FILE",
            description =
                    "A file such as .env with the variables that the services read; those of the environment count"
                            + " for more.")
    private @Nullable Path file;

    @Option(names = "--url", description = "The public address; otherwise UPPROP_PUBLIC_URL.")
    private @Nullable String url;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "Where mails come from; otherwise UPPROP_MAIL_FROM.")
    private @Nullable String from;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password of the mail server; otherwise UPPROP_MAIL_PASSWORD_FILE.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--sends-from",
            paramLabel = "ADDRESS",
            description =
                    "The IP address that mails leave from, where the mail server's name leads to another; once for"
                            + " each.")
    private List<String> sendsFrom = List.of();

    @Option(
            names = "--dkim",
            paramLabel = "SELECTOR",
            description = "The name of the key by which the mail server signs.")
    private @Nullable String dkimSelector;

    @Option(
            names = "--dns",
            paramLabel = "HOST[:PORT]",
            description = "The name server to ask; otherwise those of this machine.")
    private @Nullable String nameServer;

    @Option(
            names = "--send-test",
            paramLabel = "ADDRESS",
            description = "Send a test mail there, and show what the mail server answers.")
    private @Nullable String testMailTo;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Installation installation = Installation.of(
                Settings.of(file, System.getenv()),
                url,
                from,
                passwordFile,
                sendsFrom.stream().map(Doctor::address).toList(),
                dkimSelector);
        Dns dns = nameServer == null ? Dns.ofThisMachine() : Dns.at(nameServer);
        Report report = Examination.of(installation, dns, testMailTo);
        System.out.print(json ? report.json() + "\n" : report.text());
        return report.verdict() == Verdict.WRONG ? 1 : 0;
    }

    private static InetAddress address(String written) {
        try {
            return InetAddress.ofLiteral(written);
        } catch (IllegalArgumentException e) {
            throw Problem.beforehand("%s is no IP address.".formatted(written));
        }
    }
}
