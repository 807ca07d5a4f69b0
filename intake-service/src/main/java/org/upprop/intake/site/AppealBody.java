package org.upprop.intake.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.upprop.intake.appeal.Markdown;

/**
 * An appeal's body as HTML. What is refused today where an appeal is handed in may stand in one of yesterday: HTML becomes
 * the text that it is, and of a picture, or a link to anywhere else than a page, the words are left.
 */
public final class AppealBody {

    private static final int HIGHEST = 2;
    private static final int LOWEST = 6;

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .attributeProviderFactory(context -> AppealBody::decorate)
            .build();

    private AppealBody() {}

    /** The body as HTML that is safe in any page. */
    public static String html(String markdown) {
        Node document = Markdown.read(markdown);
        Parts parts = new Parts();
        document.accept(parts);
        parts.unsafe.forEach(AppealBody::leaveTheWords);
        lower(parts.headings);
        return HTML.render(document);
    }

    /** Puts the headings below the page's own, without a gap. */
    private static void lower(List<Heading> headings) {
        int highest = headings.stream().mapToInt(Heading::getLevel).min().orElse(HIGHEST);
        headings.forEach(heading -> heading.setLevel(Math.min(LOWEST, heading.getLevel() - highest + HIGHEST)));
    }

    private static void leaveTheWords(Node node) {
        for (Node word = node.getFirstChild(); word != null; word = node.getFirstChild()) {
            node.insertBefore(word);
        }
        node.unlink();
    }

    private static void decorate(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "noopener");
        }
    }

    private static final class Parts extends AbstractVisitor {

        private final List<Heading> headings = new ArrayList<>();
        private final List<Node> unsafe = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            headings.add(heading);
            visitChildren(heading);
        }

        @Override
        public void visit(Image picture) {
            unsafe.add(picture);
            visitChildren(picture);
        }

        @Override
        public void visit(Link link) {
            if (!Markdown.leadsToAPage(link.getDestination())) {
                unsafe.add(link);
            }
            visitChildren(link);
        }
    }
}
