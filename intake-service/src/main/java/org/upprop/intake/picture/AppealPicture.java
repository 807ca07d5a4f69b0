package org.upprop.intake.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A title and who publishes it, as large as they fit on a picture of the size that the Open Graph protocol's readers show. */
final class AppealPicture {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 80;
    private static final int LINE = WIDTH - 2 * MARGIN;
    private static final int TITLE_ROOM = HEIGHT - 2 * MARGIN - 110;
    private static final int LARGEST = 84;
    private static final int SMALLEST = 18;
    private static final String ELLIPSIS = "…";
    private static final int PUBLISHER_SIZE = 34;
    private static final int PUBLISHER_ROOM = 90;

    private static final Color PAPER = new Color(0xFBF8F1);
    private static final Color INK = new Color(0x1B1B1B);
    private static final Color ACCENT = new Color(0xA3271B);

    private final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = picture.createGraphics();
    private final boolean rightToLeft;

    private AppealPicture(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /** The picture as PNG. */
    static byte[] png(String title, String publisher, boolean rightToLeft) {
        AppealPicture picture = new AppealPicture(rightToLeft);
        try {
            return picture.drawn(title, publisher);
        } finally {
            picture.graphics.dispose();
        }
    }

    private byte[] drawn(String title, String publisher) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(ACCENT);
        graphics.fillRect(rightToLeft ? WIDTH - 24 : 0, 0, 24, HEIGHT);
        graphics.setColor(INK);
        draw(fitting(title, Lettering.BOLD, LARGEST, TITLE_ROOM), MARGIN);
        graphics.setColor(ACCENT);
        graphics.fillRect(rightToLeft ? WIDTH - MARGIN - 120 : MARGIN, HEIGHT - MARGIN - 70, 120, 6);
        graphics.setColor(INK);
        draw(fitting(publisher, Lettering.PLAIN, PUBLISHER_SIZE, PUBLISHER_ROOM), HEIGHT - MARGIN - 40);
        return encoded();
    }

    /** In the largest letters that leave room for all of it; where none do, as many words of it as there is room for. */
    private List<TextLayout> fitting(String text, Font font, int largest, int room) {
        for (int size = largest; size >= SMALLEST; size -= 2) {
            List<TextLayout> lines = lines(text, font.deriveFont((float) size));
            if (height(lines) <= room) {
                return lines;
            }
        }
        return shortened(text, font.deriveFont((float) SMALLEST), room);
    }

    private List<TextLayout> shortened(String text, Font font, int room) {
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        words.last();
        for (int end = words.previous(); end > 0; end = words.previous()) {
            List<TextLayout> lines = lines(text.substring(0, end).stripTrailing() + ELLIPSIS, font);
            if (height(lines) <= room) {
                return lines;
            }
        }
        return lines(ELLIPSIS, font);
    }

    private List<TextLayout> lines(String text, Font font) {
        AttributedString letters = new AttributedString(text);
        letters.addAttribute(TextAttribute.FONT, font);
        letters.addAttribute(TextAttribute.RUN_DIRECTION, rightToLeft);
        FontRenderContext context = graphics.getFontRenderContext();
        LineBreakMeasurer measurer = new LineBreakMeasurer(letters.getIterator(), context);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < text.length()) {
            lines.add(measurer.nextLayout(LINE));
        }
        return lines;
    }

    private void draw(List<TextLayout> lines, int top) {
        float y = top;
        for (TextLayout line : lines) {
            y += line.getAscent();
            line.draw(graphics, rightToLeft ? WIDTH - MARGIN - line.getVisibleAdvance() : MARGIN, y);
            y += line.getDescent() + line.getLeading();
        }
    }

    private static double height(List<TextLayout> lines) {
        return lines.stream()
                .mapToDouble(line -> line.getAscent() + line.getDescent() + line.getLeading())
                .sum();
    }

    private byte[] encoded() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }
}
