package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the production starts one of its processes.
 *
 * @param ownerPid the process that it must not outlive
 * @param folder the drill's folder
 * @param port to listen on, on 127.0.0.1
 * @param readyFile gets the process id once it listens
 * @param instances for the service: how many
 * @param databasePort for the service: where its database listens
 */
record PartArguments(
        long ownerPid, Path folder, int port, Path readyFile, int instances, int databasePort) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int COUNT = 6;

    /** What a process does; it comes back only when it is over. */
    interface Work {
        void with(PartArguments arguments) throws IOException;
    }

    List<String> words() {
        return List.of(
                Long.toString(ownerPid),
                folder.toString(),
                Integer.toString(port),
                readyFile.toString(),
                Integer.toString(instances),
                Integer.toString(databasePort));
    }

    /** Does the work in this process; ends it with 1 and one line where that cannot go on. */
    static void run(String[] words, Work work) {
        if (words.length != COUNT) {
            System.err.println("this is started by a drill, and by nothing else");
            System.exit(2);
        }
        var arguments =
                new PartArguments(
                        Long.parseLong(words[0]),
                        Path.of(words[1]),
                        Integer.parseInt(words[2]),
                        Path.of(words[3]),
                        Integer.parseInt(words[4]),
                        Integer.parseInt(words[5]));
        Thread.ofPlatform().daemon().name("owner").start(arguments::endWithOwner);
        try {
            work.with(arguments);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    Workspace workspace() {
        return new Workspace(folder);
    }

    /** Tells who started this that it listens now. */
    void ready() throws IOException {
        Files.writeString(readyFile, ProcessHandle.current().pid() + "\n");
    }

    /** Nothing may be left to do once the owner is gone, so there is no orderly end. */
    private void endWithOwner() {
        var owner = new Owner(ownerPid);
        while (!owner.gone()) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
        Runtime.getRuntime().halt(1);
    }
}
