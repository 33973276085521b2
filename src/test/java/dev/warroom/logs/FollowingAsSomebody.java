package dev.warroom.logs;

import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;

import java.nio.file.Path;
import java.util.List;

/** Follows one file and prints what it hears, until its input ends. */
final class FollowingAsSomebody {

    private FollowingAsSomebody() {}

    public static void main(String[] args) throws Exception {
        LogFollower.Listener printing =
                new LogFollower.Listener() {
                    @Override
                    public void lines(List<LogLine> batch) {
                        batch.forEach(line -> System.out.println("line " + line.text()));
                    }

                    @Override
                    public void source(LogSource source) {
                        System.out.println(source.state() + " " + source.detail());
                    }
                };
        try (LogFollower follower =
                LogFollower.start(
                        Path.of(args[0]), List.of(ListedLog.of("app.log")), 10, printing)) {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
