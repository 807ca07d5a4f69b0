package org.upprop.monitor.brake.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.monitor.brake.BrakeRefused;
import org.upprop.monitor.brake.messaging.Braking;
import org.upprop.monitor.web.Problems;

/** The brakes, as JSON: on everything by their kind, and on an appeal by their kind and its slug. */
@RestController
@RequestMapping(path = "/api/v1/brakes", produces = MediaType.APPLICATION_JSON_VALUE)
class BrakesApi {

    private final Braking braking;

    BrakesApi(Braking braking) {
        this.braking = braking;
    }

    @GetMapping
    ResponseEntity<BrakesJson> on(Holder who) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new BrakesJson(braking.on().stream().map(BrakeJson::of).toList()));
    }

    @PutMapping({"/{kind}", "/{kind}/{appeal}"})
    ResponseEntity<BrakeJson> putOn(
            Holder who,
            @PathVariable String kind,
            @PathVariable(required = false) @Nullable AppealSlug appeal,
            @RequestBody(required = false) @Nullable LevelJson body)
            throws InterruptedException {
        Brake brake = braking.putOn(who, kind(kind), appeal, body == null ? null : body.level());
        return ResponseEntity.ok(BrakeJson.of(brake));
    }

    @DeleteMapping({"/{kind}", "/{kind}/{appeal}"})
    ResponseEntity<Void> takeOff(
            Holder who, @PathVariable String kind, @PathVariable(required = false) @Nullable AppealSlug appeal)
            throws InterruptedException {
        braking.takeOff(who, kind(kind), appeal);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ErrorResponse on(BrakeRefused refused) {
        return Problems.invalid(
                "/" + refused.why().field(), refused.why().code(), String.valueOf(refused.getMessage()));
    }

    private static BrakeKind kind(String id) {
        return BrakeKind.of(id)
                .orElseThrow(
                        () -> Problems.of(HttpStatus.NOT_FOUND, "no-such-brake", "There is no brake of this kind."));
    }

    /** @param level how hard a brake is pulled; only where its kind has levels */
    record LevelJson(@Nullable Integer level) {}

    record BrakesJson(List<BrakeJson> items) {}

    record BrakeJson(
            String brake,
            @Nullable AppealSlug appeal,
            @Nullable Integer level,
            Instant since) {

        static BrakeJson of(Brake brake) {
            return new BrakeJson(brake.kind().id(), brake.appeal(), brake.level(), brake.since());
        }
    }
}
