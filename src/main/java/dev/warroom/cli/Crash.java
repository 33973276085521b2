package dev.warroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fault of the program itself. */
final class Crash {

    /** As sysexits.h calls it: an internal software error. */
    static final int EXIT = 70;

    private Crash() {}

    /**
     * Keeps the details in a file for whoever mends it, and answers what a person needs to know.
     */
    static String told(Throwable failure) {
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details));
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what =
                "The war room failed, by a fault of its own: "
                        + root
                        + ". What is recorded is safe, and what runs goes on: open it again.";
        try {
            Path file = Files.createTempFile("warroom-fault-", ".txt");
            Files.writeString(file, details.toString());
            return what + " Please report it with " + file + ".";
        } catch (IOException e) {
            return what + " Please report it with this:\n" + details;
        }
    }
}
