package org.upprop.monitor.audit.web;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.audit.AuditEvent;
import org.upprop.monitor.audit.messaging.AuditBook;

/** What people did, as JSON, the newest first. */
@RestController
class AuditApi {

    /** Things that are told at once. */
    static final int MOST = 500;

    private final AuditBook book;

    AuditApi(AuditBook book) {
        this.book = book;
    }

    @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AuditJson> events(Holder who) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new AuditJson(book.newest(MOST)));
    }

    record AuditJson(List<AuditEvent> items) {}
}
