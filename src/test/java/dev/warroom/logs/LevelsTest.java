package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.LogLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {

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
        assertThat(Levels.of(line)).isEqualTo(level);
    }

    @Test
    void onlyTheBeginningOfALineCounts() {
        assertThat(Levels.of("x ".repeat(50) + "ERROR")).isEqualTo(LogLevel.ERROR);
        assertThat(Levels.of("x ".repeat(70) + "ERROR")).isEqualTo(LogLevel.NONE);
        String far = "\"a\":\"" + "x".repeat(300) + "\"";
        assertThat(Levels.of("{" + far + ",\"level\":\"error\"}")).isEqualTo(LogLevel.ERROR);
    }

    @Test
    void aStackTraceHasTheLevelOfItsEvent() {
        Levels levels = new Levels();
        assertThat(levels.next("ERROR checkout failed")).isEqualTo(LogLevel.ERROR);
        assertThat(levels.next("java.io.IOException: no space left")).isEqualTo(LogLevel.ERROR);
        assertThat(levels.next("        at shop.Cart.save(Cart.java:12)"))
                .isEqualTo(LogLevel.ERROR);
        assertThat(levels.next("Caused by: java.lang.Error: DEBUG")).isEqualTo(LogLevel.ERROR);
        assertThat(levels.next("        ... 12 more")).isEqualTo(LogLevel.ERROR);
        assertThat(levels.next("at last, quiet")).isEqualTo(LogLevel.NONE);
        assertThat(levels.next("INFO next")).isEqualTo(LogLevel.INFO);
    }

    @Test
    void ordinarySentencesAreNoStackTraces() {
        assertThat(StackTrace.continues("at 3 o'clock")).isFalse();
        assertThat(StackTrace.continues("  attached")).isFalse();
        assertThat(StackTrace.continues("Error: x.y")).isFalse();
        assertThat(StackTrace.continues("2026.Exception in x: y")).isFalse();
        assertThat(StackTrace.continues("shop.CartError")).isTrue();
    }
}
