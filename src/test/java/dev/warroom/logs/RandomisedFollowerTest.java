package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

class RandomisedFollowerTest extends FollowerTestBase {

    private static final int LINES = 2_000;

    @RepeatedTest(3)
    void everyNumberedLineIsShownOnce() throws Exception {
        long seed = Long.getLong("warroom.seed", System.nanoTime());
        System.out.println("everyNumberedLineIsShownOnce: -Dwarroom.seed=" + seed);
        Random random = new Random(seed);
        write("app.log", "");
        follow(10, "app.log*");
        heard.await(all -> !all.news().isEmpty());
        List<String> expected = new ArrayList<>();
        int rotations = 0;
        while (expected.size() < LINES) {
            StringBuilder lines = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                String line = "line " + expected.size() + " " + "é".repeat(random.nextInt(60));
                expected.add(line);
                lines.append(line).append('\n');
            }
            inPieces(lines.toString(), random);
            switch (random.nextInt(12)) {
                case 0 -> rename("app.log", "app.log." + rotations++);
                case 1 -> {
                    rename("app.log", "app.log." + rotations++);
                    write("app.log", "");
                }
                case 2 -> deleteOnceRead(expected.size());
                case 3 -> truncateOnceRead(expected.size());
                default -> LockSupport.parkNanos(random.nextInt(3_000_000));
            }
        }
        heard.await(all -> all.texts().size() >= expected.size());
        // Files are drained beside each other, so only the lines of one file keep their order.
        assertThat(heard.texts()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void inPieces(String text, Random random) throws IOException {
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(200));
            write("app.log", text.substring(at, end));
            at = end;
        }
    }

    private void deleteOnceRead(int lines) throws IOException {
        heard.await(all -> all.texts().size() >= lines);
        Files.delete(file("app.log"));
    }

    private void truncateOnceRead(int lines) throws IOException {
        heard.await(all -> all.texts().size() >= lines);
        Files.writeString(file("app.log"), "");
    }
}
