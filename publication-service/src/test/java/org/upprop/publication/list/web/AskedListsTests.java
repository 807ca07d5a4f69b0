package org.upprop.publication.list.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.control.Brakes;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frames;
import org.upprop.page.web.PagesAutoConfiguration;
import org.upprop.publication.list.CursorKey;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListCounts;
import org.upprop.publication.list.ListProperties;
import org.upprop.publication.list.ListStates;
import org.upprop.publication.list.Sheets;
import org.upprop.publication.list.Signatories;
import org.upprop.site.PublicUrls;

@WebMvcTest({ListApi.class, ListPage.class})
@Import({Answers.class, AskedLists.class, Cursors.class, ListPages.class, Look.class})
@EnableConfigurationProperties(ListProperties.class)
@ImportAutoConfiguration(PagesAutoConfiguration.class)
class AskedListsTests {

    @Autowired
    private MockMvcTester http;

    @MockitoBean
    private AppealBook appeals;

    @MockitoBean
    private Brakes brakes;

    @MockitoBean
    private ListStates states;

    @MockitoBean
    private Signatories signatories;

    @MockitoBean
    private Sheets sheets;

    @MockitoBean
    private CursorKey cursorKey;

    @BeforeEach
    void emptyDatabase() {
        ListCount none = new ListCount(0, 0, 0, 0, 0, null, null, null);
        given(states.last()).willReturn(new ListStates.Look(new ListCounts.All(Map.of(), none), System.nanoTime()));
    }

    @Test
    void nobodyIsToldThatAnAppealIsUnknownBeforeAllAppealsAreRead() {
        given(appeals.isComplete()).willReturn(false);

        assertThat(http.get().uri("/api/v1/appeals/bread/signatories"))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasHeader(HttpHeaders.RETRY_AFTER, "5");
        assertThat(http.get().uri("/api/v1/appeals/bread/count"))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasHeader(HttpHeaders.RETRY_AFTER, "5");
        assertThat(http.get().uri("/appeals/bread/signatories"))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasHeader(HttpHeaders.RETRY_AFTER, "5");
    }

    @Test
    void anAppealIsUnknownOnceAllAppealsAreRead() {
        given(appeals.isComplete()).willReturn(true);

        assertThat(http.get().uri("/api/v1/appeals/bread/signatories")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(http.get().uri("/appeals/bread/signatories"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasHeader("Strict-Transport-Security", "max-age=31536000");
    }

    @TestConfiguration
    static class Addresses {

        private static final URI HERE = URI.create("https://upprop.example");

        @Bean
        PublicUrls urls() {
            return new PublicUrls(HERE, HERE, HERE);
        }

        @Bean
        Frames frames(Assets assets) {
            return new Frames(assets, "/");
        }
    }
}
