package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.cli.SurvivalScene.Phase;
import dev.warroom.execution.Network;
import dev.warroom.execution.SmallDisk;
import dev.warroom.execution.Ssh;
import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whatever happens to the room or to the way to a step, in whichever phase of the step: it runs
 * once, and whoever opens the incident again sees it running, or its outcome, and all that it has
 * printed.
 */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class SurvivalTest {

    /** What happens, and then is over. */
    interface Blow {
        void begin() throws Exception;

        default void end() throws Exception {}
    }

    private static final Duration CUT =
            Duration.ofSeconds(Integer.getInteger("warroom.cut.seconds", 4));

    @TempDir Path temp;

    private final AtomicReference<Duration> stepped = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(stepped.get());
    private final List<AutoCloseable> open = new ArrayList<>();
    private SurvivalScenes scenes;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /** Where steps run, and how rooms get there. */
    private record Way(String target, SshPlaces before, SshPlaces after, Path runs) {}

    private Way here() {
        return new Way("local", SshPlaces.ofRuns(), SshPlaces.ofRuns(), Path.of(""));
    }

    private Way over(Sshd sshd) {
        return new Way(
                "app-1", places(sshd, 1), places(sshd, 2), sshd.home().resolve(".warroom/runs"));
    }

    /** Each room that begins has a connection of its own. */
    private static SshPlaces places(Sshd sshd, long owner) {
        return SshPlaces.by(new Ssh(sshd.client(), sshd.folder(), owner));
    }

    private Path state() {
        return temp.resolve("state");
    }

    /** A step in each phase. */
    private void begin(Way way) throws Exception {
        scenes = new SurvivalScenes(temp, way.target(), clock);
        open.add(scenes);
        scenes.each(it -> it.reach(way.before()));
    }

    private Path runs(Way way, SurvivalScene scene) {
        return way.target().equals("local")
                ? scenes.state(scene.phase()).resolve("runs")
                : way.runs();
    }

    private void strike(Way way, Blow blow) throws Exception {
        blow.begin();
        SurvivalScene unread = scenes.of(Phase.ENDED_UNREAD);
        unread.end();
        unread.awaitGone(runs(way, unread));
        blow.end();
    }

    /** By the rooms that are opened later. */
    private void allIsFound() throws Exception {
        scenes.each(
                it -> {
                    if (it.phase() == Phase.BEFORE_START) {
                        it.assertNeverRan(it.reopened(), "it was never started");
                        return;
                    }
                    found(it);
                    it.reopened().awaitEnd();
                    it.reopened().readOutput();
                    it.assertWhole(it.reopened());
                });
    }

    /** What happens to a process of rooms that has not read how a step ended. */
    @FunctionalInterface
    private interface Loss {
        void of(RoomsOnTerminal rooms) throws Exception;
    }

    /** The process of the rooms ends, and others are opened. */
    private void roomsGone(Way way, List<String> ssh, boolean deaf, Loss loss) throws Exception {
        scenes = new SurvivalScenes(temp, way.target(), clock);
        open.add(scenes);
        RoomsOnTerminal rooms = RoomsOnTerminal.open(temp, ssh, deaf);
        open.add(rooms);
        strike(
                way,
                new Blow() {
                    @Override
                    public void begin() throws Exception {
                        rooms.freeze();
                    }

                    @Override
                    public void end() throws Exception {
                        loss.of(rooms);
                    }
                });
        scenes.each(it -> it.reopen(way.after()));
        allIsFound();
    }

    private static List<String> ssh(Sshd sshd) {
        List<String> words = new ArrayList<>(List.of(sshd.folder().toString()));
        words.addAll(sshd.client());
        return words;
    }

    /** What runs is seen to run, and then ends. */
    private static void found(SurvivalScene scene) throws Exception {
        if (scene.phase() != Phase.ENDED_UNREAD) {
            scene.reopened()
                    .await(
                            "the running step",
                            it -> HeadlessRoom.attempt(it).orElseThrow().running());
            scene.end();
        }
    }

    /** The room goes on, and finds its steps again; so does another one. */
    private void wayGone(Way way, Blow blow) throws Exception {
        begin(way);
        strike(way, blow);
        SurvivalScene late = scenes.of(Phase.BEFORE_START);
        late.room().startHeld();
        late.awaitStart();
        scenes.each(it -> it.reopen(way.after()));
        scenes.each(
                it -> {
                    found(it);
                    it.assertWhole(it.room());
                    it.reopened().awaitEnd();
                    it.reopened().readOutput();
                    it.assertWhole(it.reopened());
                });
    }

    @Test
    void theKilledRoomHere() throws Exception {
        roomsGone(here(), List.of(), false, it -> assertThat(it.kill()).isEqualTo(128 + 9));
    }

    @Test
    void theKilledRoomOverSsh(Sshd sshd) throws Exception {
        roomsGone(over(sshd), ssh(sshd), false, it -> assertThat(it.kill()).isEqualTo(128 + 9));
    }

    @Test
    void sighupHere() throws Exception {
        roomsGone(here(), List.of(), false, it -> assertThat(it.hangUp()).isEqualTo(128 + 1));
    }

    @Test
    void sighupOverSsh(Sshd sshd) throws Exception {
        roomsGone(over(sshd), ssh(sshd), false, it -> assertThat(it.hangUp()).isEqualTo(128 + 1));
    }

    @Test
    void theVanishedTerminalWithoutSighupHere() throws Exception {
        roomsGone(here(), List.of(), true, RoomsOnTerminal::loseTerminal);
    }

    @Test
    void theVanishedTerminalWithoutSighupOverSsh(Sshd sshd) throws Exception {
        roomsGone(over(sshd), ssh(sshd), true, RoomsOnTerminal::loseTerminal);
    }

    @Test
    void theKilledShellThroughWhichItIsFollowedHere() throws Exception {
        Way way = here();
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        wayGone(
                way,
                Frozen.of(
                        () ->
                                ProcessHandle.current()
                                        .children()
                                        .filter(it -> !before.contains(it))
                                        .toList()));
    }

    @Test
    void theKilledSshClient(Sshd sshd) throws Exception {
        wayGone(over(sshd), Frozen.of(() -> Frozen.with(sshd.folder() + "/config")));
    }

    @Test
    void theKilledMaster(Sshd sshd) throws Exception {
        wayGone(over(sshd), Frozen.of(() -> Frozen.with(sshd.folder() + "/1-")));
    }

    @Test
    void theRestartedSshd(Sshd sshd) throws Exception {
        wayGone(
                over(sshd),
                new Blow() {
                    @Override
                    public void begin() {
                        sshd.kill();
                    }

                    @Override
                    public void end() throws Exception {
                        sshd.start();
                    }
                });
    }

    @Test
    @EnabledIf("dev.warroom.execution.Network#possible")
    void theCutNetwork() throws Exception {
        Network network = Network.make();
        open.add(network);
        Sshd sshd = Sshd.start(Files.createDirectory(temp.resolve("sshd")), network);
        open.add(sshd);
        wayGone(
                over(sshd),
                new Blow() {
                    private long since;

                    @Override
                    public void begin() throws Exception {
                        network.cut();
                        since = System.nanoTime();
                    }

                    @Override
                    public void end() throws Exception {
                        SurvivalScene running = scenes.of(Phase.MID_OUTPUT);
                        running.room().await("the loss", it -> !it.lost().byRun().isEmpty());
                        Thread.sleep(
                                Math.max(
                                        0,
                                        CUT.toMillis() - (System.nanoTime() - since) / 1_000_000));
                        network.mend();
                    }
                });
    }

    @Test
    void theClockThatStepsBackHere() throws Exception {
        wayGone(here(), () -> stepped.set(Duration.ofHours(-1)));
    }

    @Test
    void theClockThatStepsBackOverSsh(Sshd sshd) throws Exception {
        wayGone(over(sshd), () -> stepped.set(Duration.ofHours(-1)));
    }

    /** The disk that the journal is on; here, the outputs of runs as well. */
    private void stateDiskFull(Way way) throws Exception {
        SmallDisk disk = SmallDisk.at(state());
        open.addFirst(disk);
        begin(way);
        if (way.target().equals("local")) {
            scenes.each(this::awaitRoomForOutput);
        }
        disk.fill();
        scenes.each(it -> it.room().writeUntilItFails());
        SurvivalScene before = scenes.of(Phase.BEFORE_START);
        before.room().startHeld();
        // Here its output would have no room; elsewhere it has, and the start was recorded.
        boolean never = way.target().equals("local");
        if (never) {
            awaitEndOrBanner(before);
        } else {
            before.awaitStart();
        }
        for (Phase phase : Phase.values()) {
            SurvivalScene scene = scenes.of(phase);
            if (scene != before || !never) {
                scene.end();
                scene.awaitGone(runs(way, scene));
                awaitEndOrBanner(scene);
            }
        }
        disk.free();
        if (never) {
            before.assertNeverRan(before.room(), "KB are free");
            scenes.close(Phase.BEFORE_START);
        }
        scenes.each(it -> it.assertWhole(it.room()));
        scenes.each(it -> it.reopen(way.after()));
        scenes.each(
                it -> {
                    it.reopened().readOutput();
                    it.assertWhole(it.reopened());
                });
    }

    /** What a step that has ended no longer needs of a full disk may be enough for the journal. */
    private static void awaitEndOrBanner(SurvivalScene scene) throws Exception {
        String words = "Walk the aisles has ended, which is NOT RECORDED yet";
        scene.room()
                .await(
                        "the banner",
                        it ->
                                it.notice().text().startsWith(words)
                                        || !HeadlessRoom.attempt(it).orElseThrow().running());
    }

    private void awaitRoomForOutput(SurvivalScene scene) throws Exception {
        Path output = runs(here(), scene).resolve("INC-1-1/output");
        if (scene.phase() != Phase.BEFORE_START) {
            Await.until("room for the output", () -> SmallDisk.kilobytes(output) >= 256);
        }
    }

    @Test
    @EnabledIf("dev.warroom.execution.Network#possible")
    void theFullStateDiskHere() throws Exception {
        stateDiskFull(here());
    }

    @Test
    @EnabledIf("dev.warroom.execution.Network#possible")
    void theFullStateDiskOverSsh(Sshd sshd) throws Exception {
        stateDiskFull(over(sshd));
    }
}
