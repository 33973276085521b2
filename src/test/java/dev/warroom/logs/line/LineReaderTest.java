package dev.warroom.logs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.LogLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneOffset;

class LineReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ERROR | 2026-03-01 03:12:09,120 ERROR [pool-1] payment failed",
                "WARNING | WARN  slow query",
                "WARNING | 03:12 WARNING: disk",
                "INFO | I said INFO, not ERROR",
                "DEBUG | [main] DEBUG x",
                "TRACE | TRACE x",
                "CRITICAL | FATAL: no space",
                "CRITICAL | <2>CRIT x",
                "CRITICAL | kernel: EMERG",
                "CRITICAL | ALERT|x",
                "NOTICE | NOTICE x",
                "ERROR | 2026/03/01 [error] 31#31: upstream timed out",
                "NOTICE | [Sat Mar 01] [mpm:notice] [notice] x",
                "ERROR | ts=1 level=error msg=x",
                "WARNING | ts=1 lvl=warn msg=INFO",
                "ERROR | level: \"error\"",
                "ERROR | {\"ts\":1,\"level\":\"error\",\"msg\":\"x\"}",
                "WARNING | {\"msg\":\"ERROR rate is low\",\"severity\" : \"WARNING\"}",
                "NONE | GET /error 200",
                "NONE | no errors, INFORMATION only, ERROR_COUNT=0 XERROR",
                "NONE | an error occurred",
                "NONE | level=",
                "NONE | `` ",
            })
    void aLineSaysItsLevel(LogLevel level, String line) {
        assertThat(level(line)).isEqualTo(level);
    }

    @Test
    void onlyTheBeginningOfALineCounts() {
        assertThat(level("x ".repeat(50) + "ERROR")).isEqualTo(LogLevel.ERROR);
        assertThat(level("x ".repeat(70) + "ERROR")).isEqualTo(LogLevel.NONE);
        String far = "\"a\":\"" + "x".repeat(300) + "\"";
        assertThat(level("{" + far + ",\"level\":\"error\"}")).isEqualTo(LogLevel.ERROR);
    }

    @Test
    void aStackTraceHasTheLevelOfItsEvent() {
        LineReader reader = reader();
        assertThat(next(reader, "ERROR checkout failed")).isEqualTo(LogLevel.ERROR);
        assertThat(next(reader, "java.io.IOException: no space left")).isEqualTo(LogLevel.ERROR);
        assertThat(next(reader, "        at shop.Cart.save(Cart.java:12)"))
                .isEqualTo(LogLevel.ERROR);
        assertThat(next(reader, "Caused by: java.lang.Error: DEBUG")).isEqualTo(LogLevel.ERROR);
        assertThat(next(reader, "        ... 12 more")).isEqualTo(LogLevel.ERROR);
        assertThat(next(reader, "at last, quiet")).isEqualTo(LogLevel.NONE);
        assertThat(next(reader, "INFO next")).isEqualTo(LogLevel.INFO);
    }

    @Test
    void ordinarySentencesAreNoStackTraces() {
        assertThat(goesOn("at 3 o'clock")).isFalse();
        assertThat(goesOn("Error: x.y")).isFalse();
        assertThat(goesOn("2026.Exception in x: y")).isFalse();
        assertThat(goesOn("shop.CartError")).isTrue();
        assertThat(goesOn("  indented")).isTrue();
        assertThat(goesOn("")).isTrue();
    }

    private static boolean goesOn(String line) {
        LineReader reader = reader();
        reader.read("an event");
        reader.read(line);
        return reader.continues();
    }

    private static LineReader reader() {
        return new LineReader(ZoneOffset.UTC, Instant.parse("2026-03-12T15:00:00Z"));
    }

    private static LogLevel next(LineReader reader, String line) {
        reader.read(line);
        return reader.level();
    }

    private static LogLevel level(String line) {
        return next(reader(), line);
    }
}
