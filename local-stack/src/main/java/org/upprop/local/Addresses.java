package org.upprop.local;

import java.util.List;
import org.upprop.local.appeal.Intake;
import org.upprop.local.republisher.RepublisherSite;
import org.upprop.local.stack.DataFolder;
import org.upprop.local.stack.Ports;

/** Where to go once the stack runs. */
final class Addresses {

    private Addresses() {}

    static String of(Ports ports, DataFolder folder) {
        String intake = "http://localhost:" + ports.intake();
        StringBuilder text = new StringBuilder("\n");
        Intake organiser = new Intake(intake);
        List<String> appeals = organiser.slugs();
        for (String slug : appeals) {
            line(
                    text,
                    "Public list",
                    "http://localhost:%d/appeals/%s/signatories".formatted(ports.publication(), slug));
        }
        if (appeals.isEmpty()) {
            line(text, "No appeal yet", "./upprop publish appeals/kazakhstan-2022 publishes the sample");
        }
        line(text, "Appeals", intake + "/api/v1/appeals");
        String republisher = RepublisherSite.originAt(ports.republisher());
        if (organiser
                .present(RepublisherSite.SAMPLE)
                .filter(sample -> sample.isEmbeddableAt(republisher))
                .isPresent()) {
            line(text, "Republisher", republisher + "/");
        }
        line(text, "Mailbox", "http://localhost:%d/".formatted(ports.mailbox()));
        line(text, "Pipeline", "http://localhost:%d/".formatted(ports.monitor()));
        line(
                text,
                "Token",
                "%s (the organiser's, the reviewer's and the operator's; also in %s)"
                        .formatted(folder.token(), folder.tokenFile()));
        line(text, "Logs", folder.logs().toString());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-14s %s%n".formatted(name, value));
    }
}
