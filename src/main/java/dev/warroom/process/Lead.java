package dev.warroom.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands before a command, so that it has no terminal to ask, and hears neither of keys that
 * are pressed there nor of its end.
 *
 * @param words the program that leads to the command, and its arguments; may be empty
 * @param environment what the child gets besides
 * @param grouped whether the command then is a process group, with its own id
 */
record Lead(List<String> words, Map<String, String> environment, boolean grouped) {

    /** About a tenth of the usual share of a processor that is busy, and all of one that is not. */
    private static final String NICENESS = "10";

    /**
     * Gives up the terminal (TIOCNOTTY of Linux), makes a process group, waits for others, and
     * becomes the command. Where the terminal is still there it goes on as without perl.
     */
    private static final String APART =
            """
            delete $ENV{PERL_BADLANG};
            if (open my $terminal, '<', '/dev/tty') { ioctl $terminal, 0x5422, 0 }
            if (open my $terminal, '<', '/dev/tty') { unshift @ARGV, 'setsid' } else { setpgrp }
            setpriority 0, 0, %s + getpriority 0, 0;
            exec { $ARGV[0] } @ARGV;
            die "$ARGV[0]: $!\\n";
            """
                    .formatted(NICENESS);

    Lead {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Into a session of its own, where {@code setsid} is installed. */
    static Lead session() {
        return session(Lead::onPath);
    }

    private static Lead session(Function<String, Optional<Path>> programs) {
        Optional<Path> setsid = programs.apply("setsid");
        return new Lead(
                setsid.map(Path::toString).map(List::of).orElse(List.of()),
                Map.of(),
                setsid.isPresent());
    }

    /**
     * For what may wait for the processor where others are busy: it comes after whatever has the
     * usual priority.
     *
     * <p>A session of its own would keep it from that: where Linux shares the processors among
     * sessions (autogroups in sched(7)), priorities count within one of them only, and each child
     * would have as much as this whole program. So it stays in this session, which takes a program
     * that can give up a terminal, perl; without one it is a session all the same.
     */
    static Lead patient() {
        return patient(Lead::onPath);
    }

    /**
     * @param programs where a program is
     */
    static Lead patient(Function<String, Optional<Path>> programs) {
        Optional<Path> perl = programs.apply("perl");
        if (perl.isPresent()) {
            // -t: what the person's PERL5OPT and PERL5LIB say is not for this; -X: nor are
            // warnings.
            return new Lead(
                    List.of(perl.get().toString(), "-tXf", "-e", APART, "--"),
                    Map.of("PERL_BADLANG", "0"),
                    true);
        }
        Lead session = session(programs);
        List<String> words = new ArrayList<>();
        // The first of all, so that what leads to the command waits as well.
        programs.apply("nice")
                .ifPresent(it -> words.addAll(List.of(it.toString(), "-n", NICENESS)));
        words.addAll(session.words());
        return new Lead(words, Map.of(), session.grouped());
    }

    private static Optional<Path> onPath(String program) {
        return Programs.find(program, System.getenv("PATH"), Path.of("/"));
    }
}
