package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs of two state folders are told apart on the same host. */
class StateMarkTest {

    @TempDir Path one;
    @TempDir Path other;

    @Test
    void itStaysAndIsNobodyElses() throws Exception {
        String mark = StateMark.of(one);
        assertThat(mark).matches("[0-9a-f]{12}");
        assertThat(StateMark.of(one)).isEqualTo(mark);
        assertThat(StateMark.of(other)).isNotEqualTo(mark);
        try (var files = Files.list(one)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aBrokenOneIsNotReplacedBecauseRunsWouldBeLost() throws Exception {
        Files.writeString(one.resolve("mark"), "");
        assertThatThrownBy(() -> StateMark.of(one))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be 12 hexadecimal digits");
    }
}
