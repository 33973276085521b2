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

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * UTF-8, UTF-16 where its mark stands first, and otherwise Latin-1 with a warning, or what
     * Windows made of that.
     */
    static RunbookFile decode(String name, byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return utf16(name, bytes, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return utf16(name, bytes, StandardCharsets.UTF_16BE);
        }
        for (byte each : bytes) {
            if (each == 0) {
                return noText(name);
            }
        }
        int skip = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return new RunbookFile(
                    name, strict(StandardCharsets.UTF_8, bytes, skip), Optional.empty());
        } catch (CharacterCodingException e) {
            String latin = new String(bytes, StandardCharsets.ISO_8859_1);
            boolean windows = latin.chars().anyMatch(it -> it >= 0x80 && it < 0xA0);
            Problem problem =
                    Problem.warning(
                            new Location(name, line(bytes), 0),
                            "the file is not UTF-8 from here on, and is read as "
                                    + (windows ? "Windows-1252" : "Latin-1"),
                            "Save it as UTF-8.");
            String text = windows ? new String(bytes, WINDOWS) : latin;
            return new RunbookFile(name, text, Optional.of(problem));
        }
    }

    private static RunbookFile utf16(String name, byte[] bytes, Charset charset) {
        try {
            String text = strict(charset, bytes, 2);
            return text.indexOf('\0') < 0
                    ? new RunbookFile(name, text, Optional.empty())
                    : noText(name);
        } catch (CharacterCodingException e) {
            return RunbookFiles.failed(
                    name, "the file says it is UTF-16, and is not", "Save it as UTF-8.");
        }
    }

    private static RunbookFile noText(String name) {
        return RunbookFiles.failed(
                name,
                "the file is not text: it has NUL bytes",
                "Save it as UTF-8, or give it another ending.");
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
