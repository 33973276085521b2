package dev.warroom.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.keys.Bindings;
import dev.warroom.room.Act;
import dev.warroom.room.Desk;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.Signal;
import dev.warroom.view.Frame;
import dev.warroom.view.Ink;
import dev.warroom.view.Look;
import dev.warroom.view.RoomPainter;
import dev.warroom.view.Style;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is on a terminal after frames were sent to it: exactly the last one. */
class DisplayTest {

    private static final Look LOOK = new Look(ZoneOffset.UTC, true);

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final Desk desk = Desk.inIncident();

    private Display display(boolean coloured) throws IOException {
        return new Display(new Output(wire), new Palette(coloured), 120, 30);
    }

    private static Frame paint(Desk desk) {
        return new RoomPainter(Bindings.usual(), LOOK).paint(desk.room());
    }

    private void send(Emulator terminal) {
        terminal.write(wire.toByteArray());
        wire.reset();
    }

    private static void shows(Emulator terminal, Frame frame, boolean coloured) {
        for (int row = 0; row < frame.rows(); row++) {
            List<String> line = new ArrayList<>();
            for (int column = 0; column < frame.columns(); column++) {
                line.add(frame.glyph(column, row));
                boolean covered = frame.glyph(column, row).equals(Frame.COVERED);
                if (!covered) {
                    assertThat(terminal.look(column, row))
                            .as("the look of column " + column + ", row " + row)
                            .isEqualTo(look(frame.style(column, row), coloured));
                }
            }
            assertThat(String.join("|", terminal.screen().get(row)))
                    .as("row " + row)
                    .isEqualTo(String.join("|", line));
        }
        int[] cursor = frame.cursor().map(it -> new int[] {it.column(), it.row()}).orElse(null);
        assertThat(terminal.cursor()).isEqualTo(cursor);
    }

    private static String look(Style style, boolean coloured) {
        List<String> set = new ArrayList<>();
        if (style.bold()) {
            set.add("1");
        }
        if (style.reverse()) {
            set.add("7");
        }
        String ink =
                switch (style.ink()) {
                    case PLAIN -> "";
                    case MUTED -> "90";
                    case ACCENT -> "36";
                    case GOOD -> "32";
                    case WARNING -> "33";
                    case BAD -> "31";
                };
        if (coloured && style.ink() != Ink.PLAIN) {
            set.add(ink);
        }
        set.sort(null);
        return String.join(" ", set);
    }

    @Example
    void theSecondFrameIsWhatIsThereAfterIt() throws IOException {
        Display display = display(true);
        Emulator terminal = new Emulator(120, 30);
        display.draw(paint(desk));
        send(terminal);
        shows(terminal, paint(desk), true);

        desk.type("2").logs(new LogLine("app", LogLevel.ERROR, "订单失败 ⚠️ 👩‍🚒 ทำงาน é"));
        display.draw(paint(desk));
        send(terminal);
        shows(terminal, paint(desk), true);
    }

    @Example
    void wideCharactersThatComeAndGoBesideBordersLeaveThemStraight() throws IOException {
        Display display = display(true);
        Emulator terminal = new Emulator(120, 30);
        for (String text :
                List.of(
                        "订".repeat(60),
                        "x".repeat(120),
                        "a" + "订".repeat(60),
                        "🚒x".repeat(30),
                        "e\u0301🚒订".repeat(20),
                        "⚠️".repeat(40),
                        "ทำงานล้มเหลว".repeat(9),
                        "",
                        "🇩🇪👩‍🚒".repeat(20))) {
            desk.logs(
                    new LogLine("app", LogLevel.NONE, text),
                    new LogLine("a", LogLevel.ERROR, "x" + text));
            display.draw(paint(desk));
            send(terminal);
            shows(terminal, paint(desk), true);
        }
    }

    @Example
    void whatHasNotChangedIsNotSentAgain() throws IOException {
        Display display = display(true);
        display.draw(paint(desk));
        assertThat(wire.size()).isGreaterThan(3_000);

        wire.reset();
        display.draw(paint(desk));
        assertThat(wire.size()).isLessThan(40);

        display.forget();
        display.draw(paint(desk));
        assertThat(wire.size()).isGreaterThan(3_000);
    }

    @Example
    void aFrameOfAnotherSizeIsDrawnWhole() throws IOException {
        Display display = display(true);
        display.draw(paint(desk));
        for (int[] size : new int[][] {{80, 24}, {200, 50}, {1, 1}, {40, 10}}) {
            desk.signal(new Signal.Resized(size[0], size[1]));
            wire.reset();
            display.draw(paint(desk));
            Emulator terminal = new Emulator(size[0], size[1]);
            send(terminal);
            shows(terminal, paint(desk), true);
        }
    }

    @Example
    void aTerminalWithoutRoomGetsNothing() throws IOException {
        Display display = display(true);
        display.draw(paint(desk));
        wire.reset();
        display.draw(paint(desk.signal(new Signal.Resized(0, 24))));
        display.draw(paint(desk.signal(new Signal.Resized(80, 0))));

        assertThat(wire.size()).isZero();
    }

    @Example
    void withoutColoursBoldAndReverseRemain() throws IOException {
        Display display = display(false);
        Emulator terminal = new Emulator(120, 30);
        display.draw(paint(desk));
        send(terminal);

        shows(terminal, paint(desk), false);
    }

    @Example
    void theCursorIsWhereOneTypes() throws IOException {
        Display display = display(true);
        Emulator terminal = new Emulator(120, 30);
        display.draw(paint(desk.type("tnote 订")));
        send(terminal);

        assertThat(terminal.cursor()).isNotNull();
        shows(terminal, paint(desk), true);
    }

    @Example
    void moreDifferentCharactersThanCanBeToldApartAreStillDrawn() throws IOException {
        Display display = display(true);
        Emulator terminal = new Emulator(120, 30);
        for (int i = 0; i < 160; i++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < 50; c++) {
                line.appendCodePoint(0x20000 + i * 50 + c);
            }
            desk.logs(new LogLine("app", LogLevel.NONE, line.toString()));
            display.draw(paint(desk));
            send(terminal);
            shows(terminal, paint(desk), true);
        }
    }

    @Example
    void charactersOfThePrivateAreaAreThemselves() throws IOException {
        Display display = display(true);
        Emulator terminal = new Emulator(120, 30);
        desk.logs(new LogLine("app", LogLevel.NONE, "\uE000\uE001\uE0A0\uF8FF end"));
        display.draw(paint(desk));
        send(terminal);

        assertThat(paint(desk).text()).contains("\uE000\uE001\uE0A0\uF8FF end");
        shows(terminal, paint(desk), true);
    }

    @Example
    void aTerminalThatWasShownNothingHasNothingToRestore() throws IOException {
        Output output = new Output(wire);
        Display display = new Display(output, new Palette(true), 120, 30);
        output.pause("left");
        output.resume("back");
        output.close("\u001b[?1049l");
        assertThat(wire.size()).isZero();

        display.draw(paint(desk));
        assertThat(wire.size()).isZero();
    }

    @Example
    void nothingFollowsTheLastSequence() throws IOException {
        Output output = new Output(wire);
        Display display = new Display(output, new Palette(true), 120, 30);
        display.draw(paint(desk));
        output.close("\u001b[?1049l");
        display.draw(paint(desk.type("z")));
        output.close("again");

        assertThat(wire.toString(StandardCharsets.UTF_8)).endsWith("\u001b[?1049l");
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, seed = "278011747")
    void whateverHappensTheTerminalShowsTheLastFrame(@ForAll("acts") List<Act> acts)
            throws IOException {
        Desk any = Desk.inIncident();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Display display = new Display(new Output(sent), new Palette(true), 120, 30);
        Emulator terminal = new Emulator(120, 30);
        for (Act act : acts) {
            act.on().accept(any);
            any.signal(new Signal.Resized(120, 30));
            Frame frame = paint(any);
            display.draw(frame);
            terminal.write(sent.toByteArray());
            sent.reset();
            shows(terminal, frame, true);
        }
    }
}
