package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class DatabaseStatementsTest {

    private static final int SAVES = 200;

    @TempDir private Path folder;

    @Test
    void whatIsSavedInTimeAndAtTheEndAtOnceCanBeOpenedAgain() throws Exception {
        Files.writeString(
                folder.resolve("render_jobs.schema"), "id number\nfilm text\nframes number\n");
        DatabaseStatements statements = opened();
        for (int job = 1; job <= Store.MOST_ROWS; job++) {
            statements.carryOut(
                    DatabaseStatements.PRODUCTION,
                    "ADD",
                    job + " paper-moons 240 2026-01-31T12:00:00Z");
        }

        // The database saves every two seconds, and where it is stopped meanwhile from there too.
        Callable<Void> saving =
                () -> {
                    for (int save = 0; save < SAVES; save++) {
                        statements.save();
                    }
                    return null;
                };
        List<Future<Void>> ended = new ArrayList<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            ended.add(both.submit(saving));
            ended.add(both.submit(saving));
        }

        for (Future<Void> one : ended) {
            one.get();
        }
        assertThat(opened().carryOut(DatabaseStatements.PRODUCTION, "ROWS", ""))
                .containsExactly(Integer.toString(Store.MOST_ROWS));
    }

    private DatabaseStatements opened() throws Exception {
        var statements =
                new DatabaseStatements(folder, DatabaseSettings.read(folder), () -> List.of());
        statements.open();
        return statements;
    }
}
