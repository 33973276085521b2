package dev.warroom.execution;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/** Reads answers as {@code post.sh} writes them. */
final class AnswerReader {

    private static final int MOST_LINE = 8192;

    private final InputStream in;
    private byte[] line = new byte[64];
    private String passedOver = "";

    /**
     * @param in buffered
     */
    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** Reads on until a line that is exactly {@code wanted}: a login shell may have its own say. */
    void skipTo(String wanted) throws IOException {
        for (String line = line(); !line.equals(wanted); line = line()) {
            passedOver = line.isBlank() ? passedOver : line;
        }
        passedOver = "";
    }

    /** The last line of those before the one that {@link #skipTo} has not found; may be empty. */
    String passedOver() {
        return passedOver;
    }

    /**
     * The next answer; waits for it.
     *
     * @throws EOFException where there is none any more
     * @throws IOException where it makes no sense
     */
    Answer next() throws IOException {
        String line = line();
        String[] words = line.split(" ");
        try {
            return switch (words[0]) {
                case "r", "k" -> new Answer.Done();
                case "s" -> new Answer.Begun();
                case "d" -> new Answer.BegunBefore();
                case "." -> new Answer.SignOfLife();
                case "e" -> new Answer.Refused(Refusals.words(line.substring(1).strip()));
                case "o" -> new Answer.Bytes(Long.parseLong(words[1]), Long.parseLong(words[2]));
                case "h" -> secrets(line, Integer.parseInt(words[1]));
                case "p" ->
                        new Answer.PassedOver(
                                Long.parseLong(words[1]),
                                Long.parseLong(words[2]),
                                Long.parseLong(words[3]));
                case "x" -> over(words);
                case "u" ->
                        new Answer.Gone(
                                Long.parseLong(words[1]), why(words[2]), words[3].equals("1"));
                case "n" -> new Answer.Never(why(words[1]));
                case "l" -> new Answer.Left(line.substring(2));
                case "f" -> new Answer.Kept(words[3], words[1], Long.parseLong(words[2]));
                default -> throw new IOException("it answers \"" + line + "\"");
            };
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("it answers \"" + line + "\"", e);
        }
    }

    /** Fills {@code buffer} up to {@code count}. */
    void bytes(byte[] buffer, int count) throws IOException {
        if (in.readNBytes(buffer, 0, count) < count) {
            throw new EOFException();
        }
    }

    /** A host that announces more than any order has means something else by it. */
    private static Answer secrets(String line, int count) throws IOException {
        if (count < 0 || count > Order.MOST_SECRETS) {
            throw new IOException("it answers \"" + line + "\"");
        }
        return new Answer.Secrets(count);
    }

    private static Answer over(String[] words) {
        return new Answer.Over(
                Integer.parseInt(words[1]),
                between(words[2], words[3]),
                Long.parseLong(words[4]),
                why(words[5]),
                Long.parseLong(words[7]) - Long.parseLong(words[6]),
                words.length > 8 && Integer.parseInt(words[9]) == Integer.parseInt(words[1])
                        ? OptionalInt.of(Integer.parseInt(words[8]))
                        : OptionalInt.empty());
    }

    private static Duration between(String began, String ended) {
        Duration took =
                Duration.ofMillis(
                        new BigDecimal(ended)
                                .subtract(new BigDecimal(began))
                                .movePointRight(3)
                                .longValue());
        return took.isNegative() ? Duration.ZERO : took;
    }

    private static Answer.Why why(String word) {
        return switch (word) {
            case "stopped" -> Answer.Why.STOPPED;
            case "late" -> Answer.Why.LATE;
            default -> Answer.Why.BY_ITSELF;
        };
    }

    private String line() throws IOException {
        int count = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                passedOver = count == 0 ? passedOver : text(count);
                throw new EOFException();
            }
            if (count == line.length && count < MOST_LINE) {
                line = Arrays.copyOf(line, 2 * count);
            }
            if (count < MOST_LINE) {
                line[count++] = (byte) next;
            }
        }
        return text(count);
    }

    private String text(int count) {
        return new String(line, 0, count, StandardCharsets.UTF_8);
    }
}
