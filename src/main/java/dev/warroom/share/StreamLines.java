package dev.warroom.share;

import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lines of the stream in their order, as they come. */
final class StreamLines implements AutoCloseable {

    private static final int BATCH = 500;

    private final IterableConsumer messages;

    StreamLines(IterableConsumer messages) {
        this.messages = messages;
    }

    /** Those that are there already, some hundred at most; waits for one to come. */
    List<NatsLink.Line> next(Duration patience) throws CutOffException, InterruptedException {
        try {
            List<NatsLink.Line> lines = new ArrayList<>();
            Message message = messages.nextMessage(patience.toMillis());
            while (message != null) {
                NatsLink.Line line =
                        new NatsLink.Line(
                                message.getSubject(),
                                message.metaData().streamSequence(),
                                message.getData(),
                                message.metaData().pendingCount());
                lines.add(line);
                boolean more = line.left() > 0 && lines.size() < BATCH;
                message = more ? messages.nextMessage(patience.toMillis()) : null;
            }
            return lines;
        } catch (JetStreamStatusCheckedException | RuntimeException e) {
            throw new CutOffException("the room's stream cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            messages.close();
        } catch (Exception e) {
            // The connection goes as well, and takes it along.
            return;
        }
    }
}
