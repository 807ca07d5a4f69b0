package org.upprop.intake.embed.web;

import org.upprop.site.Words;

/**
 * What the button shows: how many have signed, and beside it what to do. Each text is fitted into a width that is about
 * its own, since nobody knows which letters the reader has.
 *
 * @param count empty where nobody knows, or where it is kept back
 */
public record ButtonView(Words words, String count, String act) {

    private static final int LETTER = 9;
    private static final int PADDING = 16;

    public boolean isRightToLeft() {
        return words.dir().equals("rtl");
    }

    public int countLength() {
        return length(count);
    }

    public int actLength() {
        return length(act);
    }

    public int countWidth() {
        return count.isEmpty() ? 0 : countLength() + 2 * PADDING;
    }

    public int actWidth() {
        return actLength() + 2 * PADDING;
    }

    public int width() {
        return countWidth() + actWidth();
    }

    /** Where the part begins that says what to do. */
    public int actFrom() {
        return isRightToLeft() ? 0 : countWidth();
    }

    public int countFrom() {
        return isRightToLeft() ? actWidth() : 0;
    }

    private static int length(String text) {
        return LETTER
                * (int) text.codePoints()
                        .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                        .count();
    }
}
