package dev.warroom.story;

import dev.warroom.execution.Sshd;
import dev.warroom.launcher.StartCache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A person's own corner of the machine: an empty home, an empty state folder, and a mark in the
 * environment by which every process is found again that was started from here, however it was
 * detached.
 */
final class Account {

    /** The repository: failsafe's working folder. */
    static final Path PRODUCT = Path.of("").toAbsolutePath();

    private static final String MARK = "WARROOM_STORY";

    private final Path folder;
    private final String mark = UUID.randomUUID().toString();
    private final Map<String, String> environment = new LinkedHashMap<>();

    /**
     * @param folder empty, and the account's alone
     */
    Account(Path folder) throws IOException {
        StartCache.awaitMade();
        this.folder = folder;
        Files.createDirectories(home());
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("HOME", home().toString());
        environment.put("XDG_STATE_HOME", folder.resolve("xdg").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LANG", "C.UTF-8");
        environment.put("TERM", "screen-256color");
        environment.put("PS1", "person$ ");
        environment.put(MARK, mark);
    }

    /**
     * A person whose ssh knows the hosts of {@code sshd}.
     *
     * @param temp the test's folder
     */
    static Account reaching(Sshd sshd, Path temp) throws IOException {
        Account account = new Account(temp.resolve("account"));
        account.with("PATH", sshd.programs() + ":" + account.environment().get("PATH"));
        return account.with(
                "XDG_RUNTIME_DIR", Files.createDirectory(temp.resolve("run")).toString());
    }

    /** Sets a variable of the environment, before anything is started. */
    Account with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Account without(String name) {
        environment.remove(name);
        return this;
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Where the program keeps its journals when it is started with {@code --state}. */
    Path state() {
        return folder.resolve("state");
    }

    /** Runs the program without a terminal until it ends. */
    Ended warroom(String... arguments) throws IOException, InterruptedException {
        return begin(arguments).ended();
    }

    /** Starts the program, which is waited for later. */
    Running begin(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = PRODUCT.resolve("warroom").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return start(command);
    }

    /** Runs a command, with nothing to read, until it ends. */
    Ended run(String... command) throws IOException, InterruptedException {
        Running running = start(command);
        return running.ended();
    }

    /** Starts a command that is waited for later. */
    Running start(String... command) throws IOException {
        return Running.start(List.of(command), environment, folder);
    }

    /** The living processes that were started from here, with their command lines. */
    Map<Long, String> processes() {
        Map<Long, String> found = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(it -> it.getFileName().toString().matches("\\d+"))
                    .filter(it -> read(it.resolve("environ")).contains(MARK + "=" + mark))
                    .forEach(
                            it ->
                                    found.put(
                                            Long.valueOf(it.getFileName().toString()),
                                            read(it.resolve("cmdline")).replace('\0', ' ')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The living processes whose command line contains {@code part}. */
    List<Long> processes(String part) {
        return processes().entrySet().stream()
                .filter(it -> it.getValue().contains(part))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Ends what is left, by process id. */
    void endAll() {
        processes()
                .keySet()
                .forEach(it -> ProcessHandle.of(it).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Empty for a process that has just ended, or that is somebody else's. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
