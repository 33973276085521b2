package dev.warroom.workspace;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a small file that a person wrote. */
final class ConfigText {

    /** In bytes. */
    static final int LONGEST = 1 << 20;

    private ConfigText() {}

    /**
     * @param start what to write into the file where there is none
     * @throws ProblemsException if it is missing, not a file, unreadable, too long or not UTF-8
     */
    static String read(Path file, String start) {
        if (Files.isDirectory(file)) {
            throw problem(file, "it is a folder, and should be a file", start);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw problem(file, "it is not a regular file", start);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw problem(
                        file,
                        "the file is longer than " + LONGEST + " bytes",
                        "Move what does not belong here to files of its own.");
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw problem(file, "the file does not exist", start);
        } catch (CharacterCodingException e) {
            throw problem(file, "the file is not valid UTF-8", "Save it as UTF-8.");
        } catch (IOException e) {
            throw problem(
                    file,
                    "the file cannot be read: " + e.getMessage(),
                    "Check its owner and mode.");
        }
    }

    private static ProblemsException problem(Path file, String message, String hint) {
        return new ProblemsException(Problem.error(Location.of(file.toString()), message, hint));
    }
}
