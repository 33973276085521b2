package dev.warroom.bench;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.journal.Journal;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What it takes until one event is on the disk, beside the same bytes written plainly. */
final class JournalBench {

    /** Until all is compiled and the heap has been used once. */
    private static final int WARM_UPS = 8_000;

    private static final int TIMES = 1_000;

    private JournalBench() {}

    static void main() throws Exception {
        Figures.sayJava();
        IncidentEvent note = new IncidentEvent.NoteAdded("Only customers on the new schema see it");
        long[] ours = new long[TIMES];
        long[] plain = new long[TIMES];
        try (Scratch scratch = Scratch.onDisk();
                Journal journal = Journal.create(scratch.folder(), "INC");
                FileChannel file =
                        FileChannel.open(
                                scratch.folder().resolve("plain"),
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE)) {
            journal.append(Instant.now(), "ana", "app-1", note);
            long before = Files.size(journal.path());
            journal.append(Instant.now(), "ana", "app-1", note);
            byte[] same = new byte[(int) (Files.size(journal.path()) - before)];
            for (int i = -WARM_UPS; i < TIMES; i++) {
                // Whoever comes second finds the disk as the first has left it, so they take turns.
                boolean first = (i & 1) == 0;
                long took = first ? appended(journal, note) : 0;
                long began = System.nanoTime();
                file.write(ByteBuffer.wrap(same));
                file.force(false);
                long plainTook = System.nanoTime() - began;
                took = first ? took : appended(journal, note);
                if (i >= 0) {
                    ours[i] = took;
                    plain[i] = plainTook;
                }
            }
            Figures journalled = new Figures(ours);
            Figures written = new Figures(plain);
            journalled.print("an event on the disk (" + same.length + " bytes)");
            written.print("the same bytes: write and fdatasync");
            Figures.say("ratio %.2f", journalled.medianMillis() / written.medianMillis());
        }
    }

    private static long appended(Journal journal, IncidentEvent event) {
        long began = System.nanoTime();
        journal.append(Instant.now(), "ana", "app-1", event);
        return System.nanoTime() - began;
    }
}
