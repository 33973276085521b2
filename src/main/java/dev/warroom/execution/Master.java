package dev.warroom.execution;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * The process of ssh that keeps a connection for others, as it speaks at its socket (OpenSSH,
 * PROTOCOL.mux). To ask it here costs a hundredth of what another process of ssh would.
 */
final class Master {

    private static final int HELLO = 1;
    private static final int VERSION = 4;
    private static final int TERMINATE = 0x10000005;
    private static final int REQUEST = 1;

    private Master() {}

    /** Ends it, and with it the connection; waits until it is about to. */
    static void end(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            say(channel, HELLO, VERSION);
            say(channel, TERMINATE, REQUEST);
            ByteBuffer answers = ByteBuffer.allocate(256);
            while (answers.hasRemaining() && channel.read(answers) >= 0) {
                // It says hello and yes, and closes this.
            }
        } catch (IOException e) {
            // It has ended before, or does by itself when nobody has used it for a while.
            return;
        }
    }

    private static void say(SocketChannel channel, int type, int word) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(3 * Integer.BYTES);
        packet.putInt(2 * Integer.BYTES).putInt(type).putInt(word).flip();
        while (packet.hasRemaining()) {
            channel.write(packet);
        }
    }
}
