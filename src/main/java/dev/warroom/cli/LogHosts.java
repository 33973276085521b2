package dev.warroom.cli;

import dev.warroom.incident.Where;
import dev.warroom.logs.RemoteShell;
import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;
import dev.warroom.process.Dialogue;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Starts the shells that read logs on other hosts, as the user that ssh logs in.
 *
 * @param shells the command line of a shell at a place: the connection is that of the steps
 */
record LogHosts(Targets targets, Shells shells) implements RemoteShell.Way {

    /** The ways to hosts. */
    @FunctionalInterface
    interface Shells {
        List<String> at(Where where) throws IOException;
    }

    @Override
    public RemoteShell to(String host) throws IOException {
        Target target =
                targets.named(host)
                        .filter(it -> !it.local())
                        .orElseThrow(() -> new IOException("\"" + host + "\" is no other host"));
        Where where = new Where(target.host(), target.user().orElse(""), "");
        return new Shell(Dialogue.start(shells.at(where), List.of("BASH_ENV", "ENV")));
    }

    private record Shell(Dialogue child) implements RemoteShell {

        @Override
        public InputStream answers() {
            return child.answers();
        }

        @Override
        public void say(String text) throws IOException {
            child.say(text);
        }

        @Override
        public String lastWords() throws InterruptedException {
            child.exit();
            String words = child.complaints().lines().reduce((first, last) -> last).orElse("");
            return Sanitiser.line(words);
        }

        @Override
        public void close() {
            child.close();
        }
    }
}
