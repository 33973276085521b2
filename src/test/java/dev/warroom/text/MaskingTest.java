package dev.warroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.Pattern;

class MaskingTest {

    private static final Masking USUAL = Masking.usual();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "DB_PASSWORD",
                "db-password",
                "PGPASSWORD",
                "api_token",
                "ApiToken",
                "GITHUB_TOKEN",
                "AWS_SECRET_ACCESS_KEY",
                "api-key",
                "SSH_PRIVATE_KEY",
                "client_secret",
                "passphrase",
                "credentials"
            })
    void aNameLikeThisHoldsASecret(String name) {
        assertThat(Masking.looksSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "previous-version",
                "service",
                "key",
                "keyboard",
                "tokenizer",
                "PATH",
                "passenger",
                "bypass-count",
                "monkey",
                "author"
            })
    void aNameLikeThisHoldsNone(String name) {
        assertThat(Masking.looksSecret(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "export DB_PASSWORD=hunter22 X=1 | export DB_PASSWORD=***** X=1",
                "PASSWORD='two words' run | PASSWORD='*****' run",
                "curl -H 'Bearer abcdef123456' x | curl -H 'Bearer *****' x",
                "mysql -u root -pS3cret! shop | mysql -u root -p***** shop",
                "tool --password hunter22 go | tool --password ***** go",
                "tool --api-key=abc123 go | tool --api-key=***** go",
                "psql postgres://app:hunter22@db/shop | psql postgres://app:*****@db/shop",
                "{\"token\": \"abc def\", \"n\": 1} | {\"token\": \"*****\", \"n\": 1}",
                "password: abc123 | password: *****",
                "aws AKIAABCDEFGHIJKLMNOP ok | aws ***** ok"
            })
    void theUsualShapesOfSecretsAreMasked(String text, String masked) {
        assertThat(USUAL.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql -u root -p\"$DB_PASSWORD\" shop",
                "north-pass: 672 frames in 4 s",
                "tokens: 1824, cost 3",
                "export TOKEN=$(cat /run/token)",
                "tool --password <password>",
                "the password: wrong since the release",
                "mkdir -p /srv/app",
                "sort -k 2 keys.txt",
                "curl http://localhost:8080/health"
            })
    void whatIsNoSecretStaysAsItIs(String text) {
        assertThat(USUAL.masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p ", "pa pas ", "é", "K ", "-", "-- ", "keke ", "tto.", "PasS "})
    void aSecretIsFoundWhateverStandsBeforeItAndHoweverItsNameIsWritten(String before) {
        for (String name : List.of("PASSWORD", "PassWd", "tOkEn", "api-KEY", "Credentials")) {
            assertThat(USUAL.masked(before + name + "=hunter2"))
                    .isEqualTo(before + name + "=*****");
        }
        assertThat(USUAL.masked(before + "p://a:hunter2@b")).isEqualTo(before + "p://a:*****@b");
    }

    @Test
    void aKnownValueIsMaskedWhereverItStandsAndEachLineOfALongOne() {
        Masking masking = USUAL.knowing(List.of("s3cr3t", "line one\nline two", "abc"));

        assertThat(masking.masked("xs3cr3tx line one, line two abc"))
                .isEqualTo("x*****x *****, ***** abc");
    }

    @Test
    void ofATeamsPatternItsGroupIsMaskedOrAllOfIt() {
        Masking masking =
                USUAL.finding(
                        List.of(Pattern.compile("card (\\d{4,})"), Pattern.compile("EMP-\\d+")));

        assertThat(masking.masked("card 12345 of EMP-77")).isEqualTo("card ***** of *****");
    }

    @Test
    void aPatternThatTakesTooLongShowsNothingOfTheLine() {
        Masking masking = USUAL.finding(List.of(Pattern.compile("(.*)(.*)(.*)(.*)(.*)\\1x")));

        assertThat(masking.masked("a".repeat(60) + "!"))
                .doesNotContain("aaaa")
                .startsWith(Masking.MASK);
    }
}
