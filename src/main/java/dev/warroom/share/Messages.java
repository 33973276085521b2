package dev.warroom.share;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of the record in a message of the stream: one, or several with a line feed between. */
final class Messages {

    private Messages() {}

    static byte[] of(List<byte[]> lines) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            if (message.size() > 0) {
                message.write('\n');
            }
            message.writeBytes(line);
        }
        return message.toByteArray();
    }

    static List<byte[]> lines(byte[] message) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < message.length; i++) {
            if (message[i] == '\n') {
                lines.add(Arrays.copyOfRange(message, from, i));
                from = i + 1;
            }
        }
        lines.add(Arrays.copyOfRange(message, from, message.length));
        return lines;
    }

    /** The last line of a message. */
    static byte[] newest(byte[] message) {
        return lines(message).getLast();
    }
}
