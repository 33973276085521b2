package dev.warroom.workspace;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes read as text the way their writer's editor may have meant them. */
final class RunbookText {

    private RunbookText() {}

    /** UTF-8, UTF-16 where its mark stands first, and otherwise Latin-1 with a warning. */
    static RunbookFile decode(String name, byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return utf16(name, bytes, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return utf16(name, bytes, StandardCharsets.UTF_16BE);
        }
        for (byte each : bytes) {
            if (each == 0) {
                return RunbookFiles.failed(
                        name,
                        "the file is not text: it has NUL bytes",
                        "Save it as UTF-8, or give it another ending.");
            }
        }
        int skip = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return new RunbookFile(
                    name, strict(StandardCharsets.UTF_8, bytes, skip), Optional.empty());
        } catch (CharacterCodingException e) {
            Problem problem =
                    Problem.warning(
                            new Location(name, line(bytes), 0),
                            "the file is not UTF-8 from here on, and is read as Latin-1",
                            "Save it as UTF-8.");
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return new RunbookFile(name, text, Optional.of(problem));
        }
    }

    private static RunbookFile utf16(String name, byte[] bytes, Charset charset) {
        try {
            return new RunbookFile(name, strict(charset, bytes, 2), Optional.empty());
        } catch (CharacterCodingException e) {
            return RunbookFiles.failed(
                    name, "the file says it is UTF-16, and is not", "Save it as UTF-8.");
        }
    }

    private static String strict(Charset charset, byte[] bytes, int skip)
            throws CharacterCodingException {
        String text = new String(bytes, skip, bytes.length - skip, charset);
        if (text.indexOf('\uFFFD') < 0) {
            // Nothing had to be replaced; this is several times faster than a strict decoder.
            return text;
        }
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                .toString();
    }

    /** The line of the first byte that is not UTF-8, counted from 1. */
    private static int line(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length + 1);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean begins(byte[] bytes, int... marks) {
        if (bytes.length < marks.length) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if ((bytes[i] & 0xFF) != marks[i]) {
                return false;
            }
        }
        return true;
    }
}
