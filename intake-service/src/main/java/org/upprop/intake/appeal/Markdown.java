package org.upprop.intake.appeal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.upprop.text.InvalidValue;

/**
 * How an appeal's body is written. Readers' pages run nothing and load nothing that an organiser put into a text, so HTML
 * and pictures are refused where the body is handed in, and not taken out behind its author's back.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
public final class Markdown {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int DEEPEST = 32;

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(DEEPEST).build();

    private Markdown() {}

    /** The document that a body is. */
    public static Node read(String body) {
        return PARSER.parse(body);
    }

    /** @throws InvalidValue with {@code body.html}, {@code body.picture}, {@code body.link} or {@code body.nesting} */
    static String checked(String body) {
        int depth = 0;
        for (Node node = read(body); node != null; ) {
            check(node, depth);
            Node child = node.getFirstChild();
            if (child != null) {
                node = child;
                depth++;
                continue;
            }
            Node at = node;
            while (at != null && at.getNext() == null) {
                at = at.getParent();
                depth--;
            }
            node = at == null ? null : at.getNext();
        }
        return body;
    }

    private static void check(Node node, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidValue("body.nesting", "At most " + DEEPEST + " levels within each other.");
        }
        switch (node) {
            case HtmlBlock html -> throw html();
            case HtmlInline html -> throw html();
            case Image picture ->
                throw new InvalidValue(
                        "body.picture", "Must have no pictures, since pages load nothing from elsewhere.");
            case Link link
            when !leadsToAPage(link.getDestination()) ->
                throw new InvalidValue("body.link", "Links must be whole http, https or mailto addresses.");
            default -> {}
        }
    }

    private static InvalidValue html() {
        return new InvalidValue("body.html", "Must be Markdown without HTML.");
    }

    /** Whether a link may stand in a body: whole addresses of pages and of mail do. */
    public static boolean leadsToAPage(String destination) {
        try {
            String scheme = new URI(destination).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
