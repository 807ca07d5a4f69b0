package org.upprop.monitor.offset.web;

import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.offset.SetBack;
import org.upprop.monitor.offset.StageRuns;
import org.upprop.monitor.offset.messaging.Offsets;
import org.upprop.monitor.web.Problems;

/** Sets a stage back to a time: GET tells what it would read again, and POST does it. */
@RestController
@RequestMapping(path = "/api/v1/stages/{stage}/set-back", produces = MediaType.APPLICATION_JSON_VALUE)
class OffsetsApi {

    private final Offsets offsets;

    OffsetsApi(Offsets offsets) {
        this.offsets = offsets;
    }

    @GetMapping
    ResponseEntity<SetBackJson> preview(Holder who, @PathVariable String stage, @RequestParam Instant since)
            throws InterruptedException {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(SetBackJson.of(offsets.preview(stage(stage), since)));
    }

    @PostMapping
    SetBackJson setBack(Holder who, @PathVariable String stage, @RequestParam Instant since)
            throws InterruptedException {
        return SetBackJson.of(offsets.setBack(who, stage(stage), since));
    }

    @ExceptionHandler
    ErrorResponse on(StageRuns runs) {
        return Problems.of(
                HttpStatus.CONFLICT,
                "stage-runs",
                "The stage runs, with %d consumers. Stop all its instances, and try again when they have left its group."
                        .formatted(runs.members()));
    }

    private static Stage stage(String id) {
        return Stage.of(id)
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no-such-stage", "There is no such stage."));
    }

    /**
     * @param members consumers of the stage; while there are any it cannot be set back
     * @param again records that are read again
     */
    record SetBackJson(String stage, Instant since, int members, long again, List<PartitionJson> partitions) {

        static SetBackJson of(SetBack back) {
            return new SetBackJson(
                    back.stage().id(),
                    back.since(),
                    back.members(),
                    back.again(),
                    back.partitions().stream().map(PartitionJson::of).toList());
        }
    }

    /**
     * @param from the offset that would be read next
     * @param to the one that is read next instead
     */
    record PartitionJson(String topic, int partition, long from, long to) {

        static PartitionJson of(SetBack.Partition partition) {
            return new PartitionJson(
                    partition.id().topic(), partition.id().partition(), partition.from(), partition.to());
        }
    }
}
