package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

class StoreTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir private Path folder;
    private Store store;

    @BeforeEach
    void create() throws Exception {
        Files.writeString(schema(), "# columns\nid number\nfilm text\nframes number\nstate text\n");
        store = new Store(folder);
        store.readSchema();
    }

    private Path schema() {
        return folder.resolve("render_jobs.schema");
    }

    @Test
    void aQueryFiltersSortsLimitsAndPicks() throws Exception {
        store.add(1, "paper-moons", 240, NOON);
        store.add(2, "last-tram", 24, NOON);
        store.add(3, "last-tram", 120, NOON);

        Query query =
                Query.parse(
                        "-- by size\nselect frames, id from render_jobs\n"
                                + "where film = 'last-tram' order by frames limit 1");

        assertThat(store.answer(query)).hasSize(1).first().hasToString("{frames=24, id=2}");
    }

    @Test
    void numbersSortBySizeAndNotByTheirDigits() throws Exception {
        store.add(10, "a", 100, NOON);
        store.add(9, "b", 24, NOON);

        assertThat(store.answer(Query.parse("select frames from render_jobs order by frames")))
                .extracting(row -> row.get("frames"))
                .containsExactly("24", "100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select render_eta from render_jobs",
                "select id from render_jobs where render_eta = 'x'",
                "select id from render_jobs order by render_eta"
            })
    void aColumnThatTheSchemaLacksIsNamedWhereverItIsUsed(String text) throws Exception {
        Query query = Query.parse(text);

        assertThatThrownBy(() -> store.answer(query))
                .isInstanceOf(StoreException.class)
                .hasMessage("no column render_eta");
    }

    @Test
    void aNewColumnCountsOnceTheSchemaIsReadAgain() throws Exception {
        Query query = Query.parse("select render_eta from render_jobs");
        store.add(1, "paper-moons", 240, NOON);
        Files.writeString(schema(), Files.readString(schema()) + "render_eta time\n");
        assertThatThrownBy(() -> store.answer(query)).isInstanceOf(StoreException.class);

        store.readSchema();

        assertThat(store.answer(query)).hasSize(1);
    }

    @Test
    void theTableKeepsTheNewestJobsAndCountsThoseThatLeft() throws Exception {
        for (int job = 1; job <= Store.MOST_ROWS + 7; job++) {
            store.add(job, "salt-road", 24, NOON);
        }

        assertThat(store.answer(Query.parse("select id from render_jobs")))
                .hasSize(Store.MOST_ROWS)
                .first()
                .hasToString("{id=8}");
        assertThat(store.archived()).isEqualTo(7);
    }

    @Test
    void withoutItsSchemaTheStoreDoesNotAnswer() throws IOException {
        assertThat(store.answers()).isTrue();
        Files.delete(schema());
        assertThat(store.answers()).isFalse();
        assertThatThrownBy(store::readSchema)
                .hasMessage("cannot read the schema render_jobs.schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "drop table render_jobs",
                "select from render_jobs",
                "select id from render_jobs limit 0",
                "select id from render_jobs limit 1001",
                "select id from render_jobs where state = queued"
            })
    void whatIsNoQueryIsRefused(String text) {
        assertThatThrownBy(() -> Query.parse(text)).isInstanceOf(StoreException.class);
    }

    @Test
    void aNumberThatWasGivenIsNotGivenAgainWhateverIsLoadedMeanwhile() throws Exception {
        var before = store.dump();
        long given = store.nextJob();

        store.load(before);
        store.add(given, "paper-moons", 240, NOON);

        assertThat(store.damage()).isEmpty();
        assertThat(store.nextJob()).isGreaterThan(given);
    }

    @Test
    void nothingChangesOnceItIsClosedSoThatWhatWasKeptHolds() throws Exception {
        store.add(store.nextJob(), "paper-moons", 240, NOON);

        var kept = store.close();

        assertThatThrownBy(store::nextJob).hasMessage("the database is stopping");
        assertThatThrownBy(() -> store.add(9_000, "last-tram", 24, NOON))
                .hasMessage("the database is stopping");
        assertThatThrownBy(store::take).hasMessage("the database is stopping");
        assertThatThrownBy(() -> store.load(kept)).hasMessage("the database is stopping");
        assertThat(store.dump()).isEqualTo(kept);
    }
}
