package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on every page of reviewers.
 *
 * @param reviewer who is signed in
 * @param ofAll whether they decide about all appeals
 * @param proof what each form of the page carries
 * @param here which page it is
 * @param waiting how many wait
 * @param reported how many entries are reported
 * @param comments how many comments wait; nothing where no appeal takes any
 * @param banner what came of the last form, if one was sent
 */
public record Desk(
        String reviewer,
        boolean ofAll,
        String proof,
        String here,
        String waiting,
        String reported,
        @Nullable String comments,
        @Nullable Banner banner) {

    /** The pages there are. */
    public static final List<String> PAGES =
            List.of("queue", "comments", "bulk", "reported", "decided", "listed", "screening");

    /** Those that have something to show. */
    public List<String> pages() {
        return PAGES.stream()
                .filter(page -> comments != null || !page.equals("comments"))
                .filter(page -> ofAll || !page.equals("screening"))
                .toList();
    }

    /** How many stand on one, where that says something. */
    public @Nullable String count(String page) {
        return switch (page) {
            case "queue" -> waiting;
            case "reported" -> reported;
            case "comments" -> comments;
            default -> null;
        };
    }

    /** The address of one. */
    public static String path(String page) {
        return page.equals("queue") ? "/reviews" : "/reviews/" + page;
    }

    /**
     * What came of a form.
     *
     * @param text in a sentence
     * @param failed whether it is not as the form said
     * @param undo what takes it back, if that is possible
     */
    public record Banner(
            String text, boolean failed, @Nullable Undo undo) {}

    /**
     * A button that takes something back.
     *
     * @param path where the form of it goes
     * @param id the signature
     * @param word what is said of it then
     * @param hint the name of the sentence that says who reads the reason; nothing where none is needed
     */
    public record Undo(
            String path, String id, String word, @Nullable String hint) {}
}
