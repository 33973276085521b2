package dev.warroom.story;

import dev.warroom.keys.Bindings;
import dev.warroom.policy.Policy;
import dev.warroom.room.Person;
import dev.warroom.room.Room;
import dev.warroom.terminal.Tty;
import dev.warroom.testing.Await;
import dev.warroom.view.Look;
import dev.warroom.view.RoomPainter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

/** A program that takes the terminal as the product does, draws a room, and fails. */
final class Throwing {

    private Throwing() {}

    /** Fails in the way that the first argument says, once the file of the second is there. */
    public static void main(String[] arguments) throws Exception {
        Path now = Path.of(arguments[1]);
        try (Tty tty = Tty.open(System.getenv(), () -> {})) {
            Room room =
                    Room.empty(
                            new Person("ana", "app-1"),
                            "/srv/shop",
                            Policy.usual(),
                            Instant.EPOCH,
                            tty.columns(),
                            tty.rows());
            RoomPainter painter =
                    new RoomPainter(Bindings.usual(), new Look(ZoneId.of("UTC"), true));
            tty.draw(painter.paint(room));
            if (!Await.comes(() -> Files.exists(now))) {
                throw new IllegalStateException(now + " never came");
            }
            if (arguments[0].equals("on-another-thread")) {
                Thread thread = new Thread(Throwing::fail);
                thread.setUncaughtExceptionHandler((failed, why) -> System.exit(1));
                thread.start();
                thread.join();
            }
            fail();
        }
    }

    private static void fail() {
        throw new IllegalStateException("the roof fell in");
    }
}
