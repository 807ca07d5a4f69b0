package org.upprop.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.Appeal;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import tools.jackson.core.JacksonException;

/** The literal JSON that other programs rely on. */
class EventJsonTests {

    @Test
    void writesASubmissionOfAPerson() {
        assertWritten(Samples.submittedBy(Samples.aPerson("ada@example.org")), """
                {"signatureId":"0b8f4a4e-5f0c-4a9e-9a33-0d0a5c3a7d11","appeal":"kazakhstan-2022","appealVersion":2,\
                "kind":"individual","fingerprint":"j4AATBeq26mT3rWdc6btJj3F811Wi8sJ0NuLhi4L5oI","locale":"sv",\
                "source":"direct","submittedAt":"2022-01-12T12:00:00Z","screening":[],\
                "signatory":{"kind":"individual","name":"Айгүл Әбенова","email":"ada@example.org","role":"nurse",\
                "affiliation":"Ward 4","city":"Алматы","country":"KZ","comment":"Salem","consentVersion":"1"}}""");
    }

    @Test
    void writesASubmissionOfAnOrganisation() {
        assertWritten(Samples.submittedBy(Samples.anOrganisation("chair@union.example.org")), """
                {"signatureId":"0b8f4a4e-5f0c-4a9e-9a33-0d0a5c3a7d11","appeal":"kazakhstan-2022","appealVersion":2,\
                "kind":"organisation","fingerprint":"hhLjzqDYRldI7p4q9PZPYppTDPBlEHlsDixuabjCfyc","locale":"sv",\
                "source":"direct","submittedAt":"2022-01-12T12:00:00Z","screening":[],\
                "signatory":{"kind":"organisation","name":"«Жаңаөзен» кәсіподағы","email":"chair@union.example.org",\
                "website":"https://union.example.org/","organisationType":"trade-union","country":"KZ",\
                "contact":{"name":"Ada Lovelace","role":"chair"},"authorised":true,"parent":"Union of unions",\
                "consentVersion":"1"}}""");
    }

    @Test
    void writesWithWhichProofASubmissionCameAndWhyItIsLookedAt() {
        assertWritten(Samples.submittedWithAProof(), """
                {"signatureId":"0b8f4a4e-5f0c-4a9e-9a33-0d0a5c3a7d11","appeal":"kazakhstan-2022","appealVersion":2,\
                "kind":"individual","fingerprint":"j4AATBeq26mT3rWdc6btJj3F811Wi8sJ0NuLhi4L5oI","locale":"sv",\
                "source":"direct","submittedAt":"2022-01-12T12:00:00Z","screening":["fast"],\
                "proof":"3q2-7wAAAAAAAAAAAAAAAA",\
                "signatory":{"kind":"individual","name":"Айгүл Әбенова","email":"ada@example.org","role":"nurse",\
                "affiliation":"Ward 4","city":"Алматы","country":"KZ","comment":"Salem","consentVersion":"1"}}""");
    }

    @Test
    void writesAnEntryAndLeavesOutWhatWasNotReleased() {
        assertWritten(Samples.verified(), """
                {"entryId":"5f6f2e0a-6a0b-4d53-8f43-7f6f5f1b2c3d","appeal":"kazakhstan-2022","version":1,\
                "kind":"individual","display":"full","name":"Айгүл Әбенова","role":"nurse","city":"Алматы",\
                "country":"KZ","listedAt":"2022-01-12T12:00:00Z","appealVersion":2,"locale":"sv","source":"direct"}""");
    }

    @Test
    void writesAnAppeal() {
        assertWritten(Samples.appeal(), """
                {"slug":"kazakhstan-2022","revision":3,"version":2,\
                "textHash":"0000000000000000000000000000000000000000000000000000000000000000",\
                "originalLocale":"en","publisher":{"name":"Alliance","url":"https://alliance.example"},\
                "controller":{"name":"Alliance","postalAddress":"1 Street","email":"privacy@alliance.example"},\
                "opensAt":"2022-01-12T12:00:00Z","goal":1000,"translations":{"en":{"title":"Title",\
                "summary":"Summary","body":"Body","demands":[{"id":"release","text":"Release them"}]}},\
                "consent":{"version":"1","text":{"en":"Your name is published."}},"sources":[{"id":"group",\
                "name":"Group","url":"https://group.example","origins":["https://group.example"]}],\
                "policy":{"organisations":"review","comments":"off","openData":false,"atRisk":false,\
                "listIndexed":false},\
                "firstSignatories":[],"changedAt":"2022-01-12T12:00:00Z"}""");
    }

    @Test
    void writesABrake() {
        assertWritten(Samples.brake(), """
                {"kind":"proof-of-work","appeal":"kazakhstan-2022","level":20,"since":"2022-01-12T12:00:00Z"}""");
    }

    @Test
    void writesTheTextsOfAVersion() {
        assertWritten(Samples.appealText(), """
                {"slug":"kazakhstan-2022","version":2,\
                "textHash":"0000000000000000000000000000000000000000000000000000000000000000",\
                "originalLocale":"en","translations":{"en":{"title":"Title","summary":"Summary","body":"Body",\
                "demands":[{"id":"release","text":"Release them"}]}},"consent":{"version":"1",\
                "text":{"en":"Your name is published."}},"changedAt":"2022-01-12T12:00:00Z"}""");
    }

    @Test
    void writesACount() {
        assertWritten(Samples.count(), """
                {"slug":"kazakhstan-2022","revision":1641988800000,"total":13,"individuals":11,"organisations":2,\
                "hidden":3,"asOf":"2022-01-12T12:00:00Z"}""");
    }

    @Test
    void keepsBackASmallCountAndEveryPartWhereSignatoriesAreAtRisk() {
        assertWritten(Samples.countAtRisk(9), """
                {"slug":"kazakhstan-2022","revision":1641988800000,"asOf":"2022-01-12T12:00:00Z"}""");
        assertWritten(Samples.countAtRisk(10), """
                {"slug":"kazakhstan-2022","revision":1641988800000,"total":10,"asOf":"2022-01-12T12:00:00Z"}""");
    }

    @Test
    void readsAnEventOfALaterWriter() {
        String later = text(EventJson.write(Samples.verified())).replaceFirst("\\{", "{\"mood\":\"firm\",");

        assertThat(EventJson.read(bytes(later), SignatureVerified.class)).isEqualTo(Samples.verified());
    }

    @Test
    void readsAnAppealOfAnEarlierWriter() {
        String earlier = text(EventJson.write(Samples.appeal())).replace(",\"listIndexed\":false", "");

        assertThat(earlier).doesNotContain("listIndexed");
        assertThat(EventJson.read(bytes(earlier), Appeal.class)).isEqualTo(Samples.appeal());
    }

    @Test
    void refusesAnEventThatLacksAField() {
        String lacking = text(EventJson.write(Samples.submittedBy(Samples.aPerson("ada@example.org"))))
                .replace("\"locale\":\"sv\",", "");

        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> EventJson.read(bytes(lacking), SignatureSubmitted.class));
    }

    @Test
    void refusesAnEventWhoseValueBreaksARule() {
        String wrong = text(EventJson.write(Samples.submittedBy(Samples.aPerson("ada@example.org"))))
                .replace("ada@example.org", "ada at example.org");

        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> EventJson.read(bytes(wrong), SignatureSubmitted.class));
    }

    @Test
    void refusesAFieldThatIsWrittenTwice() {
        String twice = text(EventJson.write(Samples.verified())).replaceFirst("\\{", "{\"version\":9,");

        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> EventJson.read(bytes(twice), SignatureVerified.class));
    }

    private static void assertWritten(Object event, String json) {
        byte[] written = EventJson.write(event);
        assertThat(text(written)).isEqualTo(json);
        assertThat(EventJson.read(written, event.getClass())).isEqualTo(event);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
