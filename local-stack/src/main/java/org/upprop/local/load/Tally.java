package org.upprop.local.load;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far everybody has come. */
final class Tally {

    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger mailed = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentSkipListMap<>();
    private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
    private final AtomicLong cameOn = new AtomicLong(System.nanoTime());

    void comes() {
        came.incrementAndGet();
        comesOn();
    }

    /** @param nanos how long an attempt to sign took, from when it was due */
    void answered(int status, long nanos) {
        answers.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
        waits.add(nanos);
    }

    void accepted() {
        accepted.incrementAndGet();
        comesOn();
    }

    void mailed() {
        mailed.incrementAndGet();
        comesOn();
    }

    /** From here on the list may show the name, also if the answer does not come back. */
    void decides(Signatory who) {
        asked.add(who.name());
    }

    void decided(Signatory who) {
        decided.add(who.name());
        comesOn();
    }

    /** What no further attempt changes. */
    void refused(Answer answer) {
        gaveUp("%d %s".formatted(answer.status(), answer.body()));
    }

    void gaveUp(String why) {
        refusals.computeIfAbsent(why, _ -> new AtomicInteger()).incrementAndGet();
        comesOn();
    }

    void comesOn() {
        cameOn.set(System.nanoTime());
    }

    long quietNanos() {
        return System.nanoTime() - cameOn.get();
    }

    int cameSoFar() {
        return came.get();
    }

    int acceptedSoFar() {
        return accepted.get();
    }

    int mailedSoFar() {
        return mailed.get();
    }

    Set<String> mayBeShown() {
        return asked;
    }

    Set<String> mustBeShown() {
        return decided;
    }

    Map<Integer, Integer> answers() {
        return counts(answers);
    }

    Map<String, Integer> refusals() {
        return counts(refusals);
    }

    /** Sorted. */
    long[] waits() {
        return waits.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static <K extends Comparable<K>> Map<K, Integer> counts(Map<K, AtomicInteger> counted) {
        Map<K, Integer> counts = new TreeMap<>();
        counted.forEach((each, count) -> counts.put(each, count.get()));
        return counts;
    }
}
