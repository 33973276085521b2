package dev.warroom.cli;

import dev.warroom.testing.Await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A process of its own that has rooms for one machine after the other. */
final class RoomWorker {

    private final Process process;
    private final Thread listener = Thread.ofVirtual().unstarted(this::listen);
    private volatile Consumer<String> heard = line -> {};

    private RoomWorker(Process process) {
        this.process = process;
        listener.start();
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
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RoomProcess.class.getName());
        return new RoomWorker(
                new ProcessBuilder(java)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                        .start());
    }

    /**
     * Who is told each line that its rooms say, from now on.
     *
     * @param heard called on a thread of its own, one line after the other
     */
    void hear(Consumer<String> heard) {
        this.heard = heard;
    }

    private void listen() {
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                heard.accept(line);
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
