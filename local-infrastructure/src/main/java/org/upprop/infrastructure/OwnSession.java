package org.upprop.infrastructure;

import java.util.List;
import java.util.stream.Stream;

/** Away from the terminal's foreground, where Ctrl-C would reach a server before its parent could stop things in order. */
final class OwnSession {

    /** On macOS there is no program for it, and always a Perl. */
    private static final String BY_PERL = "use POSIX (); POSIX::setsid(); exec {$ARGV[0]} @ARGV";

    private OwnSession() {}

    /** The command, run there where this system has the means. */
    static List<String> of(List<String> command) {
        return Stream.concat(means().stream(), command.stream()).toList();
    }

    private static List<String> means() {
        if (Programs.exists("setsid")) {
            return List.of("setsid");
        }
        return Programs.exists("perl") ? List.of("perl", "-e", BY_PERL) : List.of();
    }
}
