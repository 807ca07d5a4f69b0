package org.upprop.intake.admission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may come before a proof of work or a wait is asked for. Each limit holds for one instance, and each rate is a
 * count and a time, such as {@code 20/1m}.
 *
 * @param burst what one address block may send without being asked; 20 a minute
 * @param sustained the same over a longer time, and both hold; 120 an hour
 * @param solved how many solved proofs of one block stay unmarked; 400 an hour. Further ones are marked for a reviewer,
 *     and the block's proofs become harder
 * @param networkFactor how many times as much as one block all blocks of one IPv6 /48 may do together; 16, 1 to 65,536
 * @param budget what one appeal takes without asking; 600 a minute. Once it is spent, everybody is asked until half of
 *     it is back
 */
@Validated
@ConfigurationProperties("upprop.admission")
record AdmissionProperties(
        @DefaultValue("20/1m") Rate burst,
        @DefaultValue("120/1h") Rate sustained,
        @DefaultValue("400/1h") Rate solved,
        @DefaultValue("16") @Min(1) @Max(65_536) int networkFactor,
        @DefaultValue("600/1m") Rate budget,
        @Valid @DefaultValue Turns turns,
        @Valid @DefaultValue Proof proof,
        @Valid @DefaultValue Memory memory) {

    /**
     * How turns are given to those who compute no proof. Every block has its own, so nobody stands in another's line.
     *
     * @param pace how fast turns follow each other at first; 100 a minute
     * @param rate how many there are over a longer time; 240 within 30 min
     * @param costWhenHot how many turns one takes while everybody is asked; 4, 1 to 100
     * @param shortest the shortest wait; 5 s, 0 s to 1 min
     * @param longest the longest wait; 2 min, 10 s to 1 h. Turns that are further away are not given
     */
    record Turns(
            @DefaultValue("100/1m") Rate pace,
            @DefaultValue("240/30m") Rate rate,
            @DefaultValue("4") @Min(1) @Max(100) int costWhenHot,

            @DefaultValue("5s") @DurationMin @DurationMax(minutes = 1)
            Duration shortest,

            @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
            Duration longest) {}

    /**
     * How much work a proof is.
     *
     * @param difficulty leading zero bits, so one more doubles the work; 16, 1 to 26
     * @param extra further bits for a block that has solved more than its share; 3, 0 to 10
     * @param always asks everybody for a proof of at least so many bits, whatever the limits say; 0 (nobody), 0 to 26
     * @param lifetime how long a challenge may be answered after it was made or its turn has come; 10 min, 1 min to 1 h
     */
    record Proof(
            @DefaultValue("16") @Min(1) @Max(Challenge.HARDEST)
            int difficulty,

            @DefaultValue("3") @Min(0) @Max(10) int extra,

            @DefaultValue("0") @Min(0) @Max(Challenge.HARDEST)
            int always,

            @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
            Duration lifetime) {}

    /**
     * How much is remembered at most, so that no attacker decides how large the heap is.
     *
     * @param origins blocks and networks; 50,000, 100 to 10,000,000, each about 1.3 KiB. Beyond it the ones that come least
     *     are forgotten, and start anew
     * @param answers admissions under an idempotency key, and used challenges, each; 100,000, 100 to 10,000,000
     * @param retries how often one idempotency key may come again before it is like any other submission; 10, 0 to 1,000
     */
    record Memory(
            @DefaultValue("50000") @Min(100) @Max(10_000_000)
            int origins,

            @DefaultValue("100000") @Min(100) @Max(10_000_000)
            int answers,

            @DefaultValue("10") @Min(0) @Max(1_000) int retries) {}
}
