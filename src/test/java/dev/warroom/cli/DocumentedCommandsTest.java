package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.keys.Bindings;
import dev.warroom.room.Key;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.testing.Await;
import dev.warroom.workspace.WorkspaceReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the README and the pages of docs/ tell people to type is typed here, page by page. */
class DocumentedCommandsTest {

    /** What is not run here, and where it is. */
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "mvn verify", "it is what runs this test",
                    "scripts/dev/package", "PackageIT packs, and runs what is packed",
                    "scripts/dev/package --twice", "PackageIT packs twice, and compares",
                    "./warroom drill bad-release --headless", "DrillsIT plays every scenario so",
                    "./warroom log INC-1 --kind step --who ana",
                            "there is no ana here; LogCommandTest asks for what one person did");

    /**
     * Commands that take a screen: without one they say so, and a story runs them in a real one.
     */
    private static final Set<String> ON_A_SCREEN = Set.of("open", "walk", "drill");

    /** Commands whose exit code 1 says something about what they looked at. */
    private static final Set<String> ANSWERING =
            Set.of("doctor", "due", "metrics", "health", "run");

    /** Commands that write into the folder in which they are called. */
    private static final Set<String> WRITING_HERE = Set.of("export");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern REDIRECTED = Pattern.compile("([^|<>]+) > (\\S+)");

    @TempDir private Path workspace;

    static Stream<Document> documents() {
        return Document.all().stream();
    }

    static Stream<Document> withCommands() {
        return documents().filter(it -> !it.commands().isEmpty());
    }

    /** A workspace such as the product's own, with a folder of notes, a log, and an incident. */
    private void prepare() throws IOException {
        for (String folder : List.of("runbooks", "layouts", "scripts", "scripts/lib")) {
            Files.createDirectories(workspace.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, workspace.resolve(file.toString()));
                }
            }
        }
        Files.copy(Path.of("warroom.yaml"), workspace.resolve("warroom.yaml"));
        Files.createDirectory(workspace.resolve("wiki"));
        Files.writeString(
                workspace.resolve("wiki/notes.md"),
                "# Look around\n\n1. See how long it runs\n\n   ```bash\n   uptime\n   ```\n");
        Files.writeString(
                workspace.resolve("app.log"),
                "2026-03-01T10:00:01Z ERROR pool timeout after 1500 ms\n");
        Path shim = workspace.resolve("warroom");
        Files.writeString(
                shim,
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=\"$HOME\" -cp '%s' dev.warroom.cli.Start \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin/java"),
                                System.getProperty("java.class.path")));
        assertThat(shim.toFile().setExecutable(true)).isTrue();
        Path control = Files.writeString(workspace.resolve("systemd.sh"), "#!/bin/sh\n");
        assertThat(control.toFile().setExecutable(true)).isTrue();
        var declared = run(List.of("declare", "--severity", "P1", "--title", "it is broken"));
        assertThat(declared.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("withCommands")
    void everyCommandWorks(Document document) throws Exception {
        prepare();
        for (String line : document.commands()) {
            if (ELSEWHERE.containsKey(line)) {
                parses(line);
                continue;
            }
            Matcher redirected = REDIRECTED.matcher(line);
            if (line.startsWith("./warroom ") && redirected.matches()) {
                Ended ended = works(redirected.group(1));
                assertThat(ended.out()).as(line).isNotBlank();
                Files.writeString(workspace.resolve(redirected.group(2)), ended.out());
            } else if (line.startsWith("./warroom ")
                    && !line.matches(".*[|<>].*")
                    && !WRITING_HERE.contains(words(line).getFirst())) {
                works(line);
            } else {
                worksInAShell(line);
            }
        }
    }

    private Ended works(String line) {
        List<String> words = words(line);
        String command = words.getFirst();
        Ended ended = run(words);
        if (ON_A_SCREEN.contains(command) && !words.contains("--list")) {
            assertThat(ended.err()).as(line).contains("There is no terminal here");
        } else {
            assertThat(ended.code())
                    .as(line + "\n" + ended.out() + ended.err())
                    .isBetween(0, ANSWERING.contains(command) ? 1 : 0);
            assertThat(ended.err()).as(line).isEmpty();
        }
        return ended;
    }

    private void worksInAShell(String line) throws Exception {
        Path said = workspace.resolve("said");
        var builder = new ProcessBuilder("bash", "-ec", line);
        builder.directory(workspace.toFile()).redirectErrorStream(true);
        builder.redirectInput(Path.of("/dev/null").toFile()).redirectOutput(said.toFile());
        builder.environment().put("HOME", workspace.toString());
        builder.environment().remove("XDG_STATE_HOME");
        Process shell = builder.start();
        assertThat(shell.waitFor(Await.LIMIT)).as(line).isTrue();
        assertThat(shell.exitValue()).as(line + "\n" + Files.readString(said)).isZero();
    }

    private static void parses(String line) {
        if (line.startsWith("./warroom ")) {
            Main.commandLine().parseArgs(words(line, Path.of("/")).toArray(String[]::new));
        }
    }

    /** How a command ended. */
    private record Ended(int code, String out, String err) {}

    private Ended run(List<String> words) {
        CommandLine line = Main.commandLine();
        List<String> all = new ArrayList<>(words);
        CommandSpec spec = line.getSubcommands().get(words.getFirst()).getCommandSpec();
        Map.of("--state", ".local/state/warroom", "--workspace", ".")
                .forEach(
                        (option, place) -> {
                            if (spec.findOption(option) != null && !words.contains(option)) {
                                all.add(option);
                                all.add(workspace.resolve(place).normalize().toString());
                            }
                        });
        var out = new StringWriter();
        var err = new StringWriter();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = line.execute(all.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    private List<String> words(String line) {
        return words(line, workspace);
    }

    /**
     * As a shell in the workspace's folder would read them; what is there is named by its whole
     * path.
     */
    private static List<String> words(String line, Path folder) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.substring("./warroom ".length()));
        while (word.find()) {
            String plain = word.group(1) == null ? word.group(2) : word.group(1);
            String said = plain.replace("$HOME", folder.toString());
            boolean file = !words.isEmpty() && Files.exists(folder.resolve(said));
            words.add(file ? folder.resolve(said).toString() : said);
        }
        return words;
    }

    /** {@code ./warroom check PATH… [--json]}: such a command is there, and has these options. */
    @ParameterizedTest
    @MethodSource("documents")
    void whatIsSaidInPassingIsThereToo(Document document) {
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        for (String quoted : document.quoted()) {
            Matcher call = Pattern.compile("\\./warroom (\\w+)(.*)").matcher(quoted);
            if (!call.matches()) {
                continue;
            }
            CommandLine command = commands.get(call.group(1));
            assertThat(command).as(quoted).isNotNull();
            Pattern.compile("--[a-z-]+")
                    .matcher(call.group(2))
                    .results()
                    .forEach(
                            option ->
                                    assertThat(command.getCommandSpec().findOption(option.group()))
                                            .as(quoted)
                                            .isNotNull());
        }
    }

    /** So that no command hides in a block that nobody runs. */
    @ParameterizedTest
    @MethodSource("documents")
    void commandsStandInBlocksForAShell(Document document) {
        for (Document.Block block : document.blocks()) {
            if (block.label().isEmpty()) {
                assertThat(block.body().lines())
                        .noneMatch(it -> it.strip().matches("(\\./|mvn |tmux |ssh |\\$ ).*"));
            } else {
                // The runbooks among the examples are run by ChecksTest.
                assertThat(block.label()).isIn("sh", "yaml", "tmux", "text", "markdown");
            }
        }
    }

    @Test
    void everyPieceOfSettingsIsRead() throws Exception {
        for (Document document : Document.all()) {
            for (Document.Block block : document.blocks()) {
                if (block.label().equals("yaml") && block.body().startsWith("---")) {
                    String runbook =
                            block.body() + "\n# R\n\n```sh\necho <previous-version>\n```\n";
                    Library library = RunbookReader.read("r.md", runbook);
                    assertThat(library.problems()).as(block.body()).isEmpty();
                    assertThat(library.runbooks().getFirst().steps().getFirst().placeholders())
                            .allMatch(it -> it.suggestion().isPresent());
                } else if (block.label().equals("yaml")) {
                    Files.writeString(workspace.resolve("warroom.yaml"), block.body());
                    // Whatever is wrong with it is thrown, all at once.
                    WorkspaceReader.read(workspace);
                }
            }
        }
    }

    @Test
    void everythingThatIsLinkedIsThere() {
        for (Document document : Document.all()) {
            assertThat(document.links())
                    .as(document.toString())
                    .allSatisfy(it -> assertThat(it).exists());
        }
    }

    /** {@code x}, {@code :resolve}: the program has such a key, such a command. */
    @Test
    void everyKeyAndTypedCommandIsThere() {
        Set<String> keys =
                Bindings.usual().all().stream()
                        .flatMap(it -> it.keys().stream())
                        .map(Key::label)
                        .collect(Collectors.toSet());
        Set<String> commands =
                dev.warroom.room.CommandLine.COMMANDS.stream()
                        .map(it -> it.usage().split(" ")[0])
                        .collect(Collectors.toSet());
        for (Document document : Document.all()) {
            for (String quoted : document.quoted()) {
                if (quoted.matches("[A-Za-z/=?:]|Enter|Esc|Tab")) {
                    assertThat(keys).as(document.toString()).contains(quoted);
                } else if (quoted.matches(":[a-z]+( .*)?")) {
                    assertThat(commands).as(quoted).contains(quoted.substring(1).split(" ")[0]);
                }
            }
        }
    }

    @Test
    void everyCommandHasItsPage() {
        String pages = String.join("\n", documents().map(Document::text).toList());

        Main.commandLine()
                .getSubcommands()
                .keySet()
                .forEach(name -> assertThat(pages).contains("./warroom " + name));
    }

    @Test
    void theSettingsForTmuxAreTaken() throws Exception {
        for (Document document : Document.all()) {
            for (Document.Block block : document.blocks()) {
                if (block.label().equals("tmux")) {
                    Path settings = Files.writeString(workspace.resolve("tmux"), block.body());
                    worksInAShell(
                            "tmux -L documents-%d -f /dev/null start-server \\; source-file %s"
                                    .formatted(ProcessHandle.current().pid(), settings));
                }
            }
        }
    }

    /** Read in UTF-8 whatever the machine's own letters are. */
    @Test
    void thePictureIsOfTheWarRoom() throws Exception {
        assertThat(Files.readString(Path.of("docs/war-room.svg"), StandardCharsets.UTF_8))
                .contains("Checklist", "Logs", "Health", "Timeline", "INC-1");
    }
}
