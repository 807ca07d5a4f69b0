package org.upprop.publication.list.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A question that many ask.
 *
 * @param key tells it from every other question
 * @param etag the validator of its answer, as the list is now
 * @param headers what else stands above the answer, whatever that is
 */
record Question(String key, String etag, Freshness freshness, MediaType type, HttpHeaders headers) {

    static Question inJson(AskedList list, Object what, Freshness freshness) {
        return new Question(
                "json " + list.slug() + " " + what,
                list.etag(""),
                freshness,
                MediaType.APPLICATION_JSON,
                new HttpHeaders());
    }
}
