package dev.warroom.share;

import dev.warroom.text.Sanitiser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How rooms ask each other for outputs, and answer: a first line with tabs between its parts, and
 * behind it the lines, or why there are none.
 */
final class OutputWords {

    /** In bytes, of a question. */
    static final int LONGEST_QUESTION = 1_000;

    /** In characters, of what one line of an answer may have; it is cut where it has more. */
    private static final int LONGEST_LINE = 16_000;

    private static final int MOST_LINES = 100_000;
    private static final String ASKED = "asked";
    private static final String GIVEN = "given";
    private static final String REFUSED = "refused";
    private static final String ID = "[0-9a-f]{24}";
    private static final String RUN = "[A-Za-z0-9._-]{1,100}";
    private static final String NUMBER = "\\d{1,15}";

    private OutputWords() {}

    /** An answer, and whose it says it is. */
    record Answer(String who, OutputPiece piece) {}

    static byte[] question(OutputQuestion asked) {
        return bytes(
                String.join(
                        "\t",
                        ASKED,
                        asked.id(),
                        asked.run(),
                        Long.toString(asked.before()),
                        asked.who()));
    }

    /** Empty where it is no question. */
    static Optional<OutputQuestion> question(String text) {
        String[] parts = text.split("\t", 5);
        boolean fits =
                parts.length == 5
                        && parts[0].equals(ASKED)
                        && parts[1].matches(ID)
                        && parts[2].matches(RUN)
                        && parts[3].matches(NUMBER);
        return fits
                ? Optional.of(
                        new OutputQuestion(
                                parts[1],
                                Sanitiser.line(parts[4]),
                                false,
                                parts[2],
                                Long.parseLong(parts[3])))
                : Optional.empty();
    }

    static byte[] answer(OutputQuestion asked, String who, OutputPiece piece) {
        boolean refused = !piece.refusal().isEmpty();
        String head =
                String.join(
                        "\t",
                        refused ? REFUSED : GIVEN,
                        asked.id(),
                        asked.run(),
                        Long.toString(piece.first()),
                        Long.toString(piece.least()),
                        Long.toString(piece.missing()),
                        who);
        List<String> rest = refused ? List.of(piece.refusal()) : piece.lines();
        return bytes(rest.isEmpty() ? head : head + "\n" + String.join("\n", rest));
    }

    /** Empty where it is not the answer to {@code asked}. */
    static Optional<Answer> answer(String text, OutputQuestion asked) {
        String[] lines = text.split("\n", MOST_LINES);
        String[] parts = lines[0].split("\t", 7);
        boolean fits =
                parts.length == 7
                        && (parts[0].equals(GIVEN) || parts[0].equals(REFUSED))
                        && parts[1].equals(asked.id())
                        && parts[2].equals(asked.run())
                        && parts[3].matches(NUMBER)
                        && parts[4].matches(NUMBER)
                        && parts[5].matches(NUMBER);
        if (!fits) {
            return Optional.empty();
        }
        List<String> rest =
                List.of(lines).subList(1, lines.length).stream()
                        .map(OutputWords::cut)
                        .map(Sanitiser::line)
                        .toList();
        OutputPiece piece =
                parts[0].equals(GIVEN)
                        ? new OutputPiece(
                                rest,
                                Long.parseLong(parts[3]),
                                Long.parseLong(parts[4]),
                                Long.parseLong(parts[5]),
                                "")
                        : OutputPiece.refused(
                                rest.isEmpty() ? "it does not say why" : rest.getFirst());
        return Optional.of(new Answer(Sanitiser.line(parts[6]), piece));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
