package dev.warroom.health;

import dev.warroom.room.Metric;
import dev.warroom.text.ShellWords;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How full a file system is: what is used of what is used or can be, rounded up, as df counts.
 *
 * @param path relative to the workspace, where it is this machine
 */
record DiskCheck(Path workspace, String path) implements MachineCheck {

    @Override
    public String script() {
        return "df -P -k -- "
                + ShellWords.quoted(path)
                + " | awk 'NR == 2 { printf \"%.0f %.0f\\n\", $3 * 1024, $4 * 1024 }'";
    }

    @Override
    public String here() throws IOException {
        Path at = workspace.resolve(path);
        if (!Files.exists(at)) {
            throw new IOException(path + " is not there");
        }
        FileStore store = Files.getFileStore(at);
        long used = store.getTotalSpace() - store.getUnallocatedSpace();
        return used + " " + store.getUsableSpace();
    }

    @Override
    public Figure read(String answer) throws IOException {
        String[] parts = answer.strip().split(" ");
        if (parts.length != 2 || !answer.strip().matches("\\d{1,18} \\d{1,18}")) {
            throw new IOException("df cannot look at " + path);
        }
        long used = Long.parseLong(parts[0]);
        long free = Long.parseLong(parts[1]);
        double percent = used + free == 0 ? 0 : Math.ceil(used * 100.0 / (used + free));
        return new Figure(
                Metric.of(path, percent, "%"),
                path + " " + (long) percent + " % full, " + Bytes.of(free) + " free");
    }
}
