package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A process of its own that has one room after the other; what starts it is not the room's. */
final class RoomWorker {

    private final Process process;
    private final BufferedReader said;
    private Thread listener = Thread.ofVirtual().unstarted(() -> {});

    private RoomWorker(Process process) {
        this.process = process;
        said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * @param errors what it says beside, which is nothing
     */
    static RoomWorker start(Path errors) throws IOException {
        List<String> java =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RoomProcess.class.getName());
        return new RoomWorker(
                new ProcessBuilder(java)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                        .start());
    }

    /**
     * Opens a room in it.
     *
     * @param heard told each line that the room says
     */
    void open(String state, Consumer<String> heard) {
        listener = Thread.ofVirtual().start(() -> listen(heard));
        tell("open " + state);
    }

    private void listen(Consumer<String> heard) {
        try {
            String line = said.readLine();
            while (line != null && !line.equals("closed")) {
                heard.accept(line);
                line = said.readLine();
            }
        } catch (IOException e) {
            // It was killed; what it said before was heard.
            return;
        }
    }

    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // Killed meanwhile.
            return;
        }
    }

    /** The room is left as a person leaves it; the process can have another. */
    void leave() throws InterruptedException {
        tell("leave");
        assertThat(listener.join(Await.LIMIT)).as("it is left").isTrue();
        assertThat(process.isAlive()).isTrue();
    }

    /** As by {@code kill -9}; answers when all it has said was heard. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
            listener.join(Await.LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
