package org.upprop.local.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.upprop.local.Problem;
import org.upprop.local.appeal.Intake;
import tools.jackson.databind.node.ObjectNode;

/**
 * An appeal with its list as files that need nothing behind them: in each language of its pages, and all of one state of
 * the list. It is read as everybody reads it, so it shows nothing that the public pages do not.
 */
public final class AppealArchive {

    private static final int TRIES = 5;
    private static final long SECONDS_BETWEEN = 1;

    private final RunningSite site;
    private final Places places;
    private final ObjectNode appeal;
    private final InstantSource clock;

    private AppealArchive(RunningSite site, Places places, ObjectNode appeal, InstantSource clock) {
        this.site = site;
        this.places = places;
        this.appeal = appeal;
        this.clock = clock;
    }

    /**
     * The archive of an appeal that there is.
     *
     * @param publication one instance of the publication service, which leads to the rest
     */
    public static AppealArchive of(String slug, URI publication, InstantSource clock) {
        RunningSite site = new RunningSite();
        Places places = Places.of(slug, publication, site);
        ObjectNode appeal = new Intake(places.intake())
                .present(slug)
                .orElseThrow(() -> Problem.beforehand("There is no appeal %s.".formatted(slug)))
                .body();
        return new AppealArchive(site, places, appeal, clock);
    }

    /** Whether the appeal takes no signatures any more. */
    public boolean isClosed() {
        String closesAt = appeal.path("closesAt").asString("");
        return !closesAt.isEmpty() && !Instant.parse(closesAt).isAfter(clock.instant());
    }

    /** Writes it all to a folder that is empty or not there. */
    public void write(Path to, Consumer<String> progress) {
        try (UnfinishedFolder folder = UnfinishedFolder.beside(to)) {
            for (int tries = 1; !isWritten(folder, progress); tries++) {
                if (tries == TRIES) {
                    throw Problem.underway(
                            "The list changed during each of %d tries. Archive it when less happens.".formatted(TRIES));
                }
                progress.accept("The list changed meanwhile, so all begins anew.");
                RunningSite.pause(SECONDS_BETWEEN);
            }
            folder.finish();
        } catch (IOException | UncheckedIOException unwritable) {
            throw Problem.underway("%s cannot be written: %s".formatted(to, unwritable));
        }
    }

    /** Whether it was, all of one state. */
    private boolean isWritten(UnfinishedFolder folder, Consumer<String> progress) throws IOException {
        try {
            String original = appeal.path("originalLocale").asString("en");
            new Copying(site, places, original, folder.anew(), clock.instant(), progress).copy();
            return true;
        } catch (ListChanged changed) {
            return false;
        }
    }
}
