package org.upprop.verification.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.upprop.verification.mail.Post.Delivery;

/** What a mail server said to a mail that it did not take, if it said anything. */
enum Answer {
    /** It answers no mail now, or does not let us in. */
    GOING_AWAY,
    NO_SUCH_RECIPIENT,
    /** To this recipient, now. */
    NOT_TO_THIS_ONE,
    /** To this mail. */
    NO,
    NOTHING;

    /** The server closes the connection, or wants to know who we are before it answers. */
    private static final Set<Integer> OF_NOBODY = Set.of(421, 530, 534, 535, 538);

    /** An enhanced status code of policy, and no part of an address of four numbers. */
    private static final Pattern OF_POLICY = Pattern.compile("(?<![\\d.])5\\.7\\.\\d");

    static Answer in(MessagingException failure) {
        List<Exception> failures = chain(failure).toList();
        if (failures.stream()
                .anyMatch(cause -> cause instanceof AuthenticationFailedException || OF_NOBODY.contains(code(cause)))) {
            return GOING_AWAY;
        }
        if (failures.stream().anyMatch(Answer::saysNoSuchRecipient)) {
            return NO_SUCH_RECIPIENT;
        }
        return failures.stream()
                .filter(cause -> code(cause) >= 400)
                .map(cause -> cause instanceof SMTPAddressFailedException ? NOT_TO_THIS_ONE : NO)
                .findFirst()
                .orElse(NOTHING);
    }

    /** @param mayBeTaken whether the server had all of the mail */
    Delivery delivery(boolean mayBeTaken) {
        return switch (this) {
            case GOING_AWAY -> new Delivery.ServerAway();
            case NO_SUCH_RECIPIENT -> new Delivery.NoSuchRecipient();
            case NOT_TO_THIS_ONE, NO -> new Delivery.Failed();
            case NOTHING -> mayBeTaken ? new Delivery.Unanswered() : new Delivery.ServerAway();
        };
    }

    /** The library takes back what it said of a recipient who was refused, so that another may follow. */
    boolean leavesConversationOpen() {
        return this == NO_SUCH_RECIPIENT || this == NOT_TO_THIS_ONE;
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                cause -> cause != null,
                cause -> cause instanceof MessagingException messaging && messaging.getNextException() != null
                        ? messaging.getNextException()
                        : null);
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException recipient -> recipient.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException mail -> mail.getReturnCode();
            default -> 0;
        };
    }

    /**
     * A permanent refusal of the recipient, unless it is one of policy (5.7.x): that speaks of the sender, who can
     * change.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3463#section-3.8">RFC 3463, security or policy status</a>
     */
    private static boolean saysNoSuchRecipient(Exception failure) {
        return failure instanceof SMTPAddressFailedException refused
                && refused.getReturnCode() >= 500
                && !OF_POLICY.matcher(String.valueOf(refused.getMessage())).find();
    }
}
