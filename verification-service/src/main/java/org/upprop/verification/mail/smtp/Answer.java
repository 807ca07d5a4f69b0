package org.upprop.verification.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
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
    /** To this recipient, for a reason of its own or because of who sends. */
    NOT_TO_ANYONE,
    /** To this mail. */
    NO,
    NOTHING;

    /** The server closes the connection, or wants to know who we are before it answers. */
    private static final Set<Integer> OF_NOBODY = Set.of(421, 530, 534, 535, 538);

    /** An enhanced status code with its class and subject, and no part of an address of four numbers. */
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])[245]\\.(\\d{1,3})\\.\\d{1,3}(?![\\d.])");

    /**
     * The address, and the mailbox: what else a status may speak of is the server, the network, the mail, or the sender.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3463#section-3">RFC 3463, subjects of status codes</a>
     */
    private static final Set<String> OF_THE_RECIPIENT = Set.of("1", "2");

    static Answer in(MessagingException failure) {
        List<Exception> failures = chain(failure).toList();
        if (failures.stream()
                .anyMatch(cause -> cause instanceof AuthenticationFailedException || OF_NOBODY.contains(code(cause)))) {
            return GOING_AWAY;
        }
        return failures.stream()
                .filter(cause -> code(cause) >= 400)
                .map(cause -> cause instanceof SMTPAddressFailedException refused ? toRecipient(refused) : NO)
                .findFirst()
                .orElse(NOTHING);
    }

    /** @param mayBeTaken whether the server had all of the mail */
    Delivery delivery(boolean mayBeTaken) {
        return switch (this) {
            case GOING_AWAY -> new Delivery.ServerAway();
            case NO_SUCH_RECIPIENT -> new Delivery.NoSuchRecipient();
            case NOT_TO_THIS_ONE -> new Delivery.Failed();
            case NOT_TO_ANYONE, NO -> new Delivery.Refused();
            case NOTHING -> mayBeTaken ? new Delivery.Unanswered() : new Delivery.ServerAway();
        };
    }

    /** The library takes back what it said of a recipient who was refused, so that another may follow. */
    boolean leavesConversationOpen() {
        return switch (this) {
            case NO_SUCH_RECIPIENT, NOT_TO_THIS_ONE, NOT_TO_ANYONE -> true;
            case GOING_AWAY, NO, NOTHING -> false;
        };
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

    private static Answer toRecipient(SMTPAddressFailedException refused) {
        Matcher status = STATUS.matcher(String.valueOf(refused.getMessage()));
        boolean forGood = refused.getReturnCode() >= 500;
        if (!status.find()) {
            return forGood ? NOT_TO_ANYONE : NOT_TO_THIS_ONE;
        }
        if (OF_THE_RECIPIENT.contains(status.group(1))) {
            return forGood ? NO_SUCH_RECIPIENT : NOT_TO_THIS_ONE;
        }
        return forGood || !status.group(1).equals("7") ? NOT_TO_ANYONE : NOT_TO_THIS_ONE;
    }
}
