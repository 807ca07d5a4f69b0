package org.upprop.intake.admission.web;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.appeal.Appeal;
import org.upprop.intake.admission.Admission;
import org.upprop.intake.admission.Challenge;
import org.upprop.visit.Visitor;

/** Challenges for clients that solve one before they are asked. */
@RestController
class ChallengeController {

    private final Admission admission;

    ChallengeController(Admission admission) {
        this.admission = admission;
    }

    @GetMapping(path = "/api/v1/appeals/{slug}/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ToSolve> challenge(Appeal appeal, Visitor visitor) {
        Challenge challenge = admission.challenge(appeal, visitor);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ToSolve(challenge.token(), challenge.difficulty()));
    }

    /** It says no time, since there is no turn to wait for. */
    record ToSolve(String token, int difficulty) {}
}
