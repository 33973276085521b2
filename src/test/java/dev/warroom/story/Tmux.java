package dev.warroom.story;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A real terminal with a person's shell in it: a tmux server of its own, with one pane. Closing it
 * ends the server and fails where a process outlives it.
 */
final class Tmux implements AutoCloseable {

    private static final String PROMPT = "person$";
    private static final Duration REST_OF_A_PICTURE = Duration.ofMillis(50);

    private final Account account;
    private final String socket;
    private final String target;
    private int commands;
    private boolean cut;

    private Tmux(Account account, String socket, String target) {
        this.account = account;
        this.socket = socket;
        this.target = target;
    }

    /** Opens a terminal of this size, with bash in the product's folder. */
    static Tmux open(Account account, int columns, int rows) {
        require();
        Tmux tmux = new Tmux(account, "story-" + ProcessHandle.current().pid(), ":");
        List<String> shell = new ArrayList<>(List.of("env", "-i"));
        account.environment().forEach((name, value) -> shell.add(name + "=" + value));
        shell.addAll(List.of("bash", "--norc", "--noprofile", "-i"));
        List<String> session = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d"));
        session.addAll(List.of("-x", "" + columns, "-y", "" + rows));
        session.addAll(List.of("-c", Account.PRODUCT.toString(), "--"));
        session.addAll(shell);
        tmux.tmux(session.toArray(String[]::new));
        tmux.await("the shell's prompt", screen -> screen.text().contains(PROMPT));
        return tmux;
    }

    /** One pane of its window, wherever the cursor is; nobody closes it. */
    Tmux pane(String id) {
        return new Tmux(account, socket, id);
    }

    /** Makes what the shell starts from now on know that it is in tmux. */
    Tmux inside() {
        finish(
                "export TMUX=%s,%s,0 TMUX_PANE=%s"
                        .formatted(asked("socket_path"), asked("pid"), asked("pane_id")));
        return this;
    }

    /** Without tmux a developer's build goes on; where the product is released it must not. */
    private static void require() {
        boolean there;
        try {
            there = new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
        String hint = "tmux is not installed: install it, for instance: apt-get install tmux";
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError(hint);
        }
        Assumptions.assumeTrue(there, hint);
    }

    /** Keys by their tmux names: {@code Enter}, {@code Escape}, {@code Tab}, {@code x}. */
    Tmux press(String... keys) {
        for (String key : keys) {
            tmux("send-keys", "-t", target, key);
        }
        return this;
    }

    /** Text, character by character, as from a keyboard. */
    Tmux type(String text) {
        tmux("send-keys", "-t", target, "-l", "--", text);
        return this;
    }

    /** Text that is pasted; bracketed where the program asked for that. */
    Tmux paste(String text) {
        try {
            Path file = Files.createTempFile(account.folder(), "paste-", ".txt");
            Files.writeString(file, text);
            tmux("load-buffer", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Line feeds arrive as carriage returns, which is what terminals send.
        tmux("paste-buffer", "-p", "-t", target);
        return this;
    }

    Tmux resize(int columns, int rows) {
        tmux("resize-window", "-t", target, "-x", "" + columns, "-y", "" + rows);
        return this;
    }

    /** Types a command into the shell; does not wait for anything. */
    Tmux command(String line) {
        return type(line).press("Enter");
    }

    /** Types a command into the shell, waits for its end, and answers its exit code. */
    int finish(String line) {
        Path code = account.folder().resolve("exit-" + ++commands);
        command(line + "; echo $? > " + code + ".part; mv " + code + ".part " + code);
        // To look for a file takes less than to look at the screen.
        Await.until(
                "the end of: " + line,
                () -> Files.exists(code),
                () -> "The screen is:\n" + screen().text());
        LockSupport.parkNanos(REST_OF_A_PICTURE.toNanos());
        try {
            return Integer.parseInt(Files.readString(code).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the program has given the terminal back to the shell; answers its exit code. */
    int exit() {
        await("the shell's prompt", Tmux::prompts);
        return finish("( exit $? )");
    }

    /** Whether the shell waits for a command. */
    static boolean prompts(Screen screen) {
        return screen.last().equals(PROMPT);
    }

    /** What is on the terminal now. */
    Screen screen() {
        return new Screen(tmux("capture-pane", "-p", "-t", target));
    }

    /** What tmux says of the pane, such as {@code cursor_flag}. */
    String asked(String format) {
        return tmux("display-message", "-p", "-t", target, "#{" + format + "}").strip();
    }

    /** How many cells tmux gives to {@code text}. */
    int width(String text) {
        tmux("set-option", "-g", "@row", text);
        return Integer.parseInt(asked("w:@row"));
    }

    /** From now on, every byte that comes to the terminal is kept in {@code file}. */
    Tmux record(Path file) {
        tmux("pipe-pane", "-t", target, "exec cat > '" + file + "'");
        Await.until("the recording", () -> Files.exists(file), () -> "");
        return this;
    }

    /**
     * Waits until the screen is as {@code wanted}; answers the one after it, which is as wanted
     * too: tmux may show a picture of which half has come.
     */
    Screen await(String description, Predicate<Screen> wanted) {
        Screen[] last = new Screen[1];
        Await.until(
                description,
                () -> wanted.test(last[0] = screen()) && wanted.test(last[0] = whole()),
                () -> "The screen is:\n" + last[0].text());
        return last[0];
    }

    /** What is on the terminal when a picture that was on its way has come. */
    private Screen whole() {
        LockSupport.parkNanos(REST_OF_A_PICTURE.toNanos());
        return screen();
    }

    /** Waits until all of {@code words} are on the screen. */
    Screen awaitWords(String... words) {
        return await(
                "the words " + List.of(words),
                screen -> {
                    for (String word : words) {
                        if (!screen.text().contains(word)) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /** Waits until the checklist's cursor is at the step of this title. */
    Screen awaitStep(String title) {
        return await(
                "the cursor at the step " + title,
                screen ->
                        screen.rows().stream().anyMatch(it -> it.matches(".*▶.*" + title + ".*")));
    }

    /** Leaves the room, as it asks whether one means it. */
    void leave() {
        press("q");
        awaitWords("Leave the war room?");
        press("y");
    }

    /** Leaves the room here, when the split beside it has closed. */
    void leaveBehindTheSplit() {
        Await.until(
                "the split's end", () -> asked("window_panes").equals("1"), () -> screen().text());
        leave();
    }

    private String tmux(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-L", socket));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            Map<String, String> environment = new HashMap<>(account.environment());
            environment.put("TMUX_TMPDIR", account.folder().toString());
            environment.put("LC_ALL", "C.UTF-8");
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** The terminal is gone from one moment to the next, as with a connection that is cut. */
    void cut() {
        cut = true;
        tmux("kill-server");
        Await.until(
                "the terminal's end",
                () -> account.processes("tmux -u").isEmpty(),
                () -> account.processes().toString());
    }

    /** Ends the terminal, and waits for the end of all that was started in it. */
    @Override
    public void close() {
        if (!cut) {
            tmux("kill-server");
        }
        if (!Await.comes(() -> account.processes().isEmpty())) {
            String left = account.processes().toString();
            account.endAll();
            throw new AssertionError("these processes outlived the terminal: " + left);
        }
    }
}
