package org.upprop.intake.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/**
 * The letters of pictures. They come with the program, since many servers have no fonts, so a picture looks the same
 * everywhere; they cover Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic and some more.
 */
final class Lettering {

    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";

    static {
        doWithoutFontconfig();
    }

    static final Font PLAIN = font("DejaVuSans.ttf");
    static final Font BOLD = font("DejaVuSans-Bold.ttf");

    private Lettering() {}

    static boolean covers(String text) {
        return BOLD.canDisplayUpTo(text) == -1;
    }

    private static Font font(String file) {
        try (var bytes = new ClassPathResource(FOLDER + file).getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException | FontFormatException unreadable) {
            throw new IllegalStateException("The fonts that come with the program cannot be read", unreadable);
        }
    }

    /** Java asks the machine's fontconfig for its fonts, and cannot load any font at all where there is none. */
    private static void doWithoutFontconfig() {
        try {
            Path none = Files.createTempFile("no-system-fonts", ".properties");
            Files.writeString(none, "version=1\nsequence.allfonts=default\n");
            none.toFile().deleteOnExit();
            System.setProperty("sun.awt.fontconfig", none.toString());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
