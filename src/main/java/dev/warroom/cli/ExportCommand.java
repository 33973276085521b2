package dev.warroom.cli;

import dev.warroom.journal.Exchange;
import dev.warroom.journal.JournalPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;

/** Writes a journal for another machine. */
@Command(
        name = "export",
        description = {
            "Write an incident's journal byte for byte, for: warroom import.",
            "Nothing is written of one that is damaged."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INCIDENT", description = "Such as INC-7.")
    private String incident;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The file to write (default: INCIDENT.jsonl here; - for the output).")
    private String to;

    @Mixin private StateOption state;

    @Override
    public Integer call() throws IOException {
        Path file = LogCommand.existing(state.folder(), incident);
        Exchange.check(file);
        if ("-".equals(to)) {
            JournalPrinter.json(file, System.out);
            System.out.flush();
            return 0;
        }
        Path target = Path.of(to == null ? incident + ".jsonl" : to);
        try {
            Files.createFile(
                    target,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(target)) {
                JournalPrinter.json(file, out);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Failure(target + " is there already: name another with --to FILE.");
        } catch (IOException e) {
            throw new Failure("Cannot write " + target + ": " + e.getMessage());
        }
        return 0;
    }
}
