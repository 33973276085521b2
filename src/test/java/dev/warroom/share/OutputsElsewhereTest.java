package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What a run has printed on one machine, asked for and read on another. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class OutputsElsewhereTest {

    private static final String RUN = "INC-7-1.ana";
    private static final String SUBJECT = "ops.INC-7.output";

    @TempDir Path folder;

    private NatsServer server;
    private People people;

    @BeforeEach
    void start() throws Exception {
        server = NatsServer.start(folder.resolve("server"));
        people = new People(folder);
        RoomStream.make(server.room(), folder, 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A machine of the room in which ana and ben are members. */
    private Machine member(String who) {
        return new Machine(folder, who, people.room(server, who, "ana", "ben"));
    }

    private static OutputPiece whole(String... lines) {
        return new OutputPiece(List.of(lines), 0, 0, 0, "");
    }

    @Test
    void aMemberReadsItSafeToDrawAndWhoIsNoneIsKnownToBeNone() throws Exception {
        try (Machine ana = member("ana");
                Machine ben = member("ben");
                Machine eve = member("eve")) {
            ana.gives(it -> Optional.of(whole("one \u001b]0;mine\u0007", "\u001b[31mtwo")));
            OutputRead read = ben.reads(RUN);
            assertThat(read.trouble()).isEmpty();
            assertThat(read.lines()).hasSize(2).noneMatch(it -> it.contains("\u001b"));
            assertThat(read.lines().getLast()).isEqualTo("two");
            assertThat(ana.asked.poll().member()).isTrue();

            ana.gives(
                    it -> Optional.of(it.member() ? whole("x") : OutputPiece.refused("no member")));
            assertThat(eve.reads(RUN).trouble()).isEqualTo("its room does not give it: no member");
            assertThat(ben.reads(RUN).lines()).containsExactly("x");
        }
    }

    @Test
    void aLongOneComesInSeveralMessagesAndWhatIsLeftOutIsCounted() throws Exception {
        List<String> all = IntStream.range(0, 700).mapToObj(it -> "line " + it).toList();
        try (Machine ana = new Machine(folder, "ana", server.room());
                Machine ben = new Machine(folder, "ben", server.room())) {
            ana.gives(
                    it -> {
                        int end = it.before() == 0 ? 1_000 : (int) it.before();
                        int from = Math.max(300, end - 200);
                        return Optional.of(
                                new OutputPiece(
                                        all.subList(from - 300, end - 300), from, 300, 307, ""));
                    });
            OutputRead read = ben.reads(RUN);

            assertThat(read.lines()).isEqualTo(all);
            assertThat(read.before()).isEqualTo(307);
            assertThat(ana.asked).hasSizeGreaterThan(3);
        }
    }

    @Test
    void aRoomThatIsSilentOrAwayIsSaidAndNothingWaitsForIt() throws Exception {
        try (Machine ben = new Machine(folder, "ben", server.room())) {
            assertThat(ben.asks(RUN).trouble()).isEqualTo(OutputReading.SILENT);
            server.kill();
            Await.until("it is known", () -> !ben.standing().trouble().isEmpty());
            assertThat(ben.asks(RUN).trouble()).contains("127.0.0.1:" + server.port());
        }
    }

    /** Eve hears the question, too, and is quicker. */
    @Test
    void whatIsNotSignedByAMemberIsNoAnswerAndAQuestionIsAnsweredOnce() throws Exception {
        LinkedBlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
        Set<String> forged = ConcurrentHashMap.newKeySet();
        try (Machine ana = member("ana");
                Machine ben = member("ben");
                NatsLink eve = NatsLink.open(server.room(), folder)) {
            Await.until("ana is there", () -> !ben.others().isEmpty());
            eve.hear(
                    SUBJECT,
                    (words, reply) -> {
                        OutputQuestion question = question(words);
                        byte[] lie = OutputWords.answer(question, "ana@ana", whole("forged"));
                        eve.say(
                                reply,
                                SignedWords.message(SUBJECT, lie, Optional.of(people.key("eve"))));
                        forged.add(question.id());
                        heard.add(words);
                    });
            // The server lets her hear before it answers this.
            eve.last(SUBJECT);
            ana.gives(
                    it -> {
                        Await.until("the lie", () -> forged.contains(it.id()));
                        return Optional.of(whole("true"));
                    });
            assertThat(ben.reads(RUN).lines()).containsExactly("true");

            byte[] first = heard.poll();
            eve.say(SUBJECT, first);
            assertThat(ask(eve, first)).isEmpty();
            assertThat(ana.asked).extracting(OutputQuestion::id).doesNotHaveDuplicates();
        }
    }

    private static OutputQuestion question(byte[] words) {
        return OutputWords.question(SignedWords.read(words).text()).orElseThrow();
    }

    private static Optional<String> ask(NatsLink from, byte[] words) throws Exception {
        return from.ask(
                "ops.INC-7.output",
                words,
                Duration.ofMillis(300),
                it -> {
                    String text = SignedWords.read(it).text();
                    return text.endsWith("forged") ? Optional.empty() : Optional.of(text);
                });
    }

    @Test
    void whoAsksTooMuchIsNotHeardAndMembersAreAllTheSame() throws Exception {
        try (Machine ana = member("ana");
                Machine ben = member("ben");
                NatsLink eve = NatsLink.open(server.room(), folder)) {
            Await.until("ana is there", () -> !ben.others().isEmpty());
            ana.gives(it -> it.member() ? Optional.of(whole("for ben")) : Optional.empty());
            Set<String> bens = ConcurrentHashMap.newKeySet();
            eve.hear(
                    SUBJECT,
                    (words, reply) -> {
                        OutputQuestion question = question(words);
                        if (question.who().startsWith("ben@")) {
                            bens.add(question.id());
                        }
                    });
            // The server lets her hear before it answers this.
            eve.last(SUBJECT);
            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger asked = new AtomicInteger();
            // A virtual thread that never waits would leave others none of a single processor.
            Thread flood =
                    Thread.ofPlatform()
                            .daemon()
                            .start(
                                    () -> {
                                        while (!enough.get()) {
                                            askInVain(eve, asked.incrementAndGet());
                                        }
                                    });
            try {
                Await.until("eve has asked too much", () -> asked.get() > heard(ana) + 200);
                for (int i = 0; i < 5; i++) {
                    assertThat(ben.reads(RUN).lines()).containsExactly("for ben");
                }
            } finally {
                enough.set(true);
                flood.join();
            }
            assertThat(heard(ana)).isPositive();
            assertThat(ana.asked).extracting(OutputQuestion::id).containsAll(bens);
            assertThat(bens).isNotEmpty();
        }
    }

    /** How many questions of those who are no members have come through. */
    private static long heard(Machine machine) {
        return machine.asked.stream().filter(it -> !it.member()).count();
    }

    private void askInVain(NatsLink eve, int number) {
        String id = "%024x".formatted(number);
        byte[] words = OutputWords.question(new OutputQuestion(id, "eve@e", false, RUN, 0));
        byte[] message = SignedWords.message(SUBJECT, words, Optional.of(people.key("eve")));
        try {
            eve.ask(SUBJECT, message, Duration.ofNanos(1), Optional::of);
        } catch (CutOffException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
