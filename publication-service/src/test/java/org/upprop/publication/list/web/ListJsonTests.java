package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.json.JacksonTester;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListPart;
import org.upprop.publication.list.ListPlace;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;

@JsonTest
class ListJsonTests {

    private static final Instant SIGNED = Instant.parse("2022-01-12T23:30:15Z");
    private static final ListCount COUNT =
            new ListCount(3, 2, 1, 1, 1641985815123L, Instant.parse("2022-01-13T08:00:00Z"), false, 4L);

    @Autowired
    private JacksonTester<ListJson> list;

    @Autowired
    private JacksonTester<CountJson> count;

    @Test
    void writesExactlyTheFieldsThatReadersWerePromised() throws IOException {
        ListedSignatory union = new ListedSignatory(
                UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"),
                SignatoryKind.ORGANISATION,
                "Dockers’ Union",
                null,
                null,
                null,
                "SE",
                "https://dockers.example.org",
                OrganisationType.TRADE_UNION,
                "International of Dockers",
                null,
                SIGNED);
        ListedSignatory ada = new ListedSignatory(
                UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
                SignatoryKind.INDIVIDUAL,
                "Ada L.",
                "Baker",
                "Bread for All",
                "Cork",
                "IE",
                null,
                null,
                null,
                "With you.",
                SIGNED);
        ListPlace next = new ListPlace.AfterIndividual(SIGNED, ada.id());

        assertThat(list.write(ListJson.of(list(COUNT), new ListPart(COUNT, List.of(union, ada), next, false), "next")))
                .isStrictlyEqualToJson("""
                        {
                          "items": [
                            {
                              "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
                              "kind": "organisation",
                              "name": "Dockers’ Union",
                              "role": null,
                              "affiliation": null,
                              "city": null,
                              "country": "SE",
                              "website": "https://dockers.example.org",
                              "organisationType": "trade-union",
                              "parent": "International of Dockers",
                              "listedOn": "2022-01-12",
                              "comment": null
                            },
                            {
                              "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                              "kind": "individual",
                              "name": "Ada L.",
                              "role": "Baker",
                              "affiliation": "Bread for All",
                              "city": "Cork",
                              "country": "IE",
                              "website": null,
                              "organisationType": null,
                              "parent": null,
                              "listedOn": "2022-01-12",
                              "comment": "With you."
                            }
                          ],
                          "next": "next",
                          "asOf": "2022-01-13T08:00:00Z",
                          "inQueue": 4
                        }
                        """);
    }

    @Test
    void saysNullWhereItDoesNotKnow() throws IOException {
        assertThat(count.write(CountJson.of(list(COUNT)))).isStrictlyEqualToJson("""
                        {
                          "total": 3,
                          "individuals": 2,
                          "organisations": 1,
                          "hidden": 1,
                          "goal": null,
                          "asOf": "2022-01-13T08:00:00Z",
                          "inQueue": 4
                        }
                        """);
    }

    @Test
    void saysThatItDoesNotKnowHowFarTheListGoes() throws IOException {
        ListCount unknown = new ListCount(3, 2, 1, 1, 1, null, false, null);

        assertThat(count.write(CountJson.of(list(unknown))).getJson()).contains("\"asOf\":null,\"inQueue\":null");
    }

    @Test
    void tellsTheTimeToFiveSecondsSinceTheValidatorCoversNoMore() throws IOException {
        ListCount then = new ListCount(3, 2, 1, 1, 1, Instant.parse("2022-01-13T08:00:09.9Z"), false, 0L);
        ListCount soon = new ListCount(3, 2, 1, 1, 1, Instant.parse("2022-01-13T08:00:05.1Z"), false, 0L);

        assertThat(count.write(CountJson.of(list(then))).getJson()).contains("\"asOf\":\"2022-01-13T08:00:05Z\"");
        assertThat(list(then).etag("")).isEqualTo(list(soon).etag(""));
    }

    @Test
    void keepsBackHowFewWaitWhereTheyAreAtRisk() {
        ListCount nine = new ListCount(100, 100, 0, 0, 1, SIGNED, true, 9L);
        ListCount ten = new ListCount(100, 100, 0, 0, 1, SIGNED, true, 10L);

        assertThat(list(nine).inQueue()).isNull();
        assertThat(list(ten).inQueue()).isEqualTo(10);
        assertThat(list(nine).etag("")).isNotEqualTo(list(ten).etag(""));
    }

    @Test
    void keepsBackWhatIsSmallUntilItIsKnownThatNobodyIsAtRisk() throws IOException {
        assertThat(count.write(CountJson.of(list(count(9, null)))).getJson())
                .contains("{\"total\":null,\"individuals\":null,");
        assertThat(count.write(CountJson.of(list(count(10, true)))).getJson())
                .contains("{\"total\":10,\"individuals\":null,\"organisations\":null,\"hidden\":null,");
        assertThat(count.write(CountJson.of(list(count(9, false)))).getJson())
                .contains("{\"total\":9,\"individuals\":9,");
    }

    private static ListCount count(long people, @Nullable Boolean atRisk) {
        return new ListCount(people, people, 0, 0, 1, SIGNED, atRisk, null);
    }

    private static AskedList list(ListCount count) {
        return new AskedList(new AppealSlug("bread"), null, count, 0);
    }
}
