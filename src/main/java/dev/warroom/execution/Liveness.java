package dev.warroom.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process is still the one that was started, and not another that got its number. */
final class Liveness {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private Liveness() {}

    static boolean alive(RunFolder.Identity identity) {
        if (identity.started().equals("-")) {
            return ProcessHandle.of(identity.pid()).map(ProcessHandle::isAlive).orElse(false);
        }
        try {
            if (!Files.readString(BOOT_ID).strip().equals(identity.boot())) {
                return false;
            }
            String stat = Files.readString(Path.of("/proc/" + identity.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // proc(5): the third field, here the first, is the state; the 22nd, here the 20th, the
            // start.
            return !fields[0].equals("Z") && fields[19].equals(identity.started());
        } catch (IOException e) {
            return false;
        }
    }
}
