package dev.warroom.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the Monitoring Plugins project's own programs and Perl library say. */
public final class Oracle {

    private static final Path PLUGINS = Path.of("/usr/lib/nagios/plugins");
    private static final Path SCRIPTS = Path.of("src/test/resources/nagios").toAbsolutePath();

    private Oracle() {}

    /**
     * What a program has come to.
     *
     * @param said on its standard output
     */
    public record Answer(int exit, String said) {}

    /** Runs a plugin of Debian's monitoring-plugins-basic. */
    static Answer plugin(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PLUGINS.resolve(name).toString()));
        command.addAll(List.of(arguments));
        return run(command, "");
    }

    /** What Debian's libmonitoring-plugin-perl makes of {@code input}, a line each. */
    public static List<String> perl(String script, String input) throws Exception {
        Answer answer = run(List.of("perl", SCRIPTS.resolve(script).toString()), input);
        if (answer.exit() != 0) {
            throw new AssertionError(script + " ended with " + answer.exit());
        }
        return answer.said().lines().toList();
    }

    private static Answer run(List<String> command, String input) throws Exception {
        Path in = Files.createTempFile("oracle", ".in");
        try {
            Files.writeString(in, input);
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(in.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), said);
        } catch (IOException e) {
            throw new AssertionError(
                    "install monitoring-plugins-basic and libmonitoring-plugin-perl", e);
        } finally {
            Files.delete(in);
        }
    }
}
