package org.upprop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.organisation;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.Campaign.Link;
import org.upprop.local.stack.StackUnderTest;

/** The database of the verification service is lost, and restored from a backup that was taken some time before. */
@ExtendWith(StackUnderTest.Shared.class)
class BackupIT {

    private static final String SERVICE = "verification";
    private static final String VERIFIED = "signatures.verified.v1";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    private final StackUnderTest stack;
    private final Campaign campaign;

    @TempDir
    private Path folder;

    BackupIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void nobodyComesBackAndNobodyIsLostOrDoubled() throws Exception {
        Link ada = signed("Ada Lovelace");
        Link withdrawn = signed("Berta Withdrawn");
        Link initials = signed("Clara Zetkin");
        Link late = submitted("Dora Late");
        Link undecided = submitted("Emma Undecided");
        String unlisted = someAddress();
        campaign.submitUntilAccepted(organisation("Waits", unlisted, "https://" + UUID.randomUUID() + ".example.org"));
        Link organisation = campaign.linkSentTo(unlisted);
        campaign.decide(organisation, "authorised");
        campaign.awaitWaiting(1);
        campaign.awaitNames("Ada Lovelace", "Berta Withdrawn", "Clara Zetkin");
        Path backup = folder.resolve("backup.zip");
        assertThat(upprop("backup", backup.toString())).isZero();
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        campaign.withdraw(withdrawn);
        showAsInitials(initials);
        campaign.decide(late, "full");
        String newAddress = someAddress();
        campaign.sign(person("Frida New", newAddress), "full");
        Link gone = signed("Greta Gone");
        campaign.awaitNames("Ada Lovelace", "C. Z.", "Dora Late", "Frida New", "Greta Gone");
        campaign.withdraw(gone);
        campaign.withdraw(organisation);
        campaign.awaitNames("Ada Lovelace", "C. Z.", "Dora Late", "Frida New");
        assertThat(upprop("restore", "--replace", backup.toString())).isEqualTo(2);

        loseAndRestore(backup);

        campaign.awaitLedgerBalanced();
        campaign.awaitNames("Ada Lovelace", "C. Z.", "Dora Late", "Frida New");
        campaign.awaitWaiting(0);
        assertThat(campaign.get(withdrawn.manage() + "/data").body())
                .as("what is kept of who took the name back")
                .doesNotContain("Berta");
        assertThat(campaign.get(withdrawn.manage()).body()).doesNotContain("Berta");
        assertThat(campaign.everythingAbout(initials).toString()).contains("C. Z.");
        Link found = ownLinkSentTo(newAddress);
        campaign.withdraw(found);
        campaign.decide(undecided, "full");
        campaign.awaitNames("Ada Lovelace", "C. Z.", "Dora Late", "Emma Undecided");
        campaign.withdraw(ada);
        campaign.awaitNames("C. Z.", "Dora Late", "Emma Undecided");
        campaign.awaitCount("total", 3);
        campaign.awaitLedgerBalanced();
        assertThat(Upprop.execute(
                        "rebuild", "--url=http://localhost:" + stack.ports().publication(), "--token=" + stack.token()))
                .isZero();
        campaign.awaitNames("C. Z.", "Dora Late", "Emma Undecided");
        assertThat(versionsRise()).isTrue();
    }

    @Test
    void aFileThatIsNotAsItWasWrittenIsRefused() throws Exception {
        signed("Ada Lovelace");
        campaign.awaitNames("Ada Lovelace");
        Path backup = folder.resolve("backup.zip");
        assertThat(upprop("backup", backup.toString())).isZero();
        byte[] broken = Files.readAllBytes(backup);
        broken[broken.length / 3] ^= 1;

        assertThat(upprop(
                        "restore",
                        Files.write(folder.resolve("broken.zip"), broken).toString()))
                .isEqualTo(2);
        campaign.awaitNames("Ada Lovelace");
    }

    @Test
    void aTopicThatKnowsNobodyTakesNobodyOffTheListAndIsToldAnewWhereItWasLostToo() throws Exception {
        signed("Ada Lovelace");
        campaign.awaitNames("Ada Lovelace");
        Path backup = folder.resolve("backup.zip");
        assertThat(upprop("backup", backup.toString())).isZero();
        stack.stop(SERVICE);
        StackTopic.empty(stack.ports(), VERIFIED);
        assertThat(campaign.recordsOn(VERIFIED)).isEmpty();

        assertThat(upprop("restore", "--replace", backup.toString())).isZero();
        Thread.ofVirtual().start(() -> stack.start(SERVICE));
        await().atMost(Campaign.PATIENCE)
                .until(() -> stack.said(SERVICE).stream().anyMatch(line -> line.contains("knows none of the names")));
        stack.stop(SERVICE);
        assertThat(campaign.recordsOn(VERIFIED)).isEmpty();

        assertThat(upprop("restore", "--replace", "--broker-lost", backup.toString()))
                .isZero();
        stack.start(SERVICE);
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() -> assertThat(campaign.recordsOn(VERIFIED))
                        .singleElement()
                        .satisfies(record ->
                                assertThat(new String(record.value(), UTF_8)).contains("Ada Lovelace")));
        campaign.awaitNames("Ada Lovelace");
        campaign.awaitCount("total", 1);
    }

    private void loseAndRestore(Path backup) throws Exception {
        stack.stop(SERVICE);
        stack.execute(SERVICE, "drop schema public cascade; create schema public");
        assertThat(upprop("restore", backup.toString())).isZero();
        assertThat(upprop("restore", backup.toString()))
                .as("it is not empty any more")
                .isEqualTo(2);
        stack.start(SERVICE);
    }

    private int upprop(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(stack.databaseOptions(SERVICE));
        line.addAll(List.of(arguments));
        return Upprop.execute(line.toArray(String[]::new));
    }

    private Link submitted(String name) {
        String address = someAddress();
        campaign.submitUntilAccepted(person(name, address));
        return campaign.linkSentTo(address);
    }

    private Link signed(String name) {
        Link link = submitted(name);
        assertThat(campaign.decide(link, "full").statusCode()).isEqualTo(200);
        return link;
    }

    private void showAsInitials(Link link) {
        String seen = SEEN.matcher(campaign.get(link.manage()).body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(campaign.postForm(link.manage(), "action=display&display=initials&seen=" + seen)
                        .statusCode())
                .isEqualTo(303);
    }

    /** A link that leads to the own signature, once one does: those that were mailed before were lost. */
    private Link ownLinkSentTo(String address) {
        return await().atMost(Campaign.PATIENCE)
                .until(
                        () -> campaign.ownLinksSentTo(address).stream()
                                .filter(link -> campaign.get(link.manage()).statusCode() == 200)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Whether of each entry every record has a higher version than the one before. */
    private boolean versionsRise() {
        return campaign.recordsOn(VERIFIED).stream()
                .map(record -> new String(record.key(), UTF_8))
                .distinct()
                .allMatch(entry -> rise(campaign.recordsOn(VERIFIED).stream()
                        .filter(record -> entry.equals(new String(record.key(), UTF_8)))));
    }

    private static boolean rise(Stream<ConsumerRecord<byte[], byte[]>> records) {
        List<Long> versions = records.map(record -> StackTopic.header(record, "ce_entryversion"))
                .map(Long::parseLong)
                .toList();
        return versions.equals(versions.stream().sorted().distinct().toList());
    }
}
